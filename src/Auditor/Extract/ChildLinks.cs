using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>The columns a parent page leads to: boxes or tabs of other columns, or nothing but a menu of them.</summary>
internal static class ChildLinks
{
    /// <remarks>
    /// A page that is not configured as a parent counts as one only through links below its own address; otherwise an empty column beside the
    /// boxes of its neighbours would pass as their parent.
    /// </remarks>
    public static IReadOnlyList<string> Find(Sheet sheet, PageNames names, ColumnLists lists, ColumnKind kind)
    {
        var found = new List<string>();
        var directory = Addresses.DirectoryOf(sheet.Base);
        foreach (var candidate in lists.All.Where(candidate => candidate is { IsForeign: true, Group: not null, Heading.At: >= 0 }))
            AddFrom(candidate.Heading.At, candidate.Heading.At, sheet.Outline[candidate.Heading.At].End);
        if (found.Count == 0)
        {
            foreach (var group in lists.Navigation.Where(group => names.Crumb < 0 || group.Rows[0].From > names.Crumb))
            {
                foreach (var row in group.Rows)
                    AddFrom(group.Container, row.From, row.To);
            }
        }

        var own = found.Where(address => address.StartsWith(directory, StringComparison.Ordinal)).ToList();
        return own.Count > 1 || (own.Count == 1 && kind is ColumnKind.Container) ? own : kind is ColumnKind.Container ? found : [];

        void AddFrom(int box, int from, int to)
        {
            if (Scope.Surroundings(sheet.Outline, box, names.Crumb) < 0 && kind is not ColumnKind.Container)
                return;
            for (var at = from; at < to; at++)
            {
                if (sheet.Outline[at].Tag != Tag.A || RowReader.AddressOf(sheet, at) is not { } address || !Addresses.SameHost(sheet.Base, address))
                    continue;
                if (address != directory && address != sheet.Base.AbsoluteUri && !LinkShape.IsArticle(address, sheet.Outline[at].TextLength, sheet.Today) && !IsPage(sheet.Outline.Text(at, 20)) && !found.Contains(address, StringComparer.Ordinal))
                    found.Add(address);
            }
        }
    }

    private static bool IsPage(string text) => text.Length < 2 || text.Contains('页', StringComparison.Ordinal) || text.All(char.IsDigit);
}
