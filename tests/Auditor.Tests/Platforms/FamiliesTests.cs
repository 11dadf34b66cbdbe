using System.Text.Json;
using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Platforms;

public class FamiliesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly JsonElement[] Cases = [.. JsonDocument.Parse(File.ReadAllText(PathOf("families.json"))).RootElement.EnumerateArray()];

    /// <summary>Only rises: the number of fixtures, all of which must be read right.</summary>
    private const int Floor = 67;

    public static TheoryData<string> Files => [.. Cases.Select(one => one.GetProperty("file").GetString()!)];

    [Fact]
    public void The_corpus_does_not_shrink() => Assert.True(Cases.Length >= Floor, $"{Cases.Length} fixtures, {Floor} before");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_page_of_a_platform_is_read_as_its_line_in_the_table_says(string file)
    {
        var expected = Cases.Single(one => one.GetProperty("file").GetString() == file);
        var address = new Uri(Text(expected, "url")!);
        var column = Some.Column(new Uri(Text(expected, "columnUrl") ?? address.AbsoluteUri), Text(expected, "column")!);
        var page = new PageText(address, File.ReadAllText(PathOf(file)), false, Text(expected, "mediaType")!);

        var read = Families.Beyond(PageReader.Read(page, column, Today), page, column);

        Assert.Equal(Describe(expected), Describe(read, expected));
    }

    [Theory]
    [InlineData("jiangxi-inline-json.html", "http://sthjt.jiangxi.gov.cn/jxssthjt/col/col42150/index.html", "text/html", 50, "2025-07-29", 444)]
    [InlineData("jiangsu-jpage-proxy.xml", "http://gxt.jiangsu.gov.cn/module/web/jpage/dataproxy.jsp?page=1&columnid=80179", "text/xml", 76, "2025-10-29", 756)]
    public void A_saved_page_of_a_real_portal_gives_its_rows(string file, string url, string mediaType, int items, string newest, int total)
    {
        var path = Repository.PathTo("..", "shared", "pages", file);
        Assert.SkipUnless(File.Exists(path), "the saved pages are not beside this checkout");
        var page = new PageText(new(url), File.ReadAllText(path), false, mediaType);

        var rows = Assert.IsType<Extraction.Rows>(PageReader.Read(page, Some.Column(page.Address), Today));

        Assert.Equal((items, DateOnly.Parse(newest, null), new ItemCount(total, true)), (rows.Items.Count, rows.Items.Max(item => item.PublishedOn)!.Value, rows.Total!.Value));
    }

    [Fact]
    public void The_saved_page_with_rows_in_a_comment_declares_a_capped_total()
    {
        var path = Repository.PathTo("..", "shared", "pages", "gansu-rows-in-comment.html");
        Assert.SkipUnless(File.Exists(path), "the saved pages are not beside this checkout");
        var text = File.ReadAllText(path);
        var page = new PageText(new("http://jyt.gansu.gov.cn/jyt/c110634/zwgklist.shtml"), text, false, "text/html");
        var rows = Assert.IsType<Extraction.Rows>(PageReader.Read(page, Some.Column(page.Address), Today));

        var next = Pagers.Next(new(page.Address, PagePurpose.List), page, rows, Some.Column(page.Address), 1);

        Assert.Equal(new ItemCount(200, false), Totals.Declared(text, 20));
        Assert.Equal("http://jyt.gansu.gov.cn/jyt/c110634/zwgklist_2.shtml", next!.Address.AbsoluteUri);
    }

    private static string PathOf(string file) => Repository.PathTo("tests", "Auditor.Tests", "Platforms", "fixtures", file);

    private static string? Text(JsonElement expected, string name) => expected.TryGetProperty(name, out var value) ? value.ToString() : null;

    /// <summary>What the table says, one line per member, in one order.</summary>
    private static string Describe(JsonElement expected) =>
        string.Join('\n', new[] { "read", "newest", "items", "total", "reason", "form", "json", "firstAddress", "firstTitle" }.Select(name => $"{name} {Text(expected, name)}"))
        + "\nrequests " + (expected.TryGetProperty("requests", out var requests) ? string.Join(' ', requests.EnumerateArray().Select(one => one.GetString())) : "");

    /// <summary>The same lines of what was read; what the table does not name is left out.</summary>
    private static string Describe(Extraction read, JsonElement expected)
    {
        var rows = read as Extraction.Rows;
        var elsewhere = read as Extraction.Elsewhere;
        var values = new Dictionary<string, string?>
        {
            ["read"] = read.GetType().Name.ToLowerInvariant(),
            ["newest"] = rows?.Items.Max(item => item.PublishedOn)?.ToString("yyyy-MM-dd", null),
            ["items"] = rows?.Items.Count.ToString(null, null),
            ["total"] = rows?.Total?.Number.ToString(null, null),
            ["reason"] = (read as Extraction.Unreadable)?.Reason.ToString(),
            ["form"] = elsewhere?.Requests[0].Form is { } form ? string.Join('&', form.Select(field => $"{field.Key}={field.Value}")) : null,
            ["json"] = elsewhere?.Requests[0].Json,
            ["firstAddress"] = rows is { Items: [var first, ..] } ? first.Address : null,
            ["firstTitle"] = rows is { Items: [var top, ..] } ? top.Title : null,
        };
        var named = values.Select(value => $"{value.Key} {(expected.TryGetProperty(value.Key, out _) ? value.Value : null)}");
        return string.Join('\n', named) + "\nrequests " + string.Join(' ', elsewhere?.Requests.Select(request => request.Address.PathAndQuery) ?? []);
    }
}
