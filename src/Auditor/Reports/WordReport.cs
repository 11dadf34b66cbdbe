using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Auditor.Reports;

/// <summary>Takes a docx apart into paragraphs and tables as Word shows them: deleted and hidden text is not there, merged cells are one.</summary>
internal sealed class WordReport
{
    private readonly List<RawPart> _parts = [];

    private WordReport()
    {
    }

    /// <exception cref="OpenXmlPackageException">The package is no Word document.</exception>
    public static RawReport Read(Stream file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false, OpenXmlFiles.Settings);
        var report = new WordReport();
        if (document.MainDocumentPart?.Document?.Body is { } body)
            report.Walk(body);
        return new(report._parts, document.PackageProperties.Title is { Length: > 0 } title ? [title] : []);
    }

    private void Walk(OpenXmlElement parent)
    {
        foreach (var child in Seen(parent))
        {
            if (child is Paragraph paragraph)
                TakeParagraph(paragraph);
            else if (child is Table table)
                TakeTable(table);
            else
                Walk(child);
        }
    }

    private void TakeParagraph(Paragraph paragraph)
    {
        foreach (var line in TextOf(paragraph).Split('\n').Where(line => line.Length > 0))
            _parts.Add(new RawPart.Paragraph(line));
        // Text boxes float over the page; what stands in them is read after the paragraph they hang on.
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(box => !box.Ancestors<AlternateContentFallback>().Any()))
            Walk(box);
    }

    private void TakeTable(Table table)
    {
        var grid = new ReportGrid();
        var inner = new List<Table>();
        var at = 0;
        foreach (var row in Within<TableRow>(table).Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null))
        {
            if (at == ReportGrid.MostRows)
                break;
            grid.Open(at);
            TakeRow(grid, row, at++, inner);
        }

        _parts.Add(new RawPart.Table(grid));
        foreach (var one in inner)
            TakeTable(one);
    }

    private static void TakeRow(ReportGrid grid, TableRow row, int at, List<Table> inner)
    {
        var column = (int?)row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0;
        foreach (var cell in Within<TableCell>(row))
        {
            var properties = cell.TableCellProperties;
            var across = Math.Clamp(properties?.GridSpan?.Val?.Value ?? 1, 1, ReportGrid.MostColumns);
            var left = column == 0 ? null : grid[at, column - 1];
            if (properties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart && at > 0 && grid[at - 1, column] is { } above)
                grid.Extend(above, at, column, across);
            else if (properties?.HorizontalMerge is { } sideways && sideways.Val?.Value != MergedCellValues.Restart && left is not null)
                grid.Extend(left, at, column, across);
            else
                grid.Put(new(at, column, 1, across, CellText(cell, inner)));
            column += across;
        }
    }

    /// <summary>A table inside a cell with one filled cell is only a frame; a larger one is a table of its own.</summary>
    private static string CellText(TableCell cell, List<Table> inner)
    {
        var lines = new List<string>();
        foreach (var part in Blocks(cell))
        {
            if (part is Table table && table.Descendants<TableCell>().Count(one => one.InnerText.Trim().Length > 0) > 1)
                inner.Add(table);
            else if (part is Table frame)
                lines.AddRange(frame.Descendants<Paragraph>().Select(TextOf));
            else
                lines.Add(TextOf(part));
        }

        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static IEnumerable<OpenXmlElement> Blocks(OpenXmlElement parent) =>
        Seen(parent).SelectMany(child => child is Paragraph or Table ? [child] : Blocks(child));

    /// <summary>Rows of a table or cells of a row, also inside content controls.</summary>
    private static IEnumerable<T> Within<T>(OpenXmlElement parent)
        where T : OpenXmlElement =>
        Seen(parent).SelectMany(child => child is T found ? [found] : child is TableRow or TableCell or Table or Paragraph ? [] : Within<T>(child));

    private static IEnumerable<OpenXmlElement> Seen(OpenXmlElement parent) =>
        parent.ChildElements.Where(child => child is not (DeletedRun or MoveFromRun or DeletedText or FieldCode or AlternateContentFallback or SdtProperties or TableCellProperties or TableRowProperties or ParagraphProperties));

    /// <summary>The text of a paragraph without that of its text boxes; lines parted by a line feed, white space collapsed.</summary>
    private static string TextOf(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph);
        return string.Join('\n', text.ToString().Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));

        void Append(OpenXmlElement parent)
        {
            foreach (var child in Seen(parent))
            {
                switch (child)
                {
                    case Run { RunProperties.Vanish: { } vanish } when vanish.Val?.Value != false:
                    case TextBoxContent:
                        break;
                    case Text written:
                        text.Append(written.Text.Replace('\n', ' '));
                        break;
                    case TabChar:
                        text.Append(' ');
                        break;
                    case Break or CarriageReturn:
                        text.Append('\n');
                        break;
                    case NoBreakHyphen:
                        text.Append('-');
                        break;
                    case SymbolChar { Char.Value: { } code } when ushort.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var symbol):
                        text.Append((char)symbol);
                        break;
                    default:
                        Append(child);
                        break;
                }
            }
        }
    }
}
