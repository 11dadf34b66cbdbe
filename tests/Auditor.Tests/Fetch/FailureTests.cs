using System.Net;
using System.Net.Sockets;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Fetch;

public class FailureTests
{
    [Theory]
    [InlineData(400, Reason.AccessRefused)]
    [InlineData(401, Reason.AccessRefused)]
    [InlineData(403, Reason.AccessRefused)]
    [InlineData(405, Reason.AccessRefused)]
    [InlineData(451, Reason.AccessRefused)]
    [InlineData(404, Reason.PageNotFound)]
    [InlineData(410, Reason.PageNotFound)]
    [InlineData(408, Reason.TimedOut)]
    [InlineData(412, Reason.ChallengePage)]
    [InlineData(521, Reason.ChallengePage)]
    [InlineData(429, Reason.RateLimited)]
    [InlineData(500, Reason.ServerError)]
    [InlineData(502, Reason.ServerError)]
    [InlineData(503, Reason.ServerError)]
    [InlineData(504, Reason.ServerError)]
    [InlineData(204, Reason.StubPage)]
    public async Task Each_status_has_its_reason_and_the_reason_a_verdict(int status, Reason reason)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Answer("/a", context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var failed = Fetching.IsFailure(reason, await portal.FetchListAsync("/a"));

        Assert.Equal(status, failed.Receipt.Status);
        Assert.NotEqual(Verdict.Empty, Judge.VerdictOf(failed.Reason));
    }

    [Fact]
    public async Task A_challenge_is_named_and_its_page_kept_as_evidence()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/a", "<script>document.cookie='__jsl_clearance_s=x';location.href=location.pathname</script>", status: 200);

        var failed = Fetching.IsFailure(Reason.ChallengePage, await portal.FetchListAsync("/a"));

        Assert.Equal("Jiasule (加速乐)", failed.Detail);
        Assert.True(failed.Receipt.Body.Length > 0);
        Assert.Equal(64, failed.Receipt.Sha256.Length);
    }

    [Fact]
    public async Task A_host_without_an_address_is_not_found()
    {
        using var pages = Fetching.Over(new Uri("http://portal.invalid/"));

        Fetching.IsFailure(Reason.HostNotFound, await pages.ListAsync(new("http://portal.invalid/")));
    }

    [Fact]
    public async Task A_closed_port_is_a_failed_connection()
    {
        var root = FreePort();
        using var pages = Fetching.Over(root);

        var failed = Fetching.IsFailure(Reason.ConnectionFailed, await pages.ListAsync(root));

        Assert.Contains("ConnectionRefused", failed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", Reason.ConnectionFailed)]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", Reason.ServerError)]
    public async Task A_server_that_hangs_up_is_a_failed_connection_and_one_that_does_not_speak_http_is_at_fault(string answer, Reason reason)
    {
        await using var server = RawServer.Saying(answer);
        using var pages = Fetching.Over(server.Root);

        Fetching.IsFailure(reason, await pages.ListAsync(server.Root));
    }

    [Fact]
    public async Task A_server_that_never_answers_has_timed_out()
    {
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        using var pages = Fetching.Over(server.Root, Fetching.Unhurried(attempt: 0.15));

        Fetching.IsFailure(Reason.TimedOut, await pages.ListAsync(server.Root));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://10.255.255.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[fd00::1]/")]
    public async Task An_address_inside_a_network_is_not_connected_to(string address)
    {
        using var pages = Fetching.Over(new Uri("http://www.example.gov.cn/"));

        var failed = Fetching.IsFailure(Reason.AddressNotAllowed, await pages.ListAsync(new(address)));

        Assert.Contains("Fetch:AllowedNetworks", failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_refused_when_connecting()
    {
        var root = new Uri($"http://{Dns.GetHostName()}:9/");
        using var pages = Fetching.Over(root);
        Assert.SkipUnless(await LeadsInsideAsync(pages, root), $"This machine's name, {root.Host}, does not lead to an address inside a network.");

        Fetching.IsFailure(Reason.AddressNotAllowed, await pages.ListAsync(root));
    }

    [Fact]
    public async Task Cancelling_is_not_an_outcome()
    {
        await using var server = new RawServer((_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));
        using var pages = Fetching.Over(server.Root);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pages.FetchAsync(new(server.Root, PagePurpose.List), cancelled.Token));
    }

    private static async Task<bool> LeadsInsideAsync(HttpPageSource pages, Uri root)
    {
        try
        {
            return !(await Dns.GetHostAddressesAsync(root.Host, Fetching.Token)).Any(address => pages.Guard.Allows(address, root, null));
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Uri FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }
}
