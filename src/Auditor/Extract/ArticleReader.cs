using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>What an article page says of itself.</summary>
internal sealed record Article(string Title, DateOnly? PublishedOn, DateOrigin Origin, DateOnly? MadeOn, int TextLength, string Text);

/// <summary>Reads article pages.</summary>
internal static class ArticleReader
{
    public static Article Read(PageText page, DateOnly today)
    {
        var tree = HtmlTree.TryParse(page.Text, out _);
        var meta = tree?.DocumentNode.Descendants("meta").FirstOrDefault(node => string.Equals(node.GetAttributeValue("name", ""), "PubDate", StringComparison.OrdinalIgnoreCase));
        var published = meta is null ? null : DateReader.FromText(meta.GetAttributeValue("content", ""), today);
        var text = tree?.DocumentNode.InnerText ?? "";
        var made = text.IndexOf("成文日期", StringComparison.Ordinal) is var at and >= 0 ? DateReader.FromText(text[at..], today) : null;
        return new("", published, published is null ? DateOrigin.None : DateOrigin.ArticleMeta, made, text.Length, text);
    }
}
