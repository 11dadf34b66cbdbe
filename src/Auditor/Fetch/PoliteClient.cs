using System.Collections.Concurrent;
using Disclosure.Columns;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Asks hosts politely: every attempt takes its turn in the host's pace, a passing failure is tried again with back-off, a
/// Retry-After is kept by every portal on the host, and a host that only fails is left alone for a while.
/// </summary>
/// <remarks>
/// The retry of the standard resilience handler, put around the whole exchange instead of inside HttpClient: there it ends at the
/// headers (a slow drip would never be cut), and a wait for the host's turn would count as the host being slow. The breaker counts
/// failures in a row instead of a share, because every column it spares is reported as not reached: a host that answers now and
/// then must be asked.
/// </remarks>
internal sealed class PoliteClient(PageTransport transport, FetchOptions options, ConfiguredSites sites, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>By host name without port: ports of one machine share its patience. A site of our own has a line to itself.</summary>
    private readonly ConcurrentDictionary<string, HostLine> _lines = new(StringComparer.OrdinalIgnoreCase);

    public HostPace PaceOf(Uri address) => LineOf(address).Pace;

    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<Answer> AskAsync(Ask ask, CancellationToken cancellationToken)
    {
        var line = LineOf(ask.Address);
        var errand = new Errand(this, line, ask);
        var first = await errand.AttemptAsync(cancellationToken);
        return ask.Persevere && first.MayPass
            ? await line.Pipeline.ExecuteAsync(static (errand, token) => errand.AgainAsync(token), errand.After(first), cancellationToken)
            : first;
    }

    public void Dispose()
    {
        foreach (var line in _lines.Values)
            line.Pace.Dispose();
    }

    private HostLine LineOf(Uri address) => sites.IsOurs(address)
        ? _lines.GetOrAdd(address.Authority, static (host, client) => client.NewLine(host, TimeSpan.Zero), this)
        : _lines.GetOrAdd(address.IdnHost, static (host, client) => client.NewLine(host, client.Options.DelayBetweenRequests), this);

    private HostLine NewLine(string host, TimeSpan delay)
    {
        var builder = new ResiliencePipelineBuilder<Answer> { TimeProvider = clock };
        if (options.Retries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<Answer>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { MayPass: true }),
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = options.RetryDelay > TimeSpan.Zero,
                Delay = options.RetryDelay,
                // The host is parked for as long as it asked, so the next turn waits by itself.
                DelayGenerator = static arguments => ValueTask.FromResult<TimeSpan?>(arguments.Outcome.Result?.RetryAfter is null ? null : TimeSpan.Zero),
                OnRetry = arguments =>
                {
                    Log.FetchRetried(logger, host, arguments.AttemptNumber + 1, arguments.Outcome.Result?.Status ?? 0, arguments.Outcome.Result?.Detail ?? "");
                    return ValueTask.CompletedTask;
                },
            });
        }

        return new(host, delay, this, builder.Build());
    }

    /// <summary>A failure of the host, not of one page: a template that answers 500 must not close the other columns.</summary>
    private static bool IsHostFailure(Answer answer) =>
        answer.Failure is Reason.ConnectionFailed or Reason.TimedOut or Reason.HostNotFound || answer.Status is 502 or 503 or 504 or 522 or 523 or 524;

    /// <summary>A host as seen from here: its pace, how to try again, and whether it is being left alone.</summary>
    private sealed class HostLine(string host, TimeSpan delay, PoliteClient client, ResiliencePipeline<Answer> pipeline)
    {
        private readonly Lock _gate = new();
        private int _failuresInRow;
        private long _lastFailureAt;
        private (Reason Reason, string Detail) _lastFailure;

        public HostPace Pace { get; } = new(client.Options, delay, client.Clock);

        public ResiliencePipeline<Answer> Pipeline { get; } = pipeline;

        /// <summary>The answer to give instead of asking while the host is left alone; null when it is not. After the rest one try decides.</summary>
        public Answer? Resting()
        {
            lock (_gate)
            {
                return _failuresInRow >= client.Options.FailuresBeforeBreak && client.Clock.GetElapsedTime(_lastFailureAt) < client.Options.BreakDuration
                    ? Answer.None(_lastFailure.Reason, $"not asked, because the host failed {_failuresInRow} times in a row; the last time: {_lastFailure.Detail}")
                    : null;
            }
        }

        public void Count(Answer answer)
        {
            lock (_gate)
            {
                if (!IsHostFailure(answer))
                {
                    _failuresInRow = 0;
                    return;
                }

                _failuresInRow++;
                _lastFailureAt = client.Clock.GetTimestamp();
                _lastFailure = (answer.Failure ?? Reason.ServerError, answer.Failure is null ? $"status {answer.Status}" : answer.Detail);
                if (_failuresInRow == client.Options.FailuresBeforeBreak)
                    Log.HostLeftAlone(client.Logger, host, client.Options.BreakDuration.TotalSeconds);
            }
        }
    }

    /// <summary>One question and the time spent on it over all attempts.</summary>
    private sealed class Errand(PoliteClient client, HostLine line, Ask ask)
    {
        private TimeSpan _spent;
        private Answer? _first;

        /// <summary>Hands the pipeline an attempt that was made outside it: nearly every first one succeeds, and the pipeline costs as much as a request.</summary>
        public Errand After(Answer first)
        {
            _first = first;
            return this;
        }

        public ValueTask<Answer> AgainAsync(CancellationToken cancellationToken) =>
            Interlocked.Exchange(ref _first, null) is { } first ? ValueTask.FromResult(first) : AttemptAsync(cancellationToken);

        public async ValueTask<Answer> AttemptAsync(CancellationToken cancellationToken)
        {
            using var turn = await line.Pace.EnterAsync(cancellationToken);
            if (turn.Parked is { } parked)
                return Answer.None(Reason.RateLimited, $"the host asked to be left alone for another {parked.TotalSeconds:0} s, longer than Fetch:MaxRetryAfterWait");

            if (ask.Persevere && line.Resting() is { } spared)
                return spared;

            var total = client.Options.TotalTimeout;
            var left = total - _spent;
            var answer = await client.Transport.SendAsync(left < ask.Limit && ask.Persevere ? ask with { Limit = left } : ask, cancellationToken);
            _spent += answer.Took;
            if (_spent >= total)
                answer.MayPass = false;
            Weigh(answer);
            return answer;
        }

        /// <summary>What an answer means for the host's pace. Only a page makes it faster; a fast error never does.</summary>
        private void Weigh(Answer answer)
        {
            if (answer.RetryAfter is { } wait && answer.Status is 429 or 503)
            {
                line.Pace.Park(wait);
                Log.HostParked(client.Logger, ask.Address.IdnHost, wait.TotalSeconds);
                if (wait > client.Options.MaxRetryAfterWait)
                    answer.MayPass = false;
            }

            if (answer.MayPass || answer.Status is 429 || IsHostFailure(answer))
                line.Pace.Failed();
            else if (answer.Failure is null && answer.Status is (>= 200 and < 300) or 304)
                line.Pace.Succeeded();
            line.Count(answer);
        }
    }

    private PageTransport Transport => transport;

    private FetchOptions Options => options;

    private TimeProvider Clock => clock;

    private ILogger Logger => logger;
}
