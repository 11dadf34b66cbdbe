using Disclosure.Requests;
using Disclosure.Tests.Time;
using Disclosure.Time;

namespace Disclosure.Tests.Requests;

/// <summary>Receipts with the days on which their limits end, computed by hand and by other programs.</summary>
public class DeadlineVectorTests
{
    /// <summary>What a calendar without holidays would say.</summary>
    private static readonly WorkingCalendar Weekdays = new(ConfiguredCalendar.Years.Select(year => year with { PublicHolidays = None, MakeUpWorkdays = None }).Append(Empty(2027)));

    /// <summary>What a calendar of days off alone would say, without make-up days.</summary>
    private static readonly WorkingCalendar WithoutMakeUp = new(ConfiguredCalendar.Years.Select(year => year with { MakeUpWorkdays = None }).Append(Empty(2027)));

    private static readonly WorkingCalendar WithEmpty2027 = new(ConfiguredCalendar.Years.Append(Empty(2027)));

    private static readonly WorkingCalendar Xinjiang = ConfiguredCalendar.National.With(ConfiguredCalendar.Xinjiang, DateOnly.MinValue);

    private static HashSet<DateOnly> None => [];

    [Theory]
    [InlineData("2020-01-17", "2020-02-04", "2020-02-14", "2020-02-21", "2020-03-20")]
    [InlineData("2023-12-29", "2024-01-10", "2024-01-22", "2024-01-29", "2024-02-29")]
    [InlineData("2024-01-31", "2024-02-08", "2024-02-26", "2024-03-04", "2024-04-01")]
    [InlineData("2024-04-26", "2024-05-09", "2024-05-20", "2024-05-27", "2024-06-25")]
    [InlineData("2024-09-12", "2024-09-24", "2024-10-10", "2024-10-16", "2024-11-13")]
    [InlineData("2024-12-20", "2024-12-31", "2025-01-13", "2025-01-20", "2025-02-21")]
    [InlineData("2025-01-10", "2025-01-21", "2025-02-07", "2025-02-13", "2025-03-13")]
    [InlineData("2025-09-15", "2025-09-24", "2025-10-11", "2025-10-17", "2025-11-14")]
    [InlineData("2026-01-23", "2026-02-03", "2026-02-13", "2026-02-27", "2026-03-26")]
    [InlineData("2026-02-10", "2026-02-26", "2026-03-09", "2026-03-16", "2026-04-14")]
    [InlineData("2026-09-10", "2026-09-20", "2026-10-08", "2026-10-14", "2026-11-11")]
    public void Seven_fifteen_twenty_and_forty_working_days_end_on_the_day_the_notice_gives(string received, string seven, string fifteen, string twenty, string forty)
    {
        var (day, calendar) = (Some.Day(received), ConfiguredCalendar.National);

        Assert.Equal(
            [seven, fifteen, twenty, forty],
            [Iso(LegalTimers.CorrectionNoticeBy(day, calendar).Day), Iso(LegalTimers.ThirdPartyBy(day, calendar).Day), Iso(DueBy(day, calendar)), Iso(DueBy(day, calendar, new ClockFact.Extend(day.AddDays(7), 20)))]);
    }

    [Theory]
    [InlineData("2025-05-20", 20, "2025-06-17", "2025-06-18", "2025-06-18", "2025-06-23")]
    [InlineData("2025-01-20", 20, "2025-02-17", "2025-02-25", "2025-02-21", "2025-02-21")]
    [InlineData("2025-09-22", 20, "2025-10-20", "2025-10-28", "2025-10-24", "2025-10-24")]
    [InlineData("2025-03-20", 20, "2025-04-17", "2025-04-18", "2025-04-18", "2025-04-21")]
    [InlineData("2025-06-05", 7, "2025-06-16", "2025-06-16", "2025-06-16", "2025-06-19")]
    [InlineData("2025-06-05", 20, "2025-07-03", "2025-07-03", "2025-07-03", "2025-07-08")]
    [InlineData("2024-02-05", 20, "2024-03-04", "2024-03-11", "2024-03-08", "2024-03-08")]
    [InlineData("2023-06-20", 20, "2023-07-18", "2023-07-20", "2023-07-19", "2023-07-24")]
    [InlineData("2026-02-10", 20, "2026-03-10", "2026-03-18", "2026-03-16", "2026-03-16")]
    [InlineData("2025-12-25", 20, "2026-01-22", "2026-01-26", "2026-01-23", "2026-01-23")]
    [InlineData("2025-09-01", 20, "2025-09-29", "2025-09-29", "2025-09-28", "2025-09-28")] // a working Sunday
    [InlineData("2026-02-05", 7, "2026-02-16", "2026-02-24", "2026-02-14", "2026-02-14")] // a working Saturday
    [InlineData("2025-10-01", 7, "2025-10-10", "2025-10-17", "2025-10-16", "2025-10-16")] // received on a holiday
    [InlineData("2025-10-01", 20, "2025-10-29", "2025-11-05", "2025-11-04", "2025-11-04")]
    [InlineData("2025-09-27", 7, "2025-10-07", "2025-10-15", "2025-10-13", "2025-10-13")] // received on a Saturday
    [InlineData("2025-09-28", 7, "2025-10-07", "2025-10-15", "2025-10-14", "2025-10-14")] // and on a working Sunday
    [InlineData("2026-12-10", 20, "2027-01-07", "2027-01-07", "2027-01-07", "2027-01-08")] // New Year's Day is in the law, if not yet in a notice
    public void Only_a_calendar_with_make_up_days_finds_the_day(string received, int days, string weekdays, string withoutMakeUp, string national, string xinjiang) =>
        Assert.Equal(
            [weekdays, withoutMakeUp, national, xinjiang],
            new[] { Weekdays, WithoutMakeUp, WithEmpty2027, Xinjiang }.Select(calendar => Iso(calendar.After(Some.Day(received), days).Day)));

    [Theory]
    [InlineData(2023, 20, 139, 60)]
    [InlineData(2024, 20, 165, null)]
    [InlineData(2025, 20, 136, 61)]
    [InlineData(2023, 7, 69, null)]
    [InlineData(2024, 7, 90, null)]
    [InlineData(2025, 7, 65, null)]
    public void Without_make_up_days_more_than_a_third_of_receipts_would_get_too_late_a_day(int year, int days, int late, int? regionalLater)
    {
        var receipts = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).ToList();

        Assert.Equal(late, receipts.Count(day => WithoutMakeUp.After(day, days).Day > ConfiguredCalendar.National.After(day, days).Day));
        Assert.DoesNotContain(receipts, day => WithoutMakeUp.After(day, days).Day < ConfiguredCalendar.National.After(day, days).Day);
        Assert.DoesNotContain(receipts, day => Xinjiang.After(day, days).Day < ConfiguredCalendar.National.After(day, days).Day);
        if (regionalLater is not null)
            Assert.Equal(regionalLater, receipts.Count(day => Xinjiang.After(day, days).Day > ConfiguredCalendar.National.After(day, days).Day));
    }

    /// <summary>Received 2025-05-20: what follows, the national day, and the region's day where it is another.</summary>
    public static TheoryData<string, ClockFact[], string, string?> Worked => new()
    {
        { "nothing", [], "2025-06-18", "2025-06-23" },
        { "a third party asked", [Asked(1, "2025-05-26", "2025-06-12")], "2025-07-04", null },
        { "two asked at once", [Asked(1, "2025-05-26", "2025-06-12"), Asked(2, "2025-06-05", "2025-06-18")], "2025-07-10", null },
        { "and extended", [Asked(1, "2025-05-26", "2025-06-12"), Asked(2, "2025-06-05", "2025-06-18"), new ClockFact.Extend(new(2025, 7, 1), 20)], "2025-08-07", null },
        { "corrected", [new ClockFact.Stop(new(2025, 5, 29), StopCause.Correction), new ClockFact.RestartByCorrection(new(2025, 6, 16))], "2025-07-14", null },
    };

    [Theory]
    [MemberData(nameof(Worked))]
    public void The_worked_case_comes_out_in_both_calendars(string what, ClockFact[] facts, string national, string? regional)
    {
        var start = new ClockFact.Start(new(2025, 5, 20), new(2025, 5, 20));

        var deadline = DeadlineClock.Run([start, .. facts], new(ConfiguredCalendar.National, ConfiguredCalendar.Xinjiang), start.On);

        Assert.Equal((what, national, regional, false, false), (what, Iso(deadline.AnswerBy), Iso(deadline.Regional), deadline.Provisional, deadline.RegionalProvisional));
    }

    [Fact]
    public void The_worked_case_has_its_other_timers()
    {
        Assert.Equal(new CountedDay(new(2025, 5, 29), false), LegalTimers.CorrectionNoticeBy(new(2025, 5, 20), ConfiguredCalendar.National));
        Assert.Equal(new CountedDay(new(2025, 5, 29), false), LegalTimers.CorrectionNoticeBy(new(2025, 5, 20), Xinjiang));
        Assert.Equal(new CountedDay(new(2025, 6, 18), false), LegalTimers.ThirdPartyBy(new(2025, 5, 27), ConfiguredCalendar.National));
        Assert.Equal(new CountedDay(new(2025, 6, 23), false), LegalTimers.ThirdPartyBy(new(2025, 5, 27), Xinjiang));
        Assert.Equal(new DayCount(12, false), ConfiguredCalendar.National.Between(new(2025, 5, 26), new(2025, 6, 12)));
        Assert.Equal(new DayCount(9, false), Xinjiang.Between(new(2025, 5, 26), new(2025, 6, 12)));
    }

    private static ClockFact.Exclude Asked(int number, string from, string to) => new(number, ConsultationKind.ThirdParty, Some.Day(from), null, Some.Day(to));

    private static DateOnly? DueBy(DateOnly received, WorkingCalendar calendar, params ClockFact[] more) =>
        DeadlineClock.Run([new ClockFact.Start(received, received), .. more], new(calendar), received).AnswerBy;

    private static CalendarYear Empty(int year) => new(year, "", None, None);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);
}
