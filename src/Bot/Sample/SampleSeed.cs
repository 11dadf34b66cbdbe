using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Bot.Sample;

/// <summary>The sample portal as data: <c>portal.json</c> of its seeds folder.</summary>
/// <param name="Root">Id of the county's home page, the root of the tree.</param>
/// <param name="Section">Id of the township whose section is audited.</param>
internal sealed record SampleSeed(
    string Root,
    string Section,
    IReadOnlyDictionary<string, SeedFamily> Families,
    IReadOnlyList<SeedColumn> Columns)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new SeedItem.Converter() },
    };

    /// <exception cref="SamplePortalException">The file is missing, is not of this shape, or does not hold together; the message says where.</exception>
    public static SampleSeed Load(string file)
    {
        SampleSeed seed;
        try
        {
            using var stream = File.OpenRead(file);
            seed = JsonSerializer.Deserialize<SampleSeed>(stream, Format) ?? throw new JsonException("The file holds null.");
        }
        catch (JsonException problem)
        {
            throw new SamplePortalException($"{file}({problem.LineNumber + 1}): {problem.Message}", problem);
        }
        catch (IOException problem)
        {
            throw new SamplePortalException($"The sample portal's seeds could not be read: {problem.Message}", problem);
        }

        foreach (var fault in seed.Faults())
            throw new SamplePortalException($"{file}: {fault}");
        return seed;
    }

    private IEnumerable<string> Faults()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in Columns)
        {
            if (!known.Add(column.Id))
                yield return $"the id '{column.Id}' is used twice";
            if (!addresses.Add(column.Path))
                yield return $"the path '{column.Path}' is used twice";
            if (column.Parent is null ? column.Id != Root : !known.Contains(column.Parent))
                yield return $"column '{column.Id}': its parent '{column.Parent}' must stand before it";
            if (!Families.ContainsKey(column.Family))
                yield return $"column '{column.Id}': no family '{column.Family}'";
            if (column.AllItems().GroupBy(item => item.Day).FirstOrDefault(day => day.Count() > 1) is { } twice)
                yield return $"column '{column.Id}': two items of day {twice.Key} would get one address";
        }

        foreach (var id in new[] { Root, Section }.Where(id => !known.Contains(id)))
            yield return $"no column '{id}'";
    }
}

/// <summary>How a kind of platform lays its pages out.</summary>
/// <param name="Template">Page template.</param>
/// <param name="Size">Rows on a page.</param>
/// <param name="Page">Address of a further page relative to the first; null when the rows of further pages come from elsewhere.</param>
/// <param name="Article">Address of an item's page.</param>
/// <param name="Part">Address of a frame that holds the rows.</param>
/// <param name="Service">A data address that answers with the rows too.</param>
internal sealed record SeedFamily(
    string Template,
    int Size = 20,
    string? Page = null,
    string? Article = null,
    string ArticleTemplate = "article.html",
    string? Part = null,
    string? PartTemplate = null,
    SeedService? Service = null,
    string Encoding = "utf-8",
    int Status = 200);

/// <summary>A data address that answers for every column of a family.</summary>
/// <param name="Path">The address, or with a null <paramref name="Query"/> its beginning, followed by the column's key.</param>
/// <param name="Query">The query parameter that holds the column's key.</param>
internal sealed record SeedService(string Path, string Template, string Type, string? Query = null);

/// <summary>One node of the portal's tree.</summary>
/// <param name="Listed">Where its parent shows it: <c>html</c>, <c>script</c> (an inline channel tree) or <c>tree</c> (a catalogue's own tree).</param>
/// <param name="Key">The platform's number for it.</param>
/// <param name="Day">Of a document: when it was published, in days from today.</param>
/// <param name="Text">Of a document: its text.</param>
internal sealed record SeedColumn(
    string Id,
    string Name,
    string Path,
    string Family,
    string? Parent = null,
    string Listed = "html",
    string Key = "",
    int Day = 0,
    string Text = "",
    IReadOnlyList<SeedItem>? Items = null,
    SeedSeries? More = null)
{
    /// <summary>The written items, then the series.</summary>
    public IEnumerable<SeedItem> AllItems() => (Items ?? []).Concat(More?.Items() ?? []);
}

/// <summary>One item: its day counted from today, and its title, in which <c>{{day …}}</c> may stand.</summary>
internal sealed record SeedItem(int Day, string Title)
{
    /// <summary>Written short, as <c>[-12, "title"]</c>.</summary>
    internal sealed class Converter : JsonConverter<SeedItem>
    {
        public override SeedItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is not JsonTokenType.StartArray || !reader.Read() || !reader.TryGetInt32(out var day) || !reader.Read() || reader.GetString() is not { } title
                || !reader.Read() || reader.TokenType is not JsonTokenType.EndArray)
                throw new JsonException("An item is [day, \"title\"].");
            return new(day, title);
        }

        public override void Write(Utf8JsonWriter writer, SeedItem value, JsonSerializerOptions options) => throw new NotSupportedException("Seeds are only read.");
    }
}

/// <summary>A run of like items, to fill pages.</summary>
/// <param name="From">Day of the newest.</param>
/// <param name="Every">Days between two.</param>
/// <param name="Title">With <c>{{n}}</c>, which counts down to 1 at the oldest.</param>
internal sealed record SeedSeries(int Count, int From, int Every, string Title)
{
    public IEnumerable<SeedItem> Items() => Enumerable.Range(0, Count).Select(i =>
        new SeedItem(From - i * Every, Title.Replace("{{n}}", (Count - i).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
