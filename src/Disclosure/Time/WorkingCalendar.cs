namespace Disclosure.Time;

/// <summary>
/// Which days are working days (工作日), from the State Council's yearly holiday notices: make-up days on weekends count, public
/// holidays do not, all other days follow the week.
/// </summary>
/// <remarks>
/// A year without a notice is unknown, and everything that would have to count through it is null: "no data for that year" is
/// never "a weekday".
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly Dictionary<int, CalendarYear> _years;

    /// <exception cref="ArgumentException">The same year twice, or a day that lies outside its year.</exception>
    public WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        _years = [];
        foreach (var year in years)
        {
            if (!_years.TryAdd(year.Year, year))
                throw new ArgumentException($"The year {year.Year} is given twice.", nameof(years));
            if (year.PublicHolidays.Concat(year.MakeUpWorkdays).Where(day => day.Year != year.Year).Cast<DateOnly?>().FirstOrDefault() is { } stray)
                throw new ArgumentException($"{stray:yyyy-MM-dd} does not lie in {year.Year}.", nameof(years));
        }
    }

    /// <summary>Whether the office works on a day; null when the year's notice is not known.</summary>
    public bool? IsWorkingDay(DateOnly day)
    {
        if (!_years.TryGetValue(day.Year, out var year))
            return null;
        return year.MakeUpWorkdays.Contains(day)
            || (!year.PublicHolidays.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    /// <summary>
    /// Working days after <paramref name="start"/> up to and including <paramref name="end"/>: the day of the event is day 0
    /// (Art. 31, 33). Null when a year in between is not known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start.</exception>
    public int? WorkingDaysAfter(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        var count = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (IsWorkingDay(day) is not { } works)
                return null;
            count += works ? 1 : 0;
        }

        return count;
    }
}

/// <summary>One year of the State Council's holiday notice.</summary>
/// <param name="Notice">Where the notice stands (its content number).</param>
/// <param name="PublicHolidays">Days off named in the notice, adjoining weekend days included.</param>
/// <param name="MakeUpWorkdays">Weekend days worked instead (调休上班).</param>
public sealed record CalendarYear(int Year, string Notice, IReadOnlySet<DateOnly> PublicHolidays, IReadOnlySet<DateOnly> MakeUpWorkdays);
