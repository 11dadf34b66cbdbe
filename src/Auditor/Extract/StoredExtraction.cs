using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>What was extracted from a page, as the page memory keeps it, so that an unchanged page is not parsed again.</summary>
/// <remarks>
/// Valid only for the same column (its name and kind guide the extraction) and the same version of it: <see cref="Version"/> is raised
/// whenever extraction would read a page differently, and what does not fit is fetched in full.
/// </remarks>
internal sealed partial class StoredExtraction
{
    public const int Version = 1;

    public int V { get; set; }

    public string For { get; set; } = "";

    public string Case { get; set; } = "";

    /// <summary>A later page of a list: its text is left out, which is evidence only of the page a reading begins with.</summary>
    public bool Later { get; set; }

    public string Rung { get; set; } = "";

    public string Container { get; set; } = "";

    public string Text { get; set; } = "";

    public List<StoredItem>? Items { get; set; }

    public int? Total { get; set; }

    public bool TotalExact { get; set; }

    public StoredRequest? Next { get; set; }

    public List<StoredRequest>? Requests { get; set; }

    public List<string>? Children { get; set; }

    public string? Sign { get; set; }

    public string? Day { get; set; }

    public string? Origin { get; set; }

    public int TextLength { get; set; }

    public string? Reason { get; set; }

    public string? Detail { get; set; }

    /// <param name="number">1-based number of the page in the walk.</param>
    public static string Write(Extraction extraction, Column column, int number)
    {
        var stored = Of(extraction, Key(column));
        if (number > 1 && extraction is Extraction.Rows)
            (stored.Later, stored.Text) = (true, "");
        return JsonSerializer.Serialize(stored, StoredJson.Plain.StoredExtraction);
    }

    /// <returns>Null when it is of another version or column, lacks what is needed of the page at this place in a walk, or is not readable.</returns>
    public static Extraction? Read(string json, Column column, int number)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredJson.Plain.StoredExtraction) is { V: Version } stored && stored.For == Key(column) && !(stored.Later && number == 1) ? stored.ToExtraction() : null;
        }
        catch (Exception problem) when (problem is JsonException or FormatException or ArgumentException or UnreachableException)
        {
            return null;
        }
    }

    private static string Key(Column column) => $"{column.Kind} {column.Name} {column.Url.AbsoluteUri}";

    private static StoredExtraction Of(Extraction extraction, string key) => extraction switch
    {
        Extraction.Rows rows => new()
        {
            V = Version,
            For = key,
            Case = "rows",
            Rung = rows.Rung,
            Container = rows.Container,
            Text = rows.Text,
            Items = [.. rows.Items.Select(StoredItem.Of)],
            Total = rows.Total?.Number,
            TotalExact = rows.Total?.Exact ?? false,
            Next = StoredRequest.Of(rows.Next),
        },
        Extraction.Nothing nothing => new()
        {
            V = Version,
            For = key,
            Case = "nothing",
            Rung = nothing.Rung,
            Container = nothing.Proof.Container,
            Text = nothing.Proof.Quote,
            Sign = nothing.Proof.Sign.ToString(),
        },
        Extraction.Document document => new()
        {
            V = Version,
            For = key,
            Case = "document",
            Rung = document.Rung,
            Container = document.Title,
            Text = document.Text,
            Day = StoredItem.Iso(document.PublishedOn),
            Origin = document.Origin.ToString(),
            TextLength = document.TextLength,
        },
        Extraction.Children children => new() { V = Version, For = key, Case = "children", Rung = children.Rung, Children = [.. children.Addresses] },
        Extraction.Elsewhere elsewhere => new()
        {
            V = Version,
            For = key,
            Case = "elsewhere",
            Rung = elsewhere.Rung,
            Requests = [.. elsewhere.Requests.Select(request => StoredRequest.Of(request)!)],
            Reason = elsewhere.Otherwise.Reason.ToString(),
            Detail = elsewhere.Otherwise.Detail,
        },
        Extraction.Unreadable unreadable => new() { V = Version, For = key, Case = "unreadable", Reason = unreadable.Reason.ToString(), Detail = unreadable.Detail },
        _ => throw new UnreachableException(),
    };

    private Extraction ToExtraction() => Case switch
    {
        "rows" => new Extraction.Rows([.. (Items ?? []).Select(item => item.ToItem())], Total is { } total ? new(total, TotalExact) : null, Next?.ToRequest(), Rung, Container, Text),
        "nothing" => new Extraction.Nothing(new(Enum.Parse<EmptySign>(Sign ?? ""), Container, Text), Rung),
        "document" => new Extraction.Document(Container, StoredItem.Date(Day), Enum.Parse<DateOrigin>(Origin ?? ""), TextLength, Rung, Text),
        "children" => new Extraction.Children(Children ?? [], Rung),
        "elsewhere" => new Extraction.Elsewhere([.. (Requests ?? []).Select(request => request.ToRequest())], Rung, new(Enum.Parse<Reason>(Reason ?? ""), Detail ?? "")),
        "unreadable" => new Extraction.Unreadable(Enum.Parse<Reason>(Reason ?? ""), Detail ?? ""),
        _ => throw new UnreachableException(),
    };

    internal sealed class StoredItem
    {
        public string Title { get; set; } = "";

        public string Address { get; set; } = "";

        public string? Day { get; set; }

        public string Origin { get; set; } = "";

        public string? InAddress { get; set; }

        public static StoredItem Of(SightedItem item) =>
            new() { Title = item.Title, Address = item.Address, Day = Iso(item.PublishedOn), Origin = item.DateOrigin.ToString(), InAddress = Iso(item.AddressDate) };

        public SightedItem ToItem() => new(Title, Address, Date(Day), Enum.Parse<DateOrigin>(Origin), Date(InAddress));

        public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public static DateOnly? Date(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    internal sealed class StoredRequest
    {
        public string Address { get; set; } = "";

        public string Purpose { get; set; } = "";

        public List<string[]>? Form { get; set; }

        public string? Json { get; set; }

        public string? Referer { get; set; }

        public static StoredRequest? Of(PageRequest? request) => request is null ? null : new()
        {
            Address = request.Address.AbsoluteUri,
            Purpose = request.Purpose.ToString(),
            Form = request.Form?.Select(field => new[] { field.Key, field.Value }).ToList(),
            Json = request.Json,
            Referer = request.Referer?.AbsoluteUri,
        };

        public PageRequest ToRequest() => new(
            new(Address),
            Enum.Parse<PagePurpose>(Purpose),
            Form?.Select(field => new KeyValuePair<string, string>(field[0], field[1])).ToArray(),
            Json,
            Referer is null ? null : new(Referer));
    }

    [JsonSerializable(typeof(StoredExtraction))]
    private sealed partial class StoredJson : JsonSerializerContext
    {
        /// <summary>Chinese as it is written: escaped it would take twice the room and the time.</summary>
        public static readonly StoredJson Plain = new(new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        });
    }
}
