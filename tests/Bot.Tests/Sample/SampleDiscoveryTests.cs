using Disclosure.Auditor.Discover;
using Disclosure.Auditor.Tests.Discover;
using Disclosure.Bot.Sample;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Bot.Tests.Sample;

/// <summary>Discovery scored on the sample portal: everything its hand-checked column file names, nothing else. The floors only rise.</summary>
public sealed class SampleDiscoveryTests : IAsyncLifetime
{
    private const double RecallFloor = 1.0;
    private const double PrecisionFloor = 1.0;

    private readonly PlainPageSource _source = new();
    private SamplePortal _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _portal = await SamplePortal.StartAsync(new Uri("http://127.0.0.1:0/"), Repository.PathTo("seeds", "portal"), TimeProvider.System, Stop);

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Every_column_of_the_section_is_found_and_none_outside_it()
    {
        var found = (await WalkAsync(_portal.Section)).Columns.Select(column => column.Url.PathAndQuery + column.Url.Fragment).ToHashSet();
        var expected = SampleColumnFile.Read().Select(column => column.Url.PathAndQuery + column.Url.Fragment).ToHashSet();

        var hits = (double)found.Intersect(expected).Count();

        Assert.True(hits / expected.Count >= RecallFloor, "not found: " + string.Join(", ", expected.Except(found)));
        Assert.True(hits / found.Count >= PrecisionFloor, "not in the file: " + string.Join(", ", found.Except(expected)));
    }

    [Fact]
    public async Task Names_places_kinds_and_ids_are_those_of_the_hand_checked_file()
    {
        var found = (await WalkAsync(_portal.Section)).Columns.ToDictionary(column => column.Url.PathAndQuery + column.Url.Fragment, Described);

        Assert.All(Expected(), expected => Assert.Equal(Described(expected), found[expected.Url.PathAndQuery + expected.Url.Fragment]));
    }

    [Fact]
    public async Task The_county_home_page_and_the_sections_name_lead_to_the_same_columns()
    {
        var byName = await WalkAsync(_portal.Root, "胡杨渡镇");
        var byAddress = await WalkAsync(_portal.Section);

        Assert.Equal(byAddress.Columns.Select(Described), byName.Columns.Select(Described));
    }

    [Fact]
    public async Task What_could_not_be_looked_at_is_listed_and_still_proposed()
    {
        var report = await WalkAsync(_portal.Section);

        Assert.Equal(
            ["义务教育 PageNotFound", "医疗卫生 NeedsScripts", "安全生产 ServerError", "生态环境 ChallengePage"],
            report.NotLookedAt.Select(page => $"{page.Name} {page.Reason}").Order(StringComparer.Ordinal));
        Assert.All(report.NotLookedAt, page => Assert.Equal(Doubt.PageNotSeen, report.Columns.Single(column => column.Url == page.Address).Doubt));
        Assert.False(report.IsComplete);
        Assert.Empty(report.Missing);
    }

    [Fact]
    public async Task The_neighbours_column_is_looked_at_and_left_out_by_its_breadcrumb()
    {
        var report = await WalkAsync(_portal.Section);

        Assert.Contains(report.LeftOut, page => page.Address.AbsolutePath == "/col/col5201/index.html" && page.Why.Contains("沙枣乡", StringComparison.Ordinal));
        Assert.DoesNotContain(_source.Asked, address => address.AbsolutePath.StartsWith("/xwzx/", StringComparison.Ordinal) || ColumnPart(address) is "shazao" or "hdjl");
    }

    [Fact]
    public async Task Every_part_of_the_township_catalogue_that_the_portal_lacks_is_reported()
    {
        var catalogue = ColumnCatalogue.Parse("township-columns.json", File.ReadAllText(Repository.PathTo("seeds", "township-columns.json")));

        var report = await new Discovery(_source, NullLogger<Discovery>.Instance).WalkAsync(_portal.Section, new() { Catalogue = catalogue }, Stop);

        Assert.Equal(["农田水利与土地承包", "宅基地审核", "筹资筹劳"], report.Missing.Select(entry => entry.Name));
    }

    private static string? ColumnPart(Uri address) => address.Segments.Length > 2 ? address.Segments[2].TrimEnd('/') : null;

    private static string Described(DiscoveredColumn column) => $"{column.Id} {string.Join('/', [.. column.Path, column.Name])} {column.Kind}";

    private Task<DiscoveryReport> WalkAsync(Uri start, string? name = null) =>
        new Discovery(_source, NullLogger<Discovery>.Instance).WalkAsync(start, new() { SectionName = name }, Stop);

    private static IEnumerable<DiscoveredColumn> Expected() =>
        SampleColumnFile.Read().Select(column => new DiscoveredColumn(column.Id, column.Name, column.Path, column.Url, column.Kind, "", null));
}
