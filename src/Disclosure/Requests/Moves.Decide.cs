namespace Disclosure.Requests;

public static partial class Moves
{
    private static readonly ILookup<MoveKind, MoveRule> ByKind = Table.ToLookup(rule => rule.Kind);

    /// <summary>Whether a move is lawful now, with the entries to append if it is. Nothing is changed.</summary>
    /// <param name="id">The case; of a move that begins one, the id it will have.</param>
    /// <param name="subject">The case as read; null when there is none.</param>
    /// <param name="related">The children, for a split to be undone.</param>
    public static Decision Decide(CaseId id, RequestCase? subject, Proposal proposal, DeskDay day, IReadOnlyList<RequestCase>? related = null)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(day);
        if (subject is not null && subject.Id != id)
            throw new ArgumentException($"The case read is {subject.Id}, not {id}.", nameof(subject));
        var attempt = new Attempt(subject, proposal.Move, proposal.By, proposal.On, day, related ?? []);
        var (rule, refusal) = Find(attempt);
        refusal ??= Dates(attempt, proposal.Reason) ?? MoveFacts.Blank(proposal.Move) ?? rule!.Refuse(attempt);
        return refusal is null
            ? new Decision.Accepted(rule!.Id, Entries(id, attempt, proposal.Reason), Notes(attempt))
            : new Decision.Rejected(refusal, AllowedNow(subject, proposal.By, day, related));
    }

    /// <summary>What this person may do with the case now: what a screen offers, and what a refusal names.</summary>
    /// <param name="subject">Null for what may begin a case.</param>
    public static IReadOnlyList<MoveKind> AllowedNow(RequestCase? subject, Actor by, DeskDay day, IReadOnlyList<RequestCase>? related = null)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(day);
        var attempt = new Attempt(subject, null, by, day.Today, day, related ?? []);
        return [.. Table.Where(rule => IsFrom(rule, subject) && by.Is(rule.Who) && rule.Refuse(attempt) is null).Select(rule => rule.Kind).Distinct()];
    }

    /// <summary>Whether a move starts from the state; which of two lines is meant, the state tells.</summary>
    private static bool IsFrom(MoveRule rule, RequestCase? subject) => subject is null ? rule.Begins : rule.From.Contains(subject.State);

    private static (MoveRule? Rule, Refusal? Refusal) Find(Attempt attempt)
    {
        if (MoveKinds.Of(attempt.Move!) is not { } kind)
            return (null, new(RefusalKind.OnlyBySplit));
        var rules = ByKind[kind].ToArray();
        if (attempt.Subject is null && !rules[0].Begins)
            return (null, new(RefusalKind.NoSuchCase));
        if (attempt.Subject is not null && rules[0].Begins)
            return (null, new(RefusalKind.CaseExists));
        if (attempt.Subject is { } subject && attempt.By.Roles is Roles.Applicant && subject.Submitter != attempt.By.Id)
            return (null, new(RefusalKind.NotYourCase)); // before the state, which is nobody else's business
        if (Array.Find(rules, rule => IsFrom(rule, attempt.Subject)) is not { } found)
            return (null, new(RefusalKind.NotFromThisState, ("move", kind), ("state", attempt.Case.State)));
        return attempt.By.Is(found.Who) ? (found, null) : (found, new(RefusalKind.NotYourPart, ("move", kind), ("roles", found.Who)));
    }

    /// <summary>Never later than today, never before the fact before it, back-dated only with a reason, never into a locked year.</summary>
    private static Refusal? Dates(Attempt attempt, PersonalText? reason)
    {
        var (on, today) = (attempt.On, attempt.Day.Today);
        if (on > today)
            return new(RefusalKind.InTheFuture, ("on", on), ("today", today));
        if (attempt.Subject is { } subject && on < subject.LastOn)
            return new(RefusalKind.BeforeLastFact, ("on", on), ("last", subject.LastOn));
        if (on < today && string.IsNullOrWhiteSpace(reason?.Reveal()))
            return new(RefusalKind.BackdatedWithoutReason, ("on", on));
        return attempt.Day.LockedYears.Contains(on.Year) ? new(RefusalKind.YearLocked, ("year", on.Year)) : null;
    }

    /// <summary>The move itself, and for a split what it does to the children.</summary>
    private static IReadOnlyList<CaseEntries> Entries(CaseId id, Attempt attempt, PersonalText? reason)
    {
        LedgerEntry Line(CaseMove move) => new(move, attempt.By, attempt.On, attempt.Day.Now, reason);
        switch (attempt.Move)
        {
            case CaseMove.Submit submit:
                return [new(id, submit.Agency, 0, [Line(submit)])];
            case CaseMove.RegisterOnBehalf register:
                return [new(id, register.Agency, 0, [Line(register)])];
        }

        var subject = attempt.Case;
        CaseEntries own = new(id, subject.Agency, subject.Entries, [Line(attempt.Move!)]);
        return attempt.Move switch
        {
            CaseMove.Split split => [own, .. split.Parts.Select(part => new CaseEntries(part.Child, subject.Agency, 0, [Line(subject.ChildOf(part))]))],
            CaseMove.UndoSplit => [own, .. attempt.Related.Where(child => subject.Children.Exists(part => part.Child == child.Id))
                .Select(child => new CaseEntries(child.Id, child.Agency, child.Entries, [Line(new CaseMove.TakenBackBySplit())]))],
            _ => [own],
        };
    }

    private static List<MoveNote> Notes(Attempt attempt)
    {
        var notes = new List<MoveNote>();
        if (attempt.Subject is not null && RequestCase.NeedsSecond(attempt.Move!, attempt.By))
            notes.Add(MoveNote.NeedsCountersign);
        if (attempt.Move is CaseMove.RequestCorrection { LateReason: not null })
            notes.Add(MoveNote.CorrectionNoticeLate);
        if (attempt.Move is CaseMove.Approve && attempt.Case.Draft!.IsDraftedBy(attempt.By))
            notes.Add(MoveNote.SignsOwnDraft);
        if (attempt.Move is CaseMove.DraftDecision { HoldsWaived: not null } && attempt.Case.IsConsulting)
            notes.Add(MoveNote.HoldWaived);
        if (attempt.Move is CaseMove.Send && attempt.On > attempt.Deadline.AnswerBy)
            notes.Add(MoveNote.AnsweredLate);
        if (DaysCounted(attempt).Any(on => attempt.Day.LockedYears.Contains(on.Year)))
            notes.Add(MoveNote.TouchesLockedYear);
        return notes;
    }

    /// <summary>The days whose year's figures a move changes beside its own day.</summary>
    private static IEnumerable<DateOnly> DaysCounted(Attempt attempt) => attempt.Move switch
    {
        CaseMove.RegisterOnBehalf register => [register.ReceivedOn],
        CaseMove.AmendReceiptDate amend => [attempt.Case.ReceivedOn!.Value, amend.ReceivedOn],
        CaseMove.Split or CaseMove.UndoSplit => [attempt.Case.ReceivedOn!.Value],
        CaseMove.CorrectRecord or CaseMove.Countersign { } when attempt.Case.DecidedOn is { } decided => [attempt.Case.ReceivedOn!.Value, decided],
        CaseMove.OpenRemedy remedy => [remedy.CopyReceivedOn],
        _ => [],
    };
}
