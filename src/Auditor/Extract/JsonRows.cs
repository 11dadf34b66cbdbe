using System.Globalization;
using System.Text.Json;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Reads a JSON answer by its shape: the array whose objects have a title and an address or a day, and the total beside it,
/// wherever they stand; or markup kept as text inside the JSON.
/// </summary>
/// <remarks>An answer that reports an error, or an empty array without a total of 0, proves nothing: it is unreadable, not empty.</remarks>
internal static class JsonRows
{
    private const string Rung = "data:json";
    private const int MaxDepth = 12;
    private static readonly string[] ListNames = ["infolist", "articles", "list", "rows", "records", "data", "result", "results", "items", "content", "articlelist", ""];
    private static readonly string[] MessageNames = ["message", "msg", "errmsg", "error"];
    private static readonly string[] CodeNames = ["code", "errcode", "status", "state"];

    public static Extraction Read(JsonElement root, Uri address, FieldNames names, DateOnly today)
    {
        var found = new Finding();
        Search(root, "", 0, new(names, address, today), found);
        var total = Total(root, names.Total, 0);

        var refusal = Refusal(root);
        if (refusal is { Always: true })
            return refusal.Value.Unreadable;
        if (found.Items.Count > 0)
            return new Extraction.Rows(found.Items, total is { } size && size >= found.Items.Count ? new(size, true) : null, null, Rung, found.Path, string.Join('\n', found.Items.Select(item => $"{item.PublishedOn:yyyy-MM-dd} {item.Title}")));
        if (refusal is not null)
            return refusal.Value.Unreadable;
        if (found is { EmptyText: { } words, HasUnread: false } && total is null or 0)
            return new Extraction.Nothing(new(EmptySign.EmptyText, Rung, words), Rung);
        if (!found.HasList)
            return new Extraction.Unreadable(Reason.WrongFormat, "JSON without a list of rows");
        return total == 0 && !found.HasUnread
            ? new Extraction.Nothing(new(EmptySign.TotalZero, found.Path, "total 0"), Rung)
            : new Extraction.Unreadable(found.HasUnread ? Reason.WrongFormat : Reason.EmptyNotProved, $"the list {found.Path} gives no rows; total {total?.ToString(CultureInfo.InvariantCulture) ?? "not declared"}");
    }

    private sealed record Reading(FieldNames Names, Uri Address, DateOnly Today);

    private sealed class Finding
    {
        public IReadOnlyList<SightedItem> Items { get; set; } = [];

        public string Path { get; set; } = "";

        public bool HasList { get; set; }

        /// <summary>What the markup of an answer says when it holds no row.</summary>
        public string? EmptyText { get; set; }

        /// <summary>A list with members that are not understood: such an answer cannot prove anything empty.</summary>
        public bool HasUnread { get; set; }
    }

    private static void Search(JsonElement value, string path, int depth, Reading reading, Finding best)
    {
        if (depth > MaxDepth)
            return;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                OfArray(value, path, depth, reading, best);
                break;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                    Search(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", depth + 1, reading, best);
                break;
            case JsonValueKind.String when value.GetString() is { Length: > 1 } text:
                OfText(text.TrimStart(), path, depth, reading, best);
                break;
            default:
                break;
        }
    }

    private static void OfArray(JsonElement array, string path, int depth, Reading reading, Finding best)
    {
        var objects = array.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.Object).ToArray();
        SightedItem[] items = [.. objects.Select(one => RowFields.Read(name => Field(one, name), reading.Names, reading.Address, reading.Today)).OfType<SightedItem>()];
        var isList = ListNames.Contains(path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant());
        if (items.Length > best.Items.Count && items.Length * 2 >= objects.Length && (isList || items.Any(item => item.PublishedOn is not null)))
        {
            (best.Items, best.Path, best.HasList) = (items, path, true);
            return;
        }

        if (items.Length == 0 && isList)
        {
            best.HasList = true;
            best.HasUnread |= objects.Length > 0;
            best.Path = best.Path.Length == 0 ? path : best.Path;
        }

        foreach (var one in objects)
            Search(one, path, depth + 1, reading, best);
    }

    /// <summary>Markup in a string (the unit API's <c>data.html</c>), or JSON kept as text (Epoint's <c>custom</c>).</summary>
    private static void OfText(string text, string path, int depth, Reading reading, Finding best)
    {
        if (text.StartsWith('<'))
        {
            var items = RowReader.ReadFragment(text, reading.Address, reading.Today);
            if (items.Count > best.Items.Count)
                (best.Items, best.Path, best.HasList) = (items, path, true);
            else if (items.Count == 0 && RowFields.Plain(text) is { Length: <= 30 } words && EmptySigns.IsPhrase(words))
                best.EmptyText ??= words;
        }
        else if (text[0] is '{' or '[' && JsLiteral.TryParseJson(text) is { } inner)
        {
            Search(inner, path, depth + 1, reading, best);
        }
    }

    private static string? Field(JsonElement row, string name)
    {
        foreach (var member in row.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                return member.Value.ValueKind switch
                {
                    JsonValueKind.String => member.Value.GetString(),
                    JsonValueKind.Number or JsonValueKind.Object => member.Value.GetRawText(),
                    _ => null,
                };
        }

        return null;
    }

    /// <summary>The declared total nearest to the top. A row's own counters stand deeper, inside arrays, and are not looked at.</summary>
    private static int? Total(JsonElement value, IReadOnlyList<string> names, int depth)
    {
        if (depth > MaxDepth)
            return null;
        if (value.ValueKind is JsonValueKind.String && value.GetString() is ['{', ..] text && JsLiteral.TryParseJson(text) is { } inner)
            return Total(inner, names, depth + 1);
        if (value.ValueKind is not JsonValueKind.Object)
            return null;
        foreach (var name in names)
        {
            if (Field(value, name) is { } number && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var total))
                return total;
        }

        return value.EnumerateObject().Select(member => Total(member.Value, names, depth + 1)).FirstOrDefault(total => total is not null);
    }

    /// <summary>Whether the answer says that it is an error. <c>success: false</c> always counts; a code only where there are no rows.</summary>
    private static (Extraction.Unreadable Unreadable, bool Always)? Refusal(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return null;
        var message = string.Join(' ', MessageNames.Select(name => Field(root, name)).OfType<string>());
        var login = message.Contains("登录", StringComparison.Ordinal) || message.Contains("login", StringComparison.OrdinalIgnoreCase) || message.Contains("token", StringComparison.OrdinalIgnoreCase);
        var failed = root.EnumerateObject().Any(member => member.NameEquals("success") && member.Value.ValueKind is JsonValueKind.False);
        var code = CodeNames.Select(name => Field(root, name)).FirstOrDefault(value => value is not null);
        var refused = code is not null && code.ToLowerInvariant() is not ("0" or "200" or "00" or "ok" or "success" or "true");
        if (!failed && !refused && !login)
            return null;
        var reason = login || code is "401" or "403" ? Reason.LoginRequired : Reason.WrongFormat;
        return (new(reason, $"the answer reports an error: code {code ?? "none"} {message}".TrimEnd()), failed);
    }
}
