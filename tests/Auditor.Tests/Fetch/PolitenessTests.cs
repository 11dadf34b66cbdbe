using System.Diagnostics;
using System.Globalization;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Auditor.Tests.Fetch;

/// <summary>Politeness as the host sees it: every statement is read from the portal's own log.</summary>
public class PolitenessTests
{
    [Fact]
    public async Task Two_portals_on_one_host_are_asked_one_request_at_a_time_and_no_faster_than_the_delay()
    {
        await using var portal = await CannedPortal.StartAsync();
        for (var i = 0; i < 3; i++)
            portal.Page($"/a/{i}", Fetching.List).Page($"/b/{i}", Fetching.List);
        using var pages = Fetching.Over(portal, Fetching.Unhurried(delay: 40));
        var began = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(i => new[] { pages.ListAsync(portal.At($"/a/{i}")), pages.ListAsync(portal.At($"/b/{i}")) }));

        Assert.Equal(7, portal.Log.Count);
        Assert.All(portal.Log, asked => Assert.Equal(1, asked.InFlight));
        Assert.All(portal.Log.Index(), asked => Assert.InRange(Since(began, asked.Item), TimeSpan.FromMilliseconds(40 * asked.Index), TimeSpan.MaxValue));
    }

    [Fact]
    public async Task A_crawl_delay_is_kept_from_the_first_page_on()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/robots.txt", "User-agent: *\nCrawl-delay: 0.2\n", "text/plain").Page("/a", Fetching.List).Page("/b", Fetching.List);
        using var pages = Fetching.Over(portal);
        var began = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(pages.ListAsync(portal.At("/a")), pages.ListAsync(portal.At("/b")));

        Assert.InRange(Since(began, portal.Log[^1]), TimeSpan.FromMilliseconds(200), TimeSpan.MaxValue);
        Assert.Equal(3, portal.Log.Count);
    }

    [Fact]
    public async Task A_crawl_delay_above_the_cap_is_kept_at_the_cap()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/robots.txt", "User-agent: *\nCrawl-delay: 3600\n", "text/plain").Page("/a", Fetching.List);
        using var pages = Fetching.Over(portal, new() { DelayBetweenRequests = TimeSpan.Zero, MaxCrawlDelay = TimeSpan.FromMilliseconds(50) });

        Fetching.IsPage(await pages.ListAsync(portal.At("/a")));

        Assert.Equal(TimeSpan.FromMilliseconds(50), pages.Client.PaceOf(portal.Root).Delay);
    }

    [Theory]
    [InlineData(429, false)]
    [InlineData(503, false)]
    [InlineData(429, true)]
    public async Task A_host_that_asks_for_a_rest_gets_it_and_the_page_is_not_reported_broken(int status, bool asDate)
    {
        await using var portal = await CannedPortal.StartAsync();
        var clock = new FakeTimeProvider();
        var wait = asDate ? clock.GetUtcNow().AddSeconds(7).ToString("R", CultureInfo.InvariantCulture) : "7";
        portal.Answer("/a", OnceThen(status, wait)).Page("/b", Fetching.List);
        using var pages = Fetching.Over(portal, Fetching.Unhurried(retries: 1), clock);

        var fetching = pages.ListAsync(portal.At("/a"));
        await UntilAsync(() => portal.Pages().Any());
        var other = pages.ListAsync(portal.At("/b"));
        Assert.Single(portal.Pages());

        await AdvanceUntilAsync(clock, fetching, other);
        Fetching.IsPage(await fetching);
        Fetching.IsPage(await other);
        Assert.InRange(clock.GetUtcNow() - clock.Start, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_rest_longer_than_we_wait_leaves_the_whole_host_alone()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 429, headers: ("Retry-After", "86400")).Page("/b", Fetching.List);
        using var pages = Fetching.Over(portal, Fetching.Unhurried(retries: 2));

        Fetching.IsFailure(Reason.RateLimited, await pages.ListAsync(portal.At("/a")));
        Fetching.IsFailure(Reason.RateLimited, await pages.ListAsync(portal.At("/b")));

        Assert.Single(portal.Pages());
    }

    [Fact]
    public async Task A_passing_failure_is_tried_again()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Answer("/a", OnceThen(502, null));

        Fetching.IsPage(await portal.FetchListAsync("/a", Fetching.Unhurried(retries: 1)));

        Assert.Equal(2, portal.Pages().Count());
    }

    [Fact]
    public async Task A_missing_page_is_not_tried_again()
    {
        await using var portal = await CannedPortal.StartAsync();

        Fetching.IsFailure(Reason.PageNotFound, await portal.FetchListAsync("/gone", Fetching.Unhurried(retries: 3)));

        Assert.Single(portal.Pages());
    }

    [Fact]
    public async Task Fast_errors_make_the_host_be_asked_less_often()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 500);
        using var pages = Fetching.Over(portal, Fetching.Unhurried(delay: 10));
        await pages.ListAsync(portal.At("/a"));
        await pages.ListAsync(portal.At("/a"));

        Assert.Equal(TimeSpan.FromMilliseconds(40), pages.Client.PaceOf(portal.Root).Delay);
    }

    [Fact]
    public async Task A_host_that_only_fails_is_left_alone_and_the_answer_says_what_was_wrong_with_it()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 502).Page("/b", Fetching.List);
        var options = new FetchOptions { DelayBetweenRequests = TimeSpan.Zero, Retries = 0, FailuresBeforeBreak = 3 };
        using var pages = Fetching.Over(portal, options);
        for (var i = 0; i < 3; i++)
            Fetching.IsFailure(Reason.ServerError, await pages.ListAsync(portal.At("/a")));

        var failed = Fetching.IsFailure(Reason.ServerError, await pages.ListAsync(portal.At("/b")));

        Assert.Equal("not asked, because the host failed 3 times in a row; the last time: status 502", failed.Detail);
        Assert.Equal(3, portal.Pages().Count());
    }

    [Fact]
    public async Task One_broken_template_does_not_close_the_other_columns()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 500).Page("/b", Fetching.List);
        using var pages = Fetching.Over(portal, new() { DelayBetweenRequests = TimeSpan.Zero, Retries = 0, FailuresBeforeBreak = 2 });
        for (var i = 0; i < 5; i++)
            await pages.ListAsync(portal.At("/a"));

        Fetching.IsPage(await pages.ListAsync(portal.At("/b")));
    }

    [Fact]
    public async Task The_visitor_says_who_it_is_and_how_to_reach_it()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/a", Fetching.List);

        await portal.FetchListAsync("/a", new() { DelayBetweenRequests = TimeSpan.Zero, Contact = "https://luopu.example/contact" });

        Assert.All(portal.Log, asked => Assert.Equal("DisclosureDesk/1.0 (+https://luopu.example/contact)", asked.Headers["User-Agent"]));
    }

    private static RequestDelegate OnceThen(int status, string? retryAfter)
    {
        var asked = 0;
        return async context =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(Fetching.List);
                return;
            }

            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
        };
    }

    /// <summary>Moves the clock on in small steps until both are done; the sockets between are real.</summary>
    private static async Task AdvanceUntilAsync(FakeTimeProvider clock, params Task[] tasks)
    {
        var done = Task.WhenAll(tasks);
        while (!done.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(done, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Fetching.Token));
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Fetching.Token);
    }

    /// <summary>
    /// From before the first request was sent to the arrival of another. The n-th may not arrive before n delays have passed, however
    /// late a busy machine delivers the ones before it; the gap between two arrivals could be squeezed.
    /// </summary>
    private static TimeSpan Since(long began, CannedPortal.Asked asked) => Stopwatch.GetElapsedTime(began, asked.Timestamp);
}
