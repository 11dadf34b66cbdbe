namespace Disclosure.Requests;

/// <summary>Where a case's clock stands on a day, with every day that led there.</summary>
/// <param name="AnswerBy">The last day on which the answer is in time; null while the clock stands for a correction or a fee. With a consultation open: the due day if the opinion came today.</param>
/// <param name="Regional">The same with the region's own festivals left out, when that differs from the national count; shown beside.</param>
/// <param name="PrudentBy">The same count from submission (稳妥期限); not legal, first reminders run against it. Null when nothing was submitted before receipt, and after a restart.</param>
/// <param name="Provisional">暂定: a year without a published notice was counted through.</param>
/// <param name="Lines">The day-by-day ledger of <paramref name="AnswerBy"/> (期限说明书).</param>
public sealed record Deadline(
    ClockStanding Standing,
    DateOnly? AnswerBy,
    DateOnly? Regional,
    DateOnly? PrudentBy,
    bool Provisional,
    IReadOnlyList<ClockLine> Lines)
{
    /// <summary>The national count, never later than <see cref="AnswerBy"/>: work, reminders and warnings run against it. It differs only where a region's festivals decide in law.</summary>
    public DateOnly? WorkBy { get; init; } = AnswerBy;

    /// <summary>The region's festivals of a year counted through are not known, so <see cref="Regional"/> may be too early or missing.</summary>
    public bool RegionalProvisional { get; init; }
}

public enum ClockStanding
{
    Running,

    /// <summary>A consultation is open.</summary>
    Paused,

    /// <summary>A correction or a payment is awaited.</summary>
    Stopped,

    Ended,
}
