using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>Rows out of a fragment.</summary>
internal static class RowReader
{
    public static IReadOnlyList<SightedItem> ReadFragment(string html, Uri baseAddress, DateOnly today) =>
        HtmlTree.TryParse(html, out _) is { } tree ? Read(tree.DocumentNode, baseAddress, today) : [];

    public static IReadOnlyList<SightedItem> Read(HtmlNode root, Uri baseAddress, DateOnly today)
    {
        var items = new List<SightedItem>();
        foreach (var row in root.Descendants().Where(node => node.Name is "li" or "tr"))
        {
            if (row.Descendants("a").FirstOrDefault(a => a.GetAttributeValue("href", "").Length > 0) is not { } link
                || Addresses.Resolve(baseAddress, HtmlEntity.DeEntitize(link.GetAttributeValue("href", ""))) is not { } address)
                continue;
            var title = link.GetAttributeValue("title", "");
            var day = DateReader.FromText(row.InnerText, today);
            var inAddress = DateReader.FromAddress(address, today);
            items.Add(new(title.Length > 0 ? title : link.InnerText.Trim(), address, day ?? inAddress, day is not null ? DateOrigin.Shown : inAddress is not null ? DateOrigin.Address : DateOrigin.None, inAddress));
        }

        return items;
    }
}
