using Disclosure.Auditor.Discover;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Discover;

public class NavigationReaderTests
{
    private static readonly Uri Address = new("http://portal.example/zwgk/a/");

    [Theory]
    [InlineData("""<a class="CurrChnlCls" href="../" title="政务公开">政务公…</a><a class="CurrChnlCls" href="./">通知公告</a>""", "政务公开 > 通知公告")]
    [InlineData("""<div class="breadcrumb"><a href="/">首页</a> / <a href="/zwgk/">政务公开</a> / 通知公告</div>""", "政务公开 > 通知公告")]
    [InlineData("""<p>您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <span>正文</span></p>""", "政务公开")]
    [InlineData("""<table><tr><td>当前位置：<a href="/">首页</a></td><td><a href="/zwgk/">政务公开</a></td><td><a href="/zwgk/a/">规 章</a></td></tr></table>""", "政务公开 > 规章")]
    [InlineData("""<div>当前位置 : 首页-&gt;某县信息-&gt;本地动态</div>""", "某县信息 > 本地动态")]
    [InlineData("""<div class="content">正文提到当前位置与链接无关</div><a href="/x/">别处</a>""", "")]
    public void A_breadcrumb_is_read_in_any_of_its_shapes(string html, string expected) =>
        Assert.Equal(expected, string.Join(" > ", Read(html).Crumbs.Select(crumb => crumb.Name)));

    [Theory]
    [InlineData("""<meta name="ColumnName" content="通知公告">""", "公告", "通知公告")]
    [InlineData("""<meta name="ColumnName" content="null">""", "通知公告", "通知公告")]
    [InlineData("""<meta name="ColumnName" content="{栏目名称}"><h1>通知公告</h1>""", "公告", "通知公告")]
    [InlineData("""<meta name="ColumnName" content="头部"><meta name="columnname" content="通知公告">""", "公告", "通知公告")]
    [InlineData("""<meta name="ColumnName" content="政策文件"><a class="CurrChnlCls" href="./">通知公告</a>""", "通知公告", "通知公告")]
    [InlineData("""<a class="CurrChnlCls" href="../">上级栏目</a>""", "通知公告", "通知公告")]
    [InlineData("", "", null)]
    public void A_columns_name_is_what_most_of_its_page_says(string html, string linkText, string? expected) => Assert.Equal(expected, Read(html).NameFor(linkText));

    [Theory]
    [InlineData("""<ul><li><span>2024-05-06</span><a href="x.html">甲</a></li></ul>""", true)]
    [InlineData("""<ul><li><a href="x.html">甲 (2024年5月6日)</a></li></ul>""", true)]
    [InlineData("""<dl><dd><b>06</b><i>2024-05</i><a href="x.html">甲</a></dd></dl>""", true)]
    [InlineData("""<table><tr><td><a href="x.html">甲</a></td><td>05-06</td></tr></table>""", true)]
    [InlineData("""<ul><li><a href="x/">2024年</a></li></ul>""", false)]
    [InlineData("""<ul><li><a href="x/">通知公告</a></li></ul>""", false)]
    public void A_link_beside_a_date_is_an_item(string html, bool dated) => Assert.Equal(dated, Assert.Single(Read(html).Links).Dated);

    [Theory]
    [InlineData("""<a href="2.htm">下页</a>""")]
    [InlineData("""<a href="2.htm"> 2 </a>""")]
    [InlineData("""<a href="2.htm">尾页</a>""")]
    [InlineData("""<a href="javascript:void(0)">通知公告</a>""")]
    [InlineData("""<a href="#top">顶部</a>""")]
    [InlineData("""<a href="mailto:a@b">信箱</a>""")]
    public void A_link_that_only_turns_the_page_or_leads_nowhere_is_none(string html) => Assert.Empty(Read(html).Links);

    [Fact]
    public void A_nested_list_hangs_under_its_items_link()
    {
        var links = Read("""<ul><li><a href="a/">甲</a><ul><li><a href="b/">乙</a></li></ul></li><li><a href="c/">丙</a></li></ul>""").Links;

        Assert.Equal(["甲 ", "乙 /zwgk/a/a/", "丙 "], links.Select(link => $"{link.Text} {link.Under?.AbsolutePath}"));
        Assert.Single(links.Select(link => link.Block).Distinct());
    }

    [Fact]
    public void A_saved_column_page_of_each_platform_says_its_name_and_place()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "pages");
        if (!Directory.Exists(folder))
            Assert.Skip("The saved pages are not in this checkout (../shared/pages).");

        string[] read = [.. new[] { "handan-trs-list.html", "gansu-rows-in-comment.html", "jiangxi-inline-json.html", "lishui-hanweb-article.html", "wuan-several-lists.html" }.Select(file => Describe(Read(File.ReadAllText(Path.Combine(folder, file)))))];

        Assert.Equal(
            [
                "部门动态 (峰峰新闻 > 部门动态) trs, 0 channels",
                "文件通知 () ucap, 0 channels",
                "政策法规解读· 以案释法 () inline-json, 25 channels",
                "市政府文件 (政务公开 > 市政府信息公开 > 政策文件 > 其他文件 > 市政府文件) unknown, 0 channels",
                "本地动态 (邯郸信息 > 本地动态) unknown, 0 channels",
            ],
            read);
    }

    private static string Describe(NavigationPage page) => $"{page.NameFor("")} ({string.Join(" > ", page.Crumbs.Select(crumb => crumb.Name))}) {page.Family}, {page.Channels.Count} channels";

    private static NavigationPage Read(string html) => NavigationReader.TryRead(Address, $"<html><body>{html}</body></html>", out var fault) ?? throw new InvalidOperationException(fault);
}
