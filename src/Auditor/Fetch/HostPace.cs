namespace Disclosure.Auditor.Fetch;

/// <summary>
/// One host's turns: never more requests in flight than allowed, never two starts closer than the delay. A host that fails is
/// asked less often, whatever the speed of its error pages, and comes back to the old pace slowly.
/// </summary>
/// <remarks>
/// The delay is counted from start to start and the turn is held until the body is read, so a slow host slows us down by
/// itself. A pace of zero (a loopback benchmark) stays zero.
/// </remarks>
internal sealed class HostPace : IDisposable
{
    /// <summary>The longest delay failures alone can grow to.</summary>
    internal static readonly TimeSpan Slowest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _slots;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _longestWait;
    private readonly long _origin;
    private TimeSpan _base;
    private TimeSpan _delay;
    private TimeSpan _nextStart;
    private TimeSpan _parkedUntil;

    public HostPace(FetchOptions options, TimeSpan delay, TimeProvider clock)
    {
        _clock = clock;
        _origin = clock.GetTimestamp();
        _slots = new(options.MaxConcurrencyPerHost, options.MaxConcurrencyPerHost);
        _longestWait = options.MaxRetryAfterWait;
        _base = _delay = delay;
    }

    /// <summary>The delay in force.</summary>
    public TimeSpan Delay
    {
        get
        {
            lock (_gate)
                return _delay;
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <returns>The turn, to be disposed when the answer is read; or one that says for how long the host asked to be left alone.</returns>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        var entered = false;
        try
        {
            while (true)
            {
                TimeSpan wait;
                lock (_gate)
                {
                    var now = Elapsed;
                    if (_parkedUntil - now > _longestWait)
                        return new Turn(null, _parkedUntil - now);
                    wait = (_nextStart > _parkedUntil ? _nextStart : _parkedUntil) - now;
                    if (wait <= TimeSpan.Zero)
                    {
                        _nextStart = now + _delay;
                        entered = true;
                        return new Turn(this, null);
                    }
                }

                await Task.Delay(wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait, _clock, cancellationToken);
            }
        }
        finally
        {
            if (!entered)
                _slots.Release();
        }
    }

    /// <summary>Keeps robots.txt's Crawl-delay from now on, the request after next included.</summary>
    public void SlowTo(TimeSpan crawlDelay)
    {
        lock (_gate)
        {
            if (crawlDelay <= _base)
                return;
            Stretch(crawlDelay);
            _base = crawlDelay;
        }
    }

    /// <summary>Nobody asks this host for <paramref name="wait"/> from now.</summary>
    public void Park(TimeSpan wait)
    {
        lock (_gate)
            _parkedUntil = Max(_parkedUntil, Elapsed + wait);
    }

    /// <summary>The host failed: ask half as often, up to <see cref="Slowest"/>.</summary>
    public void Failed()
    {
        lock (_gate)
        {
            var grown = _delay * 2;
            Stretch(grown > Slowest ? Max(Slowest, _base) : grown);
        }
    }

    /// <summary>The host gave a page: a tenth faster, until the old pace is reached.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            if (_delay > _base)
                _delay = Max(_base, _delay * 0.9);
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <summary>Monotonic, so that setting the machine's clock neither rushes a host nor stalls it.</summary>
    private TimeSpan Elapsed => _clock.GetElapsedTime(_origin);

    private void Stretch(TimeSpan delay)
    {
        if (delay <= _delay)
            return;
        if (_nextStart > TimeSpan.Zero)
            _nextStart += delay - _delay;
        _delay = delay;
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>Leave to ask a host once.</summary>
    /// <param name="pace">Null when the turn was refused.</param>
    /// <param name="parked">How long the host still wants to be left alone, when that is longer than we wait.</param>
    internal readonly struct Turn(HostPace? pace, TimeSpan? parked) : IDisposable
    {
        public TimeSpan? Parked { get; } = parked;

        public void Dispose() => pace?._slots.Release();
    }
}
