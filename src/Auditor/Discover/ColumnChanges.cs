using Disclosure.Columns;

namespace Disclosure.Auditor.Discover;

/// <summary>How a section differs from its column file: what the annual report counts as adjusting the columns (栏目调整).</summary>
/// <param name="Vanished">Columns of the file that the portal certainly no longer shows.</param>
/// <param name="Unconfirmed">Columns of the file that were not found by a walk that could not look everywhere.</param>
public sealed record ColumnChanges(
    IReadOnlyList<DiscoveredColumn> Appeared,
    IReadOnlyList<Column> Vanished,
    IReadOnlyList<Column> Unconfirmed,
    IReadOnlyList<ColumnMatch> Renamed,
    IReadOnlyList<ColumnMatch> Moved)
{
    /// <summary>Whether the file is still right, as far as the walk could see.</summary>
    public bool IsEmpty => Appeared.Count + Vanished.Count + Renamed.Count + Moved.Count == 0;

    /// <summary>Matches by address first, then by name: first the same name in the same place, then the same name anywhere if only one has it.</summary>
    public static ColumnChanges Between(PortalSection existing, DiscoveryReport discovered)
    {
        var open = discovered.Columns.ToList();
        var gone = new List<Column>();
        var matches = new List<ColumnMatch>();
        foreach (var column in existing.Columns)
        {
            var key = ColumnAddress.Key(column.Url);
            Take(column, open.Find(found => ColumnAddress.Key(found.Url) == key));
        }

        var unplaced = gone.ToList();
        gone.Clear();
        foreach (var column in unplaced)
            Take(column, open.Find(found => found.Name == column.Name && found.Path.SequenceEqual(column.Path)) ?? OnlyOneNamed(column.Name, open, unplaced));

        return new(
            open,
            discovered.IsComplete ? gone : [],
            discovered.IsComplete ? [] : gone,
            [.. matches.Where(match => match.Was.Name != match.Now.Name)],
            [.. matches.Where(match => match.Was.Name == match.Now.Name && (!match.Was.Path.SequenceEqual(match.Now.Path) || ColumnAddress.Key(match.Was.Url) != ColumnAddress.Key(match.Now.Url)))]);

        void Take(Column column, DiscoveredColumn? found)
        {
            if (found is null)
            {
                gone.Add(column);
                return;
            }

            open.Remove(found);
            matches.Add(new(column, found));
        }
    }

    private static DiscoveredColumn? OnlyOneNamed(string name, List<DiscoveredColumn> open, List<Column> unplaced) =>
        unplaced.Count(column => column.Name == name) == 1 && open.Count(found => found.Name == name) == 1 ? open.Find(found => found.Name == name) : null;
}

/// <summary>The same column in the file and on the portal.</summary>
public sealed record ColumnMatch(Column Was, DiscoveredColumn Now);
