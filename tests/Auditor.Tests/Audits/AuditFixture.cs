using Disclosure.Agencies;
using Disclosure.Auditor.Fetch;
using Disclosure.Auditor.Tests.Reading;
using Disclosure.Auditor.Tests.Schedule;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Tests.Shared;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Auditor.Tests.Audits;

/// <summary>Whole audits of a portal on loopback into real data folders, each run as if in a process of its own.</summary>
public abstract class AuditFixture : ReadingFixture
{
    protected static readonly AgencyCode Town = AgencyCode.Parse("town");

    private readonly List<TempFolder> _folders = [];

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The office's Monday morning of 23 November 2026, until a test moves it.</summary>
    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.FromHours(8)));

    private protected HeardLog Heard { get; } = new();

    /// <summary>What is registered over the auditor's own parts.</summary>
    protected Action<IServiceCollection> Parts { get; set; } = _ => { };

    protected RecordsOptions Retention { get; set; } = new();

    private protected string Data { get; private set; } = "";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var folder in _folders)
            folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Goes on with an empty data folder.</summary>
    protected void NewData()
    {
        var folder = new TempFolder();
        _folders.Add(folder);
        Data = folder.Path;
    }

    protected Column Column(string id, ColumnKind kind = ColumnKind.Notice, bool keyArea = false, string? exempt = null) =>
        new(ColumnId.Parse(id), id, [], Portal.At($"{id}/"), kind, UpdateWindow.For(kind), keyArea, exempt);

    protected Task<AuditReport> AuditAsync(params Column[] columns) => AuditAsync(1, Token, columns);

    protected Task<AuditReport> AuditAsync(int parallel, CancellationToken cancellationToken, params Column[] columns) => WithAsync(
        services => services.GetRequiredService<RunAudit>()(new(new(Town, Portal.Root, columns), TownshipTime.DayOf(Clock.GetUtcNow())), null, cancellationToken),
        parallel);

    /// <summary>Asks the archive, as the next process would.</summary>
    protected Task<T> AskAsync<T>(Func<IAuditArchive, Task<T>> question) => WithAsync(services => question(services.GetRequiredService<IAuditArchive>()), 1);

    protected Task<IReadOnlyList<ColumnLooked>> LookedAsync() => AskAsync(async archive =>
        await archive.LookedInRunAsync(Town, (await archive.LastRunAsync(Town, Token))!.RunId, Token));

    protected async Task<string[]> AlertKeysAsync() => [.. (await AskAsync(archive => archive.AlertsAsync(Town, DateTimeOffset.UnixEpoch, Token))).Select(alert => alert.Key)];

    protected static string VerdictsOf(AuditReport report) => string.Join(' ', report.Columns.Select(column => $"{column.Column.Id}:{column.Judgement.Verdict}"));

    protected static string AlertsOf(AuditReport report) => string.Join(' ', report.Alerts.Select(alert => $"{alert.ColumnName}:{alert.Kind}"));

    /// <summary>A column's page with rows of these days, each row an address of that column's own.</summary>
    private protected CannedPortal Put(string id, params string[] days) => Portal.Page($"/{id}/", PageOf(id, days));

    private protected static string PageOf(string id, params string[] days) =>
        days.Length == 0 ? Page("<li>暂无信息</li>") : List("", days).Replace("/tzgg/", $"/{id}/", StringComparison.Ordinal).Replace("某事项", id, StringComparison.Ordinal);

    /// <summary>The addresses of column pages the portal was asked for since some request.</summary>
    private protected string[] AskedSince(int first) => [.. Portal.Log.Skip(first).Select(asked => asked.PathAndQuery).Where(path => path is not ("/" or "/robots.txt"))];

    private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work, int parallel)
    {
        if (Data.Length == 0)
            NewData();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Heard))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new WorkingCalendar([]))
            .AddRecords()
            .AddAuditor([Portal.Root], [])
            .AddSingleton(Options.Create(new RecordsOptions { DataFolder = Data, EvidenceRetention = Retention.EvidenceRetention }))
            .AddSingleton(Options.Create(new AuditOptions { MaxParallelColumns = parallel }))
            .AddSingleton(Options.Create(new FetchOptions { DelayBetweenRequests = TimeSpan.Zero, Retries = 0, RetryDelay = TimeSpan.Zero, FailuresBeforeBreak = 1000 }));
        Parts(services);
        await using var provider = services.BuildServiceProvider();
        return await work(provider);
    }
}
