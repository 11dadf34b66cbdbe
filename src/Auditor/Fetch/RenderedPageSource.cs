using System.Net;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Columns;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Pages that draw their rows with scripts, drawn by an installed Chromium. Asked only where extraction says that a page needs
/// scripts, and only when <see cref="FetchOptions.Rendering"/> is on.
/// </summary>
/// <remarks>
/// Chromium itself never touches the network: the page, its scripts and its data calls are fetched by <see cref="HttpPageSource"/>
/// and handed to it, so that robots.txt, pace, address guard and site hold for each of them. A page that lacks one of its data
/// answers is not given out: what it shows then (often "nothing found") would be read as the column's word.
/// </remarks>
internal sealed class RenderedPageSource(HttpPageSource http, FetchOptions options, TimeProvider clock, ILogger<RenderedPageSource> logger) : IPageSource, IAsyncDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        // The shell's own bytes say nothing about the rows, so its validators must not end the visit.
        var outcome = await http.FetchAsync(request with { ETag = null, LastModified = null, KnownSha256 = null }, cancellationToken);
        if (outcome is not FetchOutcome.Page shell || request.Purpose is PagePurpose.Data)
            return outcome;
        if (!File.Exists(options.ChromiumPath))
            return new FetchOutcome.Failed(shell.Receipt, Reason.NeedsScripts, $"Chromium is not installed at Fetch:ChromiumPath ({options.ChromiumPath})");

        await _one.WaitAsync(cancellationToken);
        try
        {
            return await DrawAsync(shell, request.KnownSha256, cancellationToken);
        }
        catch (PlaywrightException exception)
        {
            Log.RenderingFailed(logger, exception, options.ChromiumPath, request.Address.AbsoluteUri);
            return new FetchOutcome.Failed(shell.Receipt, Reason.NeedsScripts, $"Chromium: {exception.Message}");
        }
        catch (TimeoutException)
        {
            return new FetchOutcome.Failed(shell.Receipt, Reason.NeedsScripts, $"not drawn within Fetch:RenderTimeout ({options.RenderTimeout.TotalSeconds:0} s)");
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _one.Dispose();
    }

    private async Task<FetchOutcome> DrawAsync(FetchOutcome.Page shell, string? knownSha256, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var browser = await BrowserAsync();
        await using var context = await browser.NewContextAsync(new()
        {
            UserAgent = options.Identity,
            Locale = "zh-CN",
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
        });
        using var leave = cancellationToken.Register(static context => _ = ((IBrowserContext)context!).CloseAsync(), context);
        var supply = new Supply(http, shell, cancellationToken);
        await context.RouteAsync("**/*", supply.GiveAsync);
        var page = await context.NewPageAsync();
        string text;
        try
        {
            await page.GotoAsync(shell.Receipt.Final.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle, Timeout = (float)options.RenderTimeout.TotalMilliseconds });
            text = await page.ContentAsync();
        }
        catch (PlaywrightException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        if (supply.Missing is { } missing)
            return new FetchOutcome.Failed(shell.Receipt, Reason.NeedsScripts, missing);
        var body = Encoding.UTF8.GetBytes(text);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(body));
        var receipt = shell.Receipt with
        {
            Sha256 = sha256,
            Body = body,
            Charset = "utf-8 by Chromium",
            ETag = null,
            LastModified = null,
            Opened = shell.Receipt.Opened + clock.GetElapsedTime(started),
        };
        if (sha256 == knownSha256)
            return new FetchOutcome.Unchanged(receipt);
        return body.Length > options.PageCap
            ? new FetchOutcome.Failed(shell.Receipt, Reason.TooLarge, $"drawn, the page has {body.Length} bytes")
            : new FetchOutcome.Page(receipt, text, shell.Truncated || supply.Incomplete);
    }

    private async Task<IBrowser> BrowserAsync()
    {
        if (_browser is { IsConnected: true })
            return _browser;
        _playwright ??= await Playwright.CreateAsync();
        // Chromium refuses to start as root with its sandbox; for everybody else the sandbox stays.
        string[] arguments = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [];
        return _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = options.ChromiumPath,
            Args = [.. arguments, "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"],
        });
    }

    /// <summary>Hands Chromium what a page asks for, and keeps account of what it could not be given.</summary>
    private sealed class Supply(HttpPageSource http, FetchOutcome.Page shell, CancellationToken cancellationToken)
    {
        private bool _given;

        /// <summary>A script or a data answer of the page's own site that could not be had; null when all were.</summary>
        public string? Missing { get; private set; }

        /// <summary>Whether a script from elsewhere was withheld, so that something may not have been drawn.</summary>
        public bool Incomplete { get; private set; }

        public async Task GiveAsync(IRoute route)
        {
            var request = route.Request;
            var kind = request.ResourceType;
            if (!_given && request.IsNavigationRequest)
            {
                _given = true;
                await FulfilAsync(route, shell.Receipt.Status, "text/html", shell.Text);
            }
            else if (kind is not ("script" or "xhr" or "fetch" or "document") || !Uri.TryCreate(request.Url, UriKind.Absolute, out var address))
            {
                await route.AbortAsync();
            }
            else if (address.Scheme is not ("http" or "https"))
            {
                await route.ContinueAsync();
            }
            else if (!SiteScope.IsSame(shell.Receipt.Final, address))
            {
                if (kind is "xhr" or "fetch")
                    Missing ??= $"its data lies on another site, {address.Host}";
                Incomplete = true;
                await route.AbortAsync();
            }
            else
            {
                await FetchAsync(route, request, address);
            }
        }

        private async Task FetchAsync(IRoute route, IRequest request, Uri address)
        {
            if (!TryAsk(request, address, out var ask) || await http.FetchAsync(ask, cancellationToken) is not FetchOutcome.Page { Truncated: false } answer)
            {
                Missing ??= $"{request.Method} {address.GetLeftPart(UriPartial.Path)} could not be had";
                await route.AbortAsync();
                return;
            }

            await FulfilAsync(route, answer.Receipt.Status, answer.Receipt.MediaType, answer.Text);
        }

        /// <summary>The same question as Chromium's, if it is one of the kinds a list is asked with.</summary>
        private bool TryAsk(IRequest request, Uri address, out PageRequest ask)
        {
            ask = new(address, PagePurpose.Data, Referer: shell.Receipt.Final);
            if (request.Method == "GET")
                return true;
            var type = request.Headers.GetValueOrDefault("content-type", "");
            var body = request.PostData ?? "";
            if (request.Method != "POST")
                return false;
            if (type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
                ask = ask with { Json = body };
            else if (body.Length == 0 || type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
                ask = ask with { Form = [.. body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Field)] };
            else
                return false;
            return true;
        }

        private static KeyValuePair<string, string> Field(string field)
        {
            var parts = field.Split('=', 2);
            return new(WebUtility.UrlDecode(parts[0]), parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "");
        }

        private static Task FulfilAsync(IRoute route, int status, string mediaType, string text) =>
            route.FulfillAsync(new() { Status = status, ContentType = $"{(mediaType.Length == 0 ? "text/html" : mediaType)}; charset=utf-8", Body = text });
    }
}
