namespace Disclosure.Requests;

/// <summary>
/// What a calendar that was added to or corrected does to the cases that are open: what each one's day was, what it is now and which year
/// made the difference, for one digest to the clerk.
/// </summary>
public static class CalendarChanges
{
    /// <summary>The open cases whose dates differ between two sets of rules; a case that has ended never changes.</summary>
    public static IReadOnlyList<DeadlineChange> Between(DeadlineRules before, DeadlineRules after, IEnumerable<OpenCase> cases, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var found = new List<DeadlineChange>();
        foreach (var one in cases)
        {
            var (was, now) = (DeadlineClock.Run(one.Facts, before, today), DeadlineClock.Run(one.Facts, after, today));
            if (now.Standing is ClockStanding.Ended || Shown(was) == Shown(now))
                continue;
            var years = was.Lines.Concat(now.Lines).Select(line => line.Day.Year).Distinct().Order();
            found.Add(new(one.Case, was, now, one.Told, [.. years.SelectMany(year => Causes(year, before, after))]));
        }

        return found;
    }

    private static (DateOnly?, DateOnly?, DateOnly?, bool, bool) Shown(Deadline deadline) =>
        (deadline.AnswerBy, deadline.WorkBy, deadline.Regional, deadline.Provisional, deadline.RegionalProvisional);

    private static IEnumerable<CalendarCause> Causes(int year, DeadlineRules before, DeadlineRules after)
    {
        var (was, now) = (before.Calendar.In(year), after.Calendar.In(year));
        if (was is null != now is null || (was is not null && now is not null && !was.SaysTheSameAs(now)))
            yield return new(year, was is null ? CalendarCauseKind.Published : now is null ? CalendarCauseKind.Removed : CalendarCauseKind.Corrected, now?.Notice ?? was!.Notice);
        var (festivalsWere, festivalsAre) = (before.Region?.In(year), after.Region?.In(year));
        if (festivalsWere is null != festivalsAre is null || (festivalsWere is not null && festivalsAre is not null && !festivalsWere.SaysTheSameAs(festivalsAre)))
            yield return new(year, CalendarCauseKind.Regional, festivalsAre?.Notice ?? festivalsWere!.Notice);
    }
}

/// <summary>A case as far as a change of the calendar concerns it.</summary>
/// <param name="Told">The latest day told to the applicant in writing.</param>
public sealed record OpenCase(CaseId Case, IReadOnlyList<ClockFact> Facts, DateOnly? Told);

/// <summary>One case whose dates changed with the calendar.</summary>
/// <param name="Told">The day the applicant was told in writing; it stays shown beside the new one.</param>
/// <param name="Causes">The years that differ among those the case runs through; none when only a reading of the law changed.</param>
public sealed record DeadlineChange(CaseId Case, Deadline Was, Deadline Now, DateOnly? Told, IReadOnlyList<CalendarCause> Causes)
{
    /// <summary>The new day is earlier than the one the applicant was told: both must be shown.</summary>
    public bool IsEarlierThanTold => Now.AnswerBy < Told;

    /// <summary>The day to work and remind against: never later than the new day nor than the one told.</summary>
    public DateOnly? ActBy => Told < Now.WorkBy ? Told : Now.WorkBy;
}

/// <summary>A year of the calendar that differs, with its notice.</summary>
public sealed record CalendarCause(int Year, CalendarCauseKind Kind, string Notice);

public enum CalendarCauseKind
{
    /// <summary>The year's notice was entered; until then it was counted provisionally.</summary>
    Published,

    /// <summary>The year's days were changed.</summary>
    Corrected,

    /// <summary>The year was taken out again.</summary>
    Removed,

    /// <summary>The region's festivals of the year were entered or changed.</summary>
    Regional,
}
