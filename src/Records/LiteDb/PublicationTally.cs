using System.Runtime.InteropServices;
using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records.Stored;
using LiteDB;

namespace Disclosure.Records.LiteDb;

/// <summary>Counts what <see cref="CountedOnce"/> lists, without making the list.</summary>
/// <remarks>
/// Whether two addresses are one publication is only a question where they show the same title on the same day. So every showing is
/// first taken down as a few numbers; what stands alone by its title and day counts at once, and only the others are read and joined.
/// </remarks>
internal sealed class PublicationTally
{
    private readonly List<Showing> _showings = [];
    private readonly int _year;

    private PublicationTally(int year) => _year = year;

    public static PublicationCount Of(ILiteDatabase database, AgencyCode agency, int year, IReadOnlySet<string> keyAreas)
    {
        var tally = new PublicationTally(year);
        foreach (var document in ShownItems.Documents(database, agency.Value))
            tally.Take(ShownItems.BytesOf(document), keyAreas.Contains(ShownItems.ColumnOf(document)));

        var publications = tally.Publications();
        var (key, other) = (0, 0);
        var shared = new HashSet<ulong>();
        for (int from = 0, to; from < publications.Count; from = to)
        {
            for (to = from + 1; to < publications.Count && publications[to].Title == publications[from].Title && publications[to].Day == publications[from].Day; to++)
                shared.Add(publications[to].Address);
            if (to > from + 1)
                shared.Add(publications[from].Address);
            else if (publications[from].IsKeyArea)
                key++;
            else
                other++;
        }

        if (shared.Count > 0)
        {
            var joined = CountedOnce.Of(ShownItems.ByAddress(database, agency, address => shared.Contains(TextHash.Of(address))), keyAreas);
            key += joined.Count(publication => publication.KeyArea);
            other += joined.Count(publication => !publication.KeyArea);
        }

        return new(year, key, other);
    }

    private void Take(byte[] items, bool isKeyArea)
    {
        var scan = new ShownScan(items);
        while (scan.Next())
        {
            _showings.Add(new(
                TextHash.Of(PublicationAddress.Spelled(scan.Address)),
                TextHash.Of(scan.Title.AsSpan().Trim()),
                scan.Seq,
                _showings.Count,
                scan.Day is null ? null : StoredText.Day(scan.Day),
                isKeyArea));
        }
    }

    /// <summary>One entry for each address whose day is in the year, by title and day.</summary>
    private List<Showing> Publications()
    {
        _showings.Sort(static (one, other) => (one.Address, one.Seq, one.Place).CompareTo((other.Address, other.Seq, other.Place)));
        var showings = CollectionsMarshal.AsSpan(_showings);
        var count = 0;
        for (int from = 0, to; from < showings.Length; from = to)
        {
            var publication = showings[from];
            for (to = from + 1; to < showings.Length && showings[to].Address == publication.Address; to++)
                publication = publication with { Day = publication.Day ?? showings[to].Day, IsKeyArea = publication.IsKeyArea || showings[to].IsKeyArea };
            if (publication.Day is { } day && day.Year == _year)
                showings[count++] = publication;
        }

        _showings.RemoveRange(count, _showings.Count - count);
        _showings.Sort(static (one, other) => (one.Title, one.Day).CompareTo((other.Title, other.Day)));
        return _showings;
    }

    /// <summary>One column's showing of an item; the first at an address gives the title, the first with a day the day.</summary>
    /// <param name="Seq">The record it was first shown in, and by <paramref name="Place"/> its place among those.</param>
    private readonly record struct Showing(ulong Address, ulong Title, long Seq, int Place, DateOnly? Day, bool IsKeyArea);
}
