namespace Disclosure.Requests;

/// <summary>The conditions of the table of moves: coming in, review and correction.</summary>
internal static partial class Guards
{
    /// <summary>Asks only when a move with its facts is there.</summary>
    private static Refusal? Of<TMove>(Attempt attempt, Func<TMove, Refusal?> refuse)
        where TMove : CaseMove => attempt.Move is TMove move ? refuse(move) : null;

    public static Refusal? ByInternet(Attempt attempt) =>
        Of<CaseMove.Submit>(attempt, submit => submit.Channel is Channel.Online ? null : new(RefusalKind.RegisteredByOffice));

    /// <summary>Applicants act on their own case only; staff on any.</summary>
    public static Refusal? OwnCase(Attempt attempt) =>
        attempt.By.Is(Roles.Clerk | Roles.DisclosureHead) || attempt.Case.Submitter == attempt.By.Id ? null : new(RefusalKind.NotYourCase);

    public static Refusal? JustSubmitted(Attempt attempt) =>
        attempt.Day.Now - attempt.Case.FirstRecordedAt <= RecallTime ? null : new(RefusalKind.RecallTooLate, ("minutes", (int)RecallTime.TotalMinutes));

    private static readonly TimeSpan RecallTime = TimeSpan.FromMinutes(30);

    public static Refusal? NotOpened(Attempt attempt) => attempt.Case.IsOpenedByStaff ? new(RefusalKind.AlreadyOpened) : null;

    public static Refusal? NumberOfItsYear(Attempt attempt)
    {
        RequestNumber? number = attempt.Move switch
        {
            CaseMove.ConfirmRegister confirm => confirm.Number,
            CaseMove.RegisterOnBehalf register => register.Number,
            _ => null,
        };
        return number is { } given && given.Year != attempt.On.Year ? new(RefusalKind.NumberOfAnotherYear, ("number", given), ("year", attempt.On.Year)) : null;
    }

    /// <summary>Art. 31: the day the channel's rule gives, and never one before it arrived or after it was registered.</summary>
    public static Refusal? ReceivedByChannel(Attempt attempt) => Of<CaseMove.RegisterOnBehalf>(attempt, register =>
    {
        var (arrived, received) = (register.ArrivedOn, register.ReceivedOn);
        if (received > attempt.On)
            return new(RefusalKind.ReceivedAfterRegistration, ("received", received), ("registered", attempt.On));
        return received < arrived || Receipt.DayOf(register.Channel, arrived, received, received, received) != received
            ? new(RefusalKind.NotTheDayOfReceipt, ("arrived", arrived), ("received", received))
            : null;
    });

    public static Refusal? ReceivedBeforeRegistration(Attempt attempt) => Of<CaseMove.AmendReceiptDate>(attempt, amend =>
        amend.ReceivedOn > attempt.Case.RegisteredOn
            ? new(RefusalKind.ReceivedAfterRegistration, ("received", amend.ReceivedOn), ("registered", attempt.Case.RegisteredOn.Value))
            : amend.ReceivedOn == attempt.Case.ReceivedOn ? new(RefusalKind.NothingToCorrect) : null);

    public static Refusal? FirstCorrection(Attempt attempt) => attempt.Case.Correction is null ? null : new(RefusalKind.AlreadyCorrected);

    /// <summary>Within 7 working days of receipt (Art. 30); later only by the head, who says why.</summary>
    public static Refusal? NoticeInTime(Attempt attempt)
    {
        var by = LegalTimers.CorrectionNoticeBy(attempt.Case.ReceivedOn!.Value, attempt.Rules.Calendar).Day;
        var says = attempt.Move is null or CaseMove.RequestCorrection { LateReason: not null };
        return attempt.On <= by || (attempt.By.Is(Roles.DisclosureHead) && says) ? null : new(RefusalKind.CorrectionNoticeLate, ("by", by));
    }

    public static Refusal? PeriodAhead(Attempt attempt)
    {
        DateOnly? by = attempt.Move switch { CaseMove.RequestCorrection ask => ask.By, CaseMove.AskReasons ask => ask.By, _ => null };
        if (attempt.Move is CaseMove.AskReasons { RequestsInPeriod: < 2 })
            return new(RefusalKind.TooSmall, ("fact", "RequestsInPeriod"), ("from", 2));
        return by <= attempt.On ? new(RefusalKind.DayTooEarly, ("earliest", attempt.On.AddDays(1))) : null;
    }

    public static Refusal? FirstReasons(Attempt attempt) => attempt.Case.Reasons is null ? null : new(RefusalKind.ReasonsAlreadyAsked);

    public static Refusal? CorrectionPeriodOver(Attempt attempt) => StillRunning(attempt, attempt.Case.Correction!.By)
        ?? (attempt.Case.Pending is { Move: CaseMove.ReceiveCorrection } ? new(RefusalKind.AlreadyCorrected) : null);

    public static Refusal? ReasonsOrPeriodOver(Attempt attempt) => Of<CaseMove.ReceiveReasons>(attempt, reasons =>
    {
        if (reasons.Reasons is null)
            return reasons.PostponedTo is null ? StillRunning(attempt, attempt.Case.Reasons!.By) : new(RefusalKind.PostponedWithoutReasons);
        return reasons.PostponedTo <= attempt.On ? new(RefusalKind.DayTooEarly, ("earliest", attempt.On.AddDays(1))) : null;
    });

    private static Refusal? StillRunning(Attempt attempt, DateOnly by) => attempt.On > by ? null : new(RefusalKind.PeriodRunning, ("by", by));

    public static Refusal? NoTermSet(Attempt attempt) => attempt.Case.HasTerm ? new(RefusalKind.TermIsSet) : null;

    public static Refusal? NothingConsulted(Attempt attempt) => attempt.Case.Consultations.IsEmpty ? null : new(RefusalKind.SplitAfterConsultation);

    public static Refusal? PartsDistinct(Attempt attempt) => Of<CaseMove.Split>(attempt, split =>
    {
        var taken = attempt.Case.Children.Select(part => part.Child).Append(attempt.Case.Id).ToHashSet();
        var numbers = attempt.Case.Children.Select(part => part.Number).Append(attempt.Case.Number!.Value).ToHashSet();
        if (split.Parts.FirstOrDefault(part => part.Number.Year != attempt.On.Year) is { } stray)
            return new(RefusalKind.NumberOfAnotherYear, ("number", stray.Number), ("year", attempt.On.Year));
        return split.Parts.Count > 0 && split.Parts.All(part => taken.Add(part.Child) && numbers.Add(part.Number)) ? null : new(RefusalKind.PartsNotDistinct);
    });

    /// <summary>Only children that nobody has touched since their birth; one that was not read may have been.</summary>
    public static Refusal? ChildrenUntouched(Attempt attempt)
    {
        if (attempt.Case.Children.IsEmpty)
            return new(RefusalKind.NotSplit);
        if (attempt.Move is null && attempt.Related.Count == 0)
            return null;
        return attempt.Case.Children.Find(part => attempt.Related.FirstOrDefault(child => child.Id == part.Child) is not { Entries: 1 }) is { } touched
            ? new(RefusalKind.ChildTouched, ("number", touched.Number))
            : null;
    }
}
