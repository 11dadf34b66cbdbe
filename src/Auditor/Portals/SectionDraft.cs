using System.Text.RegularExpressions;
using Disclosure.Columns;

namespace Disclosure.Auditor.Portals;

/// <summary>A section while its files are read: what can only be checked over all its columns together.</summary>
internal sealed partial class SectionDraft(Uri? portal)
{
    private readonly List<(ConfigObject At, ColumnId? Id, Uri Url, Func<ColumnId, Uri, Column> Make)> _columns = [];
    private readonly Dictionary<string, ConfigObject> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<ColumnId, ConfigObject> _ids = [];
    private bool _portalWritten;
    private ConfigObject? _firstFile;

    public Uri? Portal { get; private set; } = portal;

    /// <summary>Takes the file's portal, or keeps the one there is.</summary>
    /// <returns>False when the file's portal is written wrongly, so that relative addresses are not blamed for it.</returns>
    public bool TakePortal(ConfigObject root)
    {
        _firstFile ??= root;
        if (root.Text("portal") is not { } text)
            return true;
        if (!TryAddress(text, null, out var address))
        {
            root.Add("portal", ProblemKind.BadAddress, text);
            return false;
        }

        if (_portalWritten && address != Portal)
        {
            root.Add("portal", ProblemKind.PortalsDiffer, text, Portal!.OriginalString);
            return true;
        }

        _portalWritten = true;
        Portal = address;
        return true;
    }

    /// <summary>A column's absolute address; null when a problem was added.</summary>
    public Uri? Address(ConfigObject column, bool portalIsSound)
    {
        if (column.Text("url", required: true) is not { } text)
            return null;
        if (TryAddress(text, Portal, out var address))
            return address;
        if (Portal is not null || Scheme().IsMatch(text))
            column.Add("url", ProblemKind.BadAddress, text);
        else if (portalIsSound)
            column.Add("url", ProblemKind.RelativeWithoutPortal, text);
        return null;
    }

    public void Add(ConfigObject at, ColumnId? id, Uri? address, Func<ColumnId, Uri, Column> make)
    {
        if (id is { } named && !_ids.TryAdd(named, at))
            at.Add("id", ProblemKind.DuplicateId, named.Value, Place(_ids[named]));
        if (address is null)
            return;

        // With its fragment: on some platforms (gkmlpt) it alone tells one column from another.
        var key = address.AbsoluteUri;
        if (_addresses.TryAdd(key, at))
            _columns.Add((at, id, address, make));
        else
            at.Add("url", ProblemKind.DuplicateAddress, address.OriginalString, Place(_addresses[key]));
    }

    /// <summary>Compares the hosts once everything is read, and finds the portal where no file names it.</summary>
    public void Check(ICollection<ConfigProblem> problems)
    {
        if (_columns.Count == 0)
            return;
        Portal ??= new Uri(_columns[0].Url.GetLeftPart(UriPartial.Authority) + "/");

        var strangers = _columns.Where(c => !string.Equals(c.Url.Host, Portal.Host, StringComparison.OrdinalIgnoreCase)).ToList();
        if (strangers.Count == _columns.Count)
        {
            problems.Add(new(_firstFile!.File, "portal", ProblemKind.PortalMoved, Portal.Host, string.Join(", ", strangers.Select(c => c.Url.Host).Distinct())));
            return;
        }

        foreach (var (at, _, url, _) in strangers)
            problems.Add(new(at.File, at.At("url"), ProblemKind.OtherHost, url.Host, Portal.Host));
    }

    public IReadOnlyList<Column> Build()
    {
        var taken = _ids.Keys.ToHashSet();
        var columns = new List<Column>(_columns.Count);
        foreach (var (_, written, url, make) in _columns)
        {
            var id = written ?? ColumnIds.FromAddress(Portal!, url, taken);
            taken.Add(id);
            columns.Add(make(id, url));
        }

        return columns;
    }

    internal static bool TryAddress(string text, Uri? portal, out Uri address)
    {
        // Without this test a rooted path is a file address on Linux, and "host:8080/x" a scheme called "host".
        var parsed = Scheme().IsMatch(text)
            ? Uri.TryCreate(text, UriKind.Absolute, out var found)
            : Uri.TryCreate(portal, text, out found) && portal is not null;
        address = found!;
        return parsed && found!.Scheme is "http" or "https" && found.Host.Length > 0 && found.UserInfo.Length == 0 && !text.Any(char.IsWhiteSpace);
    }

    private static string Place(ConfigObject at) => $"{at.File} {at.Where}";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
