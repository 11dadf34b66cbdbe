namespace Disclosure.Time;

/// <summary>
/// Whether the calendar reaches far enough: next year's notice comes in October to December, and every limit that runs into a year without
/// one is provisional (暂定).
/// </summary>
public static class CalendarWatch
{
    /// <summary>From this day on next year's notice should be there.</summary>
    private const int Month = 11, Day = 15;

    /// <summary>The years whose notice should have been entered by now, oldest first.</summary>
    /// <remarks>It asks for the fact and not for the date alone, so it is silent once the year is there and goes on asking until it is.</remarks>
    public static IReadOnlyList<int> MissingYears(WorkingCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var due = today >= new DateOnly(today.Year, Month, Day) ? today.Year + 1 : today.Year;
        return [.. Enumerable.Range(today.Year, due - today.Year + 1).Where(year => calendar.In(year) is null)];
    }
}
