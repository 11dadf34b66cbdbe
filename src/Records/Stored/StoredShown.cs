using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of one item as its column shows it now.</summary>
/// <param name="FirstSeen">When it was first shown.</param>
/// <param name="Seq">The record it was first shown in.</param>
internal sealed record StoredShown(string Address, string Title, string? Day, string FirstSeen, long Seq);

/// <summary>Items as UTF-8 JSON: <c>["2025-03-03T09:00:00+08:00",7,["address","title","2025-03-01"],…]</c>, an instant and a record before the items first shown then.</summary>
/// <remarks>
/// Written and read by hand: a section's items are read whole at every run, and names, instants repeated for each item and text in
/// UTF-16 made up most of that.
/// </remarks>
internal static class StoredShownItems
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(ReadOnlySpan<StoredShown> items)
    {
        var bytes = new ArrayBufferWriter<byte>(items.Length * 160 + 64);
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartArray();
            StoredShown? before = null;
            foreach (var item in items)
            {
                if (before is null || before.Seq != item.Seq || before.FirstSeen != item.FirstSeen)
                {
                    json.WriteStringValue(item.FirstSeen);
                    json.WriteNumberValue(item.Seq);
                }

                json.WriteStartArray();
                json.WriteStringValue(item.Address);
                json.WriteStringValue(item.Title);
                if (item.Day is not null)
                    json.WriteStringValue(item.Day);
                json.WriteEndArray();
                before = item;
            }

            json.WriteEndArray();
        }

        return bytes.WrittenSpan.ToArray();
    }

    public static List<StoredShown> Read(ReadOnlySpan<byte> bytes)
    {
        var items = new List<StoredShown>();
        var scan = new ShownScan(bytes);
        while (scan.Next())
            items.Add(new(scan.Address, scan.Title, scan.Day, scan.FirstSeen, scan.Seq));
        return items;
    }
}

/// <summary>Goes over stored items one by one.</summary>
internal ref struct ShownScan
{
    private readonly bool _titles;
    private Utf8JsonReader _json;

    /// <param name="titles">Whether the titles are wanted; without them half of the text need not be made.</param>
    public ShownScan(ReadOnlySpan<byte> bytes, bool titles = true)
    {
        _titles = titles;
        _json = new(bytes);
        _json.Read();
    }

    public string FirstSeen { get; private set; } = "";

    public long Seq { get; private set; }

    public string Address { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string? Day { get; private set; }

    /// <exception cref="JsonException">The bytes are not of this shape.</exception>
    public bool Next()
    {
        if (!_json.Read())
            throw new JsonException("The items end before their list does.");
        if (_json.TokenType is JsonTokenType.EndArray)
            return false;
        if (_json.TokenType is JsonTokenType.String)
        {
            FirstSeen = _json.GetString()!;
            _json.Read();
            Seq = _json.GetInt64();
            _json.Read();
        }

        _json.Read();
        Address = _json.GetString()!;
        _json.Read();
        Title = _titles ? _json.GetString()! : "";
        _json.Read();
        Day = _json.TokenType is JsonTokenType.String ? _json.GetString() : null;
        if (Day is not null)
            _json.Read();
        return true;
    }
}
