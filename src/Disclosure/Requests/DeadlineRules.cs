using Disclosure.Time;

namespace Disclosure.Requests;

/// <summary>
/// The calendar and the readings of the law that a deadline is counted with. Each reading that a responsible person still has to confirm
/// is a day from which another one holds; by default none does.
/// </summary>
/// <param name="Calendar">The national calendar.</param>
/// <param name="Region">A region's festivals, shown beside the national count.</param>
/// <param name="RegionDecidesFrom">From which day on they are days off in the legal count too.</param>
/// <param name="FeeRemainderFrom">Payments from this day on let the remaining days run instead of 20 anew (国办函〔2020〕109号).</param>
/// <param name="SentDayExcludedFrom">Consultations sent from this day on leave out the day of sending itself (Art. 33).</param>
public sealed record DeadlineRules(
    WorkingCalendar Calendar,
    RegionalFestivals? Region = null,
    DateOnly? RegionDecidesFrom = null,
    DateOnly? FeeRemainderFrom = null,
    DateOnly? SentDayExcludedFrom = null)
{
    /// <summary>Working days to answer in (Art. 33).</summary>
    public const int LegalAnswerDays = 20;

    /// <summary>The length of the limit; another than the law's only to try one out.</summary>
    public int AnswerDays { get; init; } = LegalAnswerDays;

    /// <summary>Working days to answer a review organ: 5 in the simple procedure, which disclosure cases may take, 10 in the ordinary one (行政复议法 Art. 48, 53, 54).</summary>
    public int RemedyReplyDays { get; init; } = 5;

    /// <summary>Calendar days to hand in a defence (行政诉讼法 Art. 67).</summary>
    public int DefenceDays { get; init; } = 15;

    /// <summary>What decides in law.</summary>
    public WorkingCalendar Legal => Region is not null && RegionDecidesFrom is { } from ? Calendar.With(Region, from) : Calendar;

    /// <summary>With all of the region's festivals left out; null without a region.</summary>
    public WorkingCalendar? Regional => Region is null ? null : Calendar.With(Region, DateOnly.MinValue);
}
