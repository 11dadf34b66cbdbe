using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>Rows the server wrote where a browser does not show them: in comments, text areas and script templates.</summary>
/// <remarks>
/// Some platforms write the rows into a comment and let a script draw them again from an API; they are the column's rows all the same.
/// A designer's sample left in a comment is not: its links lead nowhere.
/// </remarks>
internal static class HiddenRows
{
    public static (IReadOnlyList<SightedItem> Items, string Container)? Find(Sheet sheet, int crumb)
    {
        var outline = sheet.Outline;
        (IReadOnlyList<SightedItem> Items, string Container)? best = null;
        for (var at = 1; at < outline.Count; at++)
        {
            if (Hidden(outline, at) is not { } markup || Scope.Surroundings(outline, outline[at].Parent, crumb) < 0)
                continue;
            var items = RowReader.ReadFragment(markup, sheet.Base, sheet.Today);
            var real = items.Count(item => item.PublishedOn is not null && !item.Address.StartsWith($"{sheet.Base.AbsoluteUri}#", StringComparison.Ordinal));
            if (real > 0 && real * 2 >= items.Count && !(best?.Items.Count >= items.Count))
                best = (items, $"{KindOf(outline[at].Tag)} in {outline.NameOf(outline[at].Parent)}");
        }

        return best;
    }

    private static string? Hidden(Outline outline, int at)
    {
        var inner = outline[at].Tag switch
        {
            Tag.Comment => outline.TextOf(at) is { Length: > 40 } comment && comment.StartsWith("<!--", StringComparison.Ordinal) ? comment[4..^3] : default,
            Tag.Textarea or Tag.Template => outline.InnerOf(at),
            Tag.Script when outline.Attribute(at, "type") is { } type && (type.Contains("template", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase)) => outline.InnerOf(at),
            _ => default,
        };
        if (inner.Length < 40 || !(inner.Contains("<a", StringComparison.OrdinalIgnoreCase) || inner.Contains("&lt;a", StringComparison.OrdinalIgnoreCase)))
            return null;
        if (inner.Contains("{{", StringComparison.Ordinal) || inner.Contains("<%", StringComparison.Ordinal) || inner.Contains("${", StringComparison.Ordinal))
            return null;
        return inner.Contains("&lt;", StringComparison.Ordinal) && !inner.Contains('<') ? Outline.Decoded(inner) : inner.ToString();
    }

    private static string KindOf(Tag tag) => tag switch
    {
        Tag.Comment => "comment",
        Tag.Textarea => "textarea",
        _ => "template",
    };
}
