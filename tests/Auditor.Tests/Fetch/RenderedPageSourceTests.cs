using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Auditor.Tests.Fetch;

public class RenderedPageSourceTests
{
    private const string Shell = "<html><body><ul id=\"list\"></ul><script src=\"/draw.js\"></script></body></html>";
    private const string Draw = "fetch('/api?page=1').then(r=>r.json()).then(d=>{document.getElementById('list').innerHTML=d.map(t=>'<li>'+t+'</li>').join('')}).catch(()=>{document.getElementById('list').innerHTML='暂无信息'})";

    [Fact]
    public async Task Rows_drawn_by_a_script_are_on_the_page()
    {
        await using var portal = await PortalAsync();

        var page = Fetching.IsPage(await DrawAsync(portal));

        Assert.Contains("<li>甲公告</li>", page.Text, StringComparison.Ordinal);
        Assert.Equal(["/", "/draw.js", "/api?page=1"], portal.Pages().Select(asked => asked.PathAndQuery));
        Assert.All(portal.Log, asked => Assert.Equal("DisclosureDesk/1.0", asked.Headers["User-Agent"]));
    }

    [Fact]
    public async Task A_page_whose_data_could_not_be_had_is_not_taken_for_an_empty_one()
    {
        await using var portal = await PortalAsync();
        portal.Bytes("/api?page=1", [], status: 403);

        Fetching.IsFailure(Reason.NeedsScripts, await DrawAsync(portal));
    }

    [Fact]
    public async Task Robots_hold_for_what_the_scripts_ask()
    {
        await using var portal = await PortalAsync();
        portal.Page("/robots.txt", "User-agent: *\nDisallow: /api", "text/plain");

        Fetching.IsFailure(Reason.NeedsScripts, await DrawAsync(portal));

        Assert.DoesNotContain(portal.Log, asked => asked.PathAndQuery.StartsWith("/api", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_cannot_make_the_browser_ask_another_site()
    {
        await using var portal = await PortalAsync();
        portal.Page("/draw.js", "fetch('http://169.254.169.254/latest/').catch(()=>{})", "text/javascript");

        var failed = Fetching.IsFailure(Reason.NeedsScripts, await DrawAsync(portal));

        Assert.Equal("its data lies on another site, 169.254.169.254", failed.Detail);
    }

    [Fact]
    public async Task Without_chromium_the_page_still_needs_scripts()
    {
        await using var portal = await PortalAsync();

        var failed = Fetching.IsFailure(Reason.NeedsScripts, await DrawAsync(portal, "/no/chromium"));

        Assert.Contains("Fetch:ChromiumPath", failed.Detail, StringComparison.Ordinal);
    }

    private static async Task<CannedPortal> PortalAsync()
    {
        var portal = await CannedPortal.StartAsync();
        return portal.Page("/", Shell).Page("/draw.js", Draw, "text/javascript; charset=utf-8").Page("/api?page=1", "[\"甲公告\"]", "application/json; charset=utf-8");
    }

    private static async Task<FetchOutcome> DrawAsync(CannedPortal portal, string? chromium = null)
    {
        var options = new FetchOptions { DelayBetweenRequests = TimeSpan.Zero, Retries = 0, Rendering = true, ChromiumPath = chromium ?? "/usr/bin/chromium" };
        Assert.SkipUnless(chromium is not null || File.Exists(options.ChromiumPath), $"Chromium is not installed at {options.ChromiumPath}.");
        using var http = Fetching.Over(portal, options);
        await using var rendered = new RenderedPageSource(http, options, TimeProvider.System, NullLogger<RenderedPageSource>.Instance);
        return await rendered.FetchAsync(new(portal.Root, PagePurpose.List), Fetching.Token);
    }
}
