namespace Disclosure.Columns;

/// <summary>
/// What the auditor saw when it looked at a column: a list of items, proof that the list is empty, a single document,
/// only child columns, or nothing it could look at.
/// </summary>
/// <remarks>
/// The cases are apart because "could not look" must never become "nothing there": <see cref="NothingListed"/> cannot be
/// made without an <see cref="EmptyProof"/>, and <see cref="CouldNotLook"/> carries no items at all.
/// </remarks>
public abstract record Sighting
{
    private Sighting()
    {
    }

    /// <summary>A list with at least one item.</summary>
    /// <param name="Items">What was read, in page order; never empty. Kept to what the question needed, not the whole column.</param>
    /// <param name="Count">How many items the column holds, as far as known.</param>
    /// <param name="NewestIsCertain">
    /// False when a newer item may stand where nothing was read (a cut-off page, a failed second page). Such a list can prove a
    /// column fresh, never stale.
    /// </param>
    /// <param name="Rung">The rung of the extraction ladder that matched, for the evidence (for example <c>rows:ul.list</c>, <c>trs</c>).</param>
    public sealed record Listed(IReadOnlyList<SightedItem> Items, ItemCount Count, bool NewestIsCertain, string Rung) : Sighting;

    /// <summary>The list was found and holds nothing, with the sign that proves it.</summary>
    public sealed record NothingListed(EmptyProof Proof, string Rung) : Sighting;

    /// <summary>One document instead of a list.</summary>
    /// <param name="PublishedOn">The document's date of publication, if it shows one.</param>
    /// <param name="TextLength">Characters of body text.</param>
    public sealed record SingleDocument(DateOnly? PublishedOn, int TextLength, string Rung) : Sighting;

    /// <summary>A page that only leads to other columns.</summary>
    /// <param name="Children">The absolute addresses it leads to.</param>
    public sealed record ChildColumns(IReadOnlyList<string> Children, string Rung) : Sighting;

    /// <summary>Nothing was seen, and why.</summary>
    /// <param name="Reason">One of the reasons that mean "not seen".</param>
    /// <param name="Detail">The technical particulars (a status, a host, a script's name), in English, for the evidence.</param>
    public sealed record CouldNotLook(Reason Reason, string Detail) : Sighting;
}

/// <summary>One item of a column's list.</summary>
/// <param name="Title">As shown, white space folded.</param>
/// <param name="Address">Absolute address; text because a list is compared by it far more often than it is fetched.</param>
/// <param name="PublishedOn">The day shown, or where nothing is shown the best the item itself offers; null when it has none.</param>
/// <param name="DateOrigin">Where the day was read.</param>
/// <param name="AddressDate">The day in the address, when it holds a whole one; compared with the shown day.</param>
public sealed record SightedItem(string Title, string Address, DateOnly? PublishedOn, DateOrigin DateOrigin, DateOnly? AddressDate = null);

/// <summary>Where an item's day was read. The shown day wins; the address is the fallback (addresses keep the day of creation).</summary>
public enum DateOrigin
{
    None,

    /// <summary>Printed in the list beside the title.</summary>
    Shown,

    /// <summary>A data field: inline JSON, an API's answer.</summary>
    Data,

    /// <summary>The article page's PubDate meta.</summary>
    ArticleMeta,

    /// <summary>The article page's text (发布时间).</summary>
    ArticleText,

    /// <summary>A whole date inside the item's address.</summary>
    Address,
}

/// <summary>How many items a column holds.</summary>
/// <param name="Number">Counted or declared.</param>
/// <param name="Exact">False when it is a floor: a capped total (Ucap's 200 or 500), or a pager times its rows.</param>
public readonly record struct ItemCount(int Number, bool Exact);

/// <summary>What proves a column empty. Without one of these a page without rows is undetermined.</summary>
/// <param name="Sign">The kind of proof.</param>
/// <param name="Container">Which container was read (for example <c>ul.list</c>).</param>
/// <param name="Quote">The text or number that proves it.</param>
public sealed record EmptyProof(EmptySign Sign, string Container, string Quote);

public enum EmptySign
{
    /// <summary>暂无信息 and its kin, inside the list's own container.</summary>
    EmptyText,

    /// <summary>A declared total of 0.</summary>
    TotalZero,

    /// <summary>The list's pager declares no pages or records.</summary>
    PagerZero,

    /// <summary>A document column whose page is there and has no text (空白).</summary>
    NoText,
}
