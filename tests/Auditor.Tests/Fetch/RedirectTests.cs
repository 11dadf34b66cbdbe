using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Auditor.Tests.Fetch;

public class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_within_the_site_is_followed_and_recorded(int status)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/old/", [], status: status, headers: ("Location", "../new/")).Page("/new/", Fetching.List);

        var page = Fetching.IsPage(await portal.FetchListAsync("/old/"));

        Assert.Equal(portal.At("/new/"), page.Receipt.Final);
        Assert.Equal([portal.At("/old/")], page.Receipt.Hops);
    }

    [Theory]
    [InlineData("<html><head><meta http-equiv=\"refresh\" content=\"0;url=/new/\"></head></html>")]
    [InlineData("<META content='0; URL=\"/new/\"' HTTP-EQUIV='Refresh'>")]
    [InlineData("<script>location.href='/new/';</script>")]
    [InlineData("<html><script type=\"text/javascript\">window.location.href = \"/new/\"</script></html>")]
    [InlineData("<script>window.location='/new/'</script>")]
    [InlineData("<script>location.replace(\"/new/\")</script>")]
    [InlineData("<script>window.onload=function(){top.location.replace('/new/')}</script>")]
    [InlineData("<body><p>正在跳转</p><script>self.location.assign('/new/');</script><a href='/new/'>点击这里</a></body>")]
    public async Task A_page_that_only_sends_elsewhere_is_followed(string shell)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/old/", shell).Page("/new/", Fetching.List);

        var page = Fetching.IsPage(await portal.FetchListAsync("/old/"));

        Assert.Equal(portal.At("/new/"), page.Receipt.Final);
        Assert.Null(page.Receipt.ETag);
    }

    [Theory]
    [InlineData("<meta http-equiv=\"refresh\" content=\"300\"><ul></ul>")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"5;url=/new/\"><p>您访问的页面不存在，五秒钟后自动返回首页，请稍候</p>")]
    [InlineData("<!-- <meta http-equiv=\"refresh\" content=\"0;url=/new/\"> --><ul></ul>")]
    [InlineData("<noscript><meta http-equiv=\"refresh\" content=\"0;url=/new/\"></noscript><ul></ul>")]
    [InlineData("<meta http-equiv=\"refresh\" content=\"0;url=/new/\"><ul><li>甲公告</li></ul>")]
    [InlineData("<script>function go(){location.href='/new/'}</script><ul></ul>")]
    [InlineData("<script>if(navigator.userAgent.match(/Mobile/)) location.href='/new/'</script><ul></ul>")]
    [InlineData("<script>location.href='/new/'</script><script>location.href='/other/'</script><ul></ul>")]
    [InlineData("<script>var api={location:'/new/'};mylocation='/new/'</script><ul></ul>")]
    public async Task A_page_that_merely_mentions_another_is_not_left(string html)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/old/", html).Page("/new/", Fetching.List);

        await portal.FetchListAsync("/old/");

        Assert.Single(portal.Pages());
    }

    [Fact]
    public async Task A_data_answer_is_never_followed_inside_the_page()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/data", "<script>location.href='/new/'</script>");
        using var pages = Fetching.Over(portal);

        Fetching.IsPage(await pages.FetchAsync(new(portal.At("/data"), PagePurpose.Data), Fetching.Token));
    }

    [Fact]
    public async Task Two_pages_that_send_to_each_other_are_a_loop()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 302, headers: ("Location", "/b")).Bytes("/b", [], status: 302, headers: ("Location", "/a"));

        Fetching.IsFailure(Reason.RedirectLoop, await portal.FetchListAsync("/a"));

        Assert.Equal(2, portal.Pages().Count());
    }

    [Fact]
    public async Task A_hundred_redirects_are_left_after_ten()
    {
        await using var portal = await CannedPortal.StartAsync();
        for (var i = 0; i < 100; i++)
            portal.Bytes($"/{i}", [], status: 302, headers: ("Location", $"/{i + 1}"));

        Fetching.IsFailure(Reason.RedirectLoop, await portal.FetchListAsync("/0"));

        Assert.Equal(11, portal.Pages().Count());
    }

    [Fact]
    public async Task Redirects_inside_pages_are_left_after_three()
    {
        await using var portal = await CannedPortal.StartAsync();
        for (var i = 0; i < 10; i++)
            portal.Page($"/{i}", $"<script>location.href='/{i + 1}'</script>");

        Fetching.IsFailure(Reason.RedirectLoop, await portal.FetchListAsync("/0"));

        Assert.Equal(4, portal.Pages().Count());
    }

    [Theory]
    [InlineData("http://www.elsewhere.example/", Reason.LeftTheSite)]
    [InlineData("javascript:alert(1)", Reason.LeftTheSite)]
    [InlineData("file:///etc/passwd", Reason.LeftTheSite)]
    [InlineData("/cas/login?service=x", Reason.LoginRequired)]
    [InlineData("http://sso.elsewhere.example/login.html", Reason.LoginRequired)]
    public async Task A_redirect_off_the_site_or_to_a_login_is_not_followed(string location, Reason reason)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 302, headers: ("Location", location));

        Fetching.IsFailure(reason, await portal.FetchListAsync("/a"));

        Assert.Single(portal.Pages());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/404.html")]
    [InlineData("/error/index.html")]
    public async Task A_column_sent_to_the_front_door_or_an_error_page_is_not_that_column(string location)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/col/12/", [], status: 302, headers: ("Location", location)).Page(location, Fetching.List);

        Fetching.IsFailure(Reason.SoftNotFound, await portal.FetchListAsync("/col/12/"));
    }

    [Fact]
    public async Task A_front_door_may_lead_to_another_front_door()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/", [], status: 302, headers: ("Location", "/index.html")).Page("/index.html", Fetching.List);

        Fetching.IsPage(await portal.FetchListAsync("/"));
    }

    [Fact]
    public async Task A_redirect_without_an_address_is_the_servers_fault()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 302);

        Fetching.IsFailure(Reason.ServerError, await portal.FetchListAsync("/a"));
    }

    [Fact]
    public async Task A_redirect_to_itself_with_a_cookie_is_tried_once_more_with_the_cookie()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Answer("/a", async context =>
        {
            if (context.Request.Cookies["visit"] == "1")
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(Fetching.List);
                return;
            }

            context.Response.Cookies.Append("visit", "1");
            context.Response.Redirect("/a");
        });

        Fetching.IsPage(await portal.FetchListAsync("/a"));

        Assert.Equal(2, portal.Pages().Count());
    }

    [Fact]
    public async Task A_redirect_to_itself_with_ever_new_cookies_is_a_loop()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 302, headers: [("Location", "/a"), ("Set-Cookie", "visit=1")]);

        Fetching.IsFailure(Reason.RedirectLoop, await portal.FetchListAsync("/a"));

        Assert.Equal(2, portal.Pages().Count());
    }

    [Fact]
    public async Task A_page_that_asks_for_a_password_is_a_login_and_a_login_box_in_a_corner_is_not()
    {
        await using var portal = await CannedPortal.StartAsync();
        const string Form = "<form><input name=\"u\"><input type=\"password\" name=\"p\"></form>";
        portal.Page("/a", Form).Page("/b", Form + string.Concat(Enumerable.Repeat("<li><a href=\"/x\">公告</a></li>", 12)));

        Fetching.IsFailure(Reason.LoginRequired, await portal.FetchListAsync("/a"));
        Fetching.IsPage(await portal.FetchListAsync("/b"));
    }

    [Fact]
    public async Task A_form_sent_on_by_303_is_fetched_without_its_fields()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/search", [], status: 303, headers: ("Location", "/result")).Page("/result", Fetching.List);
        using var pages = Fetching.Over(portal);

        Fetching.IsPage(await pages.FetchAsync(new(portal.At("/search"), PagePurpose.Data, Form: [new("page", "2")], Referer: portal.At("/col")), Fetching.Token));

        Assert.Equal(["POST", "GET"], portal.Pages().Select(asked => asked.Method));
        Assert.All(portal.Pages(), asked => Assert.Equal(portal.At("/col").AbsoluteUri, asked.Headers["Referer"]));
    }
}
