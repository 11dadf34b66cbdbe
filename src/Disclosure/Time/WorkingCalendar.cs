namespace Disclosure.Time;

/// <summary>
/// Which days are working days (工作日), from the State Council's yearly holiday notices: make-up days on weekends count, public
/// holidays do not, all other days follow the week.
/// </summary>
/// <remarks>
/// "No data for that year" is never "a weekday". Two ways of asking keep that: <see cref="IsWorkingDay"/> and <see cref="WorkingDaysAfter"/>
/// answer from published notices only and are null without one; <see cref="On"/>, <see cref="Between"/> and <see cref="After"/> go on with
/// the days off that the law itself names and say that the answer is provisional (暂定).
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly Dictionary<int, CalendarYear> _years;
    private readonly RegionalFestivals? _region;
    private readonly DateOnly _regionFrom;

    /// <exception cref="ArgumentException">The same year twice, or a day that lies outside its year.</exception>
    public WorkingCalendar(IEnumerable<CalendarYear> years)
    {
        _years = YearsOf.Distinct(years, year => year.Year, year => year.PublicHolidays.Concat(year.MakeUpWorkdays));
    }

    private WorkingCalendar(Dictionary<int, CalendarYear> years, RegionalFestivals region, DateOnly from) => (_years, _region, _regionFrom) = (years, region, from);

    /// <summary>The notice of a year; null when it is not known.</summary>
    public CalendarYear? In(int year) => _years.GetValueOrDefault(year);

    /// <summary>The same calendar with a region's festivals as days off from a day on.</summary>
    public WorkingCalendar With(RegionalFestivals region, DateOnly from) => new(_years, region, from);

    /// <summary>Whether the office works on a day; null when the year's notice is not known.</summary>
    public bool? IsWorkingDay(DateOnly day) => On(day) is { Provisional: false } known ? known.IsWorked : null;

    /// <summary>
    /// Working days after <paramref name="start"/> up to and including <paramref name="end"/>: the day of the event is day 0
    /// (Art. 31, 33). Null when a year in between is not known.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start.</exception>
    public int? WorkingDaysAfter(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        if (start == end)
            return 0;
        // Years are asked before days: what a page calls a date may lie a thousand years back.
        for (var year = start.AddDays(1).Year; year <= end.Year; year++)
        {
            if (!_years.ContainsKey(year))
                return null;
        }

        return Between(start, end) is { Provisional: false } known ? known.Days : null;
    }

    /// <summary>What a day is; without its year's notice by the days off that the law names, and marked provisional.</summary>
    public CalendarDay On(DateOnly day)
    {
        var national = National(day);
        if (_region is null || day < _regionFrom)
            return national;
        if (_region.In(day.Year) is not { } regional)
            return national with { Provisional = true };
        if (regional.MakeUpWorkdays.Contains(day))
            return national with { Kind = DayKind.MakeUpWorkday, Festival = null };
        return national.IsWorked && regional.DaysOff.TryGetValue(day, out var festival)
            ? national with { Kind = DayKind.RegionalHoliday, Festival = festival }
            : national;
    }

    /// <summary>The working days after <paramref name="start"/> up to and including <paramref name="end"/>; adjoining stretches add up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end lies before the start.</exception>
    public DayCount Between(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        var (count, provisional) = (0, false);
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            var found = On(day);
            count += found.IsWorked ? 1 : 0;
            provisional |= found.Provisional;
        }

        return new(count, provisional);
    }

    /// <summary>The n-th working day after an event; the event's own day is day 0 whatever kind of day it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than no days.</exception>
    public CountedDay After(DateOnly day0, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var (day, provisional) = (day0, false);
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            var found = On(day);
            left -= found.IsWorked ? 1 : 0;
            provisional |= found.Provisional;
        }

        return new(day, provisional);
    }

    private CalendarDay National(DateOnly day)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!_years.TryGetValue(day.Year, out var year))
        {
            return StatutoryFestivals.Of(day.Year).TryGetValue(day, out var festival)
                ? new(day, DayKind.PublicHoliday, festival, Provisional: true)
                : new(day, isWeekend ? DayKind.Weekend : DayKind.WorkingDay, null, Provisional: true);
        }

        if (year.MakeUpWorkdays.Contains(day))
            return new(day, DayKind.MakeUpWorkday, null, Provisional: false);
        if (year.PublicHolidays.Contains(day))
            return new(day, DayKind.PublicHoliday, NearestFestival(day), Provisional: false);
        return new(day, isWeekend ? DayKind.Weekend : DayKind.WorkingDay, null, Provisional: false);
    }

    /// <summary>A notice names the days off around a festival; the nearest statutory day tells whose they are.</summary>
    private static Festival? NearestFestival(DateOnly day)
    {
        for (var away = 0; away <= FarthestDayOff; away++)
        {
            foreach (var near in (DateOnly[])[day.AddDays(-away), day.AddDays(away)])
            {
                if (StatutoryFestivals.Of(near.Year).TryGetValue(near, out var festival))
                    return festival;
            }
        }

        return null;
    }

    /// <summary>The longest stretch any notice has given is ten days (春节 2020).</summary>
    private const int FarthestDayOff = 10;
}
