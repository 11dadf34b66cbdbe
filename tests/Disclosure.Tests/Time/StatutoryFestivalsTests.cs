using Disclosure.Time;

namespace Disclosure.Tests.Time;

public class StatutoryFestivalsTests
{
    [Theory]
    [InlineData(2013, Festival.SpringFestival, "02-09 02-10 02-11")] // 除夕–初二
    [InlineData(2014, Festival.SpringFestival, "01-31 02-01 02-02")] // 初一–初三
    [InlineData(2024, Festival.SpringFestival, "02-10 02-11 02-12")]
    [InlineData(2025, Festival.SpringFestival, "01-28 01-29 01-30 01-31")] // 除夕–初三
    [InlineData(2027, Festival.SpringFestival, "02-05 02-06 02-07 02-08")]
    [InlineData(2033, Festival.SpringFestival, "01-30 01-31 02-01 02-02")] // a leap eleventh month follows
    [InlineData(2024, Festival.LabourDay, "05-01")]
    [InlineData(2025, Festival.LabourDay, "05-01 05-02")]
    [InlineData(2027, Festival.DragonBoat, "06-09")]
    [InlineData(2025, Festival.DragonBoat, "05-31")] // before the leap sixth month
    [InlineData(2025, Festival.MidAutumn, "10-06")] // after it
    [InlineData(2027, Festival.MidAutumn, "09-15")]
    [InlineData(2027, Festival.TombSweeping, "04-05")]
    [InlineData(2028, Festival.TombSweeping, "04-04")]
    [InlineData(2027, Festival.NewYear, "01-01")]
    [InlineData(2027, Festival.NationalDay, "10-01 10-02 10-03")]
    [InlineData(2150, Festival.MidAutumn, "")]
    public void The_law_names_the_days_of_every_year(int year, Festival festival, string days) =>
        Assert.Equal(days, string.Join(' ', StatutoryFestivals.Of(year).Where(one => one.Value == festival).Select(one => one.Key).Order().Select(day => $"{day:MM-dd}")));

    [Fact]
    public void Every_statutory_day_is_a_day_off_in_every_published_notice() =>
        Assert.All(
            ConfiguredCalendar.Years.SelectMany(year => StatutoryFestivals.Of(year.Year).Keys.Select(day => (Year: year, Day: day))),
            one => Assert.Contains(one.Day, one.Year.PublicHolidays));

    [Fact]
    public void Tomb_sweeping_day_is_the_day_the_sun_reaches_15_degrees()
    {
        for (var year = 2008; year <= 2150; year++)
        {
            var day = StatutoryFestivals.Of(year).Single(one => one.Value is Festival.TombSweeping).Key;
            var midnight = day.ToDateTime(default);

            // A few minutes of the moment lie within the error of the formula below.
            Assert.True(SunAt(midnight.AddMinutes(-20)) < 15 && SunAt(midnight.AddDays(1).AddMinutes(20)) > 15, $"{day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void A_year_without_a_notice_rests_on_the_days_the_law_names_and_says_so()
    {
        var calendar = ConfiguredCalendar.National;

        Assert.Equal(new CalendarDay(new(2027, 1, 1), DayKind.PublicHoliday, Festival.NewYear, Provisional: true), calendar.On(new(2027, 1, 1)));
        Assert.Equal(new CalendarDay(new(2027, 1, 4), DayKind.WorkingDay, null, Provisional: true), calendar.On(new(2027, 1, 4)));
        Assert.Equal(new CountedDay(new(2027, 1, 8), Provisional: true), calendar.After(new(2026, 12, 10), 20));
        Assert.Null(calendar.IsWorkingDay(new(2027, 1, 4)));
        Assert.Null(calendar.WorkingDaysAfter(new(2026, 12, 10), new(2027, 1, 8)));
    }

    /// <summary>The sun's apparent longitude in degrees at a Beijing time, to about a hundredth of a degree (Meeus, Astronomical Algorithms, ch. 25).</summary>
    private static double SunAt(DateTime beijing)
    {
        const double J2000 = 2451545.0;
        var julian = (beijing.AddHours(-8) - new DateTime(2000, 1, 1, 12, 0, 0)).TotalDays + J2000 + (69 / 86400.0);
        var t = (julian - J2000) / 36525;
        var anomaly = (357.52911 + (35999.05029 * t) - (0.0001537 * t * t)) * Math.PI / 180;
        var centre = ((1.914602 - (0.004817 * t)) * Math.Sin(anomaly)) + ((0.019993 - (0.000101 * t)) * Math.Sin(2 * anomaly)) + (0.000289 * Math.Sin(3 * anomaly));
        var node = (125.04 - (1934.136 * t)) * Math.PI / 180;
        var longitude = 280.46646 + (36000.76983 * t) + (0.0003032 * t * t) + centre - 0.00569 - (0.00478 * Math.Sin(node));
        return ((longitude % 360) + 360) % 360;
    }
}
