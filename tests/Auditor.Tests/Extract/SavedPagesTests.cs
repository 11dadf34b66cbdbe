using System.Globalization;
using System.Text.Json;
using Disclosure.Auditor.Extract;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Extract;

/// <summary>Scores extraction on real pages that are kept beside the checkout, where they are present; they are never part of it.</summary>
public class SavedPagesTests
{
    private static readonly string Folder = Repository.PathTo("..", "shared", "pages");

    [Theory]
    [InlineData("wuan-several-lists.html", "http://www.wuan.gov.cn/hdxx/bddt/")]
    [InlineData("handan-trs-list.html", "http://www.hdct.gov.cn/xwdt/bmdt/")]
    [InlineData("gansu-rows-in-comment.html", "http://jyt.gansu.gov.cn/jyt/c110634/zwgklist.shtml")]
    public void A_real_list_gives_its_items_and_newest_day(string file, string address)
    {
        var expected = Expected(file);
        var column = new Column(ColumnId.Parse("c"), file.StartsWith("gansu", StringComparison.Ordinal) ? "文件通知" : "部门动态", [], new(address), ColumnKind.Notice, UpdateWindow.HalfYear, false, null);

        var rows = Assert.IsType<Extraction.Rows>(PageReader.Read(new(new(address), Text(file), false, "text/html"), column, new(2026, 1, 1)));

        Assert.Equal(expected.GetProperty("items").GetInt32(), rows.Items.Count);
        Assert.Equal(expected.GetProperty("latest").GetString(), rows.Items.Max(item => item.PublishedOn)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("handan-leader-document.html")]
    [InlineData("handan-trs-article.html")]
    [InlineData("lishui-hanweb-article.html")]
    [InlineData("zhejiang-hanweb-article.html")]
    public void A_real_article_gives_its_day_of_publication(string file)
    {
        var expected = Expected(file);

        var article = ArticleReader.Read(new(new("http://a.gov.cn/x"), Text(file), false, "text/html"), new(2026, 1, 1));

        Assert.Equal(expected.GetProperty("pubdate").GetString(), article.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.True(article.TextLength >= 50, $"{article.TextLength} characters: {article.Text}");
    }

    [Fact]
    public void A_real_record_list_in_CDATA_gives_its_items_and_newest_day()
    {
        var expected = Expected("jiangsu-jpage-proxy.xml");

        var items = RowReader.ReadFragment(Text("jiangsu-jpage-proxy.xml"), new("http://www.jiangsu.gov.cn/col/col1/index.html"), new(2026, 1, 1));

        Assert.Equal(expected.GetProperty("items").GetInt32(), items.Count);
        Assert.Equal(expected.GetProperty("latest").GetString(), items.Max(item => item.PublishedOn)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static JsonElement Expected(string file)
    {
        Assert.SkipUnless(File.Exists(Path.Combine(Folder, "expected.json")), $"The saved real pages are not beside this checkout ({Folder}).");
        using var table = JsonDocument.Parse(Text("expected.json"));
        return table.RootElement.EnumerateArray().Single(page => page.GetProperty("file").GetString() == file).GetProperty("expect").Clone();
    }
}
