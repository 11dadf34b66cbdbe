using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>Reads a page of markup.</summary>
internal static class PageReader
{
    public static Extraction Read(PageText page, Column column, DateOnly today)
    {
        var tree = HtmlTree.TryParse(page.Text, out var fault);
        if (Families.TryRead(page, tree, column, today) is { } known)
            return known;
        if (tree is null)
            return new Extraction.Unreadable(Reason.TooBroken, fault ?? "");
        if (page.Text.Contains("页面不存在", StringComparison.Ordinal))
            return new Extraction.Unreadable(Reason.SoftNotFound, "");

        var hidden = string.Concat(tree.DocumentNode.Descendants().OfType<HtmlCommentNode>().Select(node => node.Comment.Trim('<', '!', '-', '>')));
        var items = RowReader.Read(tree.DocumentNode, page.Address, today);
        if (items.Count == 0)
            items = RowReader.ReadFragment(hidden, page.Address, today);
        if (items.Count > 0)
            return new Extraction.Rows(items, null, null, "rows", "ul", "");
        if (page.Text.Contains("暂无信息", StringComparison.Ordinal))
            return new Extraction.Nothing(new(EmptySign.EmptyText, "ul", "暂无信息"), "rows");

        var frames = tree.DocumentNode.Descendants("iframe").Select(frame => new PageRequest(new(page.Address, frame.GetAttributeValue("src", "")), PagePurpose.List, Referer: page.Address)).ToArray();
        return frames.Length > 0
            ? new Extraction.Elsewhere(frames, "iframe", new(Reason.NoListFound, ""))
            : new Extraction.Unreadable(page.Text.Length < 400 ? Reason.StubPage : Reason.NoListFound, "");
    }
}
