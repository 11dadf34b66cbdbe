using System.Globalization;
using CsCheck;
using Disclosure.Auditor.Extract;
using Disclosure.Tests.Shared;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Tests.Extract;

/// <summary>Holds the outline, which is read straight from the markup, to the tree that HtmlAgilityPack builds of the same page.</summary>
public class OutlineReaderTests
{
    private static readonly string Fixtures = Repository.PathTo("tests", "Auditor.Tests");
    private static readonly string SavedPages = Repository.PathTo("..", "shared", "pages");

    /// <summary>Rows stand in their lists: of loose ones the tree makes what no browser does, and repair what browsers do.</summary>
    private static readonly string[] Pieces =
    [
        "<ul class=list><li>a<li><a href=x>b</a><p>c</ul>", "<ul class=list>", "</ul>", "<a href='./t20240506_1.html'>", "<a href=/x/>", "<A HREF=\"x\" CLASS='b c' class=d>", "</a>", "2024-05-06", " ", "<span>", "</span>", "<table><tr><td>a<td><a href=x>b</a><tr><th>c</table>", "</td>", "</tr>",
        "<div class=page id=p>", "<div/>", "</div>", "<p>", "</p>", "<!-- a -->", "<!--<b>", "-->", "<script>var a = '<b>';</script>", "<script src='x'/>", "<textarea><a href=x>t</a></textarea>", "<style>a</style>", "<title>t<b></title>", "<template><a href=x>t</a></template>", "<select><option>a<option>b</select>",
        "<iframe src='/x'></iframe>", "<meta name=PubDate content='2024-05-06'>", "当前位置：", "&nbsp;", "&lt;", "&#65;", "\"", "'", ">", "<dl><dt>a<dd>b<dt>c</dl>", "<h3>", "</h3>", "<form>", "</form>", "<img alt=暂无>", "<br>", "<br/>", "<hr>", "<input disabled value = x >", "<b>", "</b>", "<font color=red>", "</font>", "<noscript>", "</noscript>", "<center>", "<o:p>", "</o:p>",
    ];

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Fixtures, "*.*", SearchOption.AllDirectories).Where(IsMarkup).Select(path => Path.GetRelativePath(Fixtures, path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_saved_page_has_the_places_of_its_tree(string file)
    {
        var text = File.ReadAllText(Path.Combine(Fixtures, file));

        Assert.Equal(OfTree(text), OfOutline(text));
    }

    [Fact]
    public void A_real_page_has_the_places_of_its_tree()
    {
        Assert.SkipUnless(Directory.Exists(SavedPages), $"The saved real pages are not beside this checkout ({SavedPages}).");

        foreach (var text in Directory.GetFiles(SavedPages).Where(IsMarkup).Select(File.ReadAllText))
            Assert.Equal(OfTree(text), OfOutline(text));
    }

    [Fact]
    public void A_page_of_random_markup_has_the_places_of_its_tree() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(pick => Pieces[pick]))).Sample(
            text => OfTree(text) is var tree && OfOutline(text) is var outline && (tree.SequenceEqual(outline) ? true : throw new InvalidOperationException($"{text}\n{MarkupRepair.Repair(text, out _)}\n{string.Join('\n', tree)}\n\n{string.Join('\n', outline)}")),
            iter: 5_000);

    private static bool IsMarkup(string path) => Path.GetExtension(path) is ".html" or ".htm" or ".xml" && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static List<string> OfOutline(string text)
    {
        var lines = new List<string>();
        if (OutlineReader.Read(text, out var fault) is not { } outline)
            return ["broken", fault is null ? "" : "with a reason"];
        for (var at = 1; at < outline.Count; at++)
        {
            var (spot, depth) = (outline[at], 0);
            for (var above = at; above > 0; above = outline[above].Parent)
                depth++;
            lines.Add(spot.Tag switch
            {
                Tag.Text or Tag.Comment => Line(depth, spot.Tag.ToString(), outline.TextOf(at)),
                Tag.Script or Tag.Textarea => Line(depth, Described(spot.Node), outline.InnerOf(at)),
                _ => Line(depth, Described(spot.Node), ""),
            });
        }

        return lines;
    }

    private static string Described(Markup tag)
    {
        var scan = tag.Attributes;
        var names = new List<string>();
        while (scan.Next())
            names.Add(scan.Name.ToString().ToLowerInvariant());
        return tag.Name + string.Concat(names.Distinct().Select(name => $" {name}={tag.ValueOf(name)}"));
    }

    private static List<string> OfTree(string text)
    {
        if (HtmlTree.TryParse(text, out var fault) is not { } tree)
            return ["broken", fault is null ? "" : "with a reason"];
        var lines = new List<string>();
        Walk(tree.DocumentNode, 1, tree.Text, lines);
        return lines;
    }

    /// <summary>As the outline once did it: white space is no place, and nobody looks into scripts, text areas, templates and selections.</summary>
    private static void Walk(HtmlNode node, int depth, string text, List<string> lines)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child.NodeType is HtmlNodeType.Element)
            {
                var described = child.Name + string.Concat(child.Attributes.Select(one => one.Name).Distinct().Select(name => $" {name}={child.GetAttributeValue(name, "")}"));
                lines.Add(Line(depth, described, child.Name is "script" or "textarea" ? text.AsSpan(child.InnerStartIndex, child.InnerLength) : ""));
                if (child.Name is not ("script" or "style" or "textarea" or "template" or "select" or "noscript" or "svg"))
                    Walk(child, depth + 1, text, lines);
            }
            else if (text.AsSpan(child.OuterStartIndex, child.OuterLength) is var outer && (child.NodeType is HtmlNodeType.Comment || !Outline.Decoded(outer).AsSpan().IsWhiteSpace()))
            {
                lines.Add(Line(depth, child.NodeType.ToString(), outer));
            }
        }
    }

    private static string Line(int depth, string what, ReadOnlySpan<char> inside) => string.Create(CultureInfo.InvariantCulture, $"{depth} {what}|{inside}");
}
