using System.Globalization;
using System.Text.Json;

namespace Disclosure.Auditor.Portals;

/// <summary>
/// One JSON object of a file people edit. Reading a key of the wrong shape adds a problem that names the key's path and gives nothing;
/// a key nobody reads cannot exist, because unknown keys are problems.
/// </summary>
public sealed class ConfigObject
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly ICollection<ConfigProblem> _problems;

    private ConfigObject(string file, string where, ICollection<ConfigProblem> problems) =>
        (File, Where, _problems) = (file, where, problems);

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>The object's own path; empty for the root.</summary>
    public string Where { get; }

    /// <summary>The names of the keys it has, in file order.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    internal static ConfigObject? Of(JsonElement element, string file, string where, IReadOnlyList<string> allowedKeys, ICollection<ConfigProblem> problems)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            problems.Add(new(file, where, ProblemKind.WrongType, "{ … }", Shown(element)));
            return null;
        }

        var made = new ConfigObject(file, where, problems);
        foreach (var property in element.EnumerateObject())
        {
            if (!allowedKeys.Contains(property.Name))
                problems.Add(new(file, made.At(property.Name), ProblemKind.UnknownKey, property.Name, Nearest.Of(property.Name, allowedKeys) ?? string.Join(", ", allowedKeys)));
            else if (!made._values.TryAdd(property.Name, property.Value))
                problems.Add(new(file, made.At(property.Name), ProblemKind.DuplicateKey, property.Name));
        }

        return made;
    }

    /// <summary>The path of one of its keys.</summary>
    public string At(string key) => Where.Length == 0 ? key : $"{Where}.{key}";

    public void Add(string key, ProblemKind kind, params IReadOnlyList<string> arguments) => _problems.Add(new(File, At(key), kind, arguments));

    /// <summary>A text; null when absent, JSON null, or a problem.</summary>
    public string? Text(string key, bool required = false)
    {
        if (!Has(key, required, out var value))
            return null;
        if (value.ValueKind is not JsonValueKind.String)
            Add(key, ProblemKind.WrongType, "\"…\"", Shown(value));
        else if (string.IsNullOrWhiteSpace(value.GetString()))
            Add(key, ProblemKind.EmptyText, key);
        else
            return value.GetString()!.Trim();
        return null;
    }

    /// <summary>A whole number; null when absent, JSON null, or a problem.</summary>
    public int? Number(string key, bool required = false)
    {
        if (!Has(key, required, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number))
            return number;
        Add(key, ProblemKind.WrongType, "1, 2, 3 …", Shown(value));
        return null;
    }

    public bool? Flag(string key)
    {
        if (!Has(key, required: false, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Add(key, ProblemKind.WrongType, "true / false", Shown(value));
        return null;
    }

    /// <summary>A list of texts; null when absent or a problem.</summary>
    public IReadOnlyList<string>? Texts(string key, bool required = false)
    {
        if (!HasList(key, required, out var list))
            return null;

        var texts = new List<string>();
        foreach (var (index, value) in list.EnumerateArray().Index())
        {
            if (value.ValueKind is JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
                texts.Add(value.GetString()!.Trim());
            else
                Add(Element(key, index), ProblemKind.WrongType, "\"…\"", Shown(value));
        }

        return texts;
    }

    /// <summary>A list of days (<c>2026-01-01</c>), those that are none left out; null when absent or not a list.</summary>
    public IReadOnlyList<DateOnly>? Days(string key, bool required = false)
    {
        if (Texts(key, required) is not { } texts)
            return null;

        var days = new List<DateOnly>();
        foreach (var (index, text) in texts.Index())
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add(day);
            else
                Add(Element(key, index), ProblemKind.BadDay, text);
        }

        return days;
    }

    /// <summary>A list of objects, those with problems of shape left out; null when absent or not a list.</summary>
    /// <param name="whenEmpty">What an empty list is.</param>
    public IReadOnlyList<ConfigObject>? Objects(string key, IReadOnlyList<string> allowedKeys, ProblemKind whenEmpty)
    {
        if (!HasList(key, required: true, out var list))
            return null;
        if (list.GetArrayLength() == 0)
            Add(key, whenEmpty);
        return [.. list.EnumerateArray().Index().Select(e => Of(e.Item, File, At(Element(key, e.Index)), allowedKeys, _problems)).OfType<ConfigObject>()];
    }

    /// <summary>An object of known keys; null when absent, JSON null, or a problem.</summary>
    public ConfigObject? Part(string key, IReadOnlyList<string> allowedKeys) =>
        Has(key, required: false, out var value) ? Of(value, File, At(key), allowedKeys, _problems) : null;

    /// <summary>An object whose keys are the reader's own and whose values are texts, an empty one too; empty when absent.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key) =>
        Has(key, required: false, out var value) ? TextsIn(value, key) : new Dictionary<string, string>();

    /// <summary>An object of such objects.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Map(string key)
    {
        var maps = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (!Has(key, required: false, out var value))
            return maps;
        if (value.ValueKind is not JsonValueKind.Object)
        {
            Add(key, ProblemKind.WrongType, "{ … }", Shown(value));
            return maps;
        }

        foreach (var property in value.EnumerateObject())
            maps[property.Name] = TextsIn(property.Value, $"{key}.{property.Name}");
        return maps;
    }

    private Dictionary<string, string> TextsIn(JsonElement value, string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.ValueKind is not JsonValueKind.Object)
        {
            Add(key, ProblemKind.WrongType, "{ … }", Shown(value));
            return texts;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (property.Value.ValueKind is not JsonValueKind.String)
                Add($"{key}.{property.Name}", ProblemKind.WrongType, "\"…\"", Shown(property.Value));
            else if (!texts.TryAdd(property.Name, property.Value.GetString()!.Trim()))
                Add($"{key}.{property.Name}", ProblemKind.DuplicateKey, property.Name);
        }

        return texts;
    }

    private bool HasList(string key, bool required, out JsonElement list)
    {
        if (!Has(key, required, out list))
            return false;
        if (list.ValueKind is JsonValueKind.Array)
            return true;
        Add(key, ProblemKind.WrongType, "[ … ]", Shown(list));
        return false;
    }

    private bool Has(string key, bool required, out JsonElement value)
    {
        if (_values.TryGetValue(key, out value) && value.ValueKind is not JsonValueKind.Null)
            return true;
        if (required)
            Add(key, ProblemKind.MissingKey, key);
        return false;
    }

    private static string Element(string key, int index) => string.Create(CultureInfo.InvariantCulture, $"{key}[{index}]");

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : text[..39] + "…";
    }
}
