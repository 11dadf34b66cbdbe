namespace Disclosure.Requests;

public sealed partial record RequestCase
{
    /// <summary>What is true of the case on a day beside its state.</summary>
    public CaseMarks MarksOn(DateOnly today, DeskRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var deadline = DeadlineOn(today, rules);
        var due = deadline?.AnswerBy;
        var runs = deadline is { Standing: not ClockStanding.Ended };
        return If(CaseMarks.Overdue, runs && today > due)
            | If(CaseMarks.DueSoon, runs && today <= due && due <= rules.Calendar.After(today, rules.SoonWorkingDays).Day)
            | If(CaseMarks.AnsweredLate, IsAnsweredLate(rules))
            | If(CaseMarks.Provisional, IsOpen && deadline is { Provisional: true })
            | If(CaseMarks.ConsultOpen, IsOpen && IsConsulting)
            | If(CaseMarks.ExtensionUnnotified, IsOpen && Extension is { ApprovedBy: not null, NotifiedOn: null })
            | If(CaseMarks.Unconfirmed, State is CaseState.Submitted || Pending is { Move: CaseMove.ReceiveCorrection })
            | If(CaseMarks.Unassigned, IsOpen && Assignee is null)
            | If(CaseMarks.CarriedOver, IsOpen && !IsRedeciding && ReceivedOn?.Year < today.Year)
            | If(CaseMarks.CorrectionNoticeLate, Correction is { NoticeLate: true })
            | If(CaseMarks.OwnDraftSigned, Draft?.Approvals.Any(approval => approval.OverrideGrounds is not null) == true)
            | If(CaseMarks.DeliveryDoubtful, UndeliveredLetter is not null)
            | If(CaseMarks.CountersignOpen, Pending is not null);
    }

    /// <summary>Each answer by the clock as it stood when it went out: a term set afterwards does not mend a late one.</summary>
    private bool IsAnsweredLate(DeskRules rules)
    {
        var facts = ClockFactsBy(rules);
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i] is ClockFact.End end
                && Deliveries.Exists(sent => end.On == sent.SentOn || end.On == sent.ArrivedOn)
                && end.On > DeadlineClock.Run([.. facts.Take(i + 1)], rules.Deadlines, end.On).AnswerBy)
            {
                return true;
            }
        }

        return false;
    }

    private static CaseMarks If(CaseMarks mark, bool holds) => holds ? mark : CaseMarks.None;
}
