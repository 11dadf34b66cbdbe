using System.Globalization;
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

    /// <summary>Everything shown at each address of an agency's section, the columns in the order in which they showed it.</summary>
    public static IEnumerable<StoredPublication> ByAddress(ILiteDatabase database, AgencyCode agency)
    {
        var found = new Dictionary<string, List<(StoredShown Item, string Column)>>(StringComparer.Ordinal);
        foreach (var document in Documents(database, agency.Value))
        {
            var column = document["_id"].AsString.Split(' ')[1];
            foreach (var item in Items(document))
            {
                var address = PublicationAddress.Normalise(item.Address);
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
        var now = new StoredShown { Address = before?.Address ?? item.Address, Title = item.Title, Day = item.Day, FirstSeen = before?.FirstSeen ?? at, Seq = before?.Seq ?? seq };
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
            var items = _items.GetRange(number * MostInDocument, Math.Min(MostInDocument, _items.Count - number * MostInDocument));
            _documents.Upsert(new BsonDocument
            {
                ["_id"] = Keys.Of(_agency, _column, number.ToString("D6", CultureInfo.InvariantCulture)),
                ["j"] = System.Text.Json.JsonSerializer.Serialize(items, StoredJson.Text.ListStoredShown),
            });
        }
    }

    private static List<StoredShown> Items(BsonDocument document) => StoredJson.Read(AuditProjection.Json(document), StoredJson.Text.ListStoredShown);

    private static IEnumerable<BsonDocument> Documents(ILiteDatabase database, params string[] parts) => Ranges.Under(database, AuditProjection.Items, parts);
}
