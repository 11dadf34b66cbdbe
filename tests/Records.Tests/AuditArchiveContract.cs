using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Records.Tests;

/// <summary>What every engine's audit archive keeps to.</summary>
public abstract class AuditArchiveContract : IDisposable
{
    protected TempFolder Folder { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract Task<IAuditArchive> OpenAsync();

    public static TheoryData<string, string[], int> Publications => new()
    {
        { "one address in two columns", ["a http://p/1 T 2025-03-01", "b http://p/1 T 2025-03-01"], 1 },
        { "another scheme, host case, default port, fragment or session", ["a http://p/1 T 2025-03-01", "b https://P:443/1;jsessionid=AB12#top T 2025-03-01", "c http://p:80/1 U 2025-03-02"], 1 },
        { "a route of a scripted page is an address", ["a http://p/#/1 T 2025-03-01", "a http://p/#/2 U 2025-03-01"], 2 },
        { "same title and day at another address in another column", ["a http://p/1 T 2025-03-01", "b http://p/2 T 2025-03-01"], 1 },
        { "same title and day at two addresses within one column", ["a http://p/1 T 2025-03-01", "a http://p/2 T 2025-03-01"], 2 },
        { "two in one column, the same two copied to another", ["a http://p/1 T 2025-03-01", "a http://p/2 T 2025-03-01", "b http://p/3 T 2025-03-01", "b http://p/4 T 2025-03-01"], 2 },
        { "copied, then listed in the second column under both addresses", ["a http://p/1 T 2025-03-01", "b http://p/2 T 2025-03-01", "b http://p/1 T 2025-03-01"], 2 },
        { "same title on another day", ["a http://p/1 T 2025-03-01", "b http://p/2 T 2025-03-02"], 2 },
        { "another path case is another address", ["a http://p/a T 2025-03-01", "b http://p/A U 2025-03-01"], 2 },
        { "an item without a day is not counted in a year", ["a http://p/1 T -", "a http://p/2 U 2025-03-01"], 1 },
        { "another year is not counted", ["a http://p/1 T 2024-12-31", "a http://p/2 U 2025-01-01"], 1 },
        { "one address with days of two years counts in the year first seen", ["a http://p/1 T 2024-12-31", "b http://p/1 T 2025-01-01"], 0 },
        { "an address shown without a day first counts by the day shown later", ["a http://p/1 T -", "b http://p/1 T 2025-01-01"], 1 },
    };

    [Theory]
    [MemberData(nameof(Publications))]
    public async Task A_publication_counts_once(string why, string[] items, int count)
    {
        await using var archive = await OpenAsync();
        foreach (var part in items.Select(item => item.Split(' ')))
            await archive.AppendAsync(Some.Looked(part[0], Some.Item(part[1], part[2], part[3] == "-" ? null : part[3])), Token);

        Assert.True(count == (await archive.PublicationsAsync(Some.Town, 2025, Token)).Count, why);
        Assert.True(count == (await archive.CountPublicationsAsync(Some.Town, 2025, Token)).Total, why);
    }

    [Fact]
    public async Task A_publication_is_of_a_key_area_when_any_of_its_columns_is_and_keeps_when_it_was_first_seen()
    {
        await using var archive = await OpenAsync();
        await archive.AppendAsync(Some.Looked("z", Some.Item("http://p/1", "首次")), Token);
        await archive.AppendAsync(Some.Looked("key", Some.Item("https://p/1", "再次")) with { KeyArea = true, At = Some.Morning.AddDays(1) }, Token);
        await archive.AppendAsync(Some.Looked("z", Some.Item("http://p/2", "别的")) with { At = Some.Morning.AddDays(2) }, Token);

        var publications = await archive.PublicationsAsync(Some.Town, 2025, Token);

        Assert.Equal(["首次", "别的"], publications.Select(one => one.Title));
        Assert.Equal([true, false], publications.Select(one => one.KeyArea));
        Assert.Equal(["z", "key"], publications[0].Columns.Select(column => column.Value));
        Assert.Equal(("http://p/1", Some.Morning), (publications[0].Address, publications[0].FirstSeen));
        Assert.Empty(await archive.PublicationsAsync(AgencyCode.Parse("tow"), 2025, Token));
        Assert.Equal(new PublicationCount(2025, 1, 1), await archive.CountPublicationsAsync(Some.Town, 2025, Token));
        Assert.Equal(new PublicationCount(2025, 0, 0), await archive.CountPublicationsAsync(AgencyCode.Parse("tow"), 2025, Token));
    }

    [Fact]
    public async Task The_count_of_publications_is_that_of_the_list_whatever_was_shown()
    {
        await using var archive = await OpenAsync();
        var random = new Random(711);
        for (var look = 0; look < 120; look++)
        {
            var items = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Some.Item($"http{(random.Next(2) == 0 ? "s" : "")}://p/{random.Next(40)}", random.Next(8) == 0 ? " " : $" 标题{random.Next(6)}", random.Next(6) switch
            {
                0 => null,
                1 => "2024-12-31",
                var day => $"2025-01-0{day}",
            })).DistinctBy(item => item.Address[^2..]);
            var column = random.Next(6);
            await archive.AppendAsync(Some.Looked("c" + column, [.. items]) with { KeyArea = column == 0, At = Some.Morning.AddHours(random.Next(50)) }, Token);
        }

        foreach (var year in new[] { 2024, 2025 })
        {
            var listed = await archive.PublicationsAsync(Some.Town, year, Token);
            Assert.NotEmpty(listed);
            Assert.Equal(PublicationCount.Of(year, listed.Select(one => one.KeyArea)), await archive.CountPublicationsAsync(Some.Town, year, Token));
        }
    }

    [Fact]
    public async Task What_was_last_seen_of_a_column_is_kept_through_failures()
    {
        await using var archive = await OpenAsync();
        await archive.AppendAsync(Some.Looked("a", Verdict.Empty, Reason.ProvedEmpty), Token);
        foreach (var (verdict, reason) in new[] { (Verdict.Unreachable, Reason.TimedOut), (Verdict.Blocked, Reason.LoginRequired), (Verdict.Broken, Reason.PageNotFound), (Verdict.Undetermined, Reason.PartlyRead) })
        {
            await archive.AppendAsync(Some.Looked("a", verdict, reason) with { FailuresInRow = 1 }, Token);
            var state = Assert.Single(await archive.StatesAsync(Some.Town, Token)).Value;
            Assert.Equal((verdict, Verdict.Empty, 1), (state.Judgement.Verdict, state.LastSeen!.Verdict, state.FailuresInRow));
        }

        await archive.AppendAsync(Some.Looked("b", Verdict.Blocked, Reason.LoginRequired), Token);
        Assert.Null((await archive.StatesAsync(Some.Town, Token))[ColumnId.Parse("b")].LastSeen);
    }

    [Fact]
    public async Task A_day_that_moved_is_told_from_the_day_archived_and_counted_under_the_new_year_only()
    {
        await using var archive = await OpenAsync();
        var column = ColumnId.Parse("a");
        await archive.AppendAsync(Some.Looked("a", Some.Item("http://p/1", day: "2024-12-30"), Some.Item("http://p/2", day: null)), Token);
        var known = await archive.KnownDatesAsync(Some.Town, column, Token);

        await archive.AppendAsync(Some.Looked("a", Some.Item("http://p/1", day: "2025-01-02")), Token);

        Assert.Equal(new DateOnly(2024, 12, 30), known["https://P/1#x"]);
        Assert.Null(known["http://p/2"]);
        Assert.Equal(new DateOnly(2025, 1, 2), (await archive.KnownDatesAsync(Some.Town, column, Token))["http://p/1"]);
        Assert.Equal([(2025, 1)], (await archive.ItemsByYearAsync(Some.Town, Token))[column].Select(year => (year.Key, year.Value)));
    }

    [Fact]
    public async Task Known_addresses_are_those_of_the_column_alone()
    {
        await using var archive = await OpenAsync();
        await archive.AppendAsync(Some.Looked("a", Some.Item("http://p/1"), Some.Item("http://p/" + new string('长', 600))), Token);
        await archive.AppendAsync(Some.Looked("a1", Some.Item("http://p/2")), Token);
        await archive.AppendAsync(Some.Looked("A", Some.Item("http://p/3")), Token);

        var known = await archive.KnownDatesAsync(Some.Town, ColumnId.Parse("a"), Token);

        Assert.Equal(2, known.Count);
        Assert.True(known.ContainsKey("http://p/1;jsessionid=0"));
        Assert.False(known.ContainsKey("http://p/2"));
    }

    [Fact]
    public async Task An_interrupted_run_shows_what_was_looked_at_in_it_and_no_end()
    {
        await using var archive = await OpenAsync();
        await archive.AppendAsync(new RunStarted(Some.Town, Some.Morning, "run-0", new(2025, 3, 3), 2), Token);
        await archive.AppendAsync(Some.Looked("a") with { RunId = "run-0" }, Token);
        await archive.AppendAsync(new RunFinished(Some.Town, Some.Morning.AddMinutes(5), "run-0"), Token);
        await archive.AppendAsync(new RunStarted(Some.Town, Some.Morning.AddDays(1), "run-1", new(2025, 3, 4), 2), Token);
        await archive.AppendAsync(Some.Looked("b", Some.Item("http://p/1")), Token);
        await archive.AppendAsync(Some.Looked("a") with { Agency = AgencyCode.Parse("other") }, Token);

        Assert.Equal(new RunSummary("run-1", new(2025, 3, 4), Some.Morning.AddDays(1), null), await archive.LastRunAsync(Some.Town, Token));
        var looked = Assert.Single(await archive.LookedInRunAsync(Some.Town, "run-1", Token));
        Assert.Equal(("b", "http://p/1"), (looked.Column.Value, Assert.Single(looked.NewItems).Address));
        Assert.Equal("a", Assert.Single(await archive.LookedInRunAsync(Some.Town, "run-0", Token)).Column.Value);
        Assert.Empty(await archive.LookedInRunAsync(Some.Town, "never", Token));

        await archive.AppendAsync(new RunFinished(Some.Town, Some.Morning.AddDays(2), "run-1"), Token);
        Assert.Equal(Some.Morning.AddDays(2), (await archive.LastRunAsync(Some.Town, Token))!.FinishedAt);
        Assert.Null(await archive.LastRunAsync(AgencyCode.Parse("new"), Token));
    }

    [Fact]
    public async Task Probes_and_alerts_since_an_instant_come_oldest_first()
    {
        await using var archive = await OpenAsync();
        foreach (var hour in new[] { 3, 1, 2 })
        {
            await archive.AppendAsync(new HomeProbed(Some.Town, Some.Morning.AddHours(hour), "http://p/", hour > 1, TimeSpan.FromMilliseconds(hour), $"probe {hour}", null), Token);
            await archive.AppendAsync(new AlertRaised(Some.Town, Some.Morning.AddHours(hour).ToUniversalTime(), $"key {hour}", "Stale", "栏目"), Token);
        }

        Assert.Equal(["probe 2", "probe 3"], (await archive.ProbesAsync(Some.Town, Some.Morning.AddHours(2), Token)).Select(probe => probe.Detail));
        Assert.Equal(["key 1", "key 2", "key 3"], (await archive.AlertsAsync(Some.Town, Some.Morning, Token)).Select(alert => alert.Key));
    }

    [Fact]
    public async Task A_column_s_pages_are_remembered_exactly_and_in_the_place_of_what_was_remembered_of_it()
    {
        await using var archive = await OpenAsync();
        var column = ColumnId.Parse("栏目/1");
        var page = new PageMemory("http://p/list;jsessionid=1", "W/\"x\"", null, "00", "  两 边  ");
        await archive.RememberAsync(Some.Town, column, [page with { ETag = "old" }, page with { Address = "http://p/gone" }], Token);

        await archive.RememberAsync(Some.Town, column, [page, page with { Address = "http://p/2", LastModified = "", Extraction = "" }], Token);

        var remembered = await archive.RecallAsync(Some.Town, column, Token);
        Assert.Equal(["http://p/list;jsessionid=1", "http://p/2"], remembered.Keys);
        Assert.Equal([page, page with { Address = "http://p/2", LastModified = "", Extraction = "" }], remembered.Values);
    }

    [Fact]
    public async Task What_is_remembered_of_one_column_is_not_known_of_another()
    {
        await using var archive = await OpenAsync();
        await archive.RememberAsync(Some.Town, ColumnId.Parse("a"), [new("http://p/1", null, null, "00", "{}")], Token);

        Assert.Empty(await archive.RecallAsync(Some.Town, ColumnId.Parse("A"), Token));
        Assert.Empty(await archive.RecallAsync(AgencyCode.Parse("tow"), ColumnId.Parse("a"), Token));
    }

    [Fact]
    public async Task Questions_asked_while_records_are_written_see_each_record_wholly()
    {
        await using var archive = await OpenAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 300).Select(n => archive.AppendAsync(Some.Looked("c" + (n % 5), Some.Item($"http://p/{n}a", $"甲{n}"), Some.Item($"http://p/{n}b", $"乙{n}")), Token)));

        var before = 0;
        while (!writing.IsCompleted)
        {
            var count = (await archive.PublicationsAsync(Some.Town, 2025, Token)).Count;
            Assert.True(count >= before && count % 2 == 0, $"{count} after {before}");
            before = count;
        }

        await writing;
        Assert.Equal(600, (await archive.PublicationsAsync(Some.Town, 2025, Token)).Count);
        Assert.Equal(600, (await archive.ItemsByYearAsync(Some.Town, Token)).Sum(column => column.Value[2025]));
    }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
