using Disclosure.Time;

namespace Disclosure.Tests.Time;

public class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = new(
    [
        new(2024, "content_6911528", Days("2024-01-01", "2024-02-10", "2024-02-11", "2024-02-12", "2024-02-13", "2024-02-14", "2024-02-15", "2024-02-16", "2024-02-17"), Days("2024-02-04", "2024-02-18")),
    ]);

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
    [InlineData("2024-12-31", "2025-01-02", null)]
    public void The_day_of_the_event_is_day_nought(string start, string end, int? days) =>
        Assert.Equal(days, Calendar.WorkingDaysAfter(Some.Day(start), Some.Day(end)));

    [Fact]
    public void A_day_outside_its_year_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingCalendar([new(2024, "", Days("2025-01-01"), Days())]));

    private static HashSet<DateOnly> Days(params string[] days) => [.. days.Select(Some.Day)];
}
