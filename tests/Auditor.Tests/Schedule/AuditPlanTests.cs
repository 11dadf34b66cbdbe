using Disclosure.Auditor.Schedule;
using Disclosure.Records;

namespace Disclosure.Auditor.Tests.Schedule;

public class AuditPlanTests
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(4);

    [Fact]
    public void A_plan_runs_by_the_office_clock()
    {
        var plan = Plan("0 0 7 * * ?");

        Assert.Equal(At("2026-11-24T07:00:00+08:00"), plan.NextAfter(At("2026-11-23T12:00:00+00:00")));
    }

    [Fact]
    public void Townships_start_at_minutes_of_their_own_and_keep_them()
    {
        var towns = Enumerable.Range(0, 20).Select(i => $"town{i}").ToList();
        var starts = towns.Select(town => Plan("0 H(0-29) 7 * * ?", town).NextAfter(At("2026-11-23T00:00:00+08:00"))).ToList();

        Assert.True(starts.Distinct().Count() > 5);
        Assert.All(starts, start => Assert.InRange(start!.Value, At("2026-11-23T07:00:00+08:00"), At("2026-11-23T07:29:00+08:00")));
        Assert.Equal(starts, towns.Select(town => Plan("0 H(0-29) 7 * * ?", town).NextAfter(At("2026-11-23T00:00:00+08:00"))));
    }

    [Theory]
    [InlineData("never ran", null, null, "2026-11-23T06:00", true)]
    [InlineData("ran today, on time", "2026-11-23T07:00", "2026-11-23T07:20", "2026-11-23T15:00", false)]
    [InlineData("ran yesterday, not yet seven", "2026-11-22T07:00", "2026-11-22T07:20", "2026-11-23T06:59", false)]
    [InlineData("down at seven", "2026-11-22T07:00", "2026-11-22T07:20", "2026-11-23T07:01", true)]
    [InlineData("down for a month", "2026-10-22T07:00", "2026-10-22T07:20", "2026-11-23T06:00", true)]
    [InlineData("killed in the middle", "2026-11-23T07:00", null, "2026-11-23T07:05", true)]
    [InlineData("made by hand before seven", "2026-11-23T06:00", "2026-11-23T06:10", "2026-11-23T06:30", false)]
    public void Downtime_is_caught_up(string what, string? started, string? finished, string now, bool behind) =>
        Assert.True(behind == Plan("0 0 7 * * ?").IsBehind(Run(started, finished), Office(now)), what);

    [Theory]
    [InlineData("just started, never ran", null, null, "2026-11-23T06:00", "2026-11-23T09:00", false)]
    [InlineData("never finished a first audit", null, null, "2026-11-23T06:00", "2026-11-23T10:01", true)]
    [InlineData("finished today", "2026-11-23T07:00", "2026-11-23T07:20", "2026-11-01T00:00", "2026-11-24T10:59", false)]
    [InlineData("nothing since yesterday", "2026-11-22T07:00", "2026-11-22T07:20", "2026-11-01T00:00", "2026-11-23T11:01", true)]
    [InlineData("still running", "2026-11-23T07:00", null, "2026-11-01T00:00", "2026-11-23T10:59", false)]
    [InlineData("running for too long", "2026-11-23T07:00", null, "2026-11-01T00:00", "2026-11-23T11:01", true)]
    [InlineData("was down for a week and is catching up", "2026-11-10T07:00", "2026-11-10T07:20", "2026-11-23T12:00", "2026-11-23T13:00", false)]
    [InlineData("was down for a week and did not catch up", "2026-11-10T07:00", "2026-11-10T07:20", "2026-11-23T12:00", "2026-11-23T16:01", true)]
    public void An_auditor_that_stopped_auditing_is_heard(string what, string? started, string? finished, string since, string now, bool overdue) =>
        Assert.True(overdue == Plan("0 0 7 * * ?").IsOverdue(Run(started, finished), Office(since), Grace, Office(now)), what);

    [Theory]
    [InlineData("")]
    [InlineData("0 0 7 * *")]
    [InlineData("0 0 25 * * ?")]
    [InlineData("every day")]
    public void A_schedule_that_is_none_says_why(string text)
    {
        Assert.False(AuditPlan.TryParse(text, "town", out _, out var fault));
        Assert.NotEqual("", fault);
    }

    [Fact]
    public void Probes_of_townships_do_not_fall_together()
    {
        var hour = TimeSpan.FromHours(1);
        var offsets = Enumerable.Range(0, 20).Select(i => PortalSchedule.Offset($"town{i}", hour)).ToList();

        Assert.All(offsets, offset => Assert.InRange(offset, TimeSpan.Zero, hour));
        Assert.Equal(20, offsets.Distinct().Count());
    }

    private static AuditPlan Plan(string text, string agency = "town")
    {
        Assert.True(AuditPlan.TryParse(text, agency, out var plan, out var fault), fault);
        return plan!;
    }

    private static RunSummary? Run(string? started, string? finished) =>
        started is null ? null : new("r", DateOnly.Parse(started[..10], null), Office(started), finished is null ? null : Office(finished));

    private static DateTimeOffset Office(string local) => At(local + ":00+08:00");

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, null);
}
