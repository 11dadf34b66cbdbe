using System.Globalization;
using System.Runtime.InteropServices;
using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records.Stored;
using LiteDB;

namespace Disclosure.Records.LiteDb;

/// <summary>What one column has shown, in the order it was first shown, a few hundred items to a document.</summary>
/// <remarks>
/// LiteDB's price is one for a document and hardly depends on its length: a document for each item and for each publication cost a
/// first audit more than reading its pages did. What is published is told from these items when it is asked for.
/// </remarks>
internal sealed class ShownItems
{
    private const int MostInDocument = 256;

    private readonly ILiteCollection<BsonDocument> _documents;
    private readonly AgencyCode _agency;
    private readonly ColumnId _column;
    private readonly List<StoredShown> _items;
    private readonly Dictionary<string, int> _places;
    private readonly SortedSet<int> _changed = [];

    public ShownItems(ILiteDatabase database, AgencyCode agency, ColumnId column)
    {
        _documents = database.GetCollection(AuditProjection.Items);
        (_agency, _column) = (agency, column);
        _items = [.. Of(database, agency, column)];
        _places = new(_items.Count, StringComparer.Ordinal);
        for (var place = 0; place < _items.Count; place++)
            _places.Add(PublicationAddress.Normalise(_items[place].Address), place);
    }

    /// <summary>One column's items.</summary>
    public static IEnumerable<StoredShown> Of(ILiteDatabase database, AgencyCode agency, ColumnId column) =>
        Documents(database, agency.Value, column.Value).SelectMany(Items);

    /// <summary>The day each of a column's items is shown with.</summary>
    public static Dictionary<string, DateOnly?> DaysOf(ILiteDatabase database, AgencyCode agency, ColumnId column)
    {
        var days = new Dictionary<string, DateOnly?>(PublicationAddress.Comparer);
        foreach (var document in Documents(database, agency.Value, column.Value))
        {
            var scan = new ShownScan(BytesOf(document), titles: false);
            while (scan.Next())
                days.Add(scan.Address, StoredText.DayOrNone(scan.Day));
        }

        return days;
    }

    /// <summary>Everything shown at each address of an agency's section, the columns in the order in which they showed it.</summary>
    /// <param name="wanted">Tells the addresses, in the spelling in which they are compared, that are wanted.</param>
    public static IEnumerable<StoredPublication> ByAddress(ILiteDatabase database, AgencyCode agency, Predicate<string>? wanted = null)
    {
        var found = new Dictionary<string, List<(StoredShown Item, string Column)>>(StringComparer.Ordinal);
        foreach (var document in Documents(database, agency.Value))
        {
            var column = ColumnOf(document);
            foreach (var item in Items(document))
            {
                var address = PublicationAddress.Normalise(item.Address);
                if (wanted is not null && !wanted(address))
                    continue;
                if (!found.TryGetValue(address, out var shown))
                    found[address] = shown = new(1);
                shown.Add((item, column));
            }
        }

        foreach (var shown in found.Values)
        {
            if (shown.Count > 1)
                shown.Sort(static (one, other) => one.Item.Seq.CompareTo(other.Item.Seq));
            yield return new()
            {
                Address = shown[0].Item.Address,
                Columns = shown.ConvertAll(one => new StoredAppearance { Column = one.Column, Title = one.Item.Title, Day = one.Item.Day, FirstSeen = one.Item.FirstSeen }),
            };
        }
    }

    /// <summary>Takes in an item; one handed in again keeps its place and takes the title and the day now shown.</summary>
    /// <returns>The day it was shown with until now; null when it is new or had none.</returns>
    public string? Take(StoredItem item, string at, long seq)
    {
        var address = PublicationAddress.Normalise(item.Address);
        var isKnown = _places.TryGetValue(address, out var place);
        var before = isKnown ? _items[place] : null;
        var now = new StoredShown(before?.Address ?? item.Address, item.Title, item.Day, before?.FirstSeen ?? at, before?.Seq ?? seq);
        if (before is null)
        {
            place = _items.Count;
            _places.Add(address, place);
            _items.Add(now);
        }
        else
        {
            _items[place] = now;
        }

        _changed.Add(place / MostInDocument);
        return before?.Day;
    }

    public void Save()
    {
        foreach (var number in _changed)
        {
            var first = number * MostInDocument;
            var items = CollectionsMarshal.AsSpan(_items).Slice(first, Math.Min(MostInDocument, _items.Count - first));
            _documents.Upsert(new BsonDocument
            {
                ["_id"] = Keys.Of(_agency, _column, number.ToString("D6", CultureInfo.InvariantCulture)),
                ["j"] = StoredShownItems.Write(items),
            });
        }
    }

    private static List<StoredShown> Items(BsonDocument document) => StoredShownItems.Read(BytesOf(document));

    /// <summary>The items of one document, as stored.</summary>
    public static byte[] BytesOf(BsonDocument document) => document["j"].AsBinary;

    public static string ColumnOf(BsonDocument document) => document["_id"].AsString.Split(' ')[1];

    public static IEnumerable<BsonDocument> Documents(ILiteDatabase database, params string[] parts) => Ranges.Under(database, AuditProjection.Items, parts);
}
