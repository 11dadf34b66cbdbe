using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Records;

/// <summary>One fact in the audit journal.</summary>
/// <param name="Agency">Whose portal section.</param>
/// <param name="At">When it happened.</param>
public abstract record AuditEntry(AgencyCode Agency, DateTimeOffset At);

/// <summary>A run began. A run without a matching <see cref="RunFinished"/> was interrupted.</summary>
public sealed record RunStarted(AgencyCode Agency, DateTimeOffset At, string RunId, DateOnly Today, int Columns) : AuditEntry(Agency, At);

/// <summary>A run ended with every column looked at.</summary>
public sealed record RunFinished(AgencyCode Agency, DateTimeOffset At, string RunId) : AuditEntry(Agency, At);

/// <summary>One column was looked at and judged. Written as soon as the column is done, so that a kill loses at most the column in hand.</summary>
/// <param name="Count">Items the column holds; null when none could be counted.</param>
/// <param name="Evidence">What the verdict was read from; null when nothing was received.</param>
/// <param name="FailuresInRow">How many runs in a row saw nothing (0 after one that saw something).</param>
/// <param name="NewItems">Items not archived for this column before.</param>
/// <param name="Notes">Quiet notes found on the way.</param>
public sealed record ColumnLooked(
    AgencyCode Agency,
    DateTimeOffset At,
    string RunId,
    ColumnId Column,
    string Name,
    bool KeyArea,
    Judgement Judgement,
    ItemCount? Count,
    Evidence? Evidence,
    int FailuresInRow,
    IReadOnlyList<SightedItem> NewItems,
    IReadOnlyList<Note> Notes) : AuditEntry(Agency, At);

/// <summary>One probe of the home page (站点无法访问: at least 20 a day, 15 seconds).</summary>
/// <param name="Opened">Whether it opened within the limit.</param>
/// <param name="Took">Time to open, or until it was given up.</param>
/// <param name="Newest">The newest date among the home page's items, when it was read for that.</param>
public sealed record HomeProbed(AgencyCode Agency, DateTimeOffset At, string Address, bool Opened, TimeSpan Took, string Detail, DateOnly? Newest) : AuditEntry(Agency, At);

/// <summary>An alert was raised. The same key is never raised twice while its problem lasts.</summary>
public sealed record AlertRaised(AgencyCode Agency, DateTimeOffset At, string Key, string Kind, string Text) : AuditEntry(Agency, At);

/// <summary>Where the bytes behind a verdict came from and what was read in them.</summary>
/// <param name="Url">The address asked.</param>
/// <param name="FinalUrl">The address that answered, after redirects.</param>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Sha256">Of the body as received, lower-case hex; empty without a body.</param>
/// <param name="Rung">The rung of the extraction ladder that read it.</param>
/// <param name="Text">The text it was read from (the list's container), shortened to what a person needs.</param>
/// <param name="Record">The WARC record's id, when one was kept.</param>
public sealed record Evidence(string Url, string FinalUrl, DateTimeOffset FetchedAt, int Status, string Sha256, string Rung, string Text, string? Record);

/// <summary>The newest run of an agency.</summary>
public sealed record RunSummary(string RunId, DateOnly Today, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt);

/// <summary>Where a column stood when it was last looked at; what the next run is compared with.</summary>
/// <param name="LastSeen">The last judgement of something seen, kept through failures, so that a recovery is told from a first look.</param>
public sealed record ColumnState(ColumnId Column, string Name, DateTimeOffset LookedAt, Judgement Judgement, Judgement? LastSeen, int FailuresInRow, ItemCount? Count, Evidence? Evidence);

/// <summary>One proactively published item, counted once (主动公开政府信息 n 条).</summary>
/// <param name="Columns">Every column that shows it, first seen first.</param>
public sealed record Publication(string Address, string Title, DateOnly PublishedOn, IReadOnlyList<ColumnId> Columns, bool KeyArea, DateTimeOffset FirstSeen);

/// <summary>Something worth a quiet word: not a verdict, but an inspector would look at it.</summary>
/// <param name="Address">The item it concerns.</param>
/// <param name="Detail">Particulars, without the personal data found.</param>
public sealed record Note(NoteKind Kind, string Address, string Detail);

public enum NoteKind
{
    /// <summary>Dated after today.</summary>
    FutureDate,

    /// <summary>The shown day is far from the day in the address.</summary>
    DateFarFromAddress,

    /// <summary>The shown day changed between runs (伪造发稿日期 is a veto).</summary>
    DateMoved,

    /// <summary>More than 20 working days between making and publishing (Art. 26).</summary>
    PublishedLate,

    /// <summary>An identity card number with a valid checksum in published text.</summary>
    IdNumber,

    /// <summary>A mobile number in published text.</summary>
    MobileNumber,

    /// <summary>An item without any date in a list that has dates elsewhere.</summary>
    UndatedItem,
}

/// <summary>What a page answered last time, for a conditional request and for reuse when it has not changed.</summary>
/// <param name="Sha256">Of the body; compared where the server gives no validators.</param>
/// <param name="Extraction">What was extracted, as the auditor's own JSON; opaque here.</param>
public sealed record PageMemory(string Address, string? ETag, string? LastModified, string Sha256, string Extraction);
