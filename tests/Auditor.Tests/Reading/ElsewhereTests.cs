using System.Text.Json;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Auditor.Tests.Reading;

public class ElsewhereTests : ReadingFixture
{
    private const string Unit = "/api-gateway/jpaas-publish-server/front/page/build/unit";

    private static readonly string Shell = Page("", $"<div id=\"列表\"></div><script>$.ajax({{url:\"{Unit}\",data:{{webId:\"w1\",pageId:\"p1\",tplSetId:\"t1\",tagId:\"列表\"}}}})</script>");

    private static string UnitPage(int number) =>
        $"{Unit}?parseType=bulidstatic&webId=w1&tplSetId=t1&pageType=column&tagId=%E5%88%97%E8%A1%A8&pageId=p1&paramJson=%7B%22pageNo%22%3A{number}%2C%22pageSize%22%3A15%7D";

    [Fact]
    public async Task Rows_in_a_frame_of_the_same_site_are_read()
    {
        Portal.Page("/tzgg/", Page("").Replace("</div></body>", "</div><iframe src=\"/xxgk/list.jsp?id=7\"></iframe></body>", StringComparison.Ordinal))
            .Page("/xxgk/list.jsp?id=7", Ten("2026-11-20", 1, ""));

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((Day("2026-11-20"), "/xxgk/list.jsp"), (NewestOf(reading), reading.Deciding!.Final.AbsolutePath));
    }

    [Fact]
    public async Task Frames_within_frames_are_followed_to_a_depth_and_never_twice()
    {
        for (var depth = 0; depth < 9; depth++)
            Portal.Page($"/f{depth}", $"<html><head><title>通知公告</title></head><body><iframe src=\"/f{depth + 1}\" width=\"100%\" height=\"800\"></iframe><!-- {new string('x', 500)} --></body></html>");

        var reading = await ReadAsync("f0");

        Assert.Equal(["/f0", "/f1", "/f2", "/f3"], Asked);
        Assert.IsType<Sighting.CouldNotLook>(reading.Sighting);
    }

    [Fact]
    public async Task A_unit_api_named_by_the_page_is_asked_with_its_referer_and_paged()
    {
        Portal.Page("/tzgg/", Shell).Answer(UnitPage(1), OnlyWithReferer(Html(RowsOf("2026-11-20", "2026-11-01")))).Answer(UnitPage(2), OnlyWithReferer(Html(RowsOf("2025-12-01", "2025-11-01"))));

        var reading = await ReadAsync("tzgg/", since: new(2026, 1, 1));

        Assert.Equal((Day("2026-11-20"), WalkEnd.Enough, 3), (NewestOf(reading), reading.End, Asked.Count));
    }

    [Fact]
    public async Task An_unchanged_shell_still_asks_its_api()
    {
        Portal.Page("/tzgg/", Shell).Page(UnitPage(1), Html(RowsOf("2026-06-20", "2026-06-01")), "application/json").Page(UnitPage(2), Html(RowsOf("2026-05-20", "2026-05-01")), "application/json");
        await ReadAsync("tzgg/");
        Portal.Page(UnitPage(1), Html(RowsOf("2026-11-20", "2026-06-20")), "application/json");

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((Day("2026-11-20"), 1), (NewestOf(reading), reading.PagesParsed));
    }

    [Theory]
    [InlineData("{\"success\":false,\"message\":\"请先登录\",\"data\":null}")]
    [InlineData("{\"success\":true,\"data\":{\"html\":\"\"}}")]
    [InlineData("{\"code\":0,\"data\":{\"list\":[]}}")]
    [InlineData("<html><body>nginx</body></html>")]
    [InlineData("")]
    public async Task An_api_that_does_not_answer_with_rows_or_proof_leaves_the_column_undetermined(string answer)
    {
        Portal.Page("/tzgg/", Shell.Replace("<ul class=\"list\">\n</ul>", "<ul class=\"list\"><li>暂无信息</li></ul>", StringComparison.Ordinal)).Page(UnitPage(1), answer, "application/json");

        var reading = await ReadAsync("tzgg/");

        Assert.Equal(Reason.NeedsScripts, Assert.IsType<Sighting.CouldNotLook>(reading.Sighting).Reason);
    }

    [Fact]
    public async Task An_api_that_proves_the_list_empty_makes_the_column_empty()
    {
        Portal.Page("/tzgg/", Shell).Page(UnitPage(1), "{\"success\":true,\"data\":{\"list\":[],\"total\":0}}", "application/json");

        var reading = await ReadAsync("tzgg/");

        Assert.Equal(EmptySign.TotalZero, Assert.IsType<Sighting.NothingListed>(reading.Sighting).Proof.Sign);
    }

    [Fact]
    public async Task The_disclosure_module_answering_for_the_whole_area_does_not_freshen_a_column()
    {
        const string path = "/module/xxgk/search.jsp?infotypeId=A0212&area=x";
        Portal.Page("/col/col123/index.html", Page("", $"<div id=\"div1\"></div><script>$('#div1').load('{path}');</script>"))
            .Page(path, $"<ul>{AreaRow("2026-11-22", 456, 9)}{AreaRow("2026-03-01", 123, 8)}{AreaRow("2026-02-01", 456, 7)}</ul>");

        var reading = await ReadAsync("col/col123/index.html");

        Assert.Equal(Day("2026-03-01"), NewestOf(reading));
        Assert.NotEqual(Verdict.Fresh, VerdictOf(reading));
        Assert.All(Portal.Log.Where(asked => asked.PathAndQuery.Contains("search.jsp", StringComparison.Ordinal)), asked => Assert.Equal("POST", asked.Method));
    }

    [Fact]
    public async Task An_answer_with_rows_of_other_columns_only_proves_nothing()
    {
        const string path = "/module/xxgk/search.jsp?infotypeId=A0212&area=x";
        Portal.Page("/col/col123/index.html", Page("", $"<div id=\"div1\"></div><script>$('#div1').load('{path}');</script>"))
            .Page(path, $"<ul>{AreaRow("2026-11-22", 456, 9)}{AreaRow("2026-02-01", 456, 7)}</ul>");

        var reading = await ReadAsync("col/col123/index.html");

        Assert.Equal(Reason.EmptyNotProved, Assert.IsType<Sighting.CouldNotLook>(reading.Sighting).Reason);
    }

    [Fact]
    public async Task A_record_store_goes_on_at_its_proxy_and_ends_with_the_declared_total()
    {
        var store = Records(Enumerable.Range(0, 3));
        Portal.Page("/col/col123/index.html", Page("", $"<div id=\"1\"><script type=\"text/xml\"><datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&columnid=123&unitid=1\"></a>]]></nextgroup><recordset>{store}</recordset></datastore></script></div>"))
            .Page("/module/web/jpage/dataproxy.jsp?page=1&columnid=123&unitid=1", $"<datastore><totalrecord>5</totalrecord><totalpage>1</totalpage><recordset>{Records(Enumerable.Range(0, 5))}</recordset></datastore>", "text/xml");

        var reading = await ReadAsync("col/col123/index.html", since: new(2026, 1, 1));

        Assert.Equal((WalkEnd.Whole, new ItemCount(5, true)), (reading.End, Assert.IsType<Sighting.Listed>(reading.Sighting).Count));
    }

    [Fact]
    public async Task A_whole_group_of_records_goes_on_at_the_second_page_of_the_proxy()
    {
        Portal.Page("/col/col123/index.html", Page("", $"<div id=\"1\"><script type=\"text/xml\"><datastore><nextgroup><![CDATA[<a href=\"/module/web/jpage/dataproxy.jsp?page=1&columnid=123&unitid=1\"></a>]]></nextgroup><recordset>{Records(Enumerable.Range(0, 45))}</recordset></datastore></script></div>"))
            .Page("/module/web/jpage/dataproxy.jsp?page=2&columnid=123&unitid=1", $"<datastore><totalrecord>47</totalrecord><totalpage>2</totalpage><recordset>{Records(Enumerable.Range(45, 2))}</recordset></datastore>", "text/xml");

        var reading = await ReadAsync("col/col123/index.html", since: new(2020, 1, 1));

        Assert.Equal((2, WalkEnd.Whole, new ItemCount(47, true)), (Asked.Count, reading.End, Assert.IsType<Sighting.Listed>(reading.Sighting).Count));
    }

    [Fact]
    public async Task A_data_list_ends_where_the_service_runs_out_of_rows()
    {
        Portal.Page("/tzgg/", Page("", "<script>fetch('/api/list?column=tzgg&page=1').then(draw)</script>"))
            .Page("/api/list?column=tzgg&page=1", Json("2026-03-20", "2026-03-01"), "application/json")
            .Page("/api/list?column=tzgg&page=2", "{\"list\":[]}", "application/json");

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((WalkEnd.Whole, Verdict.Stale), (reading.End, VerdictOf(reading)));
    }

    [Fact]
    public async Task A_page_that_needs_scripts_is_tried_in_the_browser_when_there_is_one()
    {
        Portal.Page("/tzgg/", Shell);
        await using var drawn = await CannedPortal.StartAsync();
        drawn.Page("/tzgg/", Ten("2026-11-20", 1, ""));
        using var browser = new Redirected(drawn.Root);

        var reading = await ReadAsync("tzgg/", rendered: browser);

        Assert.Equal(Day("2026-11-20"), NewestOf(reading));
    }

    [Theory]
    [InlineData(503, Reason.ServerError, Verdict.Unreachable)]
    [InlineData(404, Reason.PageNotFound, Verdict.Broken)]
    public async Task A_first_page_that_fails_could_not_be_looked_at(int status, Reason reason, Verdict verdict)
    {
        Portal.Page("/tzgg/", "", status: status);

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((reason, verdict), (Assert.IsType<Sighting.CouldNotLook>(reading.Sighting).Reason, VerdictOf(reading)));
        Assert.Equal(status, reading.Deciding!.Status);
    }

    private static string AreaRow(string day, int column, int number) =>
        $"<li><a href=\"/art/{Day(day):yyyy/M/d}/art_{column}_{number}.html\" title=\"某栏目事项{number}\">某栏目事项{number}</a><span>{day}</span></li>";

    private static string Records(IEnumerable<int> numbers) =>
        string.Concat(numbers.Select(number => $"<record><![CDATA[{AreaRow(new DateOnly(2026, 11, 20).AddDays(-number).ToString("yyyy-MM-dd", null), 123, number)}]]></record>"));

    private static string Html(string rows) => JsonSerializer.Serialize(new { success = true, data = new { html = $"<ul>{rows}</ul>" } });

    private static string Json(params string[] days) => JsonSerializer.Serialize(new { list = days.Select((day, index) => new { title = $"事项{index}", url = $"/a/{day}/{index}", pubDate = day }) });

    private static RequestDelegate OnlyWithReferer(string json) => async context =>
    {
        context.Response.StatusCode = context.Request.Headers.Referer.ToString().EndsWith("/tzgg/", StringComparison.Ordinal) || context.Request.Headers.Referer.ToString().Contains("unit", StringComparison.Ordinal) ? 200 : 403;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    };

    /// <summary>The same paths on another host: what a browser would show of a page.</summary>
    private sealed class Redirected(Uri root) : IPageSource, IDisposable
    {
        private readonly PlainPageSource _source = new();

        public Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken) =>
            _source.FetchAsync(request with { Address = new(root, request.Address.PathAndQuery) }, cancellationToken);

        public void Dispose() => _source.Dispose();
    }
}
