using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Auditor.Tests.Fetch;

public class RobotsTests
{
    [Theory]
    [InlineData(PagePurpose.List)]
    [InlineData(PagePurpose.Article)]
    [InlineData(PagePurpose.Data)]
    [InlineData(PagePurpose.Home)]
    public async Task A_closed_address_is_never_asked_whatever_for(PagePurpose purpose)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain").Page("/closed/a", Fetching.List);
        using var pages = Fetching.Over(portal);

        var failed = Fetching.IsFailure(Reason.RobotsDisallow, await pages.FetchAsync(new(portal.At("/closed/a"), purpose), Fetching.Token));

        Assert.Equal("robots.txt closes it: Disallow: /closed", failed.Detail);
        Assert.Empty(portal.Pages());
    }

    [Fact]
    public async Task A_redirect_to_a_closed_address_is_not_followed()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/robots.txt", "User-agent: *\nDisallow: /closed", "text/plain").Bytes("/a", [], status: 302, headers: ("Location", "/closed/a"));

        Fetching.IsFailure(Reason.RobotsDisallow, await portal.FetchListAsync("/a"));

        Assert.Single(portal.Pages());
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Without_a_robots_file_everything_is_open(int status)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/robots.txt", [], status: status).Page("/a", Fetching.List);

        Fetching.IsPage(await portal.FetchListAsync("/a"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task With_a_failing_robots_file_nothing_is_asked_now(int status)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/robots.txt", [], status: status).Page("/a", Fetching.List);

        Fetching.IsFailure(Reason.RobotsUnavailable, await portal.FetchListAsync("/a"));

        Assert.Empty(portal.Pages());
    }

    [Fact]
    public async Task A_robots_file_that_never_comes_means_not_now()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Answer("/robots.txt", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)).Page("/a", Fetching.List);

        Fetching.IsFailure(Reason.RobotsUnavailable, await portal.FetchListAsync("/a", Fetching.Unhurried(attempt: 0.1)));

        Assert.Empty(portal.Pages());
    }

    [Fact]
    public async Task A_challenge_in_its_place_is_named()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/robots.txt", "<script>x</script>", status: 521);

        Fetching.IsFailure(Reason.ChallengePage, await portal.FetchListAsync("/a"));
    }

    [Fact]
    public async Task Redirects_of_the_file_are_followed_five_times_and_then_there_are_no_rules()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/robots.txt", [], status: 301, headers: ("Location", "/r/1")).Page("/a", Fetching.List).Page("/closed", Fetching.List);
        for (var i = 1; i <= 6; i++)
            portal.Bytes($"/r/{i}", [], status: 302, headers: ("Location", $"/r/{i + 1}"));
        Fetching.IsPage(await portal.FetchListAsync("/a"));

        portal.Page("/r/5", "User-agent: *\nDisallow: /closed", "text/plain");
        Fetching.IsFailure(Reason.RobotsDisallow, await portal.FetchListAsync("/closed"));
    }

    [Fact]
    public async Task The_file_is_read_once_a_day_however_many_columns_wait_for_it()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/a", Fetching.List).Page("/b", Fetching.List);
        var clock = new FakeTimeProvider();
        using var pages = Fetching.Over(portal, clock: clock);

        await Task.WhenAll(pages.ListAsync(portal.At("/a")), pages.ListAsync(portal.At("/b")));
        Assert.Equal(1, portal.Log.Count(asked => asked.PathAndQuery == "/robots.txt"));

        clock.Advance(TimeSpan.FromHours(23));
        await pages.ListAsync(portal.At("/a"));
        Assert.Equal(1, portal.Log.Count(asked => asked.PathAndQuery == "/robots.txt"));

        clock.Advance(TimeSpan.FromHours(1));
        await pages.ListAsync(portal.At("/a"));
        Assert.Equal(2, portal.Log.Count(asked => asked.PathAndQuery == "/robots.txt"));
    }

    [Fact]
    public async Task Rules_beyond_five_hundred_kilobytes_are_not_read()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/robots.txt", "User-agent: *\n#" + new string('x', RobotsRules.Cap) + "\nDisallow: /", "text/plain").Page("/a", Fetching.List);

        Fetching.IsPage(await portal.FetchListAsync("/a"));
    }
}
