using Disclosure.Time;

namespace Disclosure.Requests;

/// <summary>
/// What the office goes by where the law leaves a reading to confirm: each is a day from which the other reading holds, and by default
/// none does.
/// </summary>
/// <param name="Deadlines">How a deadline is counted.</param>
/// <param name="ReasonsStopClockFrom">Reasons asked for from this day on (Art. 35) leave the time until they come out of the count; before it the clock runs.</param>
/// <param name="PostEndsOnArrivalFrom">Answers posted from this day on end the clock when they arrive; before it on the day of posting (国办公开办函〔2016〕235号).</param>
public sealed record DeskRules(DeadlineRules Deadlines, DateOnly? ReasonsStopClockFrom = null, DateOnly? PostEndsOnArrivalFrom = null)
{
    /// <summary>Which remedies an answer names, by its day.</summary>
    public IReadOnlyList<RemedyRegime> Remedies { get; init; } = RemedyRegime.Known;

    /// <summary>A deadline this many working days away, or nearer, is soon.</summary>
    public int SoonWorkingDays { get; init; } = 5;

    internal WorkingCalendar Calendar => Deadlines.Legal;
}

/// <summary>The moment at which a move is asked for, and what the office knows at it.</summary>
/// <param name="Now">Its day at the office is "today".</param>
public sealed record DeskDay(DateTimeOffset Now, DeskRules Rules)
{
    public DateOnly Today { get; } = TownshipTime.DayOf(Now);

    /// <summary>Report years that are locked: no fact may be dated into one, and a correction that touches one says so.</summary>
    public IReadOnlySet<int> LockedYears { get; init; } = new HashSet<int>();
}
