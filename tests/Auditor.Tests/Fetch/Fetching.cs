using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Fetch;

/// <summary>A page source for one test's portal: no pace, no second attempts, unless the test is about them.</summary>
internal static class Fetching
{
    public const string List = "<html><body><ul class=\"list\"><li><a href=\"/a1\">甲公告</a><span>2024-05-06</span></li><li><a href=\"/a2\">乙公告</a><span>2024-05-01</span></li></ul></body></html>";

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static HttpPageSource Over(CannedPortal portal, FetchOptions? options = null, TimeProvider? clock = null) => Over(portal.Root, options, clock);

    public static HttpPageSource Over(Uri root, FetchOptions? options = null, TimeProvider? clock = null) =>
        new(options ?? Unhurried(), new ConfiguredSites([root]), clock ?? TimeProvider.System);

    public static FetchOptions Unhurried(int retries = 0, int delay = 0, double attempt = 20, int pageCap = 2 * 1024 * 1024) => new()
    {
        DelayBetweenRequests = TimeSpan.FromMilliseconds(delay),
        Retries = retries,
        RetryDelay = TimeSpan.Zero,
        AttemptTimeout = TimeSpan.FromSeconds(attempt),
        PageCap = pageCap,
    };

    public static Task<FetchOutcome> ListAsync(this IPageSource pages, Uri address) => pages.FetchAsync(new(address, PagePurpose.List), Token);

    public static async Task<FetchOutcome> FetchListAsync(this CannedPortal portal, string path, FetchOptions? options = null)
    {
        using var pages = Over(portal, options);
        return await pages.ListAsync(portal.At(path));
    }

    public static FetchOutcome.Page IsPage(FetchOutcome outcome)
    {
        if (outcome is FetchOutcome.Failed failed)
            Assert.Fail($"{failed.Reason}: {failed.Detail}");
        return Assert.IsType<FetchOutcome.Page>(outcome);
    }

    public static FetchOutcome.Failed IsFailure(Reason reason, FetchOutcome outcome)
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(outcome);
        Assert.Equal((reason, failed.Detail), (failed.Reason, failed.Detail));
        return failed;
    }

    /// <summary>What the portal was asked, robots.txt left out.</summary>
    public static IEnumerable<CannedPortal.Asked> Pages(this CannedPortal portal) => portal.Log.Where(asked => asked.PathAndQuery != "/robots.txt");
}
