using System.Reflection;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Auditor.Tests.Audits;

public sealed class InterruptedAuditTests : AuditFixture
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f"];

    private Column[] Columns => [.. Ids.Select(id => Column(id))];

    [Theory]
    [InlineData("a", 1)]
    [InlineData("d", 1)]
    [InlineData("f", 1)]
    [InlineData("c", 4)]
    public async Task A_run_stopped_at_any_column_goes_on_and_ends_like_one_that_was_not(string at, int parallel)
    {
        NewData();
        var whole = await TwoDaysAsync(() => AuditAsync(parallel, Token, Columns));
        var keys = await AlertKeysAsync();
        NewData();

        var finished = Array.Empty<string>();
        var asked = 0;
        var resumed = await TwoDaysAsync(async () =>
        {
            await StopAtAsync(at, parallel);
            finished = [.. (await LookedAsync()).Select(one => $"/{one.Column}/")];
            asked = Portal.Log.Count;
            return await AuditAsync(parallel, Token, Columns);
        });

        Assert.Equal((false, true), (whole.Resumed, resumed.Resumed));
        Assert.Equal(VerdictsOf(whole), VerdictsOf(resumed));
        Assert.Equal(AlertsOf(whole), AlertsOf(resumed));
        Assert.Equal(keys, await AlertKeysAsync());
        Assert.Empty(AskedSince(asked).Intersect(finished));
    }

    [Fact]
    public async Task A_day_later_an_interrupted_run_is_not_gone_on_with()
    {
        PutAll();
        await StopAtAsync("d", 1);
        PutAll();
        Clock.Advance(TimeSpan.FromDays(1));
        var asked = Portal.Log.Count;

        var report = await AuditAsync(Columns);

        Assert.False(report.Resumed);
        Assert.Equal(Ids.Select(id => $"/{id}/"), AskedSince(asked));
    }

    [Fact]
    public async Task A_finished_run_of_the_same_day_is_not_gone_on_with()
    {
        PutAll();
        await AuditAsync(Columns);
        Clock.Advance(TimeSpan.FromMinutes(5));

        var report = await AuditAsync(Columns);

        Assert.False(report.Resumed);
    }

    [Fact]
    public async Task A_run_stopped_between_two_alerts_tells_the_rest_and_none_twice()
    {
        PutAll();
        await AuditAsync(Columns);
        Clock.Advance(TimeSpan.FromDays(1));
        foreach (var id in Ids)
            Put(id, "2026-05-01");
        using var stop = new CancellationTokenSource();
        Parts = services => services.AddSingleton(provider => StopAfterAlerts.Over(provider.GetRequiredService<OfflineRecords>().Archive, 2, stop));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AuditAsync(1, stop.Token, Columns));
        Parts = _ => { };
        Assert.Equal(2, (await AlertKeysAsync()).Length);
        await AuditAsync(Columns);

        Assert.Equal(Ids.Select(id => $"town/{id}/Stale/2026-11-02@2026-11-24"), await AlertKeysAsync());
    }

    /// <summary>A first day on which all is fresh but one, then a day on which some turn stale and that one recovers.</summary>
    private async Task<AuditReport> TwoDaysAsync(Func<Task<AuditReport>> secondDay)
    {
        PutAll();
        Put("e", "2026-05-01");
        await AuditAsync(Columns);
        Clock.Advance(TimeSpan.FromDays(1));
        Put("b", "2026-05-01");
        Put("d");
        Put("e", "2026-11-24");
        try
        {
            return await secondDay();
        }
        finally
        {
            Clock.AdjustTime(Clock.GetUtcNow().AddDays(-1));
        }
    }

    private void PutAll()
    {
        foreach (var id in Ids)
            Put(id, "2026-11-20", "2026-11-02");
    }

    /// <summary>Audits until a column is asked for, then stops.</summary>
    private async Task StopAtAsync(string id, int parallel)
    {
        using var stop = new CancellationTokenSource();
        var page = id switch
        {
            "b" => PageOf(id, "2026-05-01"),
            "d" => PageOf(id),
            _ => PageOf(id, "2026-11-20", "2026-11-02"),
        };
        Portal.Answer($"/{id}/", async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AuditAsync(parallel, stop.Token, Columns));
        Portal.Page($"/{id}/", page);
    }
}

/// <summary>An archive that stops the run once it has kept so many alerts.</summary>
public class StopAfterAlerts : DispatchProxy
{
    private IAuditArchive _archive = null!;
    private CancellationTokenSource _stop = null!;
    private int _left;

    public static IAuditArchive Over(IAuditArchive archive, int alerts, CancellationTokenSource stop)
    {
        var proxy = Create<IAuditArchive, StopAfterAlerts>();
        var self = (StopAfterAlerts)(object)proxy;
        (self._archive, self._left, self._stop) = (archive, alerts, stop);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        targetMethod!.Name == nameof(IAuditArchive.AppendAsync) && args![0] is AlertRaised
            ? AppendAsync((AuditEntry)args[0]!, (CancellationToken)args[1]!)
            : targetMethod.Invoke(_archive, args);

    private async Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await _archive.AppendAsync(entry, cancellationToken);
        if (--_left == 0)
            await _stop.CancelAsync();
    }
}
