using System.Text;
using System.Xml.Linq;
using Disclosure.Bot.Export;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Export;

public class HtmlWriterTests
{
    [Fact]
    public void A_zero_report_is_frozen() => Golden.Matches(Written("zero"), "html");

    [Fact]
    public void A_draft_is_frozen() => Golden.Matches(Written("untied"), "html");

    [Theory]
    [MemberData(nameof(ExportTests.Reports), MemberType = typeof(ExportTests))]
    public void Its_tables_read_back_are_the_form(string name)
    {
        var page = AsXml(Written(name));

        var read = page.Descendants("table").Select(ReadBack);

        Assert.Equal(ExportTests.Forms(ExportTests.Report(name)).Select(ExportTests.Drawn), read);
    }

    [Fact]
    public void What_people_typed_is_text_and_never_markup()
    {
        var page = AsXml(Written("untied"));

        Assert.Equal("<某>县&“测试”镇人民政府2024年政府信息公开工作年度报告", page.Descendants("h1").Single().Value);
        Assert.Equal("【补充本年栏目调整次数】", page.Descendants("mark").Single().Value);
    }

    [Fact]
    public void It_needs_no_script_and_nothing_from_elsewhere()
    {
        var html = Written("busy");

        Assert.DoesNotMatch("(?i)<script|\\son\\w+=|https?:|url\\(|@import|<link|<img|<iframe", html);
        Assert.Contains("<html lang=\"zh-CN\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_draft_is_kept_from_search_engines_and_marked()
    {
        Assert.Contains("noindex", Written("untied"), StringComparison.Ordinal);
        Assert.Contains("class=\"draft\"", Written("untied"), StringComparison.Ordinal);
        Assert.DoesNotContain("noindex", Written("busy"), StringComparison.Ordinal);
        Assert.DoesNotContain("草稿", Written("busy"), StringComparison.Ordinal);
    }

    private static string Written(string report) => Encoding.UTF8.GetString(HtmlWriter.Write(ExportTests.Report(report), SomeReports.Texts));

    /// <summary>The page is written so that an XML reader can read it once its few void elements are closed.</summary>
    private static XDocument AsXml(string html) => XDocument.Parse(System.Text.RegularExpressions.Regex.Replace(html[html.IndexOf("<html", StringComparison.Ordinal)..], "<(meta|col|br|wbr)\\b([^>]*)>", "<$1$2/>"));

    /// <summary>Places cells as a browser does: each in the first free column of its row.</summary>
    private static string ReadBack(XElement table)
    {
        var (drawn, taken) = (new StringBuilder(), new HashSet<(int, int)>());
        foreach (var (row, line) in table.Descendants("tr").Index())
        {
            var column = 0;
            foreach (var cell in line.Elements())
            {
                while (taken.Contains((row, column)))
                    column++;
                var (down, across) = ((int?)cell.Attribute("rowspan") ?? 1, (int?)cell.Attribute("colspan") ?? 1);
                foreach (var covered in from r in Enumerable.Range(row, down) from c in Enumerable.Range(column, across) select (r, c))
                    Assert.True(taken.Add(covered), $"two cells at {covered}");
                drawn.Append(System.Globalization.CultureInfo.InvariantCulture, $"{row},{column} {across}x{down} {cell.Value}\n");
            }
        }

        return drawn.ToString();
    }
}
