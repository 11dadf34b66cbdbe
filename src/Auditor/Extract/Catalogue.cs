using System.Globalization;
using System.Text.Json;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>Guangdong's public catalogue (gkmlpt): the page holds only the tree of categories; their rows come from its API.</summary>
internal static class Catalogue
{
    private const string Rung = "gkmlpt";

    /// <summary>The category's rows are elsewhere, or its own count of 0 proves it empty; null when the page has no tree.</summary>
    public static Extraction? TryRead(PageText page, Column column)
    {
        if (JsLiteral.Named(page.Text, "_CONFIG").FirstOrDefault(literal => literal.ValueKind is JsonValueKind.Object) is not { ValueKind: JsonValueKind.Object } config
            || !config.TryGetProperty("TREE", out var tree) || tree.ValueKind is not JsonValueKind.Array)
            return null;

        var nodes = Flatten(tree).ToArray();
        var id = column.Url.Fragment.TrimStart('#');
        var mine = nodes.Where(node => id.Length > 0 ? Text(node, "id") == id : Text(node, "name") == column.Name).ToArray();
        if (mine.Length != 1)
            return new Extraction.Unreadable(Reason.NeedsScripts, $"{mine.Length} of {nodes.Length} categories of the catalogue are '{(id.Length > 0 ? id : column.Name)}'");

        var category = mine[0];
        var hasChildren = category.TryGetProperty("children", out var children) && children.ValueKind is JsonValueKind.Array && children.GetArrayLength() > 0;
        if (!hasChildren && Text(category, "post_count") == "0")
            return new Extraction.Nothing(new(EmptySign.TotalZero, $"category {Text(category, "id")}", "post_count 0"), Rung);

        var path = page.Address.AbsolutePath;
        var root = path.IndexOf("/gkmlpt/", StringComparison.Ordinal) is var at and >= 0 ? path[..at] : "";
        var address = string.Create(CultureInfo.InvariantCulture, $"{root}/gkmlpt/api/all/{Text(category, "id")}?page=1&sid={Text(config, "SID")}");
        return new Extraction.Elsewhere([new(new(page.Address, address), PagePurpose.Data, Referer: page.Address)], Rung, new(Reason.NeedsScripts, "the catalogue's API did not answer with rows"));
    }

    private static IEnumerable<JsonElement> Flatten(JsonElement nodes)
    {
        foreach (var node in nodes.EnumerateArray().Where(node => node.ValueKind is JsonValueKind.Object))
        {
            yield return node;
            if (!node.TryGetProperty("children", out var children) || children.ValueKind is not JsonValueKind.Array)
                continue;
            foreach (var inner in Flatten(children))
                yield return inner;
        }
    }

    private static string Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.ToString() : "";
}
