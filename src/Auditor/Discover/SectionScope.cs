namespace Disclosure.Auditor.Discover;

/// <summary>Decides what belongs to the section: by the directory it stands in, and by breadcrumb where the platform numbers its columns.</summary>
/// <remarks>
/// A county's townships share templates, footers and column names; only the place tells them apart. A page in the section's directory
/// belongs to it unless its breadcrumb leads elsewhere, a page outside belongs to it only if its breadcrumb leads through the section.
/// </remarks>
internal sealed class SectionScope
{
    private readonly string? _prefix;
    private readonly string _key;
    private readonly IReadOnlyList<Crumb> _crumbs;

    public SectionScope(Uri start, NavigationPage page, string? name)
    {
        Start = start;
        Name = name ?? page.NameFor("") ?? "";
        _key = ColumnAddress.Key(start);
        _crumbs = page.Crumbs;
        _prefix = ColumnAddress.IsNumbered(start) ? null : ColumnAddress.Directory(start);
    }

    public Uri Start { get; }

    public string Name { get; }

    public bool IsStart(Uri address) => ColumnAddress.Key(address) == _key;

    /// <summary>Whether an address stands in the section's own directory.</summary>
    public bool Covers(Uri address) => _prefix is not null && IsSameSite(address) && address.AbsolutePath.StartsWith(_prefix, StringComparison.Ordinal);

    public bool IsSameSite(Uri address) => string.Equals(Bare(address.Host), Bare(Start.Host), StringComparison.OrdinalIgnoreCase) && (address.Port == Start.Port || (address.IsDefaultPort && Start.IsDefaultPort));

    /// <summary>Why a page does not belong to the section; null when it does.</summary>
    /// <param name="fromTree">The page is a node of a channel tree of the section.</param>
    public string? WhyOutside(NavigationPage page, bool fromTree)
    {
        if (IndexOfSection(page.Crumbs) >= 0)
            return null;
        var trail = string.Join(" > ", page.Crumbs.Select(crumb => crumb.Name));
        if (!Covers(page.Address))
            return page.Crumbs.Count > 0 ? $"its breadcrumb leads elsewhere: {trail}" : fromTree ? null : "outside the section's directory and without a breadcrumb";
        var elsewhere = _prefix != "/" && page.Crumbs.Count > 1 && !page.Crumbs.Any(crumb => crumb.Address is { } address && Covers(address));
        return elsewhere ? $"its breadcrumb leads elsewhere: {trail}" : null;
    }

    /// <summary>The part of a breadcrumb below the section; null when it does not lead through the section.</summary>
    public IReadOnlyList<Crumb>? Below(IReadOnlyList<Crumb> crumbs)
    {
        var index = IndexOfSection(crumbs);
        if (index >= 0)
            return [.. crumbs.Skip(index + 1)];
        var covered = crumbs.SkipWhile(crumb => crumb.Address is null || !Covers(crumb.Address) || IsStart(crumb.Address)).ToList();
        return covered.Count > 0 ? covered : null;
    }

    private int IndexOfSection(IReadOnlyList<Crumb> crumbs)
    {
        for (var i = crumbs.Count - 1; i >= 0; i--)
        {
            if (crumbs[i].Address is { } address ? IsStart(address) : crumbs[i].Name == Name && IsNamedAlike(crumbs, i))
                return i;
            if (crumbs[i].Name == Name && IsNamedAlike(crumbs, i))
                return i;
        }

        return -1;
    }

    /// <summary>
    /// Every organ has a 政府信息公开, so a name like that counts only below the same name as at the start.
    /// </summary>
    private bool IsNamedAlike(IReadOnlyList<Crumb> crumbs, int index)
    {
        if (!Name.Contains("公开", StringComparison.Ordinal))
            return true;
        var own = _crumbs.Count > 1 && _crumbs[^1].Name == Name ? _crumbs[^2].Name : null;
        return own is not null && index > 0 && crumbs[index - 1].Name == own;
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
