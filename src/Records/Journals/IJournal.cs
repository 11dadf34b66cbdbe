namespace Disclosure.Records.Journals;

/// <summary>
/// An append-only record of what happened, in one order, each entry chained to the one before it by its hash. What is
/// appended is on the disk when the task completes; nothing is ever changed or taken out.
/// </summary>
/// <remarks>Streams (a case, an agency) share one journal, so that one command touching several things is still one record.</remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary><c>register</c> (the legal record) or <c>audit</c> (what was seen).</summary>
    string Name { get; }

    /// <summary>The last record on the disk.</summary>
    JournalHead Head { get; }

    /// <summary>Appends one record: all of it or nothing.</summary>
    /// <param name="cancellationToken">Gives up only while the record has not been handed to the writer; from then on the answer is awaited.</param>
    /// <exception cref="JournalConflictException">The stream is not at the expected version.</exception>
    /// <exception cref="JournalWriteException">The disk refused; nothing of the record was kept.</exception>
    Task<JournalRecord> AppendAsync(JournalDraft draft, CancellationToken cancellationToken);

    /// <summary>At most <paramref name="limit"/> records after a position (0: from the first), in order; empty at the end.</summary>
    Task<IReadOnlyList<JournalRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>How many records a stream has; 0 for one that never was.</summary>
    Task<long> VersionAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Recomputes the whole chain from what is stored.</summary>
    Task<JournalReport> VerifyAsync(CancellationToken cancellationToken);
}

/// <summary>A record still to be written.</summary>
/// <param name="Stream">What it belongs to: an agency, a case.</param>
/// <param name="Kind">Which stored shape <paramref name="Body"/> has.</param>
/// <param name="Body">A JSON object on one line.</param>
/// <param name="ExpectedVersion">The stream's version the decision was made on (0: must not exist yet); null when any will do.</param>
public sealed record JournalDraft(string Stream, string Kind, string Body, long? ExpectedVersion = null);

/// <summary>A record as it stands in the journal.</summary>
/// <param name="Seq">Its place in the journal, from 1 without gaps.</param>
/// <param name="Version">Its place in its stream, from 1 without gaps.</param>
/// <param name="At">When it was written.</param>
/// <param name="Previous">The hash of the record before it; zeros for the first.</param>
/// <param name="Hash">SHA-256 of everything above, lower-case hex.</param>
public sealed record JournalRecord(long Seq, string Stream, long Version, DateTimeOffset At, string Kind, string Body, string Previous, string Hash);

/// <summary>The end of a journal: how many records it has and the hash that stands for all of them.</summary>
public readonly record struct JournalHead(long Seq, string Hash)
{
    /// <summary>The head of a journal without records.</summary>
    public static readonly JournalHead Empty = new(0, new string('0', 64));
}
