using System.Globalization;
using System.Text.Json;
using Disclosure.Agencies;
using Disclosure.Bot.Commands;
using Disclosure.Records;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>Real audits, really killed, over a portal that takes its time. <c>KILLS=100</c> makes it a night's run.</summary>
public sealed class KilledAuditTests : IAsyncLifetime
{
    private const int ColumnsInSection = 24;

    private static readonly AgencyCode Local = AgencyCode.Parse("local");

    private readonly TempFolder _folder = new();
    private readonly Random _random = new();
    private CannedPortal _portal = null!;
    private Action _onPage = () => { };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string ColumnFile => _folder.File("columns.json");

    public async ValueTask InitializeAsync()
    {
        _portal = await CannedPortal.StartAsync();
        _portal.Page("/", "<html><body><h1>某镇</h1></body></html>");
        var columns = Enumerable.Range(0, ColumnsInSection).Select(number => $"c{number}").ToArray();
        foreach (var (index, id) in columns.Index())
        {
            var page = $"<html><head><title>{id}</title></head><body><ul class=\"list\"><li><a href=\"/{id}/t{20260501 + index % 2 * 600}_1.html\">关于{id}的公告</a><span>{(index % 2 == 0 ? "2026-05-01" : "2026-11-01")}</span></li></ul></body></html>";
            _portal.Answer($"/{id}/", async context =>
            {
                _onPage();
                await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, context.RequestAborted);
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page), context.RequestAborted);
            });
        }

        await File.WriteAllTextAsync(ColumnFile, JsonSerializer.Serialize(new { portal = _portal.Root, columns = columns.Select(id => new { id, name = id, url = _portal.At($"{id}/") }) }), Token);
        await File.WriteAllTextAsync(_folder.File("appsettings.json"), """{"Fetch":{"DelayBetweenRequests":"00:00:00","MaxConcurrencyPerHost":2,"Retries":0}}""", Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_killed_audit_goes_on_where_it_was_and_keeps_everything_it_had_finished()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "3", CultureInfo.InvariantCulture);
        var data = NewData(0);
        HashSet<string> finished = [];
        for (var kill = 1; kill <= kills; kill++)
        {
            var asked = await KillAsync(data, _random.Next(1, Math.Max(2, (ColumnsInSection - finished.Count) / 2)));
            Assert.Empty(asked.Intersect(finished));
            finished = await FinishedAsync(data);

            if (finished.Count < ColumnsInSection - 2 && kill < kills)
                continue;
            await AssertGoesOnAsync(data, finished);
            (data, finished) = (NewData(kill), []);
        }
    }

    /// <summary>The next run asks only for what is left, ends with every verdict, and what is kept is sound.</summary>
    private async Task AssertGoesOnAsync(string data, HashSet<string> finished)
    {
        var before = _portal.Log.Count;
        using var audit = Audit(data);
        var said = await audit.EndedAsync(Token);

        Assert.Equal((Exit.Findings, ""), (said.Exit, said.Error));
        using var report = JsonDocument.Parse(said.Out);
        Assert.Equal((ColumnsInSection / 2, ColumnsInSection / 2), (Count(report, "Stale"), Count(report, "Fresh")));
        var asked = ColumnsAskedSince(before);
        Assert.Equal(ColumnsInSection - finished.Count, asked.Count);
        Assert.Empty(asked.Intersect(finished));

        using var verify = DeskProcess.Start("verify", "--config", _folder.Path, "--data", data, "--lang", "en");
        var verified = await verify.EndedAsync(Token);
        Assert.Equal((Exit.Fine, ""), (verified.Exit, verified.Error));
        await using var records = await OpenAsync(data);
        var alerts = await records.Archive.AlertsAsync(Local, DateTimeOffset.UnixEpoch, Token);
        Assert.Equal((ColumnsInSection / 2, ColumnsInSection / 2), (alerts.Count, alerts.Select(alert => alert.Key).Distinct().Count()));
    }

    /// <summary>Audits, and kills at the n-th page asked for.</summary>
    /// <returns>The columns the killed run asked for.</returns>
    private async Task<List<string>> KillAsync(string data, int page)
    {
        var before = _portal.Log.Count;
        var pages = 0;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _onPage = () =>
        {
            if (Interlocked.Increment(ref pages) == page)
                reached.TrySetResult();
        };
        using (var audit = Audit(data))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(40)), TimeProvider.System, Token);
            audit.Kill();
        }

        _onPage = () => { };
        return ColumnsAskedSince(before);
    }

    private DeskProcess Audit(string data) =>
        DeskProcess.Start("audit", "--columns", ColumnFile, "--config", _folder.Path, "--data", data, "--today", "2026-11-23", "--json", "-");

    private string NewData(int number) => _folder.File($"data-{number}");

    private List<string> ColumnsAskedSince(int first) =>
        [.. _portal.Log.Skip(first).Select(asked => asked.PathAndQuery.Trim('/')).Where(path => path.Length > 0 && path != "robots.txt")];

    private static int Count(JsonDocument report, string verdict) => report.RootElement.GetProperty("counts").GetProperty(verdict).GetInt32();

    private static Task<OfflineRecords> OpenAsync(string data) => OfflineRecords.OpenAsync(new() { DataFolder = data }, TimeProvider.System, NullLoggerFactory.Instance);

    private static async Task<HashSet<string>> FinishedAsync(string data)
    {
        await using var records = await OpenAsync(data);
        var run = await records.Archive.LastRunAsync(Local, Token);
        return run is null ? [] : [.. (await records.Archive.LookedInRunAsync(Local, run.RunId, Token)).Select(looked => looked.Column.Value)];
    }
}
