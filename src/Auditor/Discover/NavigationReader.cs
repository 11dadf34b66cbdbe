using System.Text.RegularExpressions;
using Disclosure.Auditor.Extract;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Discover;

/// <summary>Reads a page for its navigation, in one walk over the tree.</summary>
internal sealed partial class NavigationReader
{
    /// <summary>Characters of text from which a page without rows is a document.</summary>
    private const int DocumentText = 50;

    /// <summary>Characters beyond which a box is no longer a breadcrumb's.</summary>
    private const int BreadcrumbText = 300;

    private static readonly HashSet<string> Groups = new(["ul", "ol", "dl", "table", "nav"], StringComparer.Ordinal);
    private static readonly HashSet<string> Rows = new(["li", "tr", "dd", "dt", "dl"], StringComparer.Ordinal);

    private readonly Uri _address;
    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<NavLink> _links = [];
    private readonly List<Uri> _ownRows = [];
    private readonly List<HtmlNode> _marked = [];
    private readonly List<HtmlNode> _crumbBoxes = [];
    private readonly Dictionary<HtmlNode, int> _blocks = [];
    private readonly Dictionary<HtmlNode, bool> _dated = [];
    private readonly List<string> _headings = [];
    private readonly List<string> _scripts = [];
    private string? _scriptFile;
    private bool _hasFrame;
    private Uri _base;

    private NavigationReader(Uri address) => (_address, _base) = (address, address);

    /// <returns>The page, or null with the reason it is too broken to read.</returns>
    public static NavigationPage? TryRead(Uri address, string text, out string? fault)
    {
        var document = HtmlTree.TryParse(text, out fault);
        return document is null ? null : new NavigationReader(address).Read(document.DocumentNode, text);
    }

    /// <summary>A name as shown: white space folded, the marks around it gone; null when nothing is left or it is a template's leftover.</summary>
    public static string? CleanName(string? raw)
    {
        if (raw is null)
            return null;
        var name = SpaceInChinese().Replace(Space().Replace(HtmlEntity.DeEntitize(raw), " "), "").Trim(' ', '>', '»', '›', '/', '-', '|', '·', '•', '：', ':', '[', ']', '【', '】', '…', '.');
        return name.Length is 0 or > 40 || Leftover().IsMatch(name) ? null : name;
    }

    private NavigationPage Read(HtmlNode root, string text)
    {
        Visit(root, side: false);
        var crumbs = ReadCrumbs();
        var columnName = Meta("ColumnName").Select(CleanName).OfType<string>().LastOrDefault();
        var channels = _scripts.SelectMany(script => ChannelTrees.Read(_address, script)).ToList();
        var visible = VisibleLength(root);
        var isArticle = Meta("ArticleTitle").Any(title => title.Trim().Length > 0);
        var scripted = _scriptFile ?? (_scripts.Count > 0 ? "an inline script" : null);
        return new(
            _address,
            columnName,
            crumbs,
            _headings.Count > 0 ? _headings[0] : null,
            _links,
            channels,
            _ownRows,
            isArticle,
            IsDocument: _ownRows.Count == 0 && !_hasFrame && (Meta("PubDate").Count > 0 || isArticle) && visible >= DocumentText,
            Shell: _links.Count == 0 && channels.Count == 0 && !_hasFrame && visible < DocumentText ? scripted : null,
            PlatformFamily.Of(_address, text));
    }

    private void Visit(HtmlNode node, bool side)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType is not HtmlNodeType.Element)
                continue;
            var marks = child.GetAttributeValue("class", "") + " " + child.Id;
            Note(child, marks, side);
            Visit(child, side || Side().IsMatch(marks));
        }
    }

    private void Note(HtmlNode node, string marks, bool side)
    {
        if (CrumbBox().IsMatch(marks) || (node.ChildNodes.Count < 40 && YouAreHere().IsMatch(OwnText(node))))
            _crumbBoxes.Add(node);
        switch (node.Name)
        {
            case "meta" when node.GetAttributeValue("name", "") is { Length: > 0 } name:
                if (!_metas.TryGetValue(name, out var values))
                    _metas.Add(name, values = []);
                values.Add(node.GetAttributeValue("content", ""));
                break;
            case "base" when Resolve(node.GetAttributeValue("href", "")) is { } other:
                _base = other;
                break;
            case "script":
                _scriptFile ??= node.GetAttributeValue("src", null);
                if (node.InnerHtml.Length > 0)
                    _scripts.Add(node.InnerHtml);
                break;
            case "iframe" or "frame":
                _hasFrame = true;
                break;
            case "h1" when CleanName(node.InnerText) is { } heading:
                _headings.Add(heading);
                break;
            case "a" or "area":
                NoteLink(node, side);
                break;
        }
    }

    private void NoteLink(HtmlNode link, bool side)
    {
        if (link.HasClass("CurrChnlCls"))
            _marked.Add(link);
        if (Resolve(link.GetAttributeValue("href", "")) is not { } address || Pager().IsMatch(link.InnerText))
            return;
        var dated = IsDated(link);
        _links.Add(new(address, TextOf(link), Under(link), BlockOf(link), dated));
        if (dated && !side)
            _ownRows.Add(address);
    }

    private static string TextOf(HtmlNode link)
    {
        var title = CleanName(link.GetAttributeValue("title", "")) ?? "";
        var shown = Space().Replace(HtmlEntity.DeEntitize(link.InnerText), " ").Trim();
        var shortened = shown.EndsWith('…') || shown.EndsWith("...", StringComparison.Ordinal);
        if (title.Length > 0 && (shortened || shown.Length == 0))
            return title;
        return CleanName(shown) ?? CleanName(link.Descendants("img").FirstOrDefault()?.GetAttributeValue("alt", "")) ?? title;
    }

    /// <summary>The link of the tree node above: the first link of the nearest list item around this link's own list.</summary>
    private Uri? Under(HtmlNode link)
    {
        var list = link.ParentNode;
        while (list is not null && list.Name is not ("ul" or "ol" or "dl"))
            list = list.ParentNode;
        var above = list?.ParentNode;
        while (above is not null && above.Name is not ("li" or "dd" or "body"))
            above = above.ParentNode;
        if (above is null || above.Name == "body")
            return null;
        var first = above.Descendants("a").FirstOrDefault();
        return first is null || first == link || first.Ancestors().Contains(list!) ? null : Resolve(first.GetAttributeValue("href", ""));
    }

    private int BlockOf(HtmlNode link)
    {
        HtmlNode? outermost = null;
        HtmlNode? box = null;
        for (var above = link.ParentNode; above is not null && above.Name != "body"; above = above.ParentNode)
        {
            if (Groups.Contains(above.Name))
                outermost = above;
            else if (outermost is not null && above.Name is not ("li" or "dd" or "td" or "tr" or "tbody"))
                break;
            if (above.Name == "div")
                box ??= above;
        }

        var block = outermost ?? box ?? link.ParentNode ?? link;
        if (!_blocks.TryGetValue(block, out var number))
            _blocks.Add(block, number = _blocks.Count);
        return number;
    }

    private bool IsDated(HtmlNode link)
    {
        for (var above = link; above is not null && above.Name != "body"; above = above.ParentNode)
        {
            if (!Rows.Contains(above.Name) && above.Name != "a")
                continue;
            if (!_dated.TryGetValue(above, out var dated))
                _dated.Add(above, dated = above.InnerText.Length < 600 && Date().IsMatch(above.InnerText));
            if (dated || above.Name != "a")
                return dated;
        }

        return false;
    }

    private List<Crumb> ReadCrumbs()
    {
        var box = _crumbBoxes.Select(Widened).OfType<HtmlNode>().MinBy(candidate => candidate.InnerHtml.Length);
        var links = _marked.Count > 0 ? _marked : box?.Descendants("a").ToList() ?? [];
        if (links.Count == 0)
            return PlainCrumbs();
        var crumbs = links
            .Select(link => new Crumb(CleanName(link.GetAttributeValue("title", "")) ?? CleanName(link.InnerText) ?? "", Resolve(link.GetAttributeValue("href", ""))))
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
            if (wider.Descendants("a").Any(link => CleanName(link.InnerText) is not null))
                return wider;
        }

        return null;
    }

    /// <summary>A breadcrumb without a single link (首页-&gt;信息-&gt;动态).</summary>
    private List<Crumb> PlainCrumbs() =>
        [.. _crumbBoxes.Select(OwnText).Where(text => YouAreHere().IsMatch(text))
            .Select(text => Separator().Split(HtmlEntity.DeEntitize(YouAreHere().Split(text)[^1])))
            .FirstOrDefault(names => names.Length > 1, [])
            .Select(CleanName).OfType<string>().Select(name => new Crumb(name, null))];

    /// <summary>The last name of a breadcrumb where it is not a link: the text that follows the last link in the same box.</summary>
    private static string? TailAfter(HtmlNode? last, HtmlNode? box)
    {
        if (last is null || box is null || !last.Ancestors().Contains(box))
            return null;
        var text = string.Concat(box.DescendantsAndSelf().SkipWhile(node => node != last).SkipWhile(node => node == last || node.Ancestors().Contains(last))
            .Where(node => node.NodeType is HtmlNodeType.Text).Select(node => node.InnerText));
        return CleanName(text) is { } name && name is not ("正文" or "列表" or "内容" or "详情") ? name : null;
    }

    private List<string> Meta(string name) => _metas.TryGetValue(name, out var values) ? values : [];

    private Uri? Resolve(string href)
    {
        var text = HtmlEntity.DeEntitize(href).Trim();
        if (text.Length == 0 || text[0] == '#' || !Uri.TryCreate(_base, text, out var address))
            return null;
        return address.Scheme is "http" or "https" ? address : null;
    }

    private static string OwnText(HtmlNode node) =>
        string.Concat(node.ChildNodes.Where(child => child.NodeType is HtmlNodeType.Text).Select(child => child.InnerText));

    private static int VisibleLength(HtmlNode root) => root.Descendants("#text")
        .Where(text => text.ParentNode?.Name is not ("script" or "style" or "title" or "noscript" or "head"))
        .Sum(text => text.InnerText.Trim().Length);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    /// <summary>Template leftovers and links that name no column.</summary>
    [GeneratedRegex(@"^(?:null|undefined|none|栏目名称|栏目名|头部|尾部|首页|网站首页|返回.*|更多.*|查看更多|more.*|下一?页|上一?页|尾页|末页|首 页|设为首页|加入收藏|打印|关闭|\d+)$|[{}$<]", RegexOptions.IgnoreCase)]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^\s*(?:\[?[上下]一?页\]?|首页|第一页|尾页|末页|最后一页|\d{1,4}|[<>«»‹›]+|&[lg]t;)\s*$")]
    private static partial Regex Pager();

    [GeneratedRegex(@"crumb|location|position|dqwz|weizhi|dangqian|curmb|BreadcrumbNav|lujing|now-?path", RegexOptions.IgnoreCase)]
    private static partial Regex CrumbBox();

    [GeneratedRegex(@"(?:当前|所在|现在的?)位置")]
    private static partial Regex YouAreHere();

    [GeneratedRegex(@"-?[>»›]+|\s/\s")]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")]
    private static partial Regex SpaceInChinese();

    [GeneratedRegex(@"side-?bar|aside|(?:^|[ _-])(?:hot|rank|recommend|related|latest|friend)(?:$|[ _-])|foot", RegexOptions.IgnoreCase)]
    private static partial Regex Side();

    [GeneratedRegex(@"(?:19|20)\d{2}\s*(?:[-./]|年|-\s*)\s*[01]?\d|(?<!\d)[01]\d-[0-3]\d(?!\d)")]
    private static partial Regex Date();
}
