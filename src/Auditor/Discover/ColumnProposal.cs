using System.Globalization;
using Disclosure.Columns;

namespace Disclosure.Auditor.Discover;

/// <summary>Settles name, place, kind and id of the columns a walk found, and puts them in the order of the navigation.</summary>
internal sealed class ColumnProposal
{
    private readonly SectionScope _scope;
    private readonly Dictionary<string, FoundColumn> _byKey;
    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, IReadOnlyList<string>> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _boilerplate;

    private ColumnProposal(IReadOnlyCollection<FoundColumn> found, SectionScope scope)
    {
        _scope = scope;
        _boilerplate = [scope.Name, .. SharedNames(found)];
        _byKey = found.ToDictionary(column => ColumnAddress.Key(column.Address), StringComparer.Ordinal);
        _names = _byKey.ToDictionary(entry => entry.Key, entry => NameOf(entry.Value), StringComparer.Ordinal);
    }

    public static IReadOnlyList<DiscoveredColumn> Of(IReadOnlyCollection<FoundColumn> found, SectionScope scope) => new ColumnProposal(found, scope).Propose();

    private string NameOf(FoundColumn column) =>
        column.Page?.NameFor(column.LinkText) is { } said && (column.LinkText.Length == 0 || !_boilerplate.Contains(said)) ? said : column.LinkText;

    /// <summary>A template with one ColumnName for all its pages: the same name on pages that are linked to by three different ones.</summary>
    private static IEnumerable<string> SharedNames(IEnumerable<FoundColumn> found) => found
        .Where(column => column.LinkText.Length > 0)
        .GroupBy(column => column.Page?.NameFor(column.LinkText) ?? "", column => column.LinkText, StringComparer.Ordinal)
        .Where(same => same.Distinct(StringComparer.Ordinal).Count() > 2)
        .Select(same => same.Key);

    private List<DiscoveredColumn> Propose()
    {
        var ids = Ids();
        var children = _byKey.ToLookup(entry => FullName(PathOf(entry.Key, entry.Value)), entry => entry.Value, StringComparer.Ordinal);
        var proposed = _byKey.Select(entry => Propose(entry.Key, entry.Value, ids[entry.Key], children)).ToList();
        var ordered = new List<DiscoveredColumn>();
        Place([]);
        // A name above that is no column itself (a mere heading) leaves its children to be placed here.
        ordered.AddRange(proposed.Except(ordered));
        return ordered;

        void Place(IReadOnlyList<string> path)
        {
            foreach (var column in proposed.Where(column => column.Path.SequenceEqual(path) && !ordered.Contains(column)).ToList())
            {
                ordered.Add(column);
                Place([.. path, column.Name]);
            }
        }
    }

    private DiscoveredColumn Propose(string key, FoundColumn column, ColumnId id, ILookup<string, FoundColumn> children)
    {
        var (name, path) = (_names[key], PathOf(key, column));
        var kind = ColumnNames.KindOf(name, path);
        var doubt = column.Doubt;
        if (IsContainer(column, [.. children[FullName([.. path, name])]]))
            kind = ColumnKind.Container;
        else if (kind is ColumnKind.General && column.Page is { IsDocument: true })
            (kind, doubt) = (ColumnKind.Document, doubt ?? Doubt.TakenForDocument);
        return new(id, name, path, column.Address, kind, column.Page?.Family ?? FamilyOf(column), doubt);
    }

    private static string FamilyOf(FoundColumn column) => PlatformFamily.Of(column.Address, "");

    /// <summary>A parent with no rows but those of its children.</summary>
    private static bool IsContainer(FoundColumn column, List<FoundColumn> children) =>
        column.OpensChild || (children.Count > 0 && (column.Page is null || column.Page.OwnRows.All(row => children.Exists(child => IsBelow(row, child)))));

    private static bool IsBelow(Uri row, FoundColumn child) => row.AbsolutePath.StartsWith(ColumnAddress.Directory(child.Address), StringComparison.Ordinal);

    private static string FullName(IReadOnlyList<string> names) => string.Join('\n', names);

    /// <summary>By its breadcrumb; without one by the tree that led to it, then by the directory it stands in, then by the page that holds the tree.</summary>
    private IReadOnlyList<string> PathOf(string key, FoundColumn column)
    {
        if (_paths.TryGetValue(key, out var known))
            return known;
        // A tree that runs in a circle ends at the top.
        _paths[key] = [];
        return _paths[key] = FromBreadcrumb(key, column) ?? FromParent(key, column);
    }

    private List<string>? FromBreadcrumb(string key, FoundColumn column)
    {
        if (column.Page is null || _scope.Below(column.Page.Crumbs) is not { Count: > 0 } crumbs)
            return null;
        var above = crumbs.ToList();
        if (above[^1].Name == _names[key] || (above[^1].Address is { } last && ColumnAddress.Key(last) == key))
            above.RemoveAt(above.Count - 1);
        return [.. above.Select(crumb => crumb.Address is { } address && _names.TryGetValue(ColumnAddress.Key(address), out var name) ? name : crumb.Name)];
    }

    private IReadOnlyList<string> FromParent(string key, FoundColumn column)
    {
        string?[] candidates =
        [
            column.Under is null ? null : ColumnAddress.Key(column.Under),
            column.InTree && column.Address.Fragment.Length > 0 ? ColumnAddress.Key(column.From) : null,
            Enclosing(key, column.Address),
            column.InTree ? ColumnAddress.Key(column.From) : null,
        ];
        var parent = candidates.FirstOrDefault(candidate => candidate is not null && candidate != key && _byKey.ContainsKey(candidate));
        return parent is null ? [] : [.. PathOf(parent, _byKey[parent]), _names[parent]];
    }

    /// <summary>The column with the deepest directory around an address.</summary>
    private string? Enclosing(string key, Uri address) => _byKey
        .Where(other => other.Key != key && other.Value.Address.Fragment.Length == 0 && !ColumnAddress.IsNumbered(other.Value.Address))
        .Select(other => (other.Key, Directory: ColumnAddress.Directory(other.Value.Address)))
        .Where(other => address.AbsolutePath.StartsWith(other.Directory, StringComparison.Ordinal) && ColumnAddress.Directory(address) != other.Directory)
        .OrderByDescending(other => other.Directory.Length)
        .Select(other => other.Key)
        .FirstOrDefault();

    /// <summary>The last part of each address, with as many of those before it as it takes to be unique.</summary>
    private Dictionary<string, ColumnId> Ids()
    {
        var parts = _byKey.ToDictionary(entry => entry.Key, entry => ColumnAddress.Names(entry.Value.Address), StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ids = new Dictionary<string, ColumnId>(StringComparer.Ordinal);
        foreach (var (key, names) in parts)
        {
            var length = Enumerable.Range(1, Math.Max(1, names.Count))
                .FirstOrDefault(length => !parts.Any(other => other.Key != key && Tail(other.Value, length) == Tail(names, length)), Math.Max(1, names.Count));
            var text = Tail(names, length);
            for (var n = 2; !taken.Add(text); n++)
                text = string.Create(CultureInfo.InvariantCulture, $"{Tail(names, length)}-{n}");
            ids.Add(key, ColumnId.Parse(text));
        }

        return ids;
    }

    private static string Tail(IReadOnlyList<string> names, int length)
    {
        var text = string.Join('-', names.Skip(Math.Max(0, names.Count - length)));
        return text.Length == 0 ? "column" : text.Length > ColumnId.MaxLength - 4 ? text[^(ColumnId.MaxLength - 4)..] : text;
    }
}
