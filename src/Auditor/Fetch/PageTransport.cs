using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Disclosure.Columns;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// One attempt at a server: sends, reads the body within a cap and a deadline, refuses what is not text, and turns every
/// expected failure into an <see cref="Answer"/>. Knows nothing of pace, robots or redirects.
/// </summary>
/// <remarks>
/// Long-lived handlers with a bounded connection life instead of a handler factory: the certificate rule, the address guard and
/// the cookie jar belong to the connection. Two handlers, because whether a certificate is checked is decided per host.
/// </remarks>
internal sealed class PageTransport : IDisposable
{
    /// <summary>What is read of the body of an answer that is no page; enough for its text, and for the connection to be kept.</summary>
    public const int ErrorCap = 64 * 1024;

    private static readonly HttpRequestOptionsKey<Uri?> CameFrom = new("came-from");
    private static readonly TimeSpan PerAddress = TimeSpan.FromSeconds(5);

    private readonly FetchOptions _options;
    private readonly AddressGuard _guard;
    private readonly TimeProvider _clock;
    private readonly CookieContainer _cookies = new(capacity: 10_000, perDomainCapacity: 20, maxCookieSize: 4096);
    private readonly HashSet<string> _lenientHosts;
    private readonly HttpClient _strict;
    private readonly HttpClient _lenient;

    public PageTransport(FetchOptions options, AddressGuard guard, TimeProvider clock)
    {
        _options = options;
        _guard = guard;
        _clock = clock;
        _lenientHosts = new(options.AcceptInvalidCertificatesFrom, StringComparer.OrdinalIgnoreCase);
        _strict = Client(checkCertificates: true);
        _lenient = Client(checkCertificates: false);
    }

    /// <exception cref="OperationCanceledException">The caller cancelled; a deadline of ours is an answer.</exception>
    public async Task<Answer> SendAsync(Ask ask, CancellationToken cancellationToken)
    {
        if (_guard.Refusal(ask.Address, ask.CameFrom) is { } refusal)
            return Answer.None(Reason.AddressNotAllowed, refusal);

        var started = _clock.GetTimestamp();
        using var deadline = new CancellationTokenSource(ask.Limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        using var request = Request(ask);
        HttpResponseMessage? response = null;
        try
        {
            var client = _lenientHosts.Contains(ask.Address.Host) ? _lenient : _strict;
            response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await ReadAsync(ask, response, either.Token);
            answer.Took = _clock.GetElapsedTime(started);
            return answer;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Failure = Reason.TimedOut, Detail = $"no whole answer within {Seconds(ask.Limit)}", MayPass = true, Took = _clock.GetElapsedTime(started), Status = (int?)response?.StatusCode ?? 0 };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var (reason, detail, mayPass) = ConnectionFailure.Of(exception);
            return new() { Failure = reason, Detail = detail, MayPass = mayPass, Took = _clock.GetElapsedTime(started) };
        }
        finally
        {
            // Not read to its end, a response closes its connection instead of downloading the rest.
            response?.Dispose();
        }
    }

    public void Dispose()
    {
        _strict.Dispose();
        _lenient.Dispose();
    }

    private async ValueTask<Answer> ReadAsync(Ask ask, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var headers = response.Content.Headers;
        var mediaType = headers.ContentType?.MediaType?.ToLowerInvariant() ?? MediaTypeOf(headers);
        var good = response.IsSuccessStatusCode;
        if (good && !ask.AnyMediaType && (!FileSigns.IsText(mediaType) || headers.ContentDisposition?.DispositionType is "attachment"))
            return Describe(response, mediaType, null, false, Reason.WrongFormat, $"not a page but a file ({mediaType})");

        var body = new BodyBuffer();
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var end = await body.FillAsync(stream, good ? ask.Cap : Math.Min(ask.Cap, ErrorCap), good && !ask.AnyMediaType, cancellationToken);
            return end is BodyEnd.File || (good && !ask.AnyMediaType && FileSigns.Of(body.Span) is not null)
                ? Describe(response, mediaType, body, true, Reason.WrongFormat, $"not a page but a file ({FileSigns.Of(body.Span)} sent as {mediaType})")
                : Describe(response, mediaType, body, end is BodyEnd.AtCap || response.StatusCode is HttpStatusCode.PartialContent, null, "");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or HttpRequestException)
        {
            return CutShort(response, mediaType, body, exception.Message);
        }
        catch (OperationCanceledException) when (body.EndsLikeAPage())
        {
            return CutShort(response, mediaType, body, "");
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>A wrong Content-Length is no reason to miss a page that is all there: one that closes its html element is whole.</summary>
    private Answer CutShort(HttpResponseMessage response, string mediaType, BodyBuffer body, string detail) => body.EndsLikeAPage()
        ? Describe(response, mediaType, body, false, null, "")
        : Describe(response, mediaType, body, true, Reason.AnswerCutShort, $"the body ended after {body.Span.Length} bytes: {detail}");

    private Answer Describe(HttpResponseMessage response, string mediaType, BodyBuffer? body, bool truncated, Reason? failure, string detail)
    {
        var headers = response.Headers.NonValidated;
        return new()
        {
            Status = (int)response.StatusCode,
            Headers = HeaderText(response),
            MediaType = mediaType,
            Charset = response.Content.Headers.ContentType?.CharSet ?? CharsetOf(response.Content.Headers),
            ETag = headers.TryGetValues("ETag", out var etag) ? etag.ToString() : null,
            LastModified = response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out var modified) ? modified.ToString() : null,
            Location = headers.TryGetValues("Location", out var location) ? location.ToString() : null,
            SetsCookie = headers.Contains("Set-Cookie"),
            RetryAfter = RetryAfterOf(response),
            Body = body,
            Truncated = truncated,
            Failure = failure,
            Detail = detail,
            MayPass = failure is Reason.AnswerCutShort || (int)response.StatusCode is 408 or 429 or 500 or 502 or 503 or 504 or 520 or 522 or 523 or 524,
        };
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        if ((int)response.StatusCode < 300)
            return null;
        return response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - _clock.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            _ => null,
        };
    }

    private static HttpRequestMessage Request(Ask ask)
    {
        var page = ask.Page;
        var request = new HttpRequestMessage(HttpMethod.Get, ask.Address);
        if (!ask.AsGet && page.Form is not null)
            request.Content = new FormUrlEncodedContent(page.Form);
        else if (!ask.AsGet && page.Json is not null)
            request.Content = new StringContent(page.Json, Encoding.UTF8, "application/json");
        if (request.Content is not null)
            request.Method = HttpMethod.Post;

        request.Options.Set(CameFrom, ask.CameFrom);
        if (page.ETag is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", page.ETag);
        if (page.LastModified is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", page.LastModified);
        if (page.Referer is not null)
            request.Headers.Referrer = page.Referer;
        return request;
    }

    private HttpClient Client(bool checkCertificates)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            CookieContainer = _cookies,
            UseCookies = true,
            UseProxy = _options.Proxy is not null,
            Proxy = _options.Proxy is null ? null : new WebProxy(_options.Proxy),
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxResponseDrainSize = 0,
            ResponseHeaderEncodingSelector = static (name, _) => name == "Location" ? Encoding.UTF8 : null,
        };
        // A certificate may name any address to load its issuer from; that is not ours to visit.
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
#pragma warning disable CA5359 // The operator named these hosts: their columns are read, and nothing secret is ever sent to them.
        if (!checkCertificates)
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359

        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", _options.Identity);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", "zh-CN,zh;q=0.9");
        return client;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(endpoint.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(endpoint.Host, cancellationToken);
        if (!IsProxy(endpoint))
            addresses = Allowed(addresses, context);

        // IPv4 first: a dead IPv6 address beside a live IPv4 one is a common fault of county sites.
        Array.Sort(addresses, static (one, other) => one.AddressFamily.CompareTo(other.AddressFamily));
        for (var i = 0; ; i++)
        {
            var last = i == addresses.Length - 1;
            using var patience = new CancellationTokenSource(last ? Timeout.InfiniteTimeSpan : PerAddress, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(addresses[i], endpoint.Port, either.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception exception) when (!last && !cancellationToken.IsCancellationRequested && exception is SocketException or OperationCanceledException)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private bool IsProxy(DnsEndPoint endpoint) =>
        _options.Proxy is { } proxy && proxy.IdnHost.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase) && proxy.Port == endpoint.Port;

    private IPAddress[] Allowed(IPAddress[] addresses, SocketsHttpConnectionContext context)
    {
        var request = context.InitialRequestMessage;
        var cameFrom = request.Options.TryGetValue(CameFrom, out var from) ? from : null;
        var allowed = Array.FindAll(addresses, address => _guard.Allows(address, request.RequestUri!, cameFrom));
        return allowed.Length > 0
            ? allowed
            : throw new AddressNotAllowedException(addresses.Length == 0 ? $"{context.DnsEndPoint.Host} has no address" : AddressGuard.Explain(context.DnsEndPoint.Host, addresses[0]));
    }

    private static string HeaderText(HttpResponseMessage response)
    {
        var text = new StringBuilder(512);
        text.Append(CultureInfo.InvariantCulture, $"HTTP/{response.Version} {(int)response.StatusCode} {response.ReasonPhrase}\r\n");
        Append(response.Headers.NonValidated);
        Append(response.Content.Headers.NonValidated);
        return text.ToString();

        void Append(HttpHeadersNonValidated headers)
        {
            foreach (var header in headers)
                text.Append(header.Key).Append(": ").Append(header.Value.ToString()).Append("\r\n");
        }
    }

    /// <summary>Many servers write a Content-Type that the strict parser refuses; its first part is still what it says.</summary>
    private static string MediaTypeOf(HttpContentHeaders headers) =>
        headers.NonValidated.TryGetValues("Content-Type", out var raw) ? raw.ToString().Split(';', ',')[0].Trim().ToLowerInvariant() : "";

    private static string? CharsetOf(HttpContentHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Content-Type", out var values))
            return null;
        var raw = values.ToString();
        var at = raw.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : raw[(at + 8)..].Split(';', ',', ' ')[0];
    }

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###} s");
}
