using Disclosure.Auditor.Discover;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Auditor.Tests.Discover;

/// <summary>Navigation in the shapes of the platforms, each on a portal of its own.</summary>
public sealed class DiscoveryTests : IAsyncLifetime
{
    private readonly PlainPageSource _source = new();
    private CannedPortal _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await CannedPortal.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _source.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_trs_tree_gives_names_and_places()
    {
        _portal
            .Page("/zwgk/a/", Trs("甲镇", "", """
                <ul class="tree"><li><a href="./fdgk/">法定主动公开内容</a><ul><li><a href="./fdgk/jg/">机构职能</a></li><li><a href="./fdgk/cw/">财政预…</a></li></ul></li>
                <li><a href="./tz/" title="通知公告">通知公…</a></li></ul>
                """))
            .Page("/zwgk/a/fdgk/", Trs("法定主动公开内容", """<a class="CurrChnlCls" href="./">法定主动公开内容</a>"""))
            .Page("/zwgk/a/fdgk/jg/", Trs("机构职能", """<a class="CurrChnlCls" href="../">法定主动公开内容</a>&gt;<a class="CurrChnlCls" href="./">机构职能</a>"""))
            .Page("/zwgk/a/fdgk/cw/", Trs("财政预决算", """<a class="CurrChnlCls" href="../">法定主动公开内容</a>&gt;<a class="CurrChnlCls" href="./">财政预决算</a>""", Row("./202405/t20240506_1.html")))
            .Page("/zwgk/a/tz/", Trs("通知公告", """<a class="CurrChnlCls" href="./">通知公告</a>""", Row("./202405/t20240506_2.html")));

        Assert.Equal(
            ["fdgk 法定主动公开内容 Container trs", "jg 法定主动公开内容/机构职能 Document trs", "cw 法定主动公开内容/财政预决算 Yearly trs", "tz 通知公告 Notice trs"],
            await WalkAsync("/zwgk/a/"));
        Assert.DoesNotContain(_portal.Log, asked => asked.PathAndQuery.Contains("/t2024", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_columns_of_one_last_part_get_ids_that_differ()
    {
        _portal
            .Page("/a/", Trs("甲镇", "", """<ul><li><a href="x/tz/">征集通知</a></li><li><a href="y/tz/">防火通知</a></li></ul>"""))
            .Page("/a/x/tz/", Trs("征集通知", ""))
            .Page("/a/y/tz/", Trs("防火通知", "", "<p></p>"));

        Assert.Equal(["x-tz 征集通知 Notice unknown", "y-tz 防火通知 Notice unknown"], await WalkAsync("/a/"));
    }

    [Fact]
    public async Task A_ucap_nav_list_stays_in_its_directory()
    {
        const string Nav = """
            <div class="nav_list"><dl><dd><a href="/lx/b/gk/zn/nav_list.shtml">政府信息公开指南</a></dd><dd><a href="/lx/b/gk/zc/common_list.shtml">规范性文件</a></dd></dl></div>
            <div><a href="/lx/c/gk/zc/common_list.shtml">规范性文件</a></div>
            """;
        _portal
            .Page("/lx/b/gk/zfxxgk.shtml", Plain("乙镇", "", Nav))
            .Page("/lx/b/gk/zn/nav_list.shtml", Plain("政府信息公开指南", "政府信息公开指南", Nav + """<meta name="PubDate" content="2024-05-06"><p>指南正文</p>"""))
            .Page("/lx/b/gk/zc/common_list.shtml", Plain("规范性文件", "规范性文件", Nav + """<meta name="column" channelId="1"><ul><li><a href="202405/0123456789abcdef0123456789abcdef.shtml">乙</a><span>2024-05-05</span></li></ul>"""));

        Assert.Equal(["zn 政府信息公开指南 Document ucap", "zc 规范性文件 Policy ucap"], await WalkAsync("/lx/b/gk/zfxxgk.shtml"));
        Assert.DoesNotContain(_portal.Log, asked => asked.PathAndQuery.StartsWith("/lx/c/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hanwebs_numbered_columns_belong_to_the_section_their_breadcrumb_leads_through()
    {
        const string Nav = """
            <ul><li><a href="/col/col11/index.html">通知公告</a></li><li><a href="/col/col12/index.html">社会救助</a></li><li><a href="/col/col90/index.html">通知公告</a></li><li><a href="/col/col91/index.html">县长信箱</a></li></ul>
            """;
        _portal
            .Page("/col/col10/index.html", Plain("丙镇", "丙镇", Nav))
            .Page("/col/col11/index.html", Plain("通知公告", "丙镇 > 通知公告", Nav))
            .Page("/col/col12/index.html", Plain("社会救助", "丙镇 > 社会救助", Nav + """<a href="/col/col13/index.html">低保</a>"""))
            .Page("/col/col13/index.html", Plain("低保", "丙镇 > 社会救助 > 低保", Nav))
            .Page("/col/col90/index.html", Plain("通知公告", "丁镇 > 通知公告", """<a href="/col/col99/index.html">丁镇动态</a>"""));

        var report = await ReportAsync("/col/col10/index.html");

        Assert.Equal(["col11 通知公告 Notice hanweb", "col12 社会救助 Container hanweb", "col13 社会救助/低保 General hanweb"], Described(report));
        Assert.Equal(["通知公告: its breadcrumb leads elsewhere: 丁镇 > 通知公告", "县长信箱: a service, not a column"], report.LeftOut.Select(page => $"{page.Name}: {page.Why}").OrderDescending(StringComparer.Ordinal));
        Assert.DoesNotContain(_portal.Log, asked => asked.PathAndQuery is "/col/col99/index.html" or "/col/col91/index.html");
    }

    [Fact]
    public async Task A_gkmlpt_catalogue_is_read_from_its_tree_with_one_request()
    {
        _portal.Page("/gkmlpt/index", """
            <html><head><title>戊镇</title></head><body><a href="/">门户</a><h1>戊镇</h1><script>
            window._CONFIG = { SID: 7, TREE: [{"id":1,"name":"机构职能","post_count":1,"children":[]},
              {"id":2,"name":"资金信息","post_count":9,"children":[{"id":3,"name":"财政预决算","post_count":9,"children":[],}]}] };
            </script></body></html>
            """);

        Assert.Equal(
            ["gkmlpt-1 机构职能 Document gkmlpt", "gkmlpt-2 资金信息 Container gkmlpt", "gkmlpt-3 资金信息/财政预决算 Yearly gkmlpt"],
            await WalkAsync("/gkmlpt/index"));
        Assert.Single(_portal.Log);
    }

    [Fact]
    public async Task Vsb_columns_are_found_and_their_further_pages_are_not_columns()
    {
        const string Nav = """<ul><li><a href="/ji/gk/tz.htm">通知公告</a></li><li><a href="/ji/gk/zc.htm">政策文件</a></li></ul>""";
        const string Pager = """<span class="p_pages"><a href="/ji/gk/tz/3.htm">2</a><a href="/ji/gk/tz/3.htm">下页</a><a href="/ji/gk/tz/1.htm">尾页</a></span>""";
        _portal
            .Page("/ji/gk.htm", Plain("己镇", "己镇", Nav))
            .Page("/ji/gk/tz.htm", Plain("通知公告", "己镇 > 通知公告", Nav + """<ul><li id="line_u5_0"><a href="../info/1039/3201.htm">庚</a><p>2024-05-06</p></li></ul>""" + Pager))
            .Page("/ji/gk/zc.htm", Plain("政策文件", "己镇 > 政策文件", Nav + """<span class="p_pages"></span>"""));

        Assert.Equal(["tz 通知公告 Notice vsb", "zc 政策文件 Policy vsb"], await WalkAsync("/ji/gk.htm"));
    }

    [Fact]
    public async Task Channel_nodes_of_a_ztree_are_placed_by_their_parents()
    {
        _portal
            .Page("/g/", Plain("庚镇", "庚镇", """<script>var zNodes=[{id:1,pId:0,name:"重点领域",url:"/g/zd/"},{id:2,pId:1,name:'社会救助',url:'/g/jz/'}];</script>"""))
            .Page("/g/zd/", Plain("重点领域", "", "<p>1</p>"))
            .Page("/g/jz/", Plain("社会救助", "", "<p>2</p>"));

        Assert.Equal(["zd 重点领域 Container unknown", "jz 重点领域/社会救助 General unknown"], await WalkAsync("/g/"));
    }

    [Fact]
    public async Task A_guide_linked_straight_to_its_article_is_a_document_to_look_over()
    {
        _portal
            .Page("/h/", Plain("辛镇", "辛镇", """<ul><li><a href="zn/202401/t20240102_5.html">政府信息公开指南</a></li><li><a href="tz/">通知公告</a></li><li><a href="zc/">政策文件</a></li></ul>"""))
            .Page("/h/zn/202401/t20240102_5.html", """<html><head><meta name="ArticleTitle" content="辛镇指南"><meta name="ColumnName" content="政府信息公开指南"></head><body><h1>辛镇指南</h1></body></html>""")
            .Page("/h/tz/", Plain("通知公告", "辛镇 > 通知公告", ""))
            .Page("/h/zc/", Plain("政策文件", "辛镇 > 政策文件", ""));

        var report = await ReportAsync("/h/");

        Assert.Equal((ColumnKind.Document, Doubt.OpensOnOneArticle), report.Columns.Where(column => column.Name == "政府信息公开指南").Select(column => (column.Kind, column.Doubt)).Single());
        Assert.Equal(3, report.Columns.Count);
    }

    [Fact]
    public async Task One_column_under_several_addresses_is_one_column()
    {
        _portal
            .Page("/i/", Plain("壬镇", "壬镇", """<a href="tz/">通知公告</a> <a href="tz/index.html">通知公告</a> <a href="tz/index_1.html">通知公告</a> <a href="tz/?page=3">通知公告</a> <a href="tz2/">通知公告</a> <a href="old/">通知公告</a>"""))
            .Page("/i/tz/", Plain("通知公告", "壬镇 > 通知公告", ""))
            .Page("/i/tz2/", Plain("通知公告", "壬镇 > 通知公告", ""))
            .Answer("/i/old/", context => { context.Response.Redirect("/i/tz/"); return Task.CompletedTask; });

        Assert.Equal(["tz 通知公告 Notice unknown"], await WalkAsync("/i/"));
    }

    [Fact]
    public async Task A_parent_that_forwards_to_its_first_child_is_a_container()
    {
        _portal
            .Page("/j/", Plain("癸镇", "癸镇", """<a href="cz/">财政信息</a>"""))
            .Answer("/j/cz/", context => { context.Response.Redirect("/j/cz/ys/"); return Task.CompletedTask; })
            .Page("/j/cz/ys/", Plain("财政预算", "癸镇 > 财政信息 > 财政预算", """<ul><li><a href="../ys/">财政预算</a></li><li><a href="../js/">财政决算</a></li></ul>"""))
            .Page("/j/cz/js/", Plain("财政决算", "癸镇 > 财政信息 > 财政决算", ""));

        Assert.Equal(["cz 财政信息 Container unknown", "ys 财政信息/财政预算 Yearly unknown", "js 财政信息/财政决算 Yearly unknown"], await WalkAsync("/j/"));
    }

    [Fact]
    public async Task A_calendar_and_a_path_that_repeats_itself_do_not_hold_the_walk()
    {
        _portal
            .Page("/k/", Plain("子镇", "子镇", """<a href="rl/?month=2024-01">日历</a><a href="rl/?month=2024-02">日历</a><a href="gd/2024/05/">2024年5月</a><a href="x/y/x/y/x/y/">循环</a>"""))
            .Page("/k/rl/?month=2024-01", Plain("日历", "子镇 > 日历", """<a href="?month=2024-03">下一月</a><a href="?month=2023-12">上一月</a>"""));

        Assert.Equal(["rl 日历 General unknown"], await WalkAsync("/k/"));
        Assert.Equal(2, _portal.Log.Count);
    }

    [Fact]
    public async Task The_page_limit_leaves_a_list_of_what_was_not_looked_at()
    {
        _portal.Page("/l/", Plain("丑镇", "丑镇", string.Concat(Enumerable.Range(1, 6).Select(n => $"<a href='c{n}/'>栏目{n}号</a>"))));
        for (var n = 1; n <= 6; n++)
            _portal.Page($"/l/c{n}/", Plain($"栏目{n}号", $"丑镇 > 栏目{n}号", ""));

        var report = await ReportAsync("/l/", new() { MaxPages = 3 });

        Assert.Equal(3, report.PagesAsked);
        Assert.Equal(["栏目3号", "栏目4号", "栏目5号", "栏目6号"], report.NotLookedAt.Select(page => page.Name));
        Assert.All(report.NotLookedAt, page => Assert.Equal(Reason.NotLookedYet, page.Reason));
        Assert.Equal(6, report.Columns.Count);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task The_missing_statutory_parts_are_named()
    {
        _portal
            .Page("/m/", Plain("寅镇", "寅镇", """<a href="zn/">寅镇信息公开指南</a><a href="nb/">政府信息公开工作年度报告</a>"""))
            .Page("/m/zn/", Plain("寅镇信息公开指南", "寅镇 > 寅镇信息公开指南", ""))
            .Page("/m/nb/", Plain("政府信息公开工作年度报告", "寅镇 > 政府信息公开工作年度报告", ""));

        Assert.Equal(["政府信息公开制度", "法定主动公开内容", "依申请公开"], (await ReportAsync("/m/")).Missing.Select(entry => entry.Name));
    }

    [Fact]
    public async Task A_tree_in_a_frame_is_followed_and_a_frame_that_fails_is_listed()
    {
        _portal
            .Page("/p/", """<html><body><h1>未镇</h1><iframe src="tree.html"></iframe><iframe src="gone.html"></iframe></body></html>""")
            .Page("/p/tree.html", """<html><body><a target="main" href="javascript:void(0)" onclick="openIt('/p/tz/')">通知公告</a></body></html>""")
            .Page("/p/tz/", Plain("通知公告", "未镇 > 通知公告", ""));

        var report = await ReportAsync("/p/");

        Assert.Equal(["tz 通知公告 Notice unknown"], Described(report));
        Assert.Equal([_portal.At("/p/gone.html")], report.NotLookedAt.Select(page => page.Address));
    }

    [Fact]
    public async Task A_template_with_one_column_name_for_all_its_pages_does_not_name_them()
    {
        _portal.Page("/q/", Plain("申镇", "", """<a href="a/">通知公告</a><a href="b/">政策文件</a><a href="c/">财政预决算</a>"""));
        foreach (var column in new[] { "a", "b", "c" })
            _portal.Page($"/q/{column}/", Plain("政府信息公开", "", "<ul class='list'></ul>"));

        Assert.Equal(["a 通知公告 Notice unknown", "b 政策文件 Policy unknown", "c 财政预决算 Yearly unknown"], await WalkAsync("/q/"));
    }

    [Fact]
    public async Task A_directory_of_sections_that_fails_is_listed_beside_the_section_not_found()
    {
        _portal.Page("/", Plain("某县", "", """<a href="/xz/">乡镇街道</a>"""));

        var report = await ReportAsync("/", new() { SectionName = "酉镇" });

        Assert.IsType<DiscoveryOutcome.SectionNotFound>(report.Outcome);
        Assert.Equal(["乡镇街道 PageNotFound"], report.NotLookedAt.Select(page => $"{page.Name} {page.Reason}"));
    }

    [Fact]
    public async Task A_start_that_cannot_be_reached_is_said_to_be_so()
    {
        var report = await new Discovery(_source, NullLogger<Discovery>.Instance).WalkAsync(new Uri("http://127.0.0.1:9/x/"), new(), Stop);

        Assert.Equal(Reason.ConnectionFailed, Assert.IsType<DiscoveryOutcome.StartNotRead>(report.Outcome).Reason);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task A_start_drawn_by_scripts_is_said_to_be_so()
    {
        _portal.Page("/n/", """<html><head><title>卯镇</title></head><body><div id="app"></div><script src="/js/app.1.js"></script></body></html>""");

        Assert.Equal(new DiscoveryOutcome.StartNotRead(Reason.NeedsScripts, "nothing to read but /js/app.1.js"), (await ReportAsync("/n/")).Outcome);
    }

    [Fact]
    public async Task A_start_that_leads_to_no_column_is_said_to_be_so()
    {
        _portal.Page("/o/", Plain("辰镇", "辰镇", """<a href="/elsewhere/">别处</a>"""));

        var report = await ReportAsync("/o/");

        Assert.IsType<DiscoveryOutcome.NoNavigation>(report.Outcome);
        Assert.False(report.IsComplete);
    }

    [Fact]
    public async Task A_section_that_is_not_there_is_answered_with_what_comes_close()
    {
        _portal
            .Page("/", Plain("某县", "", """<a href="/xz/">乡镇街道</a>"""))
            .Page("/xz/", Plain("乡镇街道", "乡镇街道", """<a href="/xz/a/">桑园镇</a><a href="/xz/b/">桑园子乡</a><a href="/xz/c/">柳林镇</a>"""));

        var outcome = Assert.IsType<DiscoveryOutcome.SectionNotFound>((await ReportAsync("/", new() { SectionName = "桑园街道" })).Outcome);

        Assert.Equal(["桑园子乡", "桑园镇"], outcome.Similar.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_name_of_publicity_under_another_organ_is_another_section()
    {
        const string Nav = """<a href="/col/col21/index.html">通知公告</a><a href="/col/col31/index.html">通知公告</a>""";
        _portal
            .Page("/col/col20/index.html", Plain("政府信息公开", "巳镇 > 政府信息公开", Nav))
            .Page("/col/col21/index.html", Plain("通知公告", "巳镇 > 政府信息公开 > 通知公告", Nav))
            .Page("/col/col31/index.html", Plain("通知公告", "午镇 > 政府信息公开 > 通知公告", Nav));

        Assert.Equal(["col21 通知公告 Notice hanweb"], await WalkAsync("/col/col20/index.html"));
    }

    private static string Trs(string name, string crumbs, string body = "") => $"""
        <html><head><meta name="ColumnName" content="{name}"></head><body>
        {(crumbs.Length == 0 ? "" : $"""<a class="CurrChnlCls" href="/">首页</a>&gt;<a class="CurrChnlCls" href="/zwgk/a/">甲镇</a>&gt;{crumbs}""")}
        {body}</body></html>
        """;

    /// <summary>A page whose breadcrumb is text: only the last-but-one names are links in real life, and none need be.</summary>
    private static string Plain(string name, string crumbs, string body) => $"""
        <html><head><title>{name}</title><meta name="ColumnName" content="{name}"></head><body>
        <div class="location">当前位置：<a href="/">首页</a> {string.Concat(crumbs.Split(" > ", StringSplitOptions.RemoveEmptyEntries).Select(crumb => $"&gt; <a href='#'>{crumb}</a>"))}</div>
        {body}</body></html>
        """;

    private static string Row(string href) => $"""<ul class="list"><li><span>2024-05-06</span><a href="{href}">甲事项公告</a></li></ul>""";

    private static IEnumerable<string> Described(DiscoveryReport report) =>
        report.Columns.Select(column => $"{column.Id} {string.Join('/', [.. column.Path, column.Name])} {column.Kind} {column.Family}");

    private Task<DiscoveryReport> ReportAsync(string start, DiscoverOptions? options = null) =>
        new Discovery(_source, NullLogger<Discovery>.Instance).WalkAsync(_portal.At(start), options ?? new(), Stop);

    private async Task<IEnumerable<string>> WalkAsync(string start) => Described(await ReportAsync(start));
}
