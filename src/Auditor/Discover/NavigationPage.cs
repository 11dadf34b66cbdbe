namespace Disclosure.Auditor.Discover;

/// <summary>What one page says about the navigation: what it is called, where it stands, and what it leads to.</summary>
/// <param name="ColumnName">From the metas; null when none is usable.</param>
/// <param name="Crumbs">The breadcrumb, outermost first, without the site's home page.</param>
/// <param name="Heading">The page's own heading; null when there is none.</param>
/// <param name="Links">Every link of the page in document order.</param>
/// <param name="Channels">The nodes of channel trees in scripts.</param>
/// <param name="OwnRows">Addresses of the dated rows in the page's own region.</param>
/// <param name="IsArticle">The page is one article by its metas.</param>
/// <param name="IsDocument">The page is one text and lists nothing.</param>
/// <param name="Shell">The script that draws the page, when there is nothing in it to read; null otherwise.</param>
internal sealed record NavigationPage(
    Uri Address,
    string? ColumnName,
    IReadOnlyList<Crumb> Crumbs,
    string? Heading,
    IReadOnlyList<NavLink> Links,
    IReadOnlyList<Channel> Channels,
    IReadOnlyList<Uri> OwnRows,
    bool IsArticle,
    bool IsDocument,
    string? Shell,
    string Family)
{
    /// <summary>
    /// The page's name: its ColumnName meta, its breadcrumb's end, its heading, the link that leads to it - unless two of them agree on another.
    /// Null when none says anything.
    /// </summary>
    /// <remarks>Templates are copied with the neighbour's ColumnName left in; the link and the breadcrumb agreeing outweighs it.</remarks>
    public string? NameFor(string linkText)
    {
        string?[] inOrder = [ColumnName, OwnCrumb, Heading, linkText.Length > 0 ? linkText : null];
        var said = inOrder.OfType<string>().ToList();
        return said.FirstOrDefault(name => said.Count(other => other == name) > 1) ?? (said.Count > 0 ? said[0] : null);
    }

    /// <summary>The column this is a further page of: its breadcrumb ends in a link to another address under its own name.</summary>
    public Uri? FirstPage(string name) =>
        Crumbs.Count > 0 && Crumbs[^1] is { Address: { } first } last && last.Name == name && !IsHere(first) ? first : null;

    /// <summary>A breadcrumb may stop at the parent; then its end names the parent.</summary>
    private string? OwnCrumb => Crumbs.Count > 0 && (Crumbs[^1].Address is not { } end || IsHere(end)) ? Crumbs[^1].Name : null;

    private bool IsHere(Uri address) => ColumnAddress.Key(address) == ColumnAddress.Key(Address);
}

/// <param name="Address">Null for a breadcrumb's last name where it is plain text.</param>
internal sealed record Crumb(string Name, Uri? Address);

/// <param name="Text">As shown, or its title where the shown text is shortened.</param>
/// <param name="Under">The link it is nested under in a tree.</param>
/// <param name="Block">Numbers the list or box it stands in.</param>
/// <param name="Dated">A date stands in its row: an item, not a column.</param>
internal sealed record NavLink(Uri Address, string Text, Uri? Under, int Block, bool Dated);

/// <param name="Under">The node above; null at the top of its tree.</param>
internal sealed record Channel(Uri Address, string Name, Uri? Under);
