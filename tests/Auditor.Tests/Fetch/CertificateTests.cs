using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor.Tests.Fetch;

public class CertificateTests
{
    [Theory]
    [InlineData(-30, 30, "localhost", "not trusted")]
    [InlineData(-30, -1, "localhost", "expired")]
    [InlineData(1, 30, "localhost", "not valid yet")]
    [InlineData(-30, 30, "other.example", "another name")]
    public async Task A_certificate_that_is_not_valid_says_what_is_wrong_with_it(int from, int until, string name, string fault)
    {
        await using var portal = await StartAsync(from, until, name);
        using var pages = Fetching.Over(Root(portal));

        var failed = Fetching.IsFailure(Reason.TlsFailed, await pages.ListAsync(Root(portal)));

        Assert.Contains(fault, failed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_read_where_the_operator_allows_the_certificate()
    {
        await using var portal = await StartAsync(-30, -1, "other.example");
        using var pages = Fetching.Over(Root(portal), new() { DelayBetweenRequests = TimeSpan.Zero, AcceptInvalidCertificatesFrom = ["localhost"] });

        Fetching.IsPage(await pages.ListAsync(Root(portal)));
    }

    [Fact]
    public async Task A_server_without_tls_has_failed_at_tls()
    {
        await using var server = RawServer.Saying("HTTP/1.1 200 OK\r\n\r\n");
        var root = new UriBuilder(server.Root) { Scheme = "https" }.Uri;
        using var pages = Fetching.Over(root, Fetching.Unhurried(attempt: 1));

        var failed = Assert.IsType<FetchOutcome.Failed>(await pages.ListAsync(root));

        Assert.Equal(Verdict.Unreachable, Judge.VerdictOf(failed.Reason is Reason.RobotsUnavailable ? Reason.TimedOut : failed.Reason));
    }

    private static Uri Root(WebApplication portal) => new(portal.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/");

    private static async Task<WebApplication> StartAsync(int from, int until, string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(now.AddDays(from), now.AddDays(until));
        var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(context.Request.Path == "/robots.txt" ? "" : Fetching.List);
        });
        await app.StartAsync();
        return app;
    }
}
