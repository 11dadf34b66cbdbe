namespace Disclosure.Requests;

/// <summary>Where a case's clock stands on a day, with every day that led there.</summary>
/// <param name="AnswerBy">The last day on which the answer is in time; null while the clock stands for a correction or a fee. With a consultation open: the due day if the opinion came today.</param>
/// <param name="Regional">The same with the region's own festivals left out, when that differs; shown beside, never instead.</param>
/// <param name="PrudentBy">20 working days from submission (稳妥期限); not legal, first reminders run against it. Null when nothing was submitted before receipt.</param>
/// <param name="Provisional">暂定: a year without a published notice was counted through.</param>
/// <param name="Lines">The day-by-day ledger (期限说明书).</param>
public sealed record Deadline(
    ClockStanding Standing,
    DateOnly? AnswerBy,
    DateOnly? Regional,
    DateOnly? PrudentBy,
    bool Provisional,
    IReadOnlyList<ClockLine> Lines);

public enum ClockStanding
{
    Running,

    /// <summary>A consultation is open.</summary>
    Paused,

    /// <summary>A correction or a payment is awaited.</summary>
    Stopped,

    Ended,
}

/// <summary>One calendar day of the ledger.</summary>
/// <param name="Number">The day's number in the running count; null for a day that does not count.</param>
/// <param name="Why">What the day is.</param>
/// <param name="Detail">The festival's name, the consultation's number.</param>
/// <param name="Article">The rule it rests on (<c>Art. 33</c>).</param>
public sealed record ClockLine(DateOnly Day, int? Number, ClockDay Why, string Detail, string Article);

public enum ClockDay
{
    /// <summary>Day 0.</summary>
    Start,

    /// <summary>工作日.</summary>
    WorkingDay,

    /// <summary>调休上班: a weekend day that is worked, and counts.</summary>
    MakeUpWorkday,

    Weekend,

    PublicHoliday,

    /// <summary>A festival of the region, where the setting lets it count as a day off.</summary>
    RegionalHoliday,

    /// <summary>A consultation is open (Art. 33).</summary>
    Consultation,

    /// <summary>A correction is awaited (Art. 30).</summary>
    AwaitingCorrection,

    /// <summary>A payment is awaited (国办函〔2020〕109号).</summary>
    AwaitingFee,

    /// <summary>Day 0 anew.</summary>
    Restart,

    /// <summary>The extension begins.</summary>
    Extension,

    /// <summary>The due day.</summary>
    Due,
}
