using Disclosure.Columns;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Auditor.Tests.Reading;

public class PagerWalkTests : ReadingFixture
{
    [Fact]
    public async Task A_fresh_column_costs_one_page_when_only_freshness_is_asked()
    {
        Portal.Page("/tzgg/", Ten("2026-11-20", 1, Trs(31, 0)));

        var reading = await ReadAsync("tzgg/");

        Assert.Equal(["/tzgg/"], Asked);
        Assert.Equal(Verdict.Fresh, VerdictOf(reading));
    }

    [Fact]
    public async Task A_static_pager_is_walked_until_the_asked_day_and_no_further()
    {
        Portal.Page("/tzgg/", Ten("2026-11-20", 1, Trs(31, 0)))
            .Page("/tzgg/index_1.html", Ten("2026-08-01", 2, Trs(31, 1)))
            .Page("/tzgg/index_2.html", Ten("2025-12-20", 3, Trs(31, 2)));

        var reading = await ReadAsync("tzgg/", since: new(2026, 1, 1));

        Assert.Equal(["/tzgg/", "/tzgg/index_1.html", "/tzgg/index_2.html"], Asked);
        Assert.Equal((WalkEnd.Enough, true), (reading.End, reading.IsCountWhole));
        Assert.Equal(20, Assert.IsType<Sighting.Listed>(reading.Sighting).Items.Count(item => item.PublishedOn >= new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public async Task A_pager_that_counts_from_one_names_its_second_page_2()
    {
        const string pager = "<div id=\"page-div\"></div><script>createPageHTML('page-div',2,{0},'common_list','shtml',15);</script>";
        Portal.Page("/tzgg/common_list.shtml", Ten("2026-11-20", 1, pager.Replace("{0}", "1", StringComparison.Ordinal)))
            .Page("/tzgg/common_list_2.shtml", List(pager.Replace("{0}", "2", StringComparison.Ordinal), "2026-03-01", "2026-02-01", "2026-01-30", "2026-01-15", "2026-01-03"));

        var reading = await ReadAsync("tzgg/common_list.shtml", since: new(2026, 1, 1));

        Assert.Equal(["/tzgg/common_list.shtml", "/tzgg/common_list_2.shtml"], Asked);
        Assert.Equal(new ItemCount(15, true), Assert.IsType<Sighting.Listed>(reading.Sighting).Count);
    }

    [Fact]
    public async Task A_pager_that_counts_backwards_is_followed_by_its_links()
    {
        Portal.Page("/zbgg.htm", Ten("2026-11-20", 1, "<span class=\"p_t\">共20条</span><span class=\"p_pages\"><span class=\"p_no_d\">1</span><span class=\"p_no\"><a href=\"zbgg/1.htm\">2</a></span><span class=\"p_last p_fun\"><a href=\"zbgg/1.htm\">尾页</a></span></span><span class=\"p_t\">1/2</span>"))
            .Page("/zbgg/1.htm", Ten("2026-08-01", 2, "<span class=\"p_t\">共20条</span><span class=\"p_pages\"><span class=\"p_no\"><a href=\"../zbgg.htm\">1</a></span><span class=\"p_no_d\">2</span></span>"));

        var reading = await ReadAsync("zbgg.htm", since: new(2026, 1, 1));

        Assert.Equal(["/zbgg.htm", "/zbgg/1.htm"], Asked);
        Assert.Equal((WalkEnd.Whole, new ItemCount(20, true)), (reading.End, Assert.IsType<Sighting.Listed>(reading.Sighting).Count));
    }

    [Fact]
    public async Task A_first_page_of_pinned_old_items_does_not_make_a_column_stale()
    {
        Portal.Page("/tzgg/", Ten("2025-06-01", 1, Trs(3, 0)))
            .Page("/tzgg/index_1.html", Ten("2026-11-20", 2, Trs(3, 1)))
            .Page("/tzgg/index_2.html", Ten("2026-08-20", 3, Trs(3, 2)));

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((Day("2026-11-20"), Verdict.Fresh), (NewestOf(reading), VerdictOf(reading)));
        Assert.Equal("/tzgg/index_1.html", reading.Deciding!.Final.AbsolutePath);
    }

    [Fact]
    public async Task A_column_is_stale_when_its_second_page_brings_nothing_newer()
    {
        Portal.Page("/tzgg/", Ten("2026-03-01", 1, Trs(9, 0))).Page("/tzgg/index_1.html", Ten("2025-11-20", 2, Trs(9, 1)));

        var reading = await ReadAsync("tzgg/");

        Assert.Equal(["/tzgg/", "/tzgg/index_1.html"], Asked);
        Assert.Equal(Verdict.Stale, VerdictOf(reading));
    }

    [Theory]
    [InlineData(404, "")]
    [InlineData(500, "")]
    [InlineData(200, "<html><head><title></title></head><body><div>&nbsp;</div></body></html>")]
    public async Task A_stale_looking_column_whose_second_page_is_unread_is_undetermined(int status, string stub)
    {
        Portal.Page("/tzgg/", Ten("2026-03-01", 1, Trs(9, 0))).Page("/tzgg/index_1.html", stub, status: status);

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((WalkEnd.PageUnread, Verdict.Undetermined), (reading.End, VerdictOf(reading)));
    }

    [Fact]
    public async Task A_failure_deep_in_the_walk_leaves_freshness_and_takes_the_count()
    {
        Portal.Page("/tzgg/", Ten("2026-11-20", 1, Trs(31, 0))).Page("/tzgg/index_1.html", Ten("2026-08-01", 2, Trs(31, 1)));

        var reading = await ReadAsync("tzgg/", since: new(2026, 1, 1));

        Assert.Equal((WalkEnd.PageUnread, false, Verdict.Fresh), (reading.End, reading.IsCountWhole, VerdictOf(reading)));
    }

    [Fact]
    public async Task An_endless_pager_ends_at_the_limit()
    {
        for (var page = 1; page <= 9; page++)
            Portal.Page($"/list?page={page}", Ten("2026-11-20", page, $"<a href=\"/list?page={page + 1}\">下一页</a>"));

        var reading = await ReadAsync("list?page=1", since: new(2026, 1, 1), options: new() { MaxPages = 4 });

        Assert.Equal((4, WalkEnd.PageCap, false), (Asked.Count, reading.End, reading.IsCountWhole));
    }

    [Fact]
    public async Task A_pager_whose_parameter_is_ignored_is_noticed_at_its_second_page()
    {
        var page = Ten("2026-11-20", 1, "<a href=\"/list?pageNum=2\">2</a><a href=\"/list?pageNum=3\">下一页</a>");
        Portal.Page("/list", page).Page("/list?pageNum=3", page);

        var reading = await ReadAsync("list", since: new(2026, 1, 1));

        Assert.Equal((2, WalkEnd.Repeats), (Asked.Count, reading.End));
    }

    [Fact]
    public async Task Session_marks_do_not_make_an_old_page_new()
    {
        for (var visit = 0; visit < 9; visit++)
        {
            var rows = RowsOf("2026-11-20", "2026-11-10", "2026-11-01").Replace(".html\"", $".html;jsessionid=S{visit}\"", StringComparison.Ordinal);
            Portal.Page(visit == 0 ? "/list" : $"/list;jsessionid=S{visit}?p=2", Page(rows, $"<a href=\"/list;jsessionid=S{visit + 1}?p=2\">下一页</a>"));
        }

        var reading = await ReadAsync("list", since: new(2026, 1, 1));

        Assert.Equal((2, WalkEnd.Repeats), (Asked.Count, reading.End));
        Assert.All(Assert.IsType<Sighting.Listed>(reading.Sighting).Items, item => Assert.DoesNotContain("jsessionid", item.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_calendar_that_turns_for_ever_is_left_at_its_first_empty_month()
    {
        Portal.Page("/cal?m=11", List("<a href=\"/cal?m=10\">下一页</a>", "2026-11-20", "2026-11-10", "2026-11-01"))
            .Page("/cal?m=10", Page("", "<a href=\"/cal?m=9\">下一页</a>"))
            .Page("/cal?m=9", Page("", "<a href=\"/cal?m=8\">下一页</a>"));

        var reading = await ReadAsync("cal?m=11", since: new(2026, 1, 1));

        Assert.Equal(["/cal?m=11", "/cal?m=10"], Asked);
        Assert.False(reading.IsCountWhole);
    }

    [Fact]
    public async Task A_page_of_known_items_ends_the_walk()
    {
        Portal.Page("/tzgg/", Ten("2026-11-20", 1, Trs(31, 0)));
        var first = await ReadAsync("tzgg/");
        var known = Assert.IsType<Sighting.Listed>(first.Sighting).Items.Select(item => item.Address);

        var reading = await ReadAsync("tzgg/", since: new(2026, 1, 1), known: known);

        Assert.Equal((2, WalkEnd.KnownGround, true), (Asked.Count, reading.End, reading.IsCountWhole));
    }

    [Fact]
    public async Task An_unchanged_column_is_not_parsed_and_says_the_same()
    {
        Portal.Answer("/tzgg/", Tagged("\"p1\"", Ten("2026-03-01", 1, Trs(2, 0)))).Answer("/tzgg/index_1.html", Tagged("\"p2\"", Ten("2025-11-20", 2, Trs(2, 1))));
        var before = await ReadAsync("tzgg/");

        var after = await ReadAsync("tzgg/");

        Assert.Equal((2, 0), (before.PagesParsed, after.PagesParsed));
        Assert.Equal((NewestOf(before), VerdictOf(before), before.End), (NewestOf(after), VerdictOf(after), after.End));
        Assert.Equal(Assert.IsType<Sighting.Listed>(before.Sighting).Items, Assert.IsType<Sighting.Listed>(after.Sighting).Items);
    }

    [Fact]
    public async Task A_server_without_validators_is_compared_by_its_bytes()
    {
        Portal.Page("/tzgg/", Ten("2026-11-20", 1, ""));
        await ReadAsync("tzgg/");

        var after = await ReadAsync("tzgg/");

        Assert.Equal((0, Verdict.Fresh), (after.PagesParsed, VerdictOf(after)));
    }

    [Fact]
    public async Task What_is_remembered_of_one_column_is_not_read_as_another()
    {
        Portal.Page("/tzgg/", Ten("2026-11-20", 1, ""));
        await ReadAsync("tzgg/");

        var other = await ReadAsync("tzgg/", kind: ColumnKind.Policy);

        Assert.Equal(1, other.PagesParsed);
    }

    [Fact]
    public async Task A_cut_off_page_can_prove_a_column_fresh_and_not_stale()
    {
        using var capped = new PlainPageSource(cap: 1_000);
        Portal.Page("/fresh/", Ten("2026-11-20", 1, "")).Page("/old/", Ten("2025-11-20", 1, ""));

        var fresh = await ReadAsync("fresh/", source: capped);
        var old = await ReadAsync("old/", source: capped);

        Assert.Equal((Verdict.Fresh, Verdict.Undetermined), (VerdictOf(fresh), VerdictOf(old)));
    }

    private static RequestDelegate Tagged(string tag, string html) => async context =>
    {
        context.Response.Headers.ETag = tag;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (context.Request.Headers.IfNoneMatch == tag)
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        else
            await context.Response.WriteAsync(html);
    };
}
