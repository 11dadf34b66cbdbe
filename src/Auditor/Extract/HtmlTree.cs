using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// The one door to HtmlAgilityPack: markup repaired in front of it, nested-tag repair and a depth limit inside it, and a fault instead of an
/// exception or a dead process.
/// </summary>
/// <remarks>
/// With its default options one page of 0.3 MB (20,000 unclosed <c>&lt;table&gt;&lt;tr&gt;&lt;td&gt;</c>) overflows the stack, which no
/// handler can catch. No other code may construct an <see cref="HtmlDocument"/>.
/// </remarks>
internal static class HtmlTree
{
    /// <summary>Elements deeper than this are taken as a page too broken to read.</summary>
    public const int MaxDepth = 256;

    /// <returns>The document, or null with <paramref name="fault"/> saying why the page is too broken to read.</returns>
    public static HtmlDocument? TryParse(string text, out string? fault)
    {
        if (MarkupRepair.Repair(text, out fault) is not { } markup)
            return null;

        var document = new HtmlDocument { OptionFixNestedTags = true, OptionMaxNestedChildNodes = MaxDepth };
        try
        {
            document.LoadHtml(markup);
            return document;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            fault = problem.Message;
            return null;
        }
    }
}
