using Disclosure.Auditor.Fetch;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Auditor.Tests.Fetch;

public class HostPaceTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Two_starts_are_never_closer_than_the_delay()
    {
        using var pace = Pace();
        (await pace.EnterAsync(Fetching.Token)).Dispose();

        var second = pace.EnterAsync(Fetching.Token).AsTask();
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await second).Dispose();
    }

    [Fact]
    public async Task Nobody_enters_while_another_is_inside()
    {
        using var pace = Pace();
        var first = await pace.EnterAsync(Fetching.Token);

        var second = pace.EnterAsync(Fetching.Token).AsTask();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_parked_host_is_asked_again_when_its_time_has_come()
    {
        using var pace = Pace();
        (await pace.EnterAsync(Fetching.Token)).Dispose();
        pace.Park(TimeSpan.FromSeconds(7));

        var next = pace.EnterAsync(Fetching.Token).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(next.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Null((await next).Parked);
    }

    [Fact]
    public async Task A_host_parked_for_longer_than_we_wait_is_refused_at_once_and_not_asked()
    {
        using var pace = Pace();
        pace.Park(TimeSpan.FromHours(1));

        using (var refused = await pace.EnterAsync(Fetching.Token))
            Assert.Equal(TimeSpan.FromHours(1), refused.Parked);

        _clock.Advance(TimeSpan.FromHours(1));
        using var turn = await pace.EnterAsync(Fetching.Token);
        Assert.Null(turn.Parked);
    }

    [Fact]
    public void Failures_double_the_delay_up_to_a_minute()
    {
        using var pace = Pace();

        var delays = Enumerable.Range(0, 8).Select(_ =>
        {
            pace.Failed();
            return pace.Delay.TotalSeconds;
        });

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], delays);
    }

    [Fact]
    public void A_host_comes_back_to_its_pace_slowly_and_never_below_it()
    {
        using var pace = Pace();
        pace.Failed();
        pace.Failed();

        pace.Succeeded();
        Assert.Equal(TimeSpan.FromSeconds(3.6), pace.Delay);

        for (var i = 0; i < 100; i++)
            pace.Succeeded();
        Assert.Equal(TimeSpan.FromSeconds(1), pace.Delay);
    }

    [Fact]
    public async Task A_crawl_delay_holds_from_the_very_next_request()
    {
        using var pace = Pace();
        (await pace.EnterAsync(Fetching.Token)).Dispose();
        pace.SlowTo(TimeSpan.FromSeconds(5));
        pace.SlowTo(TimeSpan.FromSeconds(3));

        var next = pace.EnterAsync(Fetching.Token).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(next.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        (await next).Dispose();
    }

    [Fact]
    public async Task A_wait_that_is_given_up_leaves_the_turn_to_the_next()
    {
        using var pace = Pace();
        (await pace.EnterAsync(Fetching.Token)).Dispose();
        using var impatient = new CancellationTokenSource();
        var given = pace.EnterAsync(impatient.Token).AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        _clock.Advance(TimeSpan.FromSeconds(1));
        (await pace.EnterAsync(Fetching.Token)).Dispose();
    }

    private HostPace Pace() => new(new() { MaxRetryAfterWait = TimeSpan.FromMinutes(2) }, TimeSpan.FromSeconds(1), _clock);
}
