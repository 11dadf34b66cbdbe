using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Fetch;

public class HomeProbeTests
{
    private static readonly Uri Home = new("http://www.example.gov.cn/");

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(14.999, true)]
    [InlineData(15, false)]
    [InlineData(20, false)]
    public async Task A_home_page_opens_in_less_than_fifteen_seconds_or_not_at_all(double seconds, bool opened)
    {
        var visit = await Visit(receipt => new FetchOutcome.Page(receipt with { Opened = TimeSpan.FromSeconds(seconds) }, "", false));

        Assert.Equal((true, opened, TimeSpan.FromSeconds(seconds)), (visit.Counts, visit.Opened, visit.Took));
    }

    [Theory]
    [InlineData(Reason.TimedOut, true)]
    [InlineData(Reason.ConnectionFailed, true)]
    [InlineData(Reason.HostNotFound, true)]
    [InlineData(Reason.TlsFailed, true)]
    [InlineData(Reason.ServerError, true)]
    [InlineData(Reason.PageNotFound, true)]
    [InlineData(Reason.ChallengePage, false)]
    [InlineData(Reason.AccessRefused, false)]
    [InlineData(Reason.RobotsDisallow, false)]
    [InlineData(Reason.RateLimited, false)]
    [InlineData(Reason.AddressNotAllowed, false)]
    public async Task A_visit_that_was_stopped_on_our_side_does_not_count_against_the_site(Reason reason, bool counts)
    {
        var visit = await Visit(receipt => new FetchOutcome.Failed(receipt, reason, "x"));

        Assert.Equal((counts, false, $"{reason}: x"), (visit.Counts, visit.Opened, visit.Detail));
    }

    [Fact]
    public async Task A_slow_home_page_is_given_up_at_the_limit_and_not_tried_again()
    {
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        var options = new FetchOptions { DelayBetweenRequests = TimeSpan.Zero, OpeningLimit = TimeSpan.FromMilliseconds(150), Retries = 2 };
        using var pages = Fetching.Over(server.Root, options);

        var visit = await new HomeProbe(pages, options).VisitAsync(server.Root, Fetching.Token);

        Assert.True(visit is { Counts: true, Opened: false });
        Assert.InRange(visit.Took, TimeSpan.FromMilliseconds(140), TimeSpan.FromSeconds(10));
        Assert.Equal(1, server.PagesAsked);
    }

    [Fact]
    public async Task A_site_whose_robots_file_fails_is_still_looked_at()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/robots.txt", [], status: 500).Page("/", Fetching.List);
        using var pages = Fetching.Over(portal);

        var visit = await new HomeProbe(pages, new()).VisitAsync(portal.Root, Fetching.Token);

        Assert.True(visit is { Counts: true, Opened: true, Detail: "" });
    }

    [Fact]
    public async Task A_site_that_is_being_left_alone_is_still_looked_at()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 502).Page("/", Fetching.List);
        var options = new FetchOptions { DelayBetweenRequests = TimeSpan.Zero, Retries = 0, FailuresBeforeBreak = 2 };
        using var pages = Fetching.Over(portal, options);
        for (var i = 0; i < 3; i++)
            await pages.ListAsync(portal.At("/a"));

        Assert.True((await new HomeProbe(pages, options).VisitAsync(portal.Root, Fetching.Token)).Opened);
    }

    private static Task<HomeVisit> Visit(Func<Receipt, FetchOutcome> outcome) => new HomeProbe(new OnePage(outcome), new()).VisitAsync(Home, Fetching.Token);

    private sealed class OnePage(Func<Receipt, FetchOutcome> outcome) : IPageSource
    {
        public Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(outcome(new(request.Address, request.Address, DateTimeOffset.UnixEpoch, 200, "", default, [], "", "", null, null, default, "")));
    }
}
