using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Schedule;
using Disclosure.Bot.Export;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Tables;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Bot.Tests.Export;

/// <summary>A year's report says of the columns only what a run has seen that it may rest on.</summary>
public sealed class AuditorEvidenceTests : IAsyncLifetime
{
    private static readonly AgencyCode Town = AgencyCode.Parse("town");
    private static readonly Column[] Columns = [Some.Column("tz", "通知公告", ColumnKind.Notice), Some.Column("ys", "财政预决算")];

    private readonly TempFolder _folder = new();
    private OfflineRecords _records = null!;

    public async ValueTask InitializeAsync() => _records = await OfflineRecords.OpenAsync(new RecordsOptions { DataFolder = _folder.File("data") }, new FakeTimeProvider(Some.Morning), NullLoggerFactory.Instance);

    public async ValueTask DisposeAsync()
    {
        await _records.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Without_a_run_nothing_is_known()
    {
        Assert.Null(await PromiseAsync(2025));
        Assert.Null(await PublishedAsync(2025));
    }

    [Theory]
    [InlineData(2024, false)]
    [InlineData(2025, true)]
    [InlineData(2026, true)]
    [InlineData(2027, false)]
    public async Task A_run_of_January_2026_speaks_for_2025_and_2026_alone(int year, bool known)
    {
        await RunAsync("2026-01-12", Columns);

        Assert.Equal(known, await PromiseAsync(year) is not null);
    }

    [Fact]
    public async Task A_run_after_the_season_of_reports_does_not_speak_for_the_year_before()
    {
        await RunAsync("2026-04-01", Columns);

        Assert.Null(await PromiseAsync(2025));
    }

    [Fact]
    public async Task A_whole_run_gives_the_day_and_every_column()
    {
        await RunAsync("2026-01-12", Columns);

        var promise = await PromiseAsync(2025);

        Assert.Equal((true, 2, new DateOnly(2026, 1, 12)), (promise!.Seen.Kept, promise.Columns, promise.On));
    }

    [Fact]
    public async Task A_column_that_the_last_run_did_not_look_at_is_not_seen()
    {
        await RunAsync("2026-01-05", Columns);
        await RunAsync("2026-01-12", Columns[..1]);

        var promise = await PromiseAsync(2025);

        Assert.Null(promise!.Seen.Kept);
        Assert.Equal(["ys"], promise.Seen.Unseen.Select(column => column.Value));
    }

    [Fact]
    public async Task A_run_that_was_cut_short_says_nothing()
    {
        await RunAsync("2026-01-12", Columns, finished: false);

        Assert.Null(await PromiseAsync(2025));
    }

    [Fact]
    public async Task Items_of_a_year_count_once_the_archive_watched_it_and_not_when_it_came_later()
    {
        await RunAsync("2025-12-30", Columns, "2025-12-20", "2024-03-01");

        Assert.Equal((1, 0), ((await PublishedAsync(2025))!.Total, (await PublishedAsync(2025))!.KeyArea));
        Assert.Null(await PublishedAsync(2024));
    }

    private Task<PromiseEvidence?> PromiseAsync(int year) => new AuditorEvidence(_records.Archive).PromiseAsync(Agency(), year, TestContext.Current.CancellationToken);

    private Task<PublicationCount?> PublishedAsync(int year) => new AuditorEvidence(_records.Archive).PublishedAsync(Agency(), year, TestContext.Current.CancellationToken);

    private Task RunAsync(string day, Column[] looked, params string[] items) => RunAsync(day, looked, finished: true, items);

    private async Task RunAsync(string day, Column[] looked, bool finished, params string[] items)
    {
        var (today, at) = (DateOnly.Parse(day, null), DateTimeOffset.Parse(day + "T07:00:00+08:00", null));
        SightedItem[] sighted = [.. items.Select(item => new SightedItem($"公告{item}", $"http://a.cn/{item}.html", DateOnly.Parse(item, null), DateOrigin.Shown))];
        await AppendAsync(new RunStarted(Town, at, day, today, Columns.Length));
        foreach (var column in looked)
            await AppendAsync(new ColumnLooked(Town, at.AddMinutes(1), day, column.Id, column.Name, false, new(Verdict.Fresh, Reason.WithinWindow, today, today.AddDays(30), 29), null, null, 0, sighted, [], null));
        if (finished)
            await AppendAsync(new RunFinished(Town, at.AddMinutes(2), day));
    }

    private Task AppendAsync(AuditEntry entry) => _records.Archive.AppendAsync(entry, TestContext.Current.CancellationToken);

    private static AuditedAgency Agency()
    {
        Assert.True(AuditPlan.TryParse("0 0 7 * * ?", "town", out var plan, out _));
        return new(new(Town, "某镇人民政府", AgencyLevel.Township, null), new(Town, new("http://a.cn/"), Columns), plan!);
    }
}
