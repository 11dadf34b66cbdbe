using System.Buffers;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// A cheap look at a page's text, without a tree: is there anything on it to read, or is it only a stub, a redirect or a
/// challenge? It never says what a column holds.
/// </summary>
/// <param name="Links">Links with an address.</param>
/// <param name="Rows">List items and table rows, those in comments included: some portals keep their rows there.</param>
/// <param name="VisibleText">Characters outside markup, scripts, styles, comments and the title, white space not counted.</param>
/// <param name="Furniture">Whether there is any element that could hold or fetch content: a list, a table, a frame, a script, a form.</param>
/// <param name="AsksPassword">Whether there is a password field.</param>
internal readonly record struct PageGlance(int Links, int Rows, int VisibleText, bool Furniture, bool AsksPassword)
{
    /// <summary>A page with something to read, whatever else stands in its head.</summary>
    public bool HasContent => Links >= 5 || Rows >= 3 || VisibleText >= 400;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n/>");

    public static PageGlance At(ReadOnlySpan<char> text)
    {
        var links = 0;
        var rows = 0;
        var visible = 0;
        var furniture = false;
        var password = false;
        while (!text.IsEmpty)
        {
            var open = text.IndexOf('<');
            visible += Letters(open < 0 ? text : text[..open]);
            if (open < 0)
                break;
            text = text[open..];
            if (text.StartsWith("<!--"))
            {
                var comment = Until(ref text, "-->");
                rows += Count(comment, "<li") + Count(comment, "<tr");
                continue;
            }

            var tag = Until(ref text, ">");
            var name = Name(tag);
            if (Is(name, "script") || Is(name, "style") || Is(name, "title") || Is(name, "textarea"))
            {
                furniture |= Is(name, "script") || Is(name, "textarea");
                var close = text.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
                text = close < 0 ? [] : text[close..];
                continue;
            }

            links += Is(name, "a") && tag.Contains("href", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            rows += Is(name, "li") || Is(name, "tr") ? 1 : 0;
            furniture |= Is(name, "ul") || Is(name, "table") || Is(name, "iframe") || Is(name, "frame") || Is(name, "form") || Is(name, "a") || Is(name, "datastore");
            password |= Is(name, "input") && tag.Contains("password", StringComparison.OrdinalIgnoreCase);
        }

        return new(links, rows, visible, furniture, password);
    }

    private static ReadOnlySpan<char> Until(ref ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.Ordinal);
        var part = at < 0 ? text : text[..(at + end.Length)];
        text = text[part.Length..];
        return part;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        var name = tag[1..];
        var end = name.IndexOfAny(NameEnd);
        return end < 0 ? name : name[..end];
    }

    private static bool Is(ReadOnlySpan<char> name, string element) => name.Equals(element, StringComparison.OrdinalIgnoreCase);

    private static int Count(ReadOnlySpan<char> text, string what)
    {
        var count = 0;
        for (var at = text.IndexOf(what, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(what, StringComparison.OrdinalIgnoreCase))
        {
            count++;
            text = text[(at + what.Length)..];
        }

        return count;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var character in text)
            letters += char.IsWhiteSpace(character) ? 0 : 1;
        return letters;
    }
}
