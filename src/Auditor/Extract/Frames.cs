namespace Disclosure.Auditor.Extract;

/// <summary>Frames that may hold a column's list.</summary>
internal static class Frames
{
    private static readonly string[] NotLists = ["login", "visit", "tree", "share", "count", "weather", "tianqi", "about:", "javascript:", "map", "stat", "menu", "top.", "left.", "foot", "head"];

    /// <summary>The places of the frames that are shown and whose address does not say that they are something else.</summary>
    public static List<int> In(Outline outline)
    {
        var frames = new List<int>();
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag is not (Tag.Iframe or Tag.Frame) || outline.Attribute(at, "src") is not { } source)
                continue;
            if (Array.Exists(NotLists, word => source.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (outline.Attribute(at, "width") is "0" or "1" || outline.Attribute(at, "height") is "0" or "1" || outline.Attribute(at, "style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true)
                continue;
            frames.Add(at);
        }

        return frames;
    }
}
