using System.Buffers;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Decides which container of a page is the column's own, by everything the page says about it: the heading with the column's name, the
/// breadcrumb's box, the pager behind it, rows that live below the column's own address; and against it: a heading that names something else,
/// a sidebar, a footer.
/// </summary>
/// <remarks>
/// The sidebar of an empty column is full of fresh dates. So a list that stands empty competes on equal terms with the lists
/// that have rows, and wins a tie: the price is a column called undetermined, never one called fresh.
/// </remarks>
internal static partial class Scope
{
    private const int OwnHeading = 8;
    private const int OwnDirectory = 4;
    private const int BesideCrumb = 3;
    private const int FarHeading = 2;
    private const int Paged = 2;
    private const int AfterCrumb = 1;
    private const int ListName = 1;
    private const int BeforeCrumb = -4;
    private const int OtherDirectory = -4;
    private const int Sidebar = -6;
    private const int OtherHeading = -12;
    private const int Footer = -20;

    private static readonly SearchValues<string> SidebarMarks = SearchValues.Create(
        ["sidebar", "side-bar", "side_bar", "hotnews", "hot_", "hot-", "rank", "recommend", "tuijian", "relat", "xgyd", "xgwz", "xgjd", "xgxx", "rdgz", "rdxw", "remen", "search", "share", "banner", "swiper", "slide", "focus", "friend", "yqlj", "weather", "toolbar", "popbox"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> FooterMarks = SearchValues.Create(["foot", "copyright", "bottom"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> ListMarks = SearchValues.Create(["list", "lieb", "news", "xxlb"], StringComparison.OrdinalIgnoreCase);
    private static readonly string[] SidebarWords = ["nav", "menu", "header", "hot", "aside", "side", "links", "topbar", "leftnav", "subnav"];
    private static readonly string[] PagerWords = ["page", "pages", "pager", "paging", "pagination", "fenye", "page-div", "page_div", "pagebox", "page_box", "pagelist"];

    /// <summary>Gives every candidate its score.</summary>
    public static void Score(Sheet sheet, PageNames names, IReadOnlyList<Candidate> candidates, IReadOnlyList<int> headings)
    {
        var outline = sheet.Outline;
        var directory = Addresses.DirectoryOf(sheet.Base);
        foreach (var candidate in candidates)
        {
            candidate.Heading = Headings.Of(outline, candidate.Container, names.Crumb);
            if (Headings.Inside(outline, candidate) is var inside && names.IsForeign(inside.Text))
                candidate.Heading = inside;
            candidate.IsForeign = (candidate.Heading.Text.Length > 0 && names.IsForeign(candidate.Heading.Text)) || HasMoreElsewhere(sheet, names, candidate.Heading, directory);
            candidate.Score = Surroundings(outline, candidate.Container, names.Crumb) + (candidate.IsForeign ? OtherHeading : 0) + (IsListNamed(outline, candidate.Container) ? ListName : 0);
            if (candidate.Group is { } group)
                candidate.Score += InDirectory(sheet, group, directory) ? OwnDirectory : InOtherDirectory(sheet, group, directory) ? (names.Crumb < 0 ? OtherHeading : OtherDirectory) : 0;
        }

        ByHeadings(outline, headings, candidates);
        ByCrumb(outline, names.Crumb, candidates);
        ByPagers(outline, candidates);
    }

    public static bool IsListNamed(Outline outline, int at)
    {
        var node = outline[at].Node;
        return IsList(node.GetAttributeValue("class", "")) || IsList(node.GetAttributeValue("id", ""));

        static bool IsList(string mark) => mark.AsSpan().ContainsAny(ListMarks) || mark.Equals("TDContent", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the boxes around a place are called, up to the box that also holds the breadcrumb.</summary>
    public static int Surroundings(Outline outline, int at, int crumb)
    {
        for (; at > 0 && outline[at].Tag is not (Tag.Body or Tag.Html); at = outline[at].Parent)
        {
            if (crumb >= 0 && outline.Holds(at, crumb))
                return 0;
            ref readonly var spot = ref outline[at];
            if (spot.Tag == Tag.Nav)
                return spot.Node.Name == "footer" ? Footer : Sidebar;
            if (!spot.Node.HasAttributes)
                continue;
            if (IsNarrow(outline, at))
                return Sidebar;
            var mark = Marked(spot.Node.GetAttributeValue("class", ""));
            if (mark == 0)
                mark = Marked(spot.Node.GetAttributeValue("id", ""));
            if (mark != 0)
                return mark;
        }

        return 0;
    }

    /// <summary>Places of headings that are the column's own name.</summary>
    public static List<int> OwnHeadings(Outline outline, PageNames names)
    {
        var found = new List<int>();
        var longest = names.Own.Count == 0 ? 0 : names.Own.Max(name => name.Length) + 4;
        for (var at = 1; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.TextLength < 2 || spot.TextLength > longest || spot.Links > 1 || spot.Tag is Tag.Text or Tag.Title or Tag.Li or Tag.Td or Tag.Dd or Tag.Tr or Tag.Nav)
                continue;
            if (names.Crumb >= 0 && outline.Holds(names.Crumb, at))
                continue;
            if (!names.IsOwn(outline.Text(at, 40)) || IsInNavigation(outline, at))
                continue;
            if (found.Count > 0 && outline.Holds(found[^1], at))
                found[^1] = at;
            else
                found.Add(at);
        }

        return found;
    }

    private static bool IsInNavigation(Outline outline, int at)
    {
        for (var level = 0; level < 4 && at > 0; level++, at = outline[at].Parent)
        {
            if (outline[at].Tag is Tag.Li or Tag.Dd or Tag.Td && outline[outline[at].Parent].Links > 2)
                return true;
            if (outline[at].Tag == Tag.A && outline[outline[at].Parent].Links > 3)
                return true;
        }

        return false;
    }

    /// <summary>Whether a box is beside the matter: navigation, a sidebar, a footer.</summary>
    public static bool IsAside(Outline outline, int at, int crumb) =>
        outline[at].Tag is not (Tag.Body or Tag.Html) && !(crumb >= 0 && outline.Holds(at, crumb))
        && (outline[at].Tag == Tag.Nav || (outline[at].Node.HasAttributes && (Marked(outline[at].Node.GetAttributeValue("class", "")) < 0 || Marked(outline[at].Node.GetAttributeValue("id", "")) < 0)));

    /// <summary>A cell or a grid column too narrow for titles with their days: a third of the page at most.</summary>
    private static bool IsNarrow(Outline outline, int at)
    {
        var node = outline[at].Node;
        return outline[at].Tag == Tag.Td
            ? int.TryParse(node.GetAttributeValue("width", ""), out var width) && width is >= 120 and <= 300
            : outline[at].Tag is Tag.Div or Tag.Section && NarrowGrid().IsMatch(node.GetAttributeValue("class", ""));
    }

    [GeneratedRegex(@"col-(?:xs|sm|md|lg)-?[234]")]
    private static partial Regex NarrowGrid();

    private static int Marked(string style)
    {
        if (style.Length == 0)
            return 0;
        if (style.AsSpan().ContainsAny(FooterMarks) && !style.Contains("content", StringComparison.OrdinalIgnoreCase))
            return style.Contains("bottom", StringComparison.OrdinalIgnoreCase) ? Sidebar : Footer;
        if (style.AsSpan().ContainsAny(SidebarMarks))
            return Sidebar;
        return !style.Contains("list", StringComparison.OrdinalIgnoreCase) && HasWord(style, SidebarWords) ? Sidebar : 0;
    }

    private static bool HasWord(string style, string[] words)
    {
        foreach (var range in style.AsSpan().SplitAny(" -_"))
        {
            var word = style.AsSpan(range);
            foreach (var wanted in words)
            {
                if (word.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    private static bool InDirectory(Sheet sheet, RowGroup group, string directory)
    {
        if (sheet.Base.AbsolutePath.AsSpan().Count('/') < 2)
            return false;
        var (asked, own) = (0, 0);
        foreach (var row in group.Rows.Take(8))
        {
            for (var at = row.From; at < row.To; at++)
            {
                if (sheet.Outline[at].Tag != Tag.A)
                    continue;
                asked++;
                if (RowReader.AddressOf(sheet, at) is { } address && address.StartsWith(directory, StringComparison.Ordinal))
                    own++;
                break;
            }
        }

        return asked > 0 && own * 2 >= asked;
    }

    /// <summary>A heading that is only a picture still tells whose list it is by where its "more" leads: a column's own list leads nowhere else.</summary>
    private static bool HasMoreElsewhere(Sheet sheet, PageNames names, (string Text, int At) heading, string directory)
    {
        if (heading.At < 0 || names.IsOwn(heading.Text))
            return false;
        for (var at = heading.At; at < sheet.Outline[heading.At].End; at++)
        {
            if (sheet.Outline[at].Tag == Tag.A && sheet.Outline.Text(at, 12) is var text && (text.Contains("更多", StringComparison.Ordinal) || text.Contains("more", StringComparison.OrdinalIgnoreCase))
                && RowReader.AddressOf(sheet, at) is { } address && !address.StartsWith(directory, StringComparison.Ordinal) && address != sheet.Base.AbsoluteUri)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Rows that all live in one other column's directory, on a platform that keeps articles under their column
    /// (<c>/column/202405/t20240506_1.html</c>): a neighbour's list, unless the page puts it under the column's own name and
    /// says by its breadcrumb where it stands.
    /// </summary>
    private static bool InOtherDirectory(Sheet sheet, RowGroup group, string directory)
    {
        string? other = null;
        foreach (var row in group.Rows.Take(8))
        {
            var link = row.From;
            while (link < row.To && sheet.Outline[link].Tag != Tag.A)
                link++;
            if (link == row.To || RowReader.AddressOf(sheet, link) is not { } address || ArticleUnderColumn().Match(address) is not { Success: true } match)
                return false;
            other ??= match.Groups[1].Value;
            if (other != match.Groups[1].Value || directory.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(directory, StringComparison.Ordinal))
                return false;
        }

        return other is not null && group.Rows.Count > 1;
    }

    [GeneratedRegex(@"^(.+/)(?:19|20)\d{4}/t(?:19|20)\d{6}_\d+\.s?html?$")]
    private static partial Regex ArticleUnderColumn();

    private static void ByHeadings(Outline outline, IReadOnlyList<int> headings, IReadOnlyList<Candidate> candidates)
    {
        foreach (var heading in headings)
        {
            if (candidates.Where(candidate => candidate.From > heading).MinBy(candidate => candidate.From) is not { } first)
                continue;
            foreach (var candidate in candidates)
            {
                if (candidate.From <= heading)
                    continue;
                var box = heading;
                while (!outline.Holds(box, candidate.Container))
                    box = outline[box].Parent;
                var near = outline[box].Tag is not (Tag.Body or Tag.Html) && candidate.From == first.From;
                candidate.Score = Math.Max(candidate.Score, candidate.Score + (near ? OwnHeading : FarHeading));
            }

            return;
        }
    }

    private static void ByCrumb(Outline outline, int crumb, IReadOnlyList<Candidate> candidates)
    {
        if (crumb < 0)
            return;
        var box = crumb;
        while (box > 0 && !candidates.Any(candidate => candidate.From > crumb && outline.Holds(box, candidate.Container) && Surroundings(outline, candidate.Container, crumb) == 0))
            box = outline[box].Parent;
        foreach (var candidate in candidates)
            candidate.Score += candidate.From < crumb ? BeforeCrumb : outline.Holds(box, candidate.Container) ? BesideCrumb : AfterCrumb;
    }

    /// <summary>A pager belongs to the list before it.</summary>
    private static void ByPagers(Outline outline, IReadOnlyList<Candidate> candidates)
    {
        var paged = new HashSet<Candidate>();
        for (var at = 1; at < outline.Count; at++)
        {
            if (IsPager(outline, at) && candidates.Where(candidate => candidate.From <= at).MaxBy(candidate => candidate.From) is { } before && paged.Add(before))
                before.Score += Paged;
        }
    }

    private static bool IsPager(Outline outline, int at)
    {
        ref readonly var spot = ref outline[at];
        if (spot.Tag == Tag.Script)
            return outline.InnerOf(at) is { Length: < 20_000 } script && (script.Contains("createPage", StringComparison.Ordinal) || script.Contains("countPage", StringComparison.Ordinal));
        if (spot.Tag == Tag.Text)
            return outline.TextOf(at) is var text && (text.Contains("下一页", StringComparison.Ordinal) || text.Contains("尾页", StringComparison.Ordinal));
        return spot.Tag is Tag.Div or Tag.P or Tag.Ul && spot.TextLength < 100 && spot.Node.HasAttributes
            && (HasWord(spot.Node.GetAttributeValue("class", ""), PagerWords) || HasWord(spot.Node.GetAttributeValue("id", ""), PagerWords));
    }
}
