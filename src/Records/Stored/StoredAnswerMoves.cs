using Disclosure.Requests;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="OutcomeFacts"/>.</summary>
internal sealed record StoredOutcomeFacts(
    string? What = null,
    string? Where = null,
    string? Law = null,
    string? Grounds = null,
    string? Category = null,
    string? Record = null,
    string? Search = null,
    string? Holder = null,
    string? EarlierRequest = null,
    List<string>? PartGrounds = null)
{
    public static StoredOutcomeFacts From(OutcomeFacts one, TextPlace at) => new(
        at.Close("what", one.What),
        at.Close("where", one.Where),
        one.Law,
        at.Close("grounds", one.Grounds),
        one.Category,
        one.Record,
        at.Close("search", one.Search),
        one.Holder,
        one.EarlierRequest?.ToString(),
        one.PartGrounds?.Select(row => StoredText.Of(row)).ToList());

    public OutcomeFacts ToValue(TextPlace at) => new(
        at.OpenOrNone("what", What),
        at.OpenOrNone("where", Where),
        Law,
        at.OpenOrNone("grounds", Grounds),
        Category,
        Record,
        at.OpenOrNone("search", Search),
        Holder,
        EarlierRequest is null ? null : RequestNumber.Parse(EarlierRequest),
        PartGrounds?.Select(StoredText.Name<Outcome>).ToList());
}

internal sealed record StoredDraftDecision(string Outcome, StoredOutcomeFacts Facts, string? HoldsWaived = null) : StoredCaseMove
{
    public static StoredDraftDecision From(CaseMove.DraftDecision one, TextPlace at) =>
        new(StoredText.Of(one.Outcome), StoredOutcomeFacts.From(one.Facts, at.In("facts")), at.Close("holdsWaived", one.HoldsWaived));

    public override CaseMove ToMove(TextPlace at) =>
        new CaseMove.DraftDecision(StoredText.Name<Outcome>(Outcome), Facts.ToValue(at.In("facts")), at.OpenOrNone("holdsWaived", HoldsWaived));
}

internal sealed record StoredRedraft(string Outcome, StoredOutcomeFacts Facts) : StoredCaseMove
{
    public static StoredRedraft From(CaseMove.Redraft one, TextPlace at) => new(StoredText.Of(one.Outcome), StoredOutcomeFacts.From(one.Facts, at.In("facts")));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.Redraft(StoredText.Name<Outcome>(Outcome), Facts.ToValue(at.In("facts")));
}

internal sealed record StoredSubmitSecrecy(int LevelsRequired) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.SubmitSecrecy(LevelsRequired);
}

internal sealed record StoredSecrecyPass : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.SecrecyPass();
}

internal sealed record StoredSecrecyReturn(string Grounds) : StoredCaseMove
{
    public static StoredSecrecyReturn From(CaseMove.SecrecyReturn one, TextPlace at) => new(at.Close("grounds", one.Grounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.SecrecyReturn(at.Open("grounds", Grounds));
}

internal sealed record StoredApprove(string? OverrideGrounds = null) : StoredCaseMove
{
    public static StoredApprove From(CaseMove.Approve one, TextPlace at) => new(at.Close("overrideGrounds", one.OverrideGrounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.Approve(at.OpenOrNone("overrideGrounds", OverrideGrounds));
}

internal sealed record StoredReturn(string Grounds) : StoredCaseMove
{
    public static StoredReturn From(CaseMove.Return one, TextPlace at) => new(at.Close("grounds", one.Grounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.Return(at.Open("grounds", Grounds));
}

internal sealed record StoredUnsign(string Grounds) : StoredCaseMove
{
    public static StoredUnsign From(CaseMove.Unsign one, TextPlace at) => new(at.Close("grounds", one.Grounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.Unsign(at.Open("grounds", Grounds));
}

internal sealed record StoredSend(string LetterNumber, string Route, string Evidence) : StoredCaseMove
{
    public static StoredSend From(CaseMove.Send one) => new(one.LetterNumber, StoredText.Of(one.Route), one.Evidence);

    public override CaseMove ToMove(TextPlace at) => new CaseMove.Send(LetterNumber, StoredText.Name<DeliveryRoute>(Route), Evidence);
}

internal sealed record StoredDeliveryUnknown(string LetterNumber) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.DeliveryUnknown(LetterNumber);
}

internal sealed record StoredDeliveryFailed(string LetterNumber) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.DeliveryFailed(LetterNumber);
}

internal sealed record StoredRecordDelivery(string Evidence) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.RecordDelivery(Evidence);
}

internal sealed record StoredClose : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.Close();
}

internal sealed record StoredArchive : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.Archive();
}

internal sealed record StoredWithdraw(string? Paper = null) : StoredCaseMove
{
    public static StoredWithdraw From(CaseMove.Withdraw one, TextPlace at) => new(at.Close("paper", one.Paper));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.Withdraw(at.OpenOrNone("paper", Paper));
}

internal sealed record StoredCorrectRecord(string Grounds, string? Outcome = null, StoredOutcomeFacts? Facts = null, string? Applicant = null) : StoredCaseMove
{
    public static StoredCorrectRecord From(CaseMove.CorrectRecord one, TextPlace at) => new(
        at.Close("grounds", one.Grounds),
        StoredText.Of(one.Outcome),
        one.Facts is null ? null : StoredOutcomeFacts.From(one.Facts, at.In("facts")),
        StoredText.Of(one.Applicant));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.CorrectRecord(
        StoredText.NameOrNone<Outcome>(Outcome),
        Facts?.ToValue(at.In("facts")),
        StoredText.NameOrNone<ApplicantKind>(Applicant),
        at.Open("grounds", Grounds));
}

internal sealed record StoredReassign(string Assignee) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.Reassign(Assignee);
}

internal sealed record StoredCountersign : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.Countersign();
}

internal sealed record StoredDeclineToSign(string Grounds) : StoredCaseMove
{
    public static StoredDeclineToSign From(CaseMove.DeclineToSign one, TextPlace at) => new(at.Close("grounds", one.Grounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.DeclineToSign(at.Open("grounds", Grounds));
}

internal sealed record StoredOpenRemedy(int Remedy, string Route, string Organ, string CopyReceivedOn) : StoredCaseMove
{
    public static StoredOpenRemedy From(CaseMove.OpenRemedy one) => new(one.Remedy, StoredText.Of(one.Route), one.Organ, StoredText.Of(one.CopyReceivedOn));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.OpenRemedy(Remedy, StoredText.Name<RemedyRoute>(Route), Organ, StoredText.Day(CopyReceivedOn));
}

internal sealed record StoredDecideRemedy(int Remedy, string Result) : StoredCaseMove
{
    public static StoredDecideRemedy From(CaseMove.DecideRemedy one) => new(one.Remedy, StoredText.Of(one.Result));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.DecideRemedy(Remedy, StoredText.Name<RemedyResult>(Result));
}

internal sealed record StoredOpenRedecision(int Remedy, string AnswerBy) : StoredCaseMove
{
    public static StoredOpenRedecision From(CaseMove.OpenRedecision one) => new(one.Remedy, StoredText.Of(one.AnswerBy));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.OpenRedecision(Remedy, StoredText.Day(AnswerBy));
}
