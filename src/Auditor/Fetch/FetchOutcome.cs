using Disclosure.Columns;

namespace Disclosure.Auditor.Fetch;

/// <summary>What came of asking for a page.</summary>
/// <param name="Receipt">When, where and how it was asked; there for every outcome, because each is evidence.</param>
public abstract record FetchOutcome(Receipt Receipt)
{
    /// <summary>A page with text to read (any 2xx that is not a challenge).</summary>
    /// <param name="Text">Decoded; at most the size cap.</param>
    /// <param name="Truncated">The body was longer than the cap and only its beginning is here.</param>
    public sealed record Page(Receipt Receipt, string Text, bool Truncated) : FetchOutcome(Receipt);

    /// <summary>The same as last time, by 304 or by equal bytes; nothing to read again.</summary>
    public sealed record Unchanged(Receipt Receipt) : FetchOutcome(Receipt);

    /// <summary>No page. The reason is one of those that <see cref="Judge.VerdictOf"/> takes.</summary>
    /// <param name="Detail">Technical particulars in English: the status, the exception's message, the challenge's name.</param>
    public sealed record Failed(Receipt Receipt, Reason Reason, string Detail) : FetchOutcome(Receipt);
}

/// <summary>The technical record of one request.</summary>
/// <param name="Asked">The address asked.</param>
/// <param name="Final">The address that answered, after HTTP, meta and script redirects.</param>
/// <param name="Status">HTTP status of the last answer; 0 without one.</param>
/// <param name="Sha256">Of the body as received after content decoding, lower-case hex; empty without a body.</param>
/// <param name="Opened">Time until the whole answer was there (the inspection's opening time).</param>
/// <param name="Hops">Addresses redirected from, in order, without <paramref name="Final"/>.</param>
/// <param name="MediaType">From the header, lower-case, without parameters; empty when absent.</param>
/// <param name="Charset">The charset the text was decoded with, and how it was found (for example <c>gb18030 by meta</c>).</param>
/// <param name="Body">The bytes received, for the evidence; empty without any.</param>
/// <param name="Headers">Status line and response headers as received, for the evidence.</param>
public sealed record Receipt(
    Uri Asked,
    Uri Final,
    DateTimeOffset At,
    int Status,
    string Sha256,
    TimeSpan Opened,
    IReadOnlyList<Uri> Hops,
    string MediaType,
    string Charset,
    string? ETag,
    string? LastModified,
    ReadOnlyMemory<byte> Body,
    string Headers)
{
    /// <summary><see cref="Body"/> is only the beginning of what was sent.</summary>
    public bool Truncated { get; init; }
}
