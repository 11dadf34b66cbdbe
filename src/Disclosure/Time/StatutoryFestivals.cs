using System.Collections.Concurrent;
using System.Globalization;

namespace Disclosure.Time;

/// <summary>
/// The days off that 全国年节及纪念日放假办法 itself names, for every year: the least that a year's notice can give, and all that is known
/// before it is published.
/// </summary>
/// <remarks>Holds for 2000 and later. The lunar days end with <see cref="ChineseLunisolarCalendar"/>'s last year, 2100; later years have the fixed days alone.</remarks>
public static class StatutoryFestivals
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private static readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, Festival>> Years = new();

    /// <summary>Each statutory day off of a year with its festival.</summary>
    public static IReadOnlyDictionary<DateOnly, Festival> Of(int year) => Years.GetOrAdd(year, static year =>
    {
        var days = new Dictionary<DateOnly, Festival>();
        foreach (var (day, festival) in Days(year))
            days.TryAdd(day, festival); // 中秋 may fall on 1 October
        return days;
    });

    private static IEnumerable<(DateOnly Day, Festival Festival)> Days(int year)
    {
        yield return (new(year, 1, 1), Festival.NewYear);
        if (SpringDay(year) is { } first)
        {
            // 2013年修订 moved the three days from 除夕–初二 to 初一–初三; 2024年修订 gave the eve back.
            var (from, to) = year switch { < 2014 => (-1, 1), < 2025 => (0, 2), _ => (-1, 2) };
            for (var i = from; i <= to; i++)
                yield return (first.AddDays(i), Festival.SpringFestival);
        }

        yield return (new(year, 4, TombSweepingDay(year)), Festival.TombSweeping);
        yield return (new(year, 5, 1), Festival.LabourDay);
        if (year >= 2025)
            yield return (new(year, 5, 2), Festival.LabourDay);
        if (LunarDay(year, 5, 5) is { } dragonBoat)
            yield return (dragonBoat, Festival.DragonBoat);
        for (var day = 1; day <= 3; day++)
            yield return (new(year, 10, day), Festival.NationalDay);
        if (LunarDay(year, 8, 15) is { } midAutumn)
            yield return (midAutumn, Festival.MidAutumn);
    }

    private static DateOnly? SpringDay(int year) => LunarDay(year, 1, 1);

    private static DateOnly? LunarDay(int year, int month, int day)
    {
        if (year < Lunar.MinSupportedDateTime.Year || year >= Lunar.MaxSupportedDateTime.Year)
            return null;
        // GetLeapMonth gives the position of the leap month itself, so the ordinary months from there on stand one later.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>The day in April on which the sun reaches 15° (清明): the rule of solar terms, less the leap days since 2000.</summary>
    private static int TombSweepingDay(int year)
    {
        var since = year - 2000;
        return (int)(4.81 + (since * 0.2422)) - (since / 4) + (since / 100) - (since / 400);
    }
}
