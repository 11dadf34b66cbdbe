using System.Text.Json;
using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor.Tests.Platforms;

public class ScriptAndTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string, string?> Literals => new()
    {
        { "{a:1,'b':\"x\",\"c\":[1,2,],}", """{"a":1,"b":"x","c":[1,2]}""" },
        { "{a: f(1, {b: 2}), c: 'd' + e, g: 3}", """{"a":null,"c":null,"g":3}""" },
        { "{a: function (x) { return '}'; }, b: 2}", """{"a":null,"b":2}""" },
        { "{/* c */ a: 1, // ,]\n b: 2}", """{"a":1,"b":2}""" },
        { "{a: '\\u4e2d\\x41\\'', b: true, c: null, d: undefined, e: -1.5}", "{\"a\":\"中A'\",\"b\":true,\"c\":null,\"d\":null,\"e\":-1.5}" },
        { "{data: JSON.stringify({a: 1}), b: 2}", """{"data":{"a":1},"b":2}""" },
        { "[1, [2, {a: []}]] ; more", """[1,[2,{"a":[]}]]""" },
        { "{a: 1", null },
        { "{a: [1}", null },
        { "{{{{{{{", null },
        { "x", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_literal_is_read_without_running_it(string script, string? json)
    {
        var read = JsLiteral.TryParse(script, 0);

        var expected = json is null ? (JsonElement?)null : JsonDocument.Parse(json).RootElement;
        Assert.Equal(expected is null, read is null);
        Assert.True(read is null || JsonElement.DeepEquals(expected!.Value, read.Value), read?.GetRawText());
    }

    [Theory]
    [InlineData("证件号11010519491231002X。", NoteKind.IdNumber)]
    [InlineData("证件号 11010519491231002x", NoteKind.IdNumber)]
    [InlineData("证件号１１０１０５１９４９１２３１００２X", NoteKind.IdNumber)]
    [InlineData("电话13912345678", NoteKind.MobileNumber)]
    [InlineData("（13912345678）", NoteKind.MobileNumber)]
    public void A_personal_number_is_found_and_not_repeated(string text, NoteKind kind)
    {
        var note = Assert.Single(PersonalData.Find(text, "http://x/", Today));

        Assert.Equal(kind, note.Kind);
        Assert.StartsWith("1**", note.Detail, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{3,}", note.Detail);
    }

    [Theory]
    [InlineData("110105194912310021")]
    [InlineData("11010519491331002X")]
    [InlineData("编号 9111010519491231002X")]
    [InlineData("12912345678")]
    [InlineData("单号 2139123456789")]
    [InlineData("0913-8812345")]
    public void A_number_that_only_looks_alike_is_not_personal(string text) => Assert.Empty(PersonalData.Find(text, "http://x/", Today));

    [Theory]
    [InlineData("http://x/a;jsessionid=1F2?p=2", "http://x/a?p=2")]
    [InlineData("http://x/a?jsessionid=1F2&p=2", "http://x/a?p=2")]
    [InlineData("http://x/a?PHPSESSID=1", "http://x/a")]
    [InlineData("http://x/session/1", "http://x/session/1")]
    public void Session_marks_are_no_part_of_an_address(string address, string expected) => Assert.Equal(expected, Sessions.Strip(address));

    public static TheoryData<Extraction> Extractions =>
    [
        new Extraction.Rows([new("甲", "http://x/1", new(2026, 5, 6), DateOrigin.Shown, new(2026, 5, 5)), new("乙", "http://x/2", null, DateOrigin.None)], new(200, false), new(new("http://x/2.html"), PagePurpose.Data, [new("page", "2")], null, new("http://x/")), "rung", "ul", "text"),
        new Extraction.Nothing(new(EmptySign.PagerZero, "ul", "0"), "rung"),
        new Extraction.Document("标题", new(2026, 5, 6), DateOrigin.ArticleMeta, 300, "rung", "text"),
        new Extraction.Children(["http://x/1/", "http://x/2/"], "rung"),
        new Extraction.Elsewhere([new(new("http://x/api"), PagePurpose.Data, null, "{}", null)], "rung", new(Reason.NeedsScripts, "detail")),
        new Extraction.Unreadable(Reason.NoListFound, "detail"),
    ];

    [Theory]
    [MemberData(nameof(Extractions))]
    public void What_was_extracted_is_remembered_whole(object extraction)
    {
        var column = Some.Column(new("http://x/"));
        var json = StoredExtraction.Write((Extraction)extraction, column, 1);

        var again = StoredExtraction.Write(StoredExtraction.Read(json, column, 1)!, column, 1);

        Assert.Equal(json, again);
        Assert.Null(StoredExtraction.Read(json, column with { Name = "其他" }, 1));
        Assert.Null(StoredExtraction.Read(json.Replace("\"v\":1", "\"v\":0", StringComparison.Ordinal), column, 1));
    }

    [Fact]
    public void A_later_page_of_a_list_is_remembered_without_its_text_and_never_taken_for_a_first_one()
    {
        var column = Some.Column(new("http://x/"));
        var rows = new Extraction.Rows([new("标题", "http://x/1.html", new(2026, 5, 6), DateOrigin.Shown, null)], null, null, "rung", "ul", "标题 2026-05-06");

        var json = StoredExtraction.Write(rows, column, 2);

        var again = Assert.IsType<Extraction.Rows>(StoredExtraction.Read(json, column, 3));
        Assert.Equal(rows with { Items = again.Items, Text = "" }, again);
        Assert.Equal(rows.Items, again.Items);
        Assert.Null(StoredExtraction.Read(json, column, 1));
    }

    public static TheoryData<string> Broken => ["<datastore>", "<datastore><record>", "createPageHTML(", "createPageHTML(1,2,'a','b'", "listData={articleList:[", "{\"a\":", "[", "<a href=x>下一页", "$.ajax({url:'/list',data:{", "fetch('/list',{", "共1", "cb(", "<script>//", "/*", "channelsTagSelf={\"", "_CONFIG={TREE:[", "{tagId:/front/page/build/unit"];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_page_of_two_million_broken_characters_ends(string piece)
    {
        var text = "<html>/gkmlpt/ /front/page/build/unit listData " + string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));
        var page = new PageText(new("http://x.gov.cn/col/col1/index.html"), text, false, "text/html");
        var column = Some.Column(page.Address);
        var request = new PageRequest(page.Address, PagePurpose.List);

        var read = await Task.Run(
            () =>
            {
                _ = Families.TryRead(page, column, Today);
                _ = Families.TryRead(page with { Text = text[6..], MediaType = "application/json" }, column, Today);
                _ = Pagers.Next(request, page, new([], null, null, "", "", ""), column, 1);
                _ = Totals.Declared(text, 10);
                return Families.Beyond(new Extraction.Unreadable(Reason.NoListFound, ""), page, column);
            },
            TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.IsNotType<Extraction.Nothing>(read);
    }
}
