using System.Text;
using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Portals;

public sealed class ColumnFileTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<ConfigProblem> _problems = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_name_and_url_need_be_written()
    {
        var section = Read("""{"portal":"https://www.example.gov.cn/zwgk/","columns":[{"name":"通知公告","url":"tzgg/index.html"}]}""");

        var column = Assert.Single(section!.Columns);
        Assert.Empty(_problems);
        Assert.Equal(("zwgk", "local"), (section.Portal.AbsolutePath.Trim('/'), section.Agency.Value));
        Assert.Equal(new Uri("https://www.example.gov.cn/zwgk/tzgg/index.html"), column.Url);
        Assert.Equal((ColumnKind.Notice, UpdateWindow.HalfYear, "tzgg"), (column.Kind, column.Window, column.Id.Value));
        Assert.Null(column.Exempt);
    }

    [Fact]
    public void What_is_written_wins_over_what_is_guessed()
    {
        var section = Read("""
            {"agency":"town","portal":"http://a.cn/","columns":[{"id":"c1","name":"通知公告","path":["公开","栏目"],"url":"http://a.cn/x","kind":"yearly","window":"P2W","keyArea":true,"exempt":"已归档专题"}]}
            """);

        var column = Assert.Single(section!.Columns);
        Assert.Equal(AgencyCode.Parse("town"), section.Agency);
        Assert.Equal((ColumnKind.Yearly, UpdateWindow.TwoWeeks, true, "已归档专题", "c1"), (column.Kind, column.Window, column.KeyArea, column.Exempt, column.Id.Value));
        Assert.Equal(["公开", "栏目"], column.Path);
    }

    [Theory]
    [InlineData("not JSON", """{"columns":[{"name":"甲" "url":"x"}]}""", "", ProblemKind.NotJson)]
    [InlineData("an array", "[]", "", ProblemKind.WrongType)]
    [InlineData("unknown key", """{"portl":"http://a.cn/","columns":[{"name":"甲","url":"http://a.cn/"}]}""", "portl", ProblemKind.UnknownKey)]
    [InlineData("unknown column key", """{"columns":[{"name":"甲","url":"http://a.cn/","windw":"P6M"}]}""", "columns[0].windw", ProblemKind.UnknownKey)]
    [InlineData("key written twice", """{"columns":[{"name":"甲","name":"乙","url":"http://a.cn/"}]}""", "columns[0].name", ProblemKind.DuplicateKey)]
    [InlineData("no columns key", """{"portal":"http://a.cn/"}""", "columns", ProblemKind.MissingKey)]
    [InlineData("empty list", """{"portal":"http://a.cn/","columns":[]}""", "columns", ProblemKind.NoColumns)]
    [InlineData("columns not a list", """{"columns":{}}""", "columns", ProblemKind.WrongType)]
    [InlineData("column not an object", """{"columns":["x"]}""", "columns[0]", ProblemKind.WrongType)]
    [InlineData("no name", """{"columns":[{"url":"http://a.cn/"}]}""", "columns[0].name", ProblemKind.MissingKey)]
    [InlineData("blank name", """{"columns":[{"name":" ","url":"http://a.cn/"}]}""", "columns[0].name", ProblemKind.EmptyText)]
    [InlineData("no url", """{"columns":[{"name":"甲"}]}""", "columns[0].url", ProblemKind.MissingKey)]
    [InlineData("url is a number", """{"columns":[{"name":"甲","url":5}]}""", "columns[0].url", ProblemKind.WrongType)]
    [InlineData("ftp", """{"columns":[{"name":"甲","url":"ftp://a.cn/"}]}""", "columns[0].url", ProblemKind.BadAddress)]
    [InlineData("script", """{"portal":"http://a.cn/","columns":[{"name":"甲","url":"javascript:void(0)"}]}""", "columns[0].url", ProblemKind.BadAddress)]
    [InlineData("host without scheme", """{"columns":[{"name":"甲","url":"a.cn:8080/x"}]}""", "columns[0].url", ProblemKind.BadAddress)]
    [InlineData("password", """{"columns":[{"name":"甲","url":"http://me:pw@a.cn/"}]}""", "columns[0].url", ProblemKind.BadAddress)]
    [InlineData("a space", """{"portal":"http://a.cn/","columns":[{"name":"甲","url":"a b"}]}""", "columns[0].url", ProblemKind.BadAddress)]
    [InlineData("relative, no portal", """{"columns":[{"name":"甲","url":"/x"}]}""", "columns[0].url", ProblemKind.RelativeWithoutPortal)]
    [InlineData("bad portal", """{"portal":"/x","columns":[{"name":"甲","url":"/x"}]}""", "portal", ProblemKind.BadAddress)]
    [InlineData("bad kind", """{"columns":[{"name":"甲","url":"http://a.cn/","kind":"News"}]}""", "columns[0].kind", ProblemKind.BadKind)]
    [InlineData("bad window", """{"columns":[{"name":"甲","url":"http://a.cn/","window":"6 months"}]}""", "columns[0].window", ProblemKind.BadWindow)]
    [InlineData("endless window", """{"columns":[{"name":"甲","url":"http://a.cn/","window":"P0D"}]}""", "columns[0].window", ProblemKind.BadWindow)]
    [InlineData("bad id", """{"columns":[{"id":"a b","name":"甲","url":"http://a.cn/"}]}""", "columns[0].id", ProblemKind.BadId)]
    [InlineData("same id", """{"columns":[{"id":"a","name":"甲","url":"http://a.cn/1"},{"id":"a","name":"乙","url":"http://a.cn/2"}]}""", "columns[1].id", ProblemKind.DuplicateId)]
    [InlineData("same url", """{"portal":"http://a.cn/","columns":[{"name":"甲","url":"x"},{"name":"乙","url":"http://A.cn:80/x"}]}""", "columns[1].url", ProblemKind.DuplicateAddress)]
    [InlineData("bad agency", """{"agency":"胡杨","columns":[{"name":"甲","url":"http://a.cn/"}]}""", "agency", ProblemKind.BadAgencyCode)]
    [InlineData("key area not a flag", """{"columns":[{"name":"甲","url":"http://a.cn/","keyArea":"yes"}]}""", "columns[0].keyArea", ProblemKind.WrongType)]
    [InlineData("path not texts", """{"columns":[{"name":"甲","url":"http://a.cn/","path":["乙",3]}]}""", "columns[0].path[1]", ProblemKind.WrongType)]
    [InlineData("portal moved", """{"portal":"http://old.cn/","columns":[{"name":"甲","url":"http://new.cn/x"}]}""", "portal", ProblemKind.PortalMoved)]
    public void A_fault_is_named_with_its_place(string what, string json, string where, ProblemKind kind)
    {
        var section = Read(json);

        Assert.True(section is null, what);
        Assert.Equal([(where, kind)], _problems.Select(problem => (problem.Where, problem.Kind)));
    }

    [Fact]
    public void Every_fault_of_every_file_is_told_in_one_go()
    {
        var first = Write("a.json", """{"colums":[],"portal":"nowhere"}""");
        var second = Write("b.json", """{"columns":[{"name":"甲","url":"gopher://x","kind":"x","window":"x","id":"a b"},{"url":"http://a.cn/"}]}""");

        Assert.Null(ColumnFile.Read([first, second, _folder.File("absent.json")], null, null, _problems));

        Assert.Equal(
            [
                (first, "colums", ProblemKind.UnknownKey),
                (first, "portal", ProblemKind.BadAddress),
                (first, "columns", ProblemKind.MissingKey),
                (second, "columns[0].url", ProblemKind.BadAddress),
                (second, "columns[0].kind", ProblemKind.BadKind),
                (second, "columns[0].window", ProblemKind.BadWindow),
                (second, "columns[0].id", ProblemKind.BadId),
                (second, "columns[1].name", ProblemKind.MissingKey),
                (_folder.File("absent.json"), "", ProblemKind.FileMissing),
            ],
            _problems.Select(problem => (problem.File, problem.Where, problem.Kind)));
    }

    [Fact]
    public void A_syntax_fault_is_placed_by_line_and_character_even_after_Chinese()
    {
        Read("{\n  \"columns\": [{\"name\": \"通知公告\" \"url\": \"x\"}]\n}");

        Assert.Equal("2:31", Assert.Single(_problems).Arguments[0]);
    }

    [Fact]
    public void A_file_saved_as_GBK_is_refused_before_its_names_are_misread()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(_folder.File("c.json"), Encoding.GetEncoding("gb18030").GetBytes("""{"columns":[{"name":"通知公告","url":"http://a.cn/"}]}"""));

        Assert.Null(ColumnFile.Read([_folder.File("c.json")], null, null, _problems));

        Assert.Equal(ProblemKind.NotUtf8, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read()
    {
        File.WriteAllText(_folder.File("c.json"), """{"columns":[{"name":"甲","url":"http://a.cn/"}]}""", new UTF8Encoding(true));

        Assert.NotNull(ColumnFile.Read([_folder.File("c.json")], null, null, _problems));
    }

    [Fact]
    public void A_column_on_another_host_is_only_worth_a_look()
    {
        var section = Read("""{"portal":"http://a.cn/","columns":[{"name":"甲","url":"x"},{"name":"乙","url":"http://data.a.cn/y"}]}""");

        Assert.Equal(2, section!.Columns.Count);
        var problem = Assert.Single(_problems);
        Assert.Equal((true, ProblemKind.OtherHost, "columns[1].url"), (problem.IsWarning, problem.Kind, problem.Where));
        Assert.Equal(["data.a.cn", "a.cn"], problem.Arguments);
    }

    [Fact]
    public void Two_columns_may_differ_in_the_fragment_alone() =>
        Assert.Equal(2, Read("""{"columns":[{"name":"甲","url":"http://a.cn/gkmlpt/index#1"},{"name":"乙","url":"http://a.cn/gkmlpt/index#2"}]}""")!.Columns.Count);

    [Fact]
    public void The_agency_of_the_file_must_be_the_one_that_names_the_file()
    {
        var file = Write("c.json", """{"agency":"other","columns":[{"name":"甲","url":"http://a.cn/"}]}""");

        Assert.Null(ColumnFile.Read([file], AgencyCode.Parse("town"), null, _problems));

        Assert.Equal(ProblemKind.AgencyDiffers, Assert.Single(_problems).Kind);
    }

    [Fact]
    public void Two_files_of_one_agency_name_one_portal()
    {
        var files = new[] { "a", "b" }.Select(name => Write(name + ".json", $$"""{"portal":"http://{{name}}.cn/","columns":[{"name":"甲","url":"http://{{name}}.cn/x"}]}""")).ToList();

        Assert.Null(ColumnFile.Read(files, null, null, _problems));

        Assert.Contains(_problems, problem => problem.Kind is ProblemKind.PortalsDiffer && problem.File == files[1]);
    }

    [Theory]
    [InlineData("http://a.cn/zwgk/", "http://a.cn/zwgk/tzgg/index.html", "tzgg")]
    [InlineData("http://a.cn/zwgk/", "http://a.cn/zwgk/czxx/ys/", "czxx-ys")]
    [InlineData("http://a.cn/", "http://a.cn/col/col1234/index.html", "col-col1234")]
    [InlineData("http://a.cn/", "http://a.cn/", "home")]
    [InlineData("http://a.cn/", "http://a.cn/list.jsp?id=7&type=a", "id-7-type-a")]
    [InlineData("http://a.cn/", "http://a.cn/gkmlpt/index#4301", "gkmlpt-4301")]
    [InlineData("http://a.cn/", "http://a.cn/%E9%80%9A%E7%9F%A5/", "通知")]
    public void An_id_is_made_of_the_address(string portal, string url, string id) =>
        Assert.Equal(id, ColumnIds.FromAddress(new(portal), new(url), new HashSet<ColumnId>()).Value);

    [Fact]
    public void An_id_stays_when_columns_are_added_before_it()
    {
        var alone = Read("""{"portal":"http://a.cn/","columns":[{"name":"乙","url":"y/index.html"}]}""");
        var later = Read("""{"portal":"http://a.cn/","columns":[{"name":"甲","url":"x"},{"name":"乙","url":"y/index.html"}]}""");

        Assert.Equal(alone!.Columns[0].Id, later!.Columns[1].Id);
    }

    [Fact]
    public void Ids_stay_unique_and_short_for_long_and_like_addresses()
    {
        var folder = new string('x', 120);
        var section = Read($$"""{"portal":"http://a.cn/","columns":[{"name":"甲","url":"/{{folder}}/a.html"},{"name":"乙","url":"/{{folder}}/b.html"},{"name":"丙","url":"/c.html"},{"name":"丁","url":"/c.shtml"}]}""");

        Assert.Equal(4, section!.Columns.Select(column => column.Id).Distinct().Count());
    }

    private PortalSection? Read(string json) => ColumnFile.Read([Write("columns.json", json)], null, null, _problems);

    private string Write(string name, string json)
    {
        File.WriteAllText(_folder.File(name), json);
        return _folder.File(name);
    }
}
