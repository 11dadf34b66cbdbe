using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Discover;

/// <summary>Gets from the address a person gives to the home page of the section: the address itself, or the page a link of the section's name leads to.</summary>
internal sealed partial class SectionFinder(NavigationSource pages)
{
    /// <summary>Directory pages (乡镇街道, 信息公开) opened in search of the name.</summary>
    private const int MaxDirectories = 20;

    /// <returns>The section's page, or the outcome that says why there is none.</returns>
    public async Task<(Look.Seen? Section, DiscoveryOutcome? Outcome)> FindAsync(Uri start, string? name, CancellationToken cancellationToken)
    {
        var first = await pages.LookAsync(start, referer: null, cancellationToken);
        if (first is not Look.Seen home)
            return (null, NotRead(first));
        if (name is null || IsCalled(home.Page, name))
            return (home, null);

        var similar = new SortedSet<string>(StringComparer.Ordinal);
        var directories = new Queue<NavLink>(Directories(home.Page));
        var opened = new HashSet<string>(StringComparer.Ordinal) { ColumnAddress.Key(home.Final) };
        var page = home;
        while (true)
        {
            similar.UnionWith(page.Page.Links.Select(link => link.Text).Where(text => IsSimilar(text, name)));
            if (LinkTo(page.Page, name) is { } link)
            {
                var section = await pages.LookAsync(link.Address, page.Final, cancellationToken);
                return section is Look.Seen seen ? (seen, null) : (null, NotRead(section));
            }

            Look? next = null;
            while (next is not Look.Seen && opened.Count <= MaxDirectories && directories.TryDequeue(out var directory))
            {
                if (opened.Add(ColumnAddress.Key(directory.Address)))
                    next = await pages.LookAsync(directory.Address, home.Final, cancellationToken);
            }

            if (next is not Look.Seen further)
                return (null, new DiscoveryOutcome.SectionNotFound(name, [.. similar]));
            page = further;
        }
    }

    private static DiscoveryOutcome.StartNotRead NotRead(Look look) =>
        look is Look.Unseen unseen ? new DiscoveryOutcome.StartNotRead(unseen.Reason, unseen.Detail) : throw new ArgumentException("The page was read.", nameof(look));

    private static bool IsCalled(NavigationPage page, string name) => page.ColumnName == name || (page.Crumbs.Count > 0 && page.Crumbs[^1].Name == name);

    private static NavLink? LinkTo(NavigationPage page, string name)
    {
        var links = page.Links.Where(link => !link.Dated && ColumnAddress.MayBeColumn(link.Address)).ToList();
        return links.Find(link => link.Text == name)
            ?? (links.Where(link => link.Text.Contains(name, StringComparison.Ordinal)).DistinctBy(link => ColumnAddress.Key(link.Address)).ToList() is [var only] ? only : null);
    }

    private static bool IsSimilar(string text, string name) => text.Length > 1 && (text.Contains(name[..Math.Min(2, name.Length)], StringComparison.Ordinal) || name.Contains(text, StringComparison.Ordinal));

    private static IEnumerable<NavLink> Directories(NavigationPage page) => page.Links.Where(link =>
        !link.Dated && DirectoryName().IsMatch(link.Text) && link.Address.Host == page.Address.Host && ColumnAddress.MayBeColumn(link.Address));

    [GeneratedRegex("乡镇|街道|镇街|部门|信息公开|政务公开|公开平台")]
    private static partial Regex DirectoryName();
}
