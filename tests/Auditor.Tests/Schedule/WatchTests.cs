using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Schedule;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Auditor.Tests.Schedule;

public class WatchTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2026-11-23T06:00:00+08:00", null));
    private readonly RunLog _runs;
    private readonly Watch _watch;

    public WatchTests()
    {
        (var archive, _runs) = RunLog.Make();
        Assert.True(AuditPlan.TryParse("0 0 7 * * ?", "town", out var plan, out _));
        var town = AgencyCode.Parse("town");
        var roster = new AuditRoster([new AuditedAgency(new(town, "某镇", AgencyLevel.Township, null), new PortalSection(town, new("http://a.cn/"), []), plan!)]);
        _watch = new(roster, archive, _clock, Options.Create(new ScheduleOptions()), NullLogger<Watch>.Instance);
    }

    [Fact]
    public async Task An_auditor_that_fell_silent_is_told_once()
    {
        for (var hour = 0; hour < 48; hour++)
        {
            await _watch.LookAsync(TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        var alert = Assert.IsType<AlertRaised>(Assert.Single(_runs.Appended));
        Assert.Equal((nameof(AlertKind.AuditorSilent), "town/auditor-silent@2026-11-23"), (alert.Kind, alert.Key));
    }

    [Fact]
    public async Task It_is_told_again_when_audits_came_back_and_stopped_again()
    {
        _clock.Advance(TimeSpan.FromHours(5));
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        _runs.Newest = _ => new("r", new(2026, 11, 23), DateTimeOffset.Parse("2026-11-23T11:00:00+08:00", null), DateTimeOffset.Parse("2026-11-23T11:10:00+08:00", null));
        await _watch.LookAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromHours(25));

        await _watch.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, _runs.Appended.Count);
    }

    [Fact]
    public async Task Audits_that_finish_raise_nothing()
    {
        for (var day = 0; day < 5; day++)
        {
            var seven = DateTimeOffset.Parse("2026-11-23T07:00:00+08:00", null).AddDays(day - 1);
            _runs.Newest = _ => new("r", new(2026, 11, 23), seven, seven.AddMinutes(10));
            await _watch.LookAsync(TestContext.Current.CancellationToken);
            _clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Empty(_runs.Appended);
    }
}
