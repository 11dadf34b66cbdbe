using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Auditor;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Disclosure.Benchmarks;

/// <summary>The auditor as shipped, records, evidence and all, with the pace off and sixteen requests to the host at once.</summary>
internal static class AuditWork
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    /// <returns>Pages asked for, pages whose markup was read, and the items counted.</returns>
    public static async Task<(long Asked, long Parsed, long Checksum)> RunAsync(Uri root, int columns, string dataFolder)
    {
        var section = new PortalSection(AgencyCode.Parse("bench"), root, [.. Enumerable.Range(0, columns).Select(column => ColumnOf(root, column))]);
        var log = new ReadingLog();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILogger<ColumnReader>>(log)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new WorkingCalendar([]))
            .AddRecords()
            .AddAuditor([root], [])
            .AddSingleton(Options.Create(new RecordsOptions { DataFolder = dataFolder }))
            .AddSingleton(Options.Create(new FetchOptions { DelayBetweenRequests = TimeSpan.Zero, MaxConcurrencyPerHost = 16 }))
            .AddSingleton(Options.Create(new ReadingOptions()))
            .AddSingleton(Options.Create(new AuditOptions { MaxParallelColumns = 16 }));
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<RunAudit>()(new AuditRequest(section, Today), progress: null, CancellationToken.None);
        return (log.Asked, log.Parsed, report.Columns.Sum(column => (long)column.ItemsInYear.Values.Sum()));
    }

    private static Column ColumnOf(Uri root, int column) => new(
        ColumnId.Parse(string.Create(CultureInfo.InvariantCulture, $"c{column}")),
        GeneratedSite.Name(column),
        [],
        new Uri(root, GeneratedSite.ListPath(column, 0)),
        ColumnKind.General,
        UpdateWindow.HalfYear,
        KeyArea: false,
        Exempt: null);
}
