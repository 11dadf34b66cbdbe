using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Tests.Shared;

/// <summary>Facts that make a move lawful, where the case allows the move at all.</summary>
public static class LawfulFacts
{
    private static readonly PersonalText Text = PersonalText.Of("说明");

    /// <summary>How often a move is chosen: going back and giving up are rarer than going on.</summary>
    public static int Weight(MoveKind kind) => kind switch
    {
        MoveKind.Withdraw or MoveKind.Recall or MoveKind.Unsign or MoveKind.Return or MoveKind.SecrecyReturn or MoveKind.Reassign or MoveKind.AmendReceiptDate or MoveKind.AgreeNotApplication or MoveKind.RecordUnreachable or MoveKind.DeliveryFailed or MoveKind.DeliveryUnknown or MoveKind.Redraft or MoveKind.DeclineToSign or MoveKind.WaiveFee or MoveKind.RecordPayment => 1,
        MoveKind.IssueFeeNotice or MoveKind.Countersign or MoveKind.RecordFeeDelivery => 15,
        _ => 5,
    };

    /// <summary>Moves to try in turn; the first lawful one is made.</summary>
    public static IEnumerable<CaseMove> For(MoveKind kind, RequestCase? subject, Actor by, DateOnly on, AgencyCode agency, Random random, Func<int, int, RequestNumber> number, Func<CaseId> newId) => kind switch
    {
        MoveKind.Submit => [new CaseMove.Submit(agency, Application(random), Channel.Online, random.Next(8) == 0)],
        MoveKind.Recall => [new CaseMove.Recall()],
        MoveKind.ConfirmRegister => [new CaseMove.ConfirmRegister(number(on.Year, 1), Text)],
        MoveKind.RecordUnreachable => [new CaseMove.RecordUnreachable(Text)],
        MoveKind.AgreeNotApplication => [new CaseMove.AgreeNotApplication(Text)],
        MoveKind.RegisterOnBehalf => [OnBehalf(agency, on, random, number(on.Year, 1))],
        MoveKind.AmendReceiptDate => [new CaseMove.AmendReceiptDate(subject!.ReceivedOn!.Value.AddDays(-1 - random.Next(3)), Text)],
        MoveKind.BeginReview => [new CaseMove.BeginReview("clerk-1")],
        MoveKind.Reassign => [new CaseMove.Reassign("clerk-2")],
        MoveKind.RequestCorrection => [new CaseMove.RequestCorrection(Text, on.AddDays(10), "补正1号"), new CaseMove.RequestCorrection(Text, on.AddDays(10), "补正1号", Text)],
        MoveKind.ReceiveCorrection => [new CaseMove.ReceiveCorrection(Text)],
        MoveKind.LapseCorrection => [new CaseMove.LapseCorrection()],
        MoveKind.AskReasons => [new CaseMove.AskReasons(12, on.AddDays(7), "理由1号")],
        MoveKind.ReceiveReasons => [new CaseMove.ReceiveReasons(random.Next(2) == 0 ? null : Text), new CaseMove.ReceiveReasons(Text, random.Next(2) == 0 ? on.AddDays(60) : null)],
        MoveKind.BeginProcessing => [new CaseMove.BeginProcessing("民政办")],
        MoveKind.Split => [new CaseMove.Split([new(newId(), number(on.Year, 1), Text), new(newId(), number(on.Year, 2), Text)])],
        MoveKind.UndoSplit => [new CaseMove.UndoSplit()],
        MoveKind.ConsultThirdParty => [new CaseMove.ConsultThirdParty(subject!.Consultations.Count + 1, Text, "征求1号")],
        MoveKind.ConsultAgency => [new CaseMove.ConsultAgency(subject!.Consultations.Count + 1, "县水利局", "征求2号")],
        MoveKind.ConsultDelivered => subject!.Consultations.Where(one => one is { IsOpen: true, DeliveredOn: null }).Select(one => new CaseMove.ConsultDelivered(one.Number)),
        MoveKind.ConsultReturned => subject!.Consultations.Where(one => one.IsOpen).Select(one => new CaseMove.ConsultReturned(one.Number, random.Next(2) == 0, Text)),
        MoveKind.ConsultSilent => subject!.Consultations.Where(one => one.IsOpen).Select(one => new CaseMove.ConsultSilent(one.Number)),
        MoveKind.RequestExtension => [new CaseMove.RequestExtension(1 + random.Next(20), Text)],
        MoveKind.ApproveExtension => [new CaseMove.ApproveExtension()],
        MoveKind.NotifyExtension => [new CaseMove.NotifyExtension("延期1号")],
        MoveKind.IssueFeeNotice => [new CaseMove.IssueFeeNotice(FeeBasis.ByItem, 100, "收费1号", random.Next(2) == 0 ? on : null)],
        MoveKind.RecordFeeDelivery => [new CaseMove.RecordFeeDelivery("邮件回执")],
        MoveKind.RecordPayment => [new CaseMove.RecordPayment(subject!.Fee!.Yuan, "票据1号")],
        MoveKind.WaiveFee => [new CaseMove.WaiveFee(Text)],
        MoveKind.LapseFee => [new CaseMove.LapseFee()],
        MoveKind.DraftDecision => Drafts(random).Select(draft => new CaseMove.DraftDecision(draft.Outcome, draft.Facts, subject!.IsConsulting ? Text : null)),
        MoveKind.Redraft => Drafts(random).Select(draft => new CaseMove.Redraft(draft.Outcome, draft.Facts)),
        MoveKind.SubmitSecrecy => [new CaseMove.SubmitSecrecy(1 + random.Next(3))],
        MoveKind.SecrecyPass => [new CaseMove.SecrecyPass()],
        MoveKind.SecrecyReturn => [new CaseMove.SecrecyReturn(Text)],
        MoveKind.Approve => [new CaseMove.Approve(subject!.Draft!.IsDraftedBy(by) ? Text : null)],
        MoveKind.Return => [new CaseMove.Return(Text)],
        MoveKind.Unsign => [new CaseMove.Unsign(Text)],
        MoveKind.Send => [new CaseMove.Send("答复1号", (DeliveryRoute)random.Next(4), "回执")],
        MoveKind.DeliveryUnknown => [new CaseMove.DeliveryUnknown("答复1号")],
        MoveKind.DeliveryFailed => [new CaseMove.DeliveryFailed("答复1号")],
        MoveKind.RecordDelivery => [new CaseMove.RecordDelivery("签收单")],
        MoveKind.Close => [new CaseMove.Close()],
        MoveKind.Archive => [new CaseMove.Archive()],
        MoveKind.Withdraw => [new CaseMove.Withdraw(by.Is(Roles.Applicant) ? null : Text)],
        MoveKind.CorrectRecord => Drafts(random).Select(draft => new CaseMove.CorrectRecord(draft.Outcome, draft.Facts, random.Next(2) == 0 ? Kind(random) : null, Text)),
        MoveKind.Countersign => [new CaseMove.Countersign()],
        MoveKind.DeclineToSign => [new CaseMove.DeclineToSign(Text)],
        MoveKind.OpenRemedy => new[] { RemedyRoute.Reconsideration, RemedyRoute.DirectLitigation, RemedyRoute.LitigationAfterReconsideration }
            .OrderBy(_ => random.Next()).Select(route => new CaseMove.OpenRemedy(subject!.Remedies.Count + 1, route, "县人民政府", on)),
        MoveKind.DecideRemedy => subject!.Remedies.Where(one => one.Result is null).Select(one => new CaseMove.DecideRemedy(one.Number, (RemedyResult)random.Next(3))),
        MoveKind.OpenRedecision => subject!.Remedies.Select(one => new CaseMove.OpenRedecision(one.Number, on.AddDays(30))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Application Application(Random random) => new(
        Kind(random), PersonalText.Of("买买提"), IdentityProof.ShownAtCounter, null, PersonalText.Of("0998-1234567"), PersonalText.Of("2023年度灌溉工程预算"), InformationForm.Paper, ObtainingRoute.Collect);

    private static ApplicantKind Kind(Random random) => (ApplicantKind)random.Next(6);

    private static CaseMove.RegisterOnBehalf OnBehalf(AgencyCode agency, DateOnly on, Random random, RequestNumber number)
    {
        var channel = (Channel)random.Next(7);
        var arrived = on.AddDays(-random.Next(4));
        var received = channel is Channel.InPerson or Channel.Oral ? arrived : on;
        return new(agency, number, Application(random), channel, arrived, received, random.Next(8) == 0);
    }

    /// <summary>Every row that can be drafted, in any order, with all that any row may rest on.</summary>
    private static IEnumerable<(Outcome Outcome, OutcomeFacts Facts)> Drafts(Random random) => Outcomes.All
        .OrderBy(_ => random.Next())
        .Select(rule => (rule.Outcome, new OutcomeFacts(
            Text, Text, "保守国家秘密法", Text, rule.Categories.Count > 0 ? rule.Categories[random.Next(rule.Categories.Count)] : null, "定密记录1号", Text, "县水利局", new(2012, 1), [Outcome.RefusedInternal])));
}
