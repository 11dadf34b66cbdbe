using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>What the audit wants to know of a column; it bounds how far the pager is walked and how many articles are opened.</summary>
/// <param name="Today">The office's day.</param>
/// <param name="ItemsSince">Walk the pager until everything older than this is reached (1 January for the year's count); null to answer only "how fresh".</param>
/// <param name="Known">Addresses already archived for the column: a page that holds only these, and older ones, ends the walk.</param>
public sealed record ReadingQuestion(DateOnly Today, DateOnly? ItemsSince, IReadOnlySet<string> Known)
{
    /// <summary>Ask for every page in full, whatever is remembered of it: for a finding whose bytes are to be kept.</summary>
    public bool InFull { get; init; }

    /// <summary>What is remembered of the column's pages, by address.</summary>
    public IReadOnlyDictionary<string, PageMemory> Remembered { get; init; } = new Dictionary<string, PageMemory>();
}

/// <summary>What reading a column gave, over all the pages it took.</summary>
/// <param name="Deciding">The receipt of the page the sighting rests on; null when nothing was asked (robots, address not allowed).</param>
/// <param name="Text">The text the sighting was read from, shortened.</param>
/// <param name="Memories">What to remember of the column's pages from now on; null when that is what is remembered already.</param>
/// <param name="PagesParsed">Pages whose markup was parsed; 0 on an unchanged column.</param>
/// <param name="End">How the walk over the pager ended; tells whether the count since the question's day is whole.</param>
public sealed record ColumnReading(
    Sighting Sighting,
    Receipt? Deciding,
    string Rung,
    string Text,
    IReadOnlyList<Note> Notes,
    IReadOnlyCollection<PageMemory>? Memories,
    int PagesParsed,
    WalkEnd End = WalkEnd.Whole)
{
    /// <summary>Whether every item since the question's day was read, or was archived before.</summary>
    public bool IsCountWhole => End is WalkEnd.Whole or WalkEnd.Enough or WalkEnd.KnownGround;
}

/// <summary>How the walk over a column's pages ended.</summary>
public enum WalkEnd
{
    /// <summary>The last page was read.</summary>
    Whole,

    /// <summary>Everything the question asked for was read.</summary>
    Enough,

    /// <summary>A page held only items already archived.</summary>
    KnownGround,

    /// <summary>The page declares more items than were read, and no way to them that can be asked.</summary>
    PagerUnknown,

    /// <summary>A page repeated one already read: the pager's parameter is ignored.</summary>
    Repeats,

    /// <summary>A page brought no item that was not read before.</summary>
    NothingNew,

    /// <summary>The limit on pages was reached.</summary>
    PageCap,

    /// <summary>A later page failed, or was a stub.</summary>
    PageUnread,

    /// <summary>The rows show no day, so that the walk cannot tell how far back it is.</summary>
    NoDates,
}
