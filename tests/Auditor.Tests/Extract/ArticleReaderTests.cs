using Disclosure.Auditor.Extract;
using Disclosure.Columns;

namespace Disclosure.Auditor.Tests.Extract;

public class ArticleReaderTests
{
    private const string Body = "<div class=\"TRS_Editor\"><p>现将有关事项公告如下，2023年9月9日起施行，请各村按时办理，逾期不再受理，咨询电话见政务公开栏，特此公告，请相互转告。</p></div>";

    [Theory]
    [InlineData("<meta name=\"PubDate\" content=\"2024-05-06 08:59\"><div>发布时间：2024-05-01</div>", "2024-05-06", DateOrigin.ArticleMeta)]
    [InlineData("<meta name=\"pubdate\" content=\"2024年05月06日\">", "2024-05-06", DateOrigin.ArticleMeta)]
    [InlineData("<meta name=\"Maketime\" content=\"2024-06-09 10:00:00\"><div>发布时间：2024-05-06</div>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<meta name=\"PubDate\" content=\"null\"><span>发布日期:2024/5/6</span>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<publishtime>2024-05-06</publishtime><div>发布时间：2024-05-01</div>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<div>更新时间：2024-06-01</div><div>发布时间：2024-05-06</div>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<table><tr><td>成文日期</td><td>2024-04-30</td><td>公开日期</td><td>2024-05-06</td></tr></table>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<table><tr><td>成文日期</td><td>2024-04-30</td></tr></table>", null, DateOrigin.None)]
    [InlineData("<div>更新时间：2024-06-01</div>", null, DateOrigin.None)]
    [InlineData("<meta name=\"others\" content=\"页面生成时间 2024-06-10 09:00:00\">", null, DateOrigin.None)]
    [InlineData("<h1>公告</h1><div class=\"rq\">2024-05-06</div>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<div>时间：2024-05-06</div>", "2024-05-06", DateOrigin.ArticleText)]
    [InlineData("<div>点击时间：2024-06-06</div>", null, DateOrigin.None)]
    public void The_day_of_publication_is_taken_by_order_of_trust(string head, string? day, DateOrigin origin)
    {
        var article = Read(head + Body);

        Assert.Equal(day, article.PublishedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(origin, article.Origin);
    }

    [Fact]
    public void The_day_a_document_was_made_is_kept_apart() =>
        Assert.Equal(new DateOnly(2024, 4, 30), Read("<table><tr><td>成文日期：</td><td>2024年04月30日</td></tr></table>" + Body).MadeOn);

    [Fact]
    public void The_text_is_the_articles_own()
    {
        var article = Read("<div class=\"nav\">首页 政务公开</div><h1>防汛演练公告</h1>" + Body + "<p>版权所有：某县人民政府</p>");

        Assert.Equal("防汛演练公告", article.Title);
        Assert.StartsWith("现将有关事项", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("版权", article.Text, StringComparison.Ordinal);
        Assert.InRange(article.TextLength, 50, 100);
    }

    [Theory]
    [InlineData("<li><a href=\"./a.html\" title=\"甲村防汛演练公告\">甲村防...</a><b>2024-05-06</b></li>", "甲村防汛演练公告")]
    [InlineData("<li><a href=\"./a.html\">甲村&nbsp;防汛&amp;演练</a><b>2024-05-06</b></li>", "甲村 防汛&演练")]
    [InlineData("<li><a href=\"./a.html\">·甲村防汛演练公告<span>2024-05-06</span></a></li>", "甲村防汛演练公告")]
    [InlineData("<li><a href=\"./a.html\"><img alt=\"甲村\"></a><b>2024-05-06</b></li>", "甲村")]
    [InlineData("<li><a href=\"./a.html\"><h4>甲村</h4><p>摘要</p></a><b>2024-05-06</b></li>", "甲村")]
    [InlineData("<li><a href=\"./b.html\">更多</a><a href=\"./a.html\">甲村</a><b>2024-05-06</b></li>", "甲村")]
    [InlineData("<tr><td data-url=\"x\"><a href=\"javascript:open('./a.html')\">甲村</a></td><td>2024-05-06</td></tr>", "甲村")]
    public void A_fragments_row_gives_title_address_and_day(string fragment, string title)
    {
        var item = Assert.Single(RowReader.ReadFragment(fragment, new("http://a.gov.cn/x/"), new(2024, 6, 10)));

        Assert.Equal((title, "http://a.gov.cn/x/a.html", new DateOnly(2024, 5, 6), DateOrigin.Shown), (item.Title, item.Address, item.PublishedOn, item.DateOrigin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p>no rows</p>")]
    [InlineData("{\"a\":1}")]
    public void A_fragment_without_rows_gives_none(string fragment) => Assert.Empty(RowReader.ReadFragment(fragment, new("http://a.gov.cn/x/"), new(2024, 6, 10)));

    private static Article Read(string html) => ArticleReader.Read(new(new("http://a.gov.cn/x/a.html"), html, false, "text/html"), new(2024, 6, 10));
}
