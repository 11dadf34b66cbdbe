using System.Runtime.InteropServices;
using Disclosure.Columns;
using Disclosure.Records.Stored;

namespace Disclosure.Records.LiteDb;

/// <summary>Counts publications once (主动公开政府信息 n 条): by address, and by title and day across columns.</summary>
/// <remarks>
/// The same title on the same day in another column is the same publication under a second address (信息 are cross-posted by
/// copying). Within one column it is not: a list that shows a title twice shows two items, such as two parts of a notice. So two
/// addresses are joined only while no column shows both, the first seen first.
/// </remarks>
internal static class CountedOnce
{
    /// <summary>The day a publication counts under: that of its first showing with one.</summary>
    public static string? DayOf(StoredPublication publication) => publication.Columns.FirstOrDefault(one => one.Day is not null)?.Day;

    /// <param name="atAddresses">Everything shown at each address; those without a day are not counted.</param>
    /// <param name="keyAreas">The columns that are key areas (重点领域).</param>
    public static IReadOnlyList<Publication> Of(IEnumerable<StoredPublication> atAddresses, IReadOnlySet<string> keyAreas)
    {
        var instants = new Instants();
        var groups = new Dictionary<(string Title, string Day), List<List<StoredPublication>>>();
        var all = new List<(string Day, List<StoredPublication> Same)>();
        foreach (var publication in atAddresses.OrderBy(instants.FirstSeen).ThenBy(one => one.Address, StringComparer.Ordinal))
        {
            if (DayOf(publication) is not { } day)
                continue;

            var title = TitleOf(publication);
            if (!groups.TryGetValue((title, day), out var known))
                groups[(title, day)] = known = [];
            var same = title.Length == 0 ? null : known.Find(one => !ShareAColumn(one, publication));
            if (same is null)
            {
                same = [];
                known.Add(same);
                all.Add((day, same));
            }

            same.Add(publication);
        }

        return [.. all.Select(one => Joined(one.Day, one.Same, keyAreas, instants))];
    }

    private static bool ShareAColumn(List<StoredPublication> same, StoredPublication other) =>
        same.Exists(one => one.Columns.Exists(mine => other.Columns.Exists(theirs => theirs.Column == mine.Column)));

    private static Publication Joined(string day, List<StoredPublication> same, IReadOnlySet<string> keyAreas, Instants instants)
    {
        var appearances = same.SelectMany(one => one.Columns).OrderBy(instants.Of).ToList();
        var columns = appearances.Select(one => one.Column).Distinct(StringComparer.Ordinal).ToList();
        return new(
            same[0].Address,
            TitleOf(same[0]),
            StoredText.Day(day),
            [.. columns.Select(ColumnId.Parse)],
            columns.Exists(keyAreas.Contains),
            instants.Of(appearances[0]));
    }

    private static string TitleOf(StoredPublication publication) => publication.Columns[0].Title.Trim();

    /// <summary>Reads each instant once: a run stamps all the items of a column with one.</summary>
    private sealed class Instants
    {
        private readonly Dictionary<string, DateTimeOffset> _known = new(StringComparer.Ordinal);

        public DateTimeOffset FirstSeen(StoredPublication publication) =>
            publication.Columns.Count == 1 ? Of(publication.Columns[0]) : publication.Columns.Min(Of);

        public DateTimeOffset Of(StoredAppearance appearance)
        {
            ref var instant = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, appearance.FirstSeen, out var isKnown);
            return isKnown ? instant : instant = StoredText.Instant(appearance.FirstSeen);
        }
    }
}
