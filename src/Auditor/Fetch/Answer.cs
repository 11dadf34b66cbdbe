using Disclosure.Columns;

namespace Disclosure.Auditor.Fetch;

/// <summary>One question to a server: an address with what goes with it, and how patient to be.</summary>
/// <param name="Page">What is wanted, and the validators to send.</param>
/// <param name="Address">Where to ask this time: the page's address, or where it redirected to.</param>
/// <param name="CameFrom">What led to the address; null when the configuration did.</param>
/// <param name="AsGet">After a redirect that turns a POST into a GET.</param>
/// <param name="Cap">Most bytes of the body.</param>
/// <param name="Limit">Longest time for one attempt.</param>
/// <param name="Persevere">Whether to try again, and to leave a host alone that keeps failing; a probe does neither.</param>
/// <param name="AnyMediaType">robots.txt is text whatever its server calls it.</param>
internal sealed record Ask(
    PageRequest Page,
    Uri Address,
    Uri? CameFrom,
    bool AsGet,
    int Cap,
    TimeSpan Limit,
    bool Persevere = true,
    bool AnyMediaType = false);

/// <summary>What one attempt at a server brought: an answer with its body, or why there is none.</summary>
internal sealed class Answer : IDisposable
{
    /// <summary>HTTP status; 0 when nothing answered.</summary>
    public int Status { get; init; }

    /// <summary>Status line and headers as text, for the evidence.</summary>
    public string Headers { get; init; } = "";

    public string MediaType { get; init; } = "";

    /// <summary>The charset the header names.</summary>
    public string? Charset { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public string? Location { get; init; }

    public bool SetsCookie { get; init; }

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>From the start of the attempt to the end of the body, without the wait for the turn.</summary>
    public TimeSpan Took { get; set; }

    /// <summary>The body; null when none was read.</summary>
    public BodyBuffer? Body { get; init; }

    public bool Truncated { get; init; }

    /// <summary>Why this is no whole answer; null when it is one (whatever its status).</summary>
    public Reason? Failure { get; init; }

    public string Detail { get; init; } = "";

    /// <summary>Whether asking again soon may help.</summary>
    public bool MayPass { get; set; }

    public ReadOnlyMemory<byte> Bytes => Body?.Memory ?? default;

    public static Answer None(Reason failure, string detail) => new() { Failure = failure, Detail = detail };

    public void Dispose() => Body?.Dispose();
}
