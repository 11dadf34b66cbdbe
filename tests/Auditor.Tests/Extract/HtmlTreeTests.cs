using CsCheck;
using Disclosure.Auditor.Extract;
using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Tests.Extract;

/// <summary>Any page of up to 2 MB, however broken, ends in a tree or a fault, and in a live process (the regression set of crawlers that died of one).</summary>
public class HtmlTreeTests
{
    private const int TwoMegabytes = 2 * 1024 * 1024;

    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    /// <summary>The piece, and whether 2,000 of it in a row can be read.</summary>
    public static TheoryData<string, bool> BrokenMarkup => new()
    {
        { "<div>", false },
        { "<li><a href=x>text</p>", true },
        { "<table><tr><td>", false },
        { "<font>", true },
        { "<b><p>", true },
        { "<i>", true },
        { "<a href=x>", true },
        { "<p>", true },
        { "<option>", true },
        { "<td>", true },
        { "<tr>", true },
        { "<dt><dd>", true },
        { "<ul><li>", false },
        { "<x-y>", false },
        { "</div>", true },
        { "</p></li>", true },
        { "<", true },
        { "<!", true },
        { "<!--", true },
        { "<!-->", true },
        { "<a b='", true },
        { "<a b=\"x\" ", true },
        { "<script>", true },
        { "<textarea>", true },
        { "<title>", true },
        { "&#x", true },
        { "<a", true },
        { "<br>", true },
        { "<span></span>", true },
        { "<form><tr>", true },
        { "<html><body>", false },
        { "<p><div></p>", false },
        { "<b><i></b></i>", true },
        { "<![CDATA[", true },
        { "\0<\0", true },
        { "<li><span>2024-05-06</span><a href=./x.html>text", true },
        { "<ul><li><a href=x>2024-05-06</a></ul>", true },
    };

    [Theory]
    [MemberData(nameof(BrokenMarkup))]
    public async Task Broken_markup_ends_in_a_tree_or_a_fault(string piece, bool readable)
    {
        var few = await Parsed(string.Concat(Enumerable.Repeat(piece, 2_000)));
        await Parsed(string.Concat(Enumerable.Repeat(piece, 20_000)));
        await Parsed(string.Concat(Enumerable.Repeat(piece, TwoMegabytes / piece.Length)));

        Assert.Equal(readable, few is not null);
    }

    [Fact]
    public async Task A_tag_with_a_hundred_thousand_attributes_ends_in_a_tree()
    {
        var text = "<div " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + "><p>text</p></div>";

        Assert.NotNull(await Parsed(text));
    }

    [Theory]
    [InlineData("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>")]
    [InlineData("<p>a<p>b", "<p>a</p><p>b</p>")]
    [InlineData("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>")]
    [InlineData("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>")]
    [InlineData("<a href=x>a<a href=y>b</a>", "<a href=x>a</a><a href=y>b</a>")]
    [InlineData("<div>a</div></div>b", "<div>a</div>b")]
    [InlineData("<td><div>a</td><td>b</td>", "<td><div>a</div></td><td>b</td>")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("<b>a", "<b>a</b>")]
    [InlineData("<!-- a", "<!-- a-->")]
    [InlineData("<script>if(a<b)</script><p>c</p>", "<script>if(a<b)</script><p>c</p>")]
    [InlineData("<a title=\"a>b\">c</a>", "<a title=\"a>b\">c</a>")]
    [InlineData("<div><![endif]>a</div>", "<div>a</div>")]
    public void What_HTML_closes_by_implication_is_closed(string markup, string repaired) => Assert.Equal(repaired, MarkupRepair.Repair(markup, out _));

    [Fact]
    public void Sound_markup_is_handed_on_as_it_is()
    {
        const string Sound = "<!DOCTYPE html><html><head><title>t</title></head><body><ul><li><a href=\"x\">a</a></li></ul><br/><img src=x></body></html>";

        Assert.Same(Sound, MarkupRepair.Repair(Sound, out _));
    }

    [Fact]
    public void No_page_of_random_markup_makes_reading_throw()
    {
        var column = new Column(ColumnId.Parse("c"), "通知公告", [], new("http://a.gov.cn/x/"), ColumnKind.Notice, UpdateWindow.HalfYear, false, null);
        string[] pieces =
        [
            "<ul class=list>", "</ul>", "<li>", "</li>", "<a href='./t20240506_1.html'>", "<a onclick=\"go('./x.html')\">", "<a href='http://['>", "</a>", "2024-05-06", "05-06", "<span>", "</span>", "<table>", "<tr>", "<td>", "</table>", "<div class=page>",
            "<div>", "</div>", "<p>", "<!--", "-->", "<script>", "</script>", "<textarea>", "</textarea>", "<iframe src='/x'>", "<iframe src='http://:'>", "<base href='//'>", "<meta name=PubDate content='2024-05-06'>", "当前位置：", "通知公告", "暂无信息", "&nbsp;", "&#999999999;", "\"", "'", ">", "<", "<dl>", "<dt>", "<dd>", "<h3>", "<title>", "<form>", "createPageHTML(0,0,", "<img alt=暂无>", "\0", "\ud800", "<frameset>", "<frame src=a>",
        ];

        Gen.Int[0, pieces.Length - 1].Array[0, 60].Select(picks => string.Concat(picks.Select(pick => pieces[pick]))).Sample(
            text =>
            {
                _ = PageReader.Read(new(new("http://a.gov.cn/x/"), text, false, "text/html"), column, new(2024, 6, 10));
                _ = PageReader.Read(new(new("http://a.gov.cn/x/"), text, true, ""), column with { Kind = ColumnKind.Document }, new(2024, 6, 10));
                _ = RowReader.ReadFragment(text, new("http://a.gov.cn/x/"), new(2024, 6, 10));
                _ = ArticleReader.Read(new(new("http://a.gov.cn/x/"), text, false, ""), new(2024, 6, 10));
            },
            iter: 5_000);
    }

    [Theory]
    [MemberData(nameof(BrokenMarkup))]
    public async Task A_page_of_broken_markup_is_read_to_an_end(string piece, bool readable)
    {
        var text = "<div>当前位置：通知公告</div><ul class=list>" + string.Concat(Enumerable.Repeat(piece, 20_000));
        var column = new Column(ColumnId.Parse("c"), "通知公告", [], new("http://a.gov.cn/x/"), ColumnKind.Notice, UpdateWindow.HalfYear, false, null);

        var reading = Task.Factory.StartNew(() => PageReader.Read(new(new("http://a.gov.cn/x/"), text, false, ""), column, new(2024, 6, 10)), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var extraction = await reading.WaitAsync(Guard, TestContext.Current.CancellationToken);

        Assert.NotNull(extraction);
        if (!readable)
            Assert.IsType<Extraction.Unreadable>(extraction);
    }

    private static async Task<HtmlDocument?> Parsed(string text)
    {
        string? fault = null;
        var parsing = Task.Factory.StartNew(() => HtmlTree.TryParse(text, out fault), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        var document = await parsing.WaitAsync(Guard, TestContext.Current.CancellationToken);

        Assert.Equal(document is null, fault is not null);
        Assert.False(document?.DocumentNode.InnerText is null && document is not null);
        return document;
    }
}
