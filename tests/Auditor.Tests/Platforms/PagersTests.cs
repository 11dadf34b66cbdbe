using System.Text;
using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Tests.Platforms;

public class PagersTests
{
    private const string Base = "http://www.example.gov.cn/tzgg/";

    private static readonly Extraction.Rows TenRows = new([.. Enumerable.Range(0, 10).Select(number => new SightedItem($"事项{number}", $"{Base}{number}", null, DateOrigin.None))], null, null, "rows", "ul", "");

    public static TheoryData<string, string, int, string?> Pages => new()
    {
        { "", "createPageHTML(31, 0, \"index\", \"html\");", 1, "index_1.html" },
        { "index_1.html", "createPageHTML(31, 1, \"index\", \"html\")", 2, "index_2.html" },
        { "index_30.html", "createPageHTML(31, 30, \"index\", \"html\")", 31, null },
        { "", "createPageHTML(55,0,\"index\",\"shtml\",\"1089\");", 1, "index_1.shtml" },
        { "", "//createPageHTML(31, 0, \"index\", \"shtml\");\nvar currentPage = 0; var countPage = 4", 1, "index_1.shtml" },
        { "index_3.shtml", "//createPageHTML(31, 3, \"index\", \"shtml\");\nvar currentPage = 3; var countPage = 4", 4, null },
        { "", "/* createPageHTML(9, 0, \"old\", \"htm\") */ createPageHTML(2, 0, \"index\", \"html\")", 1, "index_1.html" },
        { "", "var countPage = 7; var cur = 0; createPageHTML(countPage, cur, 'index', 'html');", 1, "index_1.html" },
        { "", "function createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt){} createPageHTML(2,0,'index','html')", 1, "index_1.html" },
        { "", "createPageHTML(1, 0, \"index\", \"html\");", 1, null },
        { "", "createPageHTML(0, 0, \"index\", \"html\");", 1, null },
        { "common_list.shtml", "createPageHTML('page-div',34,1,'common_list','shtml',500);", 1, "common_list_2.shtml" },
        { "common_list_34.shtml", "createPageHTML('page-div',34,34,'common_list','shtml',500);", 34, null },
        { "", "<div id=\"page_nav_list\"></div><script>createPageHTML(5, 0, \"index\", \"html\");</script>", 1, "index_2.html" },
        { "zbgg.htm", "<span class=\"p_pages\"><span class=\"p_no_d\">1</span><span class=\"p_no\"><a href=\"zbgg/10.htm\">2</a></span><span class=\"p_no\"><a href=\"zbgg/9.htm\">3</a></span><span class=\"p_last\"><a href=\"zbgg/1.htm\">尾页</a></span></span>", 1, "zbgg/10.htm" },
        { "zbgg/10.htm", "<span class=\"p_pages\"><span class=\"p_no\"><a href=\"../zbgg.htm\">1</a></span><span class=\"p_no_d\">2</span><span class=\"p_no\"><a href=\"9.htm\">3</a></span></span>", 2, "zbgg/9.htm" },
        { "list.jsp?wbtreeid=1029", "<a href=\"list.jsp?totalpage=3&amp;PAGENUM=2&amp;wbtreeid=1029\">下页</a>", 1, "list.jsp?totalpage=3&PAGENUM=2&wbtreeid=1029" },
        { "MoreInfo.aspx", "<td class=\"pager\"><a href='?Paging=2'><b>下一页</b></a></td>", 1, "MoreInfo.aspx?Paging=2" },
        { "", "<a href=\"javascript:next()\">下一页</a><a href=\"#\">下一页</a>", 1, null },
        { "", "<ul><li><a href=\"/about/2\">2</a></li></ul>", 1, null },
        { "", $"<div id=\"pages\">{Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString("<a href='/tzgg/2.html'>下一页</a>")))}</div>", 1, "2.html" },
        { "", "<div id=\"pages\">not base64 at all, whatever it may be</div>", 1, null },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_next_page_is_the_one_the_page_declares(string path, string pager, int number, string? expected)
    {
        var page = new PageText(new(Base + path), $"<html><body><ul class=\"list\"></ul>{pager}</body></html>", false, "text/html");

        var next = Pagers.Next(new(page.Address, PagePurpose.List), page, TenRows, Some.Column(new(Base)), number);

        Assert.Equal(expected is null ? null : Base + expected, next?.Address.AbsoluteUri);
    }

    [Theory]
    [InlineData("?page=1&size=10", null, "?page=2&size=10")]
    [InlineData("?paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A15%7D", null, "?paramJson=%7B%22pageNo%22%3A2%2C%22pageSize%22%3A15%7D")]
    [InlineData("?homepage=1&id=2", null, null)]
    [InlineData("?page=3&pageSize=10", 30, null)]
    [InlineData("?page=3&pageSize=10", 31, "?page=4&pageSize=10")]
    public void A_data_request_goes_on_by_its_own_page_number(string query, int? total, string? expected)
    {
        var asked = new PageRequest(new(Base + "api" + query), PagePurpose.Data);
        var page = new PageText(asked.Address, "{}", false, "application/json");
        var rows = TenRows with { Total = total is { } known ? new(known, true) : null };

        var next = Pagers.Next(asked, page, rows, Some.Column(new(Base)), 3);

        Assert.Equal(expected is null ? null : Base + "api" + expected, next?.Address.AbsoluteUri);
    }

    [Fact]
    public void A_posted_page_number_is_raised_in_the_form_and_in_json()
    {
        var form = PageParameters.Next(new(new(Base), PagePurpose.Data, Form: [new("categorynum", "001"), new("pageIndex", "0")]));
        var json = PageParameters.Next(new(new(Base), PagePurpose.Data, Json: "{\"columnId\":123,\"pageNo\":9}"));

        Assert.Equal("001 1", string.Join(' ', form!.Form!.Select(field => field.Value)));
        Assert.Equal("{\"columnId\":123,\"pageNo\":10}", json!.Json);
    }

    [Theory]
    [InlineData("createPageHTML(55,0,\"index\",\"shtml\",\"1089\")", 10, 1089, true)]
    [InlineData("createPageHTML('page-div',34,1,'common_list','shtml',500)", 15, 500, false)]
    [InlineData("createPageHTML('page-div',10,1,'common_list','shtml',200)", 20, 200, false)]
    [InlineData("createPageHTML('page-div',3,1,'common_list','shtml',41)", 15, 41, true)]
    [InlineData("createPageHTML(31, 0, \"index\", \"html\")", 15, 451, false)]
    [InlineData("createPageHTML(1, 0, \"index\", \"html\")", 7, 7, true)]
    [InlineData("<span class=\"p_t\">共52条</span>", 10, 52, true)]
    [InlineData("<span>共有 <b>52</b> 条记录</span>", 10, 52, true)]
    [InlineData("var total = 8;", 8, null, false)]
    [InlineData("<a>关于若干措施共3条的通知</a>", 10, null, false)]
    [InlineData("<a>推出共20条措施</a>", 10, null, false)]
    public void A_total_is_what_the_page_declares_and_no_more(string markup, int rows, int? number, bool exact) =>
        Assert.Equal(number is { } declared ? new ItemCount(declared, exact) : null, Totals.Declared(markup, rows));
}
