using System.Collections.Concurrent;
using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Schedule;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace Disclosure.Auditor.Tests.Schedule;

public sealed class PortalScheduleTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HeardLog _log = new();
    private readonly RunLog _runs;
    private readonly IAuditArchive _archive;
    private readonly ConcurrentQueue<string> _audited = new();
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private RunAudit _audit;
    private IHost? _host;

    public PortalScheduleTests()
    {
        (_archive, _runs) = RunLog.Make();
        _audit = (request, _, _) =>
        {
            _audited.Enqueue(request.Section.Agency.Value);
            return Task.FromResult<AuditReport>(null!);
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.StopAsync(CancellationToken.None);
        _host?.Dispose();
    }

    [Fact]
    public async Task Missed_audits_are_made_good_for_once_at_start()
    {
        var audited = new TaskCompletionSource<AuditRequest>();
        _audit = (request, _, _) =>
        {
            _audited.Enqueue(request.Section.Agency.Value);
            audited.TrySetResult(request);
            return Task.FromResult<AuditReport>(null!);
        };

        await StartAsync(Agency("town", "a.cn"));
        var request = await audited.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _host!.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal("town", request.Section.Agency.Value);
        Assert.Equal(["town"], _audited);
    }

    [Fact]
    public async Task A_portal_that_is_not_behind_waits_for_its_time()
    {
        _runs.Newest = _ => Finished(_clock.GetUtcNow());

        var scheduler = await StartAsync(Agency("town", "a.cn"));

        Assert.Null(await scheduler.GetTrigger(new TriggerKey("town/catch-up", "audits"), TestContext.Current.CancellationToken));
        var planned = await scheduler.GetTrigger(new TriggerKey("town/planned", "audits"), TestContext.Current.CancellationToken);
        Assert.InRange(planned!.NextFireTimeUtc!.Value, _clock.GetUtcNow(), _clock.GetUtcNow().AddDays(1));
    }

    [Fact]
    public async Task The_home_page_is_probed_at_least_twenty_times_a_day()
    {
        _runs.Newest = _ => Finished(_clock.GetUtcNow());

        var scheduler = await StartAsync(Agency("town", "a.cn"));

        var probes = await scheduler.GetTrigger(new TriggerKey("town", "probes"), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromHours(1), Assert.IsAssignableFrom<ISimpleTrigger>(probes).RepeatInterval);
    }

    [Fact]
    public async Task A_start_that_another_run_made_good_for_is_let_pass()
    {
        var asked = 0;
        _runs.Newest = _ => Interlocked.Increment(ref asked) == 1 ? null : Finished(_clock.GetUtcNow().AddMinutes(1));

        await StartAsync(Agency("town", "a.cn"));
        await _log.Of(1402).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Empty(_audited);
    }

    [Fact]
    public async Task Two_portals_on_one_host_are_audited_one_after_the_other()
    {
        var release = new TaskCompletionSource();
        var others = new ConcurrentDictionary<string, TaskCompletionSource>();
        _audit = async (request, _, token) =>
        {
            _audited.Enqueue(request.Section.Agency.Value);
            others.GetOrAdd(request.Section.Agency.Value, _ => new()).TrySetResult();
            if (request.Section.Portal.Host == "shared.cn")
                await release.Task.WaitAsync(token);
            return null!;
        };

        await StartAsync(Agency("first", "shared.cn"), Agency("second", "shared.cn"), Agency("third", "elsewhere.cn"));
        await others.GetOrAdd("third", _ => new()).Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var whileHeld = _audited.Count(agency => agency is "first" or "second");
        release.SetResult();
        await Task.WhenAll(others.GetOrAdd("first", _ => new()).Task, others.GetOrAdd("second", _ => new()).Task).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.InRange(whileHeld, 0, 1);
        Assert.Equal(3, _audited.Distinct().Count());
    }

    [Fact]
    public async Task Stopping_interrupts_the_audit_in_hand_and_waits_for_it()
    {
        var running = new TaskCompletionSource();
        _audit = async (_, _, token) =>
        {
            running.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null!;
        };
        await StartAsync(Agency("town", "a.cn"));
        await running.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await _host!.StopAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.True(_log.Of(1403).IsCompleted);
    }

    [Fact]
    public async Task An_audit_that_takes_too_long_is_broken_off()
    {
        var running = new TaskCompletionSource();
        _audit = async (_, _, token) =>
        {
            running.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return null!;
        };
        await StartAsync(Agency("town", "a.cn"));
        await running.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        _clock.Advance(new ScheduleOptions().LongestAudit);

        await _log.Of(1404).WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    private async Task<IScheduler> StartAsync(params AuditedAgency[] agencies)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(_log);
        builder.Services
            .AddAuditSchedule(TimeProvider.System)
            .AddSingleton<TimeProvider>(_clock)
            .AddSingleton(new AuditRoster(agencies))
            .AddSingleton(_archive)
            .AddSingleton(_audit)
            .AddSingleton<ProbeHome>((section, _, _) => Task.FromResult<HomeProbed?>(new HomeProbed(section.Agency, _clock.GetUtcNow(), section.Portal.AbsoluteUri, true, TimeSpan.Zero, "", null)));
        _host = builder.Build();
        await _host.StartAsync(TestContext.Current.CancellationToken);
        return await _host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(TestContext.Current.CancellationToken);
    }

    private static AuditedAgency Agency(string code, string host)
    {
        Assert.True(AuditPlan.TryParse("0 0 7 * * ?", code, out var plan, out _));
        var column = new Column(ColumnId.Parse("c"), "栏目", [], new($"http://{host}/c/"), ColumnKind.General, UpdateWindow.HalfYear, false, null);
        return new(new(AgencyCode.Parse(code), code, AgencyLevel.Township, null), new(AgencyCode.Parse(code), new($"http://{host}/"), [column]), plan!);
    }

    private static RunSummary Finished(DateTimeOffset at) => new("r", new DateOnly(2026, 11, 23), at, at);
}
