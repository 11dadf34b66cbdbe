using System.Collections.Concurrent;
using System.Text;
using Disclosure.Columns;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Asked before every request: does the site's robots.txt leave this address open? Reads the file once a day per site and gives
/// its Crawl-delay to the host's pace.
/// </summary>
/// <remarks>
/// A 4xx means there are no rules; a 5xx or a timeout means nothing may be assumed, so nothing is crawled now (RFC 9309, 2.3.1).
/// A site that cannot be reached at all is reported as just that, not as a missing robots.txt.
/// </remarks>
internal sealed class RobotsGate(PoliteClient client, FetchOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private const int MaxRedirects = 5;

    /// <summary>Sites remembered; beyond it the oldest goes.</summary>
    internal const int MaxSites = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptWithoutAnswer = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Scheme, string Host, int Port), Site> _sites = new();

    /// <summary>Why an address may not be asked for now; null when it may.</summary>
    public async ValueTask<Refusal?> CheckAsync(Uri address, Uri? cameFrom, CancellationToken cancellationToken)
    {
        var site = SiteOf(address);
        var word = site.Word;
        if (word is null || clock.GetElapsedTime(word.At) >= word.Lasts)
            word = await site.RefreshAsync(() => ReadAsync(address, cameFrom, cancellationToken), clock, cancellationToken);
        if (word.Trouble is not null)
            return word.Trouble;
        return word.Rules.Closes(address) is { } rule ? new(Reason.RobotsDisallow, $"robots.txt closes it: Disallow: {rule}") : null;
    }

    public void Dispose()
    {
        foreach (var site in _sites.Values)
            site.Dispose();
    }

    private Site SiteOf(Uri address)
    {
        var key = (address.Scheme, address.IdnHost, address.Port);
        if (_sites.TryGetValue(key, out var site))
            return site;
        if (_sites.Count >= MaxSites && _sites.MinBy(pair => pair.Value.Word?.At ?? long.MaxValue) is { Key: var oldest })
            _sites.TryRemove(oldest, out _);
        return _sites.GetOrAdd(key, _ => new Site());
    }

    private async Task<Word> ReadAsync(Uri address, Uri? cameFrom, CancellationToken cancellationToken)
    {
        var target = new Uri(address, "/robots.txt");
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            var ask = new Ask(new PageRequest(target, PagePurpose.Data), target, cameFrom, AsGet: true, RobotsRules.Cap, options.AttemptTimeout, AnyMediaType: true);
            using var answer = await client.AskAsync(ask, cancellationToken);
            if (answer.Status is >= 300 and < 400 and not 304 && answer.Failure is null && Uri.TryCreate(target, answer.Location, out var next) && next.Scheme.StartsWith("http", StringComparison.Ordinal))
            {
                cameFrom = target;
                target = next;
                continue;
            }

            return Understand(answer, address);
        }

        return new(RobotsRules.Open, null, Kept, clock.GetTimestamp());
    }

    private Word Understand(Answer answer, Uri address)
    {
        var now = clock.GetTimestamp();
        if (answer.Failure is { } failure && answer.Status is 0)
            return new(RobotsRules.Open, Trouble(failure, answer.Detail), KeptWithoutAnswer, now);
        var text = Encoding.UTF8.GetString(answer.Bytes.Span);
        if (answer.Status is not (>= 200 and < 300) && Challenge.Find(answer.Status, text) is { } challenge)
            return new(RobotsRules.Open, new(Reason.ChallengePage, $"{challenge}, asked for robots.txt"), KeptWithoutAnswer, now);
        if (answer.Status is 429 || (answer.Status >= 500 && answer.RetryAfter is not null))
            return new(RobotsRules.Open, new(Reason.RateLimited, $"robots.txt answered {answer.Status}"), KeptWithoutAnswer, now);
        if (answer.Status >= 500 || answer.Failure is not null)
            return new(RobotsRules.Open, new(Reason.RobotsUnavailable, $"robots.txt answered {answer.Status} {answer.Detail}".TrimEnd()), KeptWithoutAnswer, now);
        if (answer.Status is not (>= 200 and < 300))
            return new(RobotsRules.Open, null, Kept, now);

        var rules = RobotsRules.Parse(text, options.ProductToken);
        KeepCrawlDelay(rules, address);
        return new(rules, null, Kept, now);
    }

    /// <summary>Where nothing was reached, the page could not be reached either; only a host that is there and silent is a matter of robots.txt.</summary>
    private static Refusal Trouble(Reason failure, string detail) => failure is Reason.TimedOut
        ? new(Reason.RobotsUnavailable, $"robots.txt: {detail}")
        : new(failure, $"robots.txt: {detail}");

    private void KeepCrawlDelay(RobotsRules rules, Uri address)
    {
        if (rules.CrawlDelay is not { } delay)
            return;
        if (delay > options.MaxCrawlDelay)
            Log.CrawlDelayAboveCap(logger, address.IdnHost, delay.TotalSeconds, options.MaxCrawlDelay.TotalSeconds);
        client.PaceOf(address).SlowTo(delay > options.MaxCrawlDelay ? options.MaxCrawlDelay : delay);
    }

    /// <summary>Why not.</summary>
    internal sealed record Refusal(Reason Reason, string Detail)
    {
        /// <summary>
        /// Whether it is the site's own word. Where robots.txt only could not be read, a probe of the home page still has to look:
        /// spared by that, a dead site would never count as one.
        /// </summary>
        public bool Stands => Reason is Reason.RobotsDisallow or Reason.AddressNotAllowed or Reason.RateLimited;
    }

    /// <summary>What a site's robots.txt said, and for how long that holds.</summary>
    private sealed record Word(RobotsRules Rules, Refusal? Trouble, TimeSpan Lasts, long At);

    private sealed class Site : IDisposable
    {
        private readonly SemaphoreSlim _reading = new(1, 1);

        public Word? Word { get; private set; }

        /// <summary>Reads the file once, however many columns wait for it.</summary>
        public async Task<Word> RefreshAsync(Func<Task<Word>> read, TimeProvider clock, CancellationToken cancellationToken)
        {
            await _reading.WaitAsync(cancellationToken);
            try
            {
                if (Word is { } word && clock.GetElapsedTime(word.At) < word.Lasts)
                    return word;
                return Word = await read();
            }
            finally
            {
                _reading.Release();
            }
        }

        public void Dispose() => _reading.Dispose();
    }
}
