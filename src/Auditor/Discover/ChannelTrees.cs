using System.Text.Json;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Discover;

/// <summary>
/// Finds channel trees in scripts: a catalogue's <c>_CONFIG.TREE</c>, inline arrays of channels, zTree nodes with <c>pId</c>. A node is
/// an object with a name and either an address or, in a catalogue, a number.
/// </summary>
internal static partial class ChannelTrees
{
    private static readonly string[] NameKeys = ["name", "channelName", "channelname", "columnName", "title", "text", "label"];
    private static readonly string[] AddressKeys = ["urls", "url", "href", "link", "channelUrl", "path"];
    private static readonly string[] ChildKeys = ["children", "child", "childs", "nodes", "subs"];
    private static readonly string[] DateKeys = ["date", "pubDate", "pubtime", "publishTime", "display_publish_time", "infodate", "aPd"];
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static IReadOnlyList<Channel> Read(Uri page, string script)
    {
        var found = new List<Channel>();
        var end = 0;
        foreach (var start in ArrayOfObjects().EnumerateMatches(script))
        {
            var open = start.Index + start.Length - 1;
            if (open < end || ArrayAt(script, open) is not { } text)
                continue;
            using var json = Parse(text);
            if (json is null)
                continue;
            end = open + text.Length;
            Add(page, json.RootElement, under: null, found);
        }

        return found;
    }

    private static void Add(Uri page, JsonElement nodes, Uri? under, List<Channel> found)
    {
        var byId = new Dictionary<string, Uri>(StringComparer.Ordinal);
        foreach (var node in nodes.EnumerateArray())
        {
            if (node.ValueKind is not JsonValueKind.Object || First(node, DateKeys) is not null || NavigationReader.CleanName(First(node, NameKeys)) is not { } name)
                continue;
            var id = First(node, ["id"]);
            var address = AddressOf(page, node, id);
            var above = First(node, ["pId", "pid", "parentId"]) is { } parent && byId.TryGetValue(parent, out var known) ? known : under;
            if (address is not null)
            {
                found.Add(new(address, name, above));
                if (id is not null)
                    byId[id] = address;
            }

            foreach (var key in ChildKeys)
            {
                if (node.TryGetProperty(key, out var children) && children.ValueKind is JsonValueKind.Array)
                    Add(page, children, address ?? above, found);
            }
        }
    }

    /// <summary>The node's address: written, or packed as JSON in a string (<c>{"pc":"…"}</c>), or a catalogue's own page with the node's number.</summary>
    private static Uri? AddressOf(Uri page, JsonElement node, string? id)
    {
        if (First(node, AddressKeys) is { Length: > 0 } written)
        {
            var link = written.StartsWith('{') ? Packed().Match(written) is { Success: true } packed ? packed.Groups[1].Value : "" : written;
            return link.Length > 0 && link[0] != '#' && Uri.TryCreate(page, link, out var address) && address.Scheme is "http" or "https" ? address : null;
        }

        return id is not null && page.AbsolutePath.Contains("/gkmlpt/", StringComparison.Ordinal) ? new Uri(page, "#" + id) : null;
    }

    private static string? First(JsonElement node, string[] keys)
    {
        foreach (var key in keys)
        {
            if (node.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                return value.ToString();
        }

        return null;
    }

    private static JsonDocument? Parse(string text)
    {
        foreach (var candidate in new[] { text, BareKey().Replace(text.Replace('\'', '"'), "$1\"$2\":") })
        {
            try
            {
                return JsonDocument.Parse(candidate, Lenient);
            }
            catch (JsonException)
            {
                // A script literal is not JSON by promise; what cannot be parsed either way is no channel tree.
            }
        }

        return null;
    }

    /// <summary>The array that opens at a place, up to its own bracket; strings are stepped over.</summary>
    private static string? ArrayAt(string script, int open)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = open; i < script.Length; i++)
        {
            var c = script[i];
            if (quote != '\0')
            {
                if (c == '\\')
                    i++;
                else if (c == quote)
                    quote = '\0';
                continue;
            }

            switch (c)
            {
                case '"' or '\'':
                    quote = c;
                    break;
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}' when --depth == 0:
                    return script[open..(i + 1)];
            }
        }

        return null;
    }

    [GeneratedRegex(@"[=:(,]\s*\[(?=\s*\{)", RegexOptions.CultureInvariant)]
    private static partial Regex ArrayOfObjects();

    [GeneratedRegex(@"([{,]\s*)([A-Za-z_$][\w$]*)\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex BareKey();

    [GeneratedRegex(@"""(?:pc|web|url)""\s*:\s*""([^""]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Packed();
}
