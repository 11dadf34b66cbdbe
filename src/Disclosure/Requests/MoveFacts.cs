namespace Disclosure.Requests;

/// <summary>What each move must say: a blank in it is refused by name.</summary>
internal static class MoveFacts
{
    public static Refusal? Blank(CaseMove move)
    {
        foreach (var (fact, value) in Required(move))
        {
            if (string.IsNullOrWhiteSpace(value))
                return new(RefusalKind.FactMissing, ("fact", fact));
        }

        return null;
    }

    private static IEnumerable<(string Fact, string? Value)> Required(CaseMove move) => move switch
    {
        CaseMove.Submit submit => Of(submit.Application),
        CaseMove.RegisterOnBehalf register => Of(register.Application),
        CaseMove.ConfirmRegister confirm => [("Evidence", confirm.Evidence.Reveal())],
        CaseMove.RecordUnreachable tried => [("Attempt", tried.Attempt.Reveal())],
        CaseMove.AgreeNotApplication agree => [("Agreement", agree.Agreement.Reveal())],
        CaseMove.AmendReceiptDate amend => [("Evidence", amend.Evidence.Reveal())],
        CaseMove.BeginReview begin => [("Assignee", begin.Assignee)],
        CaseMove.Reassign reassign => [("Assignee", reassign.Assignee)],
        CaseMove.RequestCorrection ask => [("What", ask.What.Reveal()), ("LetterNumber", ask.LetterNumber), .. If("LateReason", ask.LateReason)],
        CaseMove.ReceiveCorrection correction => [("Corrected", correction.Corrected.Reveal())],
        CaseMove.AskReasons ask => [("LetterNumber", ask.LetterNumber)],
        CaseMove.ReceiveReasons reasons => If("Reasons", reasons.Reasons),
        CaseMove.BeginProcessing begin => [("Office", begin.Office)],
        CaseMove.Split split => split.Parts.Select(part => ("Wanted", part.Wanted.Reveal())),
        CaseMove.ConsultThirdParty ask => [("ThirdParty", ask.ThirdParty.Reveal()), ("LetterNumber", ask.LetterNumber)],
        CaseMove.ConsultAgency ask => [("OtherAgency", ask.OtherAgency), ("LetterNumber", ask.LetterNumber)],
        CaseMove.ConsultReturned back => [("Opinion", back.Opinion.Reveal())],
        CaseMove.RequestExtension ask => [("Grounds", ask.Grounds.Reveal())],
        CaseMove.NotifyExtension notify => [("LetterNumber", notify.LetterNumber)],
        CaseMove.IssueFeeNotice fee => [("LetterNumber", fee.LetterNumber)],
        CaseMove.RecordFeeDelivery delivery => [("Evidence", delivery.Evidence)],
        CaseMove.RecordPayment payment => [("Receipt", payment.Receipt)],
        CaseMove.WaiveFee waive => [("Grounds", waive.Grounds.Reveal())],
        CaseMove.DraftDecision draft => If("HoldsWaived", draft.HoldsWaived),
        CaseMove.SecrecyReturn back => [("Grounds", back.Grounds.Reveal())],
        CaseMove.Approve approve => If("OverrideGrounds", approve.OverrideGrounds),
        CaseMove.Return back => [("Grounds", back.Grounds.Reveal())],
        CaseMove.Unsign unsign => [("Grounds", unsign.Grounds.Reveal())],
        CaseMove.Send send => [("LetterNumber", send.LetterNumber), ("Evidence", send.Evidence)],
        CaseMove.DeliveryUnknown unknown => [("LetterNumber", unknown.LetterNumber)],
        CaseMove.DeliveryFailed failed => [("LetterNumber", failed.LetterNumber)],
        CaseMove.RecordDelivery delivery => [("Evidence", delivery.Evidence)],
        CaseMove.Withdraw withdraw => If("Paper", withdraw.Paper),
        CaseMove.CorrectRecord correct => [("Grounds", correct.Grounds.Reveal())],
        CaseMove.DeclineToSign decline => [("Grounds", decline.Grounds.Reveal())],
        CaseMove.OpenRemedy remedy => [("Organ", remedy.Organ)],
        _ => [],
    };

    /// <summary>Art. 29: who, how to reach them, what is wanted.</summary>
    private static IEnumerable<(string, string?)> Of(Application application) =>
        [("Name", application.Name.Reveal()), ("Contact", application.Contact.Reveal()), ("Wanted", application.Wanted.Reveal())];

    /// <summary>May be left out, but not be said blank.</summary>
    private static IEnumerable<(string, string?)> If(string fact, PersonalText? text) => text is { } said ? [(fact, said.Reveal())] : [];
}
