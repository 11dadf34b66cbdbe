using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Discover;

/// <summary>Reads a page's breadcrumb (您所在的位置): marked links, a box of links, cells of a table, or plain text.</summary>
/// <param name="marked">Links that the platform itself marks as its breadcrumb.</param>
/// <param name="boxes">Elements that by class or text hold one.</param>
internal sealed partial class BreadcrumbReader(List<HtmlNode> marked, List<HtmlNode> boxes, Func<string, Uri?> resolve)
{
    /// <summary>Characters beyond which a box is no longer a breadcrumb's.</summary>
    private const int BreadcrumbText = 300;

    public static bool IsBox(HtmlNode node, string marks) => CrumbBox().IsMatch(marks) || (node.ChildNodes.Count < 40 && YouAreHere().IsMatch(OwnText(node)));

    public List<Crumb> Read()
    {
        var box = boxes.Select(Widened).OfType<HtmlNode>().MinBy(candidate => candidate.InnerHtml.Length);
        var links = marked.Count > 0 ? marked : box?.Descendants("a").ToList() ?? [];
        if (links.Count == 0)
            return PlainCrumbs();
        var crumbs = links
            .Select(link => new Crumb(NavigationReader.CleanName(link.GetAttributeValue("title", "")) ?? NavigationReader.CleanName(link.InnerText) ?? "", resolve(link.GetAttributeValue("href", ""))))
            .Where(crumb => crumb.Name.Length > 0)
            .ToList();
        if (TailAfter(links[^1], box) is { } tail && crumbs.Count > 0 && crumbs[^1].Name != tail)
            crumbs.Add(new(tail, null));
        return crumbs;
    }

    /// <summary>The box itself, or where each name has a cell of its own the row or table around it; null when no link to more than the home page is near.</summary>
    private static HtmlNode? Widened(HtmlNode box)
    {
        for (var wider = box; wider is not null && wider.Name != "body" && wider.InnerText.Length < BreadcrumbText; wider = wider.ParentNode)
        {
            if (wider.Descendants("a").Any(link => NavigationReader.CleanName(link.InnerText) is not null))
                return wider;
        }

        return null;
    }

    /// <summary>A breadcrumb without a single link (首页-&gt;信息-&gt;动态).</summary>
    private List<Crumb> PlainCrumbs() =>
        [.. boxes.Select(OwnText).Where(text => YouAreHere().IsMatch(text))
            .Select(text => Separator().Split(HtmlEntity.DeEntitize(YouAreHere().Split(text)[^1])))
            .FirstOrDefault(names => names.Length > 1, [])
            .Select(NavigationReader.CleanName).OfType<string>().Select(name => new Crumb(name, null))];

    /// <summary>The last name of a breadcrumb where it is not a link: the text that follows the last link in the same box.</summary>
    private static string? TailAfter(HtmlNode? last, HtmlNode? box)
    {
        if (last is null || box is null || !last.Ancestors().Contains(box))
            return null;
        var text = string.Concat(box.DescendantsAndSelf().SkipWhile(node => node != last).SkipWhile(node => node == last || node.Ancestors().Contains(last))
            .Where(node => node.NodeType is HtmlNodeType.Text).Select(node => node.InnerText));
        return NavigationReader.CleanName(text) is { } name && name is not ("正文" or "列表" or "内容" or "详情") ? name : null;
    }

    private static string OwnText(HtmlNode node) =>
        string.Concat(node.ChildNodes.Where(child => child.NodeType is HtmlNodeType.Text).Select(child => child.InnerText));

    [GeneratedRegex(@"crumb|location|position|dqwz|weizhi|dangqian|curmb|BreadcrumbNav|lujing|now-?path", RegexOptions.IgnoreCase)]
    private static partial Regex CrumbBox();

    [GeneratedRegex(@"(?:当前|所在|现在的?)位置")]
    private static partial Regex YouAreHere();

    [GeneratedRegex(@"-?[>»›]+|\s/\s")]
    private static partial Regex Separator();
}
