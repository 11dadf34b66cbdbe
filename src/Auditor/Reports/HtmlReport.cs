using System.Globalization;
using System.Text;
using Disclosure.Auditor.Extract;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Reports;

/// <summary>Takes a page apart into paragraphs and tables as a reader sees them: what is hidden is not there, layout tables are only boxes.</summary>
internal sealed class HtmlReport
{
    /// <summary>A cell with more text than this is a box for an article, not a cell of a form.</summary>
    private const int LongestCell = 200;

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "template", "textarea", "select", "option", "iframe", "object", "head", "title", "del", "button" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "nav", "aside", "main", "dl", "dt", "dd",
        "blockquote", "pre", "hr", "form", "center", "td", "th", "tr", "table", "caption", "ucapcontent", "ucaptitle",
    };

    private readonly List<RawPart> _parts = [];
    private readonly StringBuilder _line = new();
    private readonly Dictionary<HtmlNode, Extent> _extents = [];

    private HtmlReport()
    {
    }

    /// <param name="Text">Visible characters, white space not counted.</param>
    /// <param name="FilledCells">Innermost cells with text.</param>
    /// <param name="HoldsTable">Whether a table with more than one filled cell is inside.</param>
    private readonly record struct Extent(int Text, int FilledCells, bool HoldsTable);

    /// <returns>The page's parts with the files it links to, or null with the <paramref name="fault"/>.</returns>
    public static (RawReport Report, IReadOnlyList<string> Links)? Read(string text, out string? fault)
    {
        if (HtmlTree.TryParse(text, out fault) is not { } document)
            return null;

        var page = new HtmlReport();
        page.Measure(document.DocumentNode);
        page.Walk(document.DocumentNode);
        page.EndLine();
        var links = document.DocumentNode.Descendants("a").Select(link => HtmlEntity.DeEntitize(link.GetAttributeValue("href", "")).Trim()).Where(href => href.Length > 0);
        return (new(page._parts, TitlesOf(document)), [.. links.Distinct()]);
    }

    private static List<string> TitlesOf(HtmlDocument document)
    {
        var metas = document.DocumentNode.Descendants("meta")
            .Where(meta => meta.GetAttributeValue("name", "").Equals("ArticleTitle", StringComparison.OrdinalIgnoreCase))
            .Select(meta => meta.GetAttributeValue("content", ""));
        var titles = document.DocumentNode.Descendants("title").Select(title => title.InnerText);
        return [.. metas.Concat(titles).Select(title => OneLine(HtmlEntity.DeEntitize(title))).Where(title => title.Length > 0)];
    }

    private void Walk(HtmlNode node)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType is HtmlNodeType.Text)
                _line.Append(HtmlEntity.DeEntitize(child.InnerText));
            else if (child.NodeType is not HtmlNodeType.Element || IsUnseen(child))
                continue;
            else if (child.Name == "table")
                TakeTable(child);
            else if (Blocks.Contains(child.Name))
                WalkBlock(child);
            else
                Walk(child);
        }
    }

    private void WalkBlock(HtmlNode block)
    {
        EndLine();
        Walk(block);
        EndLine();
    }

    private void EndLine()
    {
        var text = OneLine(_line.ToString());
        _line.Clear();
        if (text.Length > 0)
            _parts.Add(new RawPart.Paragraph(text));
    }

    private void TakeTable(HtmlNode table)
    {
        if (_extents.GetValueOrDefault(table).FilledCells <= 1)
        {
            WalkBlock(table);
            return;
        }

        EndLine();
        var boxes = new List<HtmlNode>();
        var grid = new ReportGrid();
        foreach (var rows in SectionsOf(table))
            TakeRows(grid, rows, boxes);
        if (grid.Rows > 0 && grid.Columns > 0)
            _parts.Add(new RawPart.Table(grid));
        foreach (var box in boxes)
            WalkBlock(box);
    }

    private void TakeRows(ReportGrid grid, List<List<HtmlNode>> rows, List<HtmlNode> boxes)
    {
        var first = grid.Rows;
        for (var i = 0; i < rows.Count && first + i < ReportGrid.MostRows; i++)
        {
            grid.Open(first + i);
            var column = 0;
            foreach (var cell in rows[i])
            {
                var text = "";
                if (IsBox(cell))
                    boxes.Add(cell);
                else
                    text = CellText(cell);
                column = grid.FreeColumn(first + i, column);
                // A span ends with its part of the table, as in a browser; 0 means to the end.
                var (down, across) = (Span(cell, "rowspan"), Span(cell, "colspan"));
                grid.Put(new(first + i, column, down == 0 ? rows.Count - i : Math.Min(down, rows.Count - i), Math.Max(1, across), text));
                column += Math.Max(1, across);
            }
        }
    }

    /// <summary>The rows of a table in its parts (thead, tbody, tfoot); cells outside any row, as broken markup leaves them, are a row.</summary>
    private static List<List<List<HtmlNode>>> SectionsOf(HtmlNode table)
    {
        List<List<List<HtmlNode>>> sections = [];
        var loose = new List<List<HtmlNode>>();
        var stray = new List<HtmlNode>();
        Collect(table, loose);
        Flush(loose);
        if (loose.Count > 0)
            sections.Add(loose);
        return sections;

        void Collect(HtmlNode parent, List<List<HtmlNode>> rows)
        {
            foreach (var child in parent.ChildNodes.Where(child => child.NodeType is HtmlNodeType.Element && !IsUnseen(child)))
            {
                if (child.Name is "tr")
                {
                    Flush(rows);
                    rows.Add([.. CellsOf(child)]);
                }
                else if (child.Name is "td" or "th")
                {
                    stray.Add(child);
                }
                else if (child.Name is "tbody" or "thead" or "tfoot")
                {
                    Flush(rows);
                    var section = new List<List<HtmlNode>>();
                    Collect(child, section);
                    Flush(section);
                    if (rows.Count > 0)
                        sections.Add([.. rows]);
                    rows.Clear();
                    sections.Add(section);
                }
                else if (child.Name is not "table")
                {
                    Collect(child, rows);
                }
            }
        }

        void Flush(List<List<HtmlNode>> rows)
        {
            if (stray.Count > 0)
                rows.Add([.. stray]);
            stray.Clear();
        }
    }

    private static IEnumerable<HtmlNode> CellsOf(HtmlNode row)
    {
        foreach (var child in row.ChildNodes.Where(child => child.NodeType is HtmlNodeType.Element && !IsUnseen(child)))
        {
            if (child.Name is "td" or "th")
                yield return child;
            else if (child.Name is not "table" and not "tr")
            {
                foreach (var inner in CellsOf(child))
                    yield return inner;
            }
        }
    }

    /// <summary>Measures a subtree once, so that a page of tables in tables costs no more than its length.</summary>
    private Extent Measure(HtmlNode node)
    {
        var (text, filled, holdsTable) = (0, 0, false);
        foreach (var child in node.ChildNodes)
        {
            if (child.NodeType is HtmlNodeType.Text)
                text += HtmlEntity.DeEntitize(child.InnerText).Count(c => !char.IsWhiteSpace(c));
            if (child.NodeType is not HtmlNodeType.Element || IsUnseen(child))
                continue;
            var inner = Measure(child);
            (text, filled, holdsTable) = (text + inner.Text, filled + inner.FilledCells, holdsTable || inner.HoldsTable || (child.Name == "table" && inner.FilledCells > 1));
        }

        if (node.Name is "td" or "th" && text > 0 && filled == 0)
            filled = 1;
        var extent = new Extent(text, filled, holdsTable);
        if (node.Name is "td" or "th" or "table")
            _extents[node] = extent;
        return extent;
    }

    /// <summary>Whether a cell only lays out: it holds a table with more than one filled cell, or a whole article.</summary>
    private bool IsBox(HtmlNode cell) => _extents.GetValueOrDefault(cell) is var extent && (extent.HoldsTable || extent.Text > LongestCell);

    private static string CellText(HtmlNode cell)
    {
        var text = new StringBuilder();
        Append(cell);
        return string.Join('\n', text.ToString().Split('\n').Select(OneLine).Where(line => line.Length > 0));

        void Append(HtmlNode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child.NodeType is HtmlNodeType.Text)
                    text.Append(SpacesOnly(HtmlEntity.DeEntitize(child.InnerText)));
                else if (child.NodeType is HtmlNodeType.Element && !IsUnseen(child))
                {
                    var block = Blocks.Contains(child.Name);
                    if (block)
                        text.Append('\n');
                    Append(child);
                    if (block)
                        text.Append('\n');
                }
            }
        }
    }

    private static bool IsUnseen(HtmlNode node)
    {
        if (Unseen.Contains(node.Name))
            return true;
        if (!node.HasAttributes)
            return false;
        var style = node.GetAttributeValue("style", "").Replace(" ", "", StringComparison.Ordinal);
        return node.Attributes.Contains("hidden")
            || style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)
            || style.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }

    private static int Span(HtmlNode cell, string name)
    {
        var digits = new string([.. cell.GetAttributeValue(name, "1").Trim().TakeWhile(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Min(span, ReportGrid.MostRows) : 1;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A line feed in the source is a space to a reader, never the end of a line.</summary>
    private static string SpacesOnly(string text) => string.Create(text.Length, text, static (line, source) =>
    {
        for (var i = 0; i < line.Length; i++)
            line[i] = char.IsWhiteSpace(source[i]) ? ' ' : source[i];
    });
}
