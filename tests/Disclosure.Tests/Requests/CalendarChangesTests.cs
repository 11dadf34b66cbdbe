using Disclosure.Requests;
using Disclosure.Tests.Time;
using Disclosure.Time;

namespace Disclosure.Tests.Requests;

public class CalendarChangesTests
{
    private static readonly DateOnly Today = new(2026, 12, 14);

    private static readonly DeadlineRules Before = new(ConfiguredCalendar.National);

    /// <summary>2027 with New Year's Day on a bridge from Friday to Sunday, made up on the Saturday after.</summary>
    private static readonly DeadlineRules After = Before with { Calendar = With(Year(2027, ["2027-01-01", "2027-01-02", "2027-01-03"], ["2027-01-09"])) };

    private static readonly OpenCase Open = Case("open-2026", "2026-12-10");

    [Fact]
    public void A_year_that_is_published_makes_a_provisional_day_final()
    {
        var change = Assert.Single(CalendarChanges.Between(Before, After, [Open], Today));

        Assert.Equal((true, false), (change.Was.Provisional, change.Now.Provisional));
        Assert.Equal([new CalendarCause(2027, CalendarCauseKind.Published, "n")], change.Causes);
    }

    [Fact]
    public void A_correction_moves_the_day_and_names_year_and_notice()
    {
        var correction = After with { Calendar = With(Year(2027, ["2027-01-01", "2027-01-04"], []) with { Notice = "content_2" }) };

        var change = Assert.Single(CalendarChanges.Between(After, correction, [Open, Case("elsewhere", "2026-05-20")], Today));

        Assert.Equal((CaseId.Parse("open-2026"), new DateOnly(2027, 1, 8), new DateOnly(2027, 1, 11)), (change.Case, change.Was.AnswerBy, change.Now.AnswerBy));
        Assert.Equal([new CalendarCause(2027, CalendarCauseKind.Corrected, "content_2")], change.Causes);
    }

    [Fact]
    public void A_case_that_has_ended_never_changes()
    {
        var closed = Open with { Facts = [.. Open.Facts, new ClockFact.End(new(2026, 12, 11))] };

        Assert.Empty(CalendarChanges.Between(Before, After, [closed], Today));
    }

    [Theory]
    [InlineData("2027-01-12", true, "2027-01-08")] // told a later day than now holds
    [InlineData("2027-01-08", false, "2027-01-08")]
    [InlineData("2027-01-07", false, "2027-01-07")] // a promise is kept even if the law would give more
    [InlineData(null, false, "2027-01-08")]
    public void The_earlier_of_the_new_day_and_the_one_told_is_worked_to(string? told, bool earlier, string actBy)
    {
        var change = Assert.Single(CalendarChanges.Between(Before, After, [Open with { Told = told is null ? null : Some.Day(told) }], Today));

        Assert.Equal((earlier, Some.Day(actBy)), (change.IsEarlierThanTold, change.ActBy));
    }

    [Fact]
    public void A_regions_festivals_that_are_entered_show_a_day_beside()
    {
        var @case = Case("spring-2025", "2025-05-20");

        var change = Assert.Single(CalendarChanges.Between(Before, Before with { Region = ConfiguredCalendar.Xinjiang }, [@case], Today));

        Assert.Equal((new DateOnly(2025, 6, 18), new DateOnly(2025, 6, 18), new DateOnly(2025, 6, 23)), (change.Was.AnswerBy, change.Now.AnswerBy, change.Now.Regional));
        Assert.Equal((2025, CalendarCauseKind.Regional), (Assert.Single(change.Causes).Year, change.Causes[0].Kind));
    }

    [Fact]
    public void A_year_that_is_taken_out_makes_the_day_provisional_again()
    {
        var change = Assert.Single(CalendarChanges.Between(After, Before, [Open], Today));

        Assert.Equal((true, CalendarCauseKind.Removed), (change.Now.Provisional, Assert.Single(change.Causes).Kind));
    }

    [Fact]
    public void A_notices_number_alone_changes_nothing() =>
        Assert.Empty(CalendarChanges.Between(After, After with { Calendar = With(After.Calendar.In(2027)! with { Notice = "another" }) }, [Open], Today));

    private static OpenCase Case(string id, string received) => new(CaseId.Parse(id), [new ClockFact.Start(Some.Day(received), Some.Day(received))], null);

    private static WorkingCalendar With(CalendarYear year) => new(ConfiguredCalendar.Years.Append(year));

    private static CalendarYear Year(int year, string[] off, string[] madeUp) => new(year, "n", off.Select(Some.Day).ToHashSet(), madeUp.Select(Some.Day).ToHashSet());
}
