using CsCheck;
using Disclosure.Time;

namespace Disclosure.Tests.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(
    [
        new(2024, "content_6911528", Days("2024-01-01", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-02-17"), Days("2024-02-04", "2024-02-18")),
    ]);

    /// <summary>Days in reach of the shipped files and of the provisional years after them.</summary>
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[new DateOnly(2018, 1, 1).DayNumber, new DateOnly(2029, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2024-02-09", true)] // New Year's Eve was a working day in 2024
    [InlineData("2024-02-12", false)] // a Monday, but a holiday
    [InlineData("2024-02-18", true)] // a Sunday worked instead
    [InlineData("2024-02-24", false)]
    [InlineData("2025-02-24", null)] // no notice, no answer
    public void A_day_is_a_working_day_as_the_notice_says(string day, bool? works) => Assert.Equal(works, Calendar.IsWorkingDay(Some.Day(day)));

    [Theory]
    [InlineData("2024-01-31", "2024-02-08", 7)]
    [InlineData("2024-01-31", "2024-02-26", 15)]
    [InlineData("2024-01-31", "2024-03-04", 20)]
    [InlineData("2024-01-31", "2024-01-31", 0)]
    [InlineData("2023-12-31", "2024-01-02", 1)]
    [InlineData("2024-12-31", "2025-01-02", null)]
    [InlineData("0024-12-31", "2024-01-02", null)]
    [InlineData("2030-12-31", "2030-12-31", 0)]
    public void The_day_of_the_event_is_day_nought(string start, string end, int? days) =>
        Assert.Equal(days, Calendar.WorkingDaysAfter(Some.Day(start), Some.Day(end)));

    [Fact]
    public void A_day_outside_its_year_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([new(2024, "", Days("2025-01-01"), Days())]));

    [Theory]
    [InlineData("2025-01-26", DayKind.MakeUpWorkday, null)]
    [InlineData("2025-01-28", DayKind.PublicHoliday, Festival.SpringFestival)]
    [InlineData("2025-02-04", DayKind.PublicHoliday, Festival.SpringFestival)]
    [InlineData("2020-02-02", DayKind.PublicHoliday, Festival.SpringFestival)] // added by the correction of 2020
    [InlineData("2019-05-04", DayKind.PublicHoliday, Festival.LabourDay)] // added by the correction of 2019
    [InlineData("2022-12-31", DayKind.PublicHoliday, Festival.NewYear)] // of the next year
    [InlineData("2023-09-29", DayKind.PublicHoliday, Festival.MidAutumn)]
    [InlineData("2023-10-06", DayKind.PublicHoliday, Festival.NationalDay)]
    [InlineData("2025-10-06", DayKind.PublicHoliday, Festival.MidAutumn)]
    [InlineData("2025-10-11", DayKind.MakeUpWorkday, null)]
    [InlineData("2025-06-07", DayKind.Weekend, null)]
    [InlineData("2025-06-06", DayKind.WorkingDay, null)]
    public void Each_day_off_is_known_by_its_festival(string day, DayKind kind, Festival? festival) =>
        Assert.Equal(new CalendarDay(Some.Day(day), kind, festival, Provisional: false), ConfiguredCalendar.National.On(Some.Day(day)));

    [Theory]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_its_notice_gives(int year, int days)
    {
        var found = ConfiguredCalendar.National.Between(new(year - 1, 12, 31), new(year, 12, 31));

        Assert.Equal((new DayCount(days, false), days), (found, CalendarOracle.Count(year)));
    }

    [Fact]
    public void Every_day_of_the_published_years_and_every_length_agrees_with_the_oracle()
    {
        var (compared, last) = (0, new DateOnly(2026, 12, 31));
        for (var day = new DateOnly(2018, 12, 31); day <= last; day = day.AddDays(1))
        {
            for (var n = 1; n <= 60; n++)
            {
                var found = ConfiguredCalendar.National.After(day, n);
                var expected = CalendarOracle.After(day, n);
                Assert.True(found.Provisional == expected is null && (expected is null || found.Day == expected), $"{n} after {day:yyyy-MM-dd} is {expected:yyyy-MM-dd}, not {found}");
                compared += expected is null ? 0 : 1;
            }
        }

        Assert.True(compared > 170_000, $"only {compared} compared");
    }

    [Fact]
    public void Adjoining_stretches_add_up() => Gen.Select(AnyDay, AnyDay, AnyDay).Sample((one, two, three) =>
    {
        DateOnly[] days = [one, two, three];
        Array.Sort(days);
        var calendar = ConfiguredCalendar.National;
        var (first, second, whole) = (calendar.Between(days[0], days[1]), calendar.Between(days[1], days[2]), calendar.Between(days[0], days[2]));

        Assert.Equal(whole, new DayCount(first.Days + second.Days, first.Provisional || second.Provisional));
    });

    [Fact]
    public void Counting_forth_finds_the_day_again_exactly_when_it_is_worked() => Gen.Select(AnyDay, AnyDay).Sample((one, two) =>
    {
        var (from, to) = one < two ? (one, two) : (two, one);
        var calendar = ConfiguredCalendar.National.With(ConfiguredCalendar.Xinjiang, new(2023, 1, 1));

        var back = calendar.After(from, calendar.Between(from, to).Days).Day;

        Assert.True(back <= to);
        Assert.Equal(from == to || calendar.On(to).IsWorked, back == to);
    });

    [Fact]
    public void A_later_day_or_a_longer_term_never_ends_earlier() => Gen.Select(AnyDay, Gen.Int[0, 80], Gen.Int[0, 30], Gen.Int[0, 5]).Sample((day, days, later, more) =>
    {
        var calendar = ConfiguredCalendar.National;

        Assert.True(calendar.After(day.AddDays(later), days).Day >= calendar.After(day, days).Day);
        Assert.True(calendar.After(day, days + more).Day >= calendar.After(day, days).Day.AddDays(more));
    });

    [Fact]
    public void A_regions_festivals_count_only_from_their_day_on_and_only_where_they_are_known()
    {
        var regional = ConfiguredCalendar.National.With(ConfiguredCalendar.Xinjiang, new(2025, 6, 9));

        Assert.Equal(DayKind.WorkingDay, regional.On(new(2025, 6, 6)).Kind);
        Assert.Equal(new CalendarDay(new(2025, 6, 9), DayKind.RegionalHoliday, Festival.Corban, false), regional.On(new(2025, 6, 9)));
        Assert.Equal(new CalendarDay(new(2026, 5, 27), DayKind.WorkingDay, null, Provisional: true), regional.On(new(2026, 5, 27)));
        Assert.Null(regional.IsWorkingDay(new(2026, 5, 27)));
    }

    [Fact]
    public void A_region_may_rest_on_a_day_the_country_makes_up()
    {
        var region = new RegionalFestivals("r", [new(2025, "n", new Dictionary<DateOnly, Festival> { [new(2025, 9, 28)] = Festival.Corban }, Days("2025-10-04"))]);

        var calendar = ConfiguredCalendar.National.With(region, DateOnly.MinValue);

        Assert.Equal(DayKind.RegionalHoliday, calendar.On(new(2025, 9, 28)).Kind);
        Assert.Equal(DayKind.MakeUpWorkday, calendar.On(new(2025, 10, 4)).Kind);
    }

    [Theory]
    [InlineData("2026-11-14", "")]
    [InlineData("2026-11-15", "2027")]
    [InlineData("2026-12-31", "2027")]
    [InlineData("2027-01-01", "2027")]
    [InlineData("2027-11-15", "2027 2028")]
    public void A_notice_is_missed_from_15_November_until_it_is_there(string today, string years) =>
        Assert.Equal(years, string.Join(' ', CalendarWatch.MissingYears(ConfiguredCalendar.National, Some.Day(today))));

    private static HashSet<DateOnly> Days(params string[] days) => [.. days.Select(Some.Day)];
}
