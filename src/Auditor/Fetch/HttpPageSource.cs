using System.Security.Cryptography;
using Disclosure.Columns;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Pages over HTTP: robots.txt asked, the host's pace kept, redirects followed within the site, the body bounded and decoded,
/// and everything that is not a page named for what it is.
/// </summary>
internal sealed class HttpPageSource : IPageSource, IDisposable
{
    /// <summary>Of a failed answer's body, what is kept as evidence.</summary>
    private const int FailureEvidence = PageTransport.ErrorCap;

    private readonly FetchOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly PageTransport _transport;

    public HttpPageSource(FetchOptions options, ConfiguredSites sites, TimeProvider clock, ILogger<HttpPageSource>? logger = null)
    {
        _options = options;
        _clock = clock;
        _logger = logger ?? NullLogger<HttpPageSource>.Instance;
        Guard = new(options, sites);
        _transport = new(options, Guard, clock);
        Client = new(_transport, options, sites, clock, _logger);
        Robots = new(Client, options, clock, _logger);
    }

    internal AddressGuard Guard { get; }

    /// <summary>The one door to every host; whoever else fetches in this process goes through it, so that the pace is kept together.</summary>
    internal PoliteClient Client { get; }

    internal RobotsGate Robots { get; }

    public async Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var trail = new Trail(request, _options, _clock.GetUtcNow());
        while (true)
        {
            if (await Robots.CheckAsync(trail.Current, trail.CameFrom, cancellationToken) is { } refusal && (refusal.Stands || !trail.IsProbe))
                return Say(trail.Failed(refusal.Reason, refusal.Detail));

            using var answer = await Client.AskAsync(AskFor(trail), cancellationToken);
            trail.Took += answer.Took;
            if (Read(trail, answer) is { } outcome)
                return Say(outcome);
        }
    }

    public void Dispose()
    {
        Robots.Dispose();
        Client.Dispose();
        _transport.Dispose();
    }

    private Ask AskFor(Trail trail)
    {
        var limit = trail.IsProbe ? TimeSpan.FromTicks(Math.Max(1, (_options.OpeningLimit - trail.Took).Ticks)) : _options.AttemptTimeout;
        return new(trail.Request, trail.Current, trail.CameFrom, trail.AsGet, trail.IsReport ? _options.ReportCap : _options.PageCap, limit, Persevere: !trail.IsProbe, AnyMediaType: trail.IsReport);
    }

    /// <summary>What one answer means; null when it leads on and the trail has moved.</summary>
    private static FetchOutcome? Read(Trail trail, Answer answer)
    {
        if (answer.Failure is { } failure)
            return trail.Failed(failure, answer.Detail, answer);
        return answer.Status switch
        {
            304 => trail.Conditional
                ? new FetchOutcome.Unchanged(trail.Receipt(answer, "", default, ""))
                : trail.Failed(Reason.ServerError, "304 to a request without conditions", answer),
            301 or 302 or 303 or 307 or 308 => Follow(trail, answer),
            >= 200 and < 300 => ReadPage(trail, answer),
            _ => Refused(trail, answer),
        };
    }

    private static FetchOutcome.Failed? Follow(Trail trail, Answer answer)
    {
        if (answer.Location is null || !Uri.TryCreate(trail.Current, answer.Location, out var next))
            return trail.Failed(Reason.ServerError, $"{answer.Status} without an address to go to", answer);
        return trail.MoveTo(next, answer, asGet: answer.Status is 301 or 302 or 303, inPage: false);
    }

    private static FetchOutcome? ReadPage(Trail trail, Answer answer)
    {
        var body = answer.Bytes.Span;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        var sha256 = Convert.ToHexStringLower(hash);
        if (sha256 == trail.Request.KnownSha256)
            return new FetchOutcome.Unchanged(trail.Receipt(answer, sha256, default, ""));

        if (trail.IsReport && (FileSigns.Of(body) is not null || body.IsEmpty))
            return Page(trail, answer, sha256, "", "");
        var (text, charset) = TextDecoding.Decode(body, answer.Charset, answer.Truncated);
        if (Challenge.Find(answer.Status, text) is { } challenge)
            return trail.Failed(Reason.ChallengePage, challenge, answer);
        if (trail.Request.Purpose is PagePurpose.Data)
        {
            return string.IsNullOrWhiteSpace(text)
                ? trail.Failed(Reason.StubPage, "an empty answer", answer)
                : Page(trail, answer, sha256, text, charset);
        }

        if (trail.WentHome)
            return trail.Failed(Reason.SoftNotFound, $"sent on to {trail.Current}", answer);
        return Shell(trail, answer, text, out var outcome) ? outcome : Page(trail, answer, sha256, text, charset);
    }

    /// <summary>Whether a page is only a shell: it sends elsewhere, asks for a password, or holds nothing at all.</summary>
    private static bool Shell(Trail trail, Answer answer, string text, out FetchOutcome? outcome)
    {
        outcome = null;
        if (!PageShell.MayBe(text, trail.Moved))
            return false;
        var glance = PageGlance.At(text);
        if (PageRedirect.Find(text, glance, trail.Current) is { } next)
            outcome = trail.MoveTo(next, answer, asGet: true, inPage: true);
        else if (PageShell.IsLogin(glance, trail.Moved))
            outcome = trail.Failed(Reason.LoginRequired, "the page asks for a password", answer);
        else if (PageShell.IsStub(text, glance))
            outcome = trail.Failed(Reason.StubPage, $"{answer.Bytes.Length} bytes with nothing to read", answer);
        else
            return false;
        return true;
    }

    private static FetchOutcome.Page Page(Trail trail, Answer answer, string sha256, string text, string charset) =>
        new(trail.Receipt(answer, sha256, answer.Bytes.ToArray(), charset) with { Truncated = answer.Truncated }, text, answer.Truncated);

    private static FetchOutcome.Failed Refused(Trail trail, Answer answer)
    {
        var text = FileSigns.IsText(answer.MediaType) ? TextDecoding.Decode(answer.Bytes.Span, answer.Charset, answer.Truncated).Text : "";
        if (Challenge.Find(answer.Status, text) is { } challenge)
            return trail.Failed(Reason.ChallengePage, $"{challenge}, status {answer.Status}", answer);
        var reason = answer.Status switch
        {
            404 or 410 => Reason.PageNotFound,
            408 => Reason.TimedOut,
            412 => Reason.ChallengePage,
            429 => Reason.RateLimited,
            503 when answer.RetryAfter is not null => Reason.RateLimited,
            >= 400 and < 500 => Reason.AccessRefused,
            _ => Reason.ServerError,
        };
        return trail.Failed(reason, $"status {answer.Status}", answer);
    }

    private FetchOutcome Say(FetchOutcome outcome)
    {
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            var word = outcome is FetchOutcome.Failed failed ? failed.Reason.ToString() : outcome.GetType().Name;
            Log.Fetched(_logger, outcome.Receipt.Asked.AbsoluteUri, word, outcome.Receipt.Status, outcome.Receipt.Opened.TotalMilliseconds);
        }

        return outcome;
    }

    /// <summary>Where one request has come on its way through redirects, and what that means for the next step.</summary>
    private sealed class Trail(PageRequest request, FetchOptions options, DateTimeOffset at)
    {
        private readonly List<Uri> _hops = [];
        private int _pageMoves;
        private bool _cookieRetried;

        public PageRequest Request => request;

        public Uri Current { get; private set; } = request.Address;

        public Uri? CameFrom { get; private set; } = request.Referer;

        public bool AsGet { get; private set; }

        public TimeSpan Took { get; set; }

        public bool IsProbe => request.Purpose is PagePurpose.Home;

        public bool IsReport => request.Purpose is PagePurpose.Report;

        public bool Moved => _hops.Count > 0;

        public bool Conditional => request.ETag is not null || request.LastModified is not null;

        /// <summary>A column that leads to the site's front door or to its error page is not that column: what is listed there is not its.</summary>
        public bool WentHome => !IsProbe && Moved
            && (SiteScope.IsSentHome(request.Address, Current) || PageShell.IsErrorAddress(Current));

        /// <returns>The failure, or null when the trail has moved.</returns>
        public FetchOutcome.Failed? MoveTo(Uri next, Answer answer, bool asGet, bool inPage)
        {
            if (next.Scheme is not ("http" or "https"))
                return Failed(Reason.LeftTheSite, $"sent to {next.Scheme}:", answer);
            if (PageShell.IsLoginAddress(next))
                return Failed(Reason.LoginRequired, $"sent to {next.GetLeftPart(UriPartial.Path)}", answer);
            if (!SiteScope.IsSame(request.Address, next))
                return Failed(Reason.LeftTheSite, $"sent to {next.Host}", answer);
            if (_hops.Count >= options.MaxRedirects || (inPage && ++_pageMoves > options.MaxPageRedirects))
                return Failed(Reason.RedirectLoop, $"more than {(inPage ? options.MaxPageRedirects : options.MaxRedirects)} redirects, at last to {next}", answer);
            if (HasBeenAt(next) && !MayRetryWithCookie(answer))
                return Failed(Reason.RedirectLoop, $"sent to {next} again", answer);

            _hops.Add(Current);
            CameFrom = Current;
            Current = next;
            AsGet |= asGet;
            return null;
        }

        public FetchOutcome.Failed Failed(Reason reason, string detail, Answer? answer = null)
        {
            var bytes = answer is null ? default : answer.Bytes;
            var kept = bytes.Length == 0 ? [] : bytes[..Math.Min(bytes.Length, FailureEvidence)].ToArray();
            return new(Receipt(answer, bytes.Length == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), kept, ""), reason, detail);
        }

        /// <remarks>
        /// After a redirect inside a page the validators are withheld: sent to that first page, whose own bytes never change, they
        /// would make an updated column look unchanged.
        /// </remarks>
        public Receipt Receipt(Answer? answer, string sha256, ReadOnlyMemory<byte> body, string charset) => new(
            request.Address,
            Current,
            at,
            answer?.Status ?? 0,
            sha256,
            Took,
            _hops,
            answer?.MediaType ?? "",
            charset,
            _pageMoves > 0 ? null : answer?.ETag,
            _pageMoves > 0 ? null : answer?.LastModified,
            body,
            answer?.Headers ?? "");

        /// <summary>Some portals answer a first visit with a cookie and a redirect to the same address; one more try is due.</summary>
        private bool MayRetryWithCookie(Answer answer)
        {
            if (!answer.SetsCookie || _cookieRetried)
                return false;
            return _cookieRetried = true;
        }

        private bool HasBeenAt(Uri address) => address == Current || _hops.Contains(address);
    }
}
