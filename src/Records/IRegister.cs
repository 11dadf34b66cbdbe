using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Records;

/// <summary>
/// The register of information requests (台账): an append-only log of lawful moves, with what is asked of it often kept beside it.
/// One implementation per engine; no caller knows which it has.
/// </summary>
/// <remarks>
/// A move is decided by <c>Disclosure</c> on the case as read, and appended with the version it was decided on. What was acknowledged is on
/// the disk. Personal text is encrypted with the case's own key; without the key file or environment variable nothing personal can be read.
/// </remarks>
public interface IRegister : IAsyncDisposable
{
    /// <summary>A case's entries in order with its version; null when there is no such case.</summary>
    Task<CaseHistory?> ReadAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>The case of a number; null when there is none.</summary>
    Task<CaseId?> FindAsync(AgencyCode agency, RequestNumber number, CancellationToken cancellationToken);

    /// <summary>Every case of an agency that was registered or submitted, in order of its first entry.</summary>
    IAsyncEnumerable<CaseHistory> ReadAllAsync(AgencyCode agency, CancellationToken cancellationToken);

    /// <summary>The same with every personal text closed: what counts, deadlines and tables are made from. Needs no key.</summary>
    IAsyncEnumerable<CaseHistory> ReadAllClosedAsync(AgencyCode agency, CancellationToken cancellationToken);

    /// <summary>One line per case in the order they came, without anything personal.</summary>
    /// <param name="states">Only cases in one of these; null for all.</param>
    Task<IReadOnlyList<CaseCard>> BoardAsync(AgencyCode agency, IReadOnlyCollection<CaseState>? states, CancellationToken cancellationToken);

    /// <summary>The number the agency's next case of a year would get.</summary>
    Task<RequestNumber> NextNumberAsync(AgencyCode agency, int year, CancellationToken cancellationToken);

    /// <summary>Appends what one command caused: all of it in one record or nothing.</summary>
    /// <exception cref="Journals.JournalConflictException">Someone else changed one of the cases since it was read.</exception>
    /// <exception cref="NumberTakenException">Another case has the request number.</exception>
    /// <exception cref="CaseErasedException">The case was erased and takes no more personal text.</exception>
    /// <exception cref="MasterKeyException">There is personal text and no key to store it under; the message says what to set.</exception>
    /// <exception cref="Journals.JournalWriteException">The disk refused; nothing was kept.</exception>
    Task AppendAsync(RegisterDraft draft, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys a case's key: its personal texts are erased everywhere, for good, and the record that this was done stays. Children of a
    /// split have keys of their own. A backup made before still holds the key, wrapped: it is gone there when the backup is.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    Task EraseAsync(Erasure erasure, CancellationToken cancellationToken);

    /// <summary>A report year's own entries with their version; empty and 0 for a year nobody touched.</summary>
    Task<YearHistory> ReadYearAsync(AgencyCode agency, int year, CancellationToken cancellationToken);

    /// <exception cref="Journals.JournalConflictException">Someone else changed the year since it was read.</exception>
    Task AppendYearAsync(AgencyCode agency, int year, long expectedVersion, YearEntry entry, CancellationToken cancellationToken);
}

/// <param name="Version">What <see cref="RegisterDraft"/> must name to append.</param>
public sealed record CaseHistory(CaseId Id, AgencyCode Agency, long Version, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>That and why the personal texts were erased; null while they are kept.</summary>
    public Erasure? Erasure { get; init; }
}

public sealed record YearHistory(AgencyCode Agency, int Year, long Version, IReadOnlyList<YearEntry> Entries);

/// <summary>What one command caused, over all the cases it touched.</summary>
public sealed record RegisterDraft(AgencyCode Agency, IReadOnlyList<CaseDraft> Cases);

/// <param name="ExpectedVersion">The version the decision was made on; 0 for a new case.</param>
public sealed record CaseDraft(CaseId Id, long ExpectedVersion, IReadOnlyList<LedgerEntry> Entries);

/// <summary>The destruction of a case's key.</summary>
/// <param name="Basis">The rule or order it rests on; nothing personal.</param>
public sealed record Erasure(CaseId Case, Actor By, DateTimeOffset RecordedAt, string Basis);
