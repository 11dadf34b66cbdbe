using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Auditor.Reports;

/// <summary>Takes a workbook apart: each sheet that is shown is a table, a row with a single filled cell a line of text.</summary>
internal static class ExcelReport
{
    /// <exception cref="OpenXmlPackageException">The package is no workbook.</exception>
    public static RawReport Read(Stream file)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: false, OpenXmlFiles.Settings);
        var parts = new List<RawPart>();
        if (document.WorkbookPart is { Workbook: { } workbook } book)
        {
            var texts = SharedTexts(book);
            foreach (var sheet in workbook.Descendants<Sheet>().Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible))
            {
                if (sheet.Id?.Value is { } id && book.TryGetPartById(id, out var part) && part is WorksheetPart { Worksheet: { } worksheet })
                    TakeSheet(worksheet, texts, parts);
            }
        }

        return new(parts, document.PackageProperties.Title is { Length: > 0 } title ? [title] : []);
    }

    private static List<string> SharedTexts(WorkbookPart book) =>
        [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(TextOf) ?? []];

    private static void TakeSheet(Worksheet worksheet, List<string> texts, List<RawPart> parts)
    {
        var written = Written(worksheet, texts);
        if (written.Count == 0)
            return;
        var (rows, columns) = (written.Keys.Max(place => place.Row) + 1, written.Keys.Max(place => place.Column) + 1);
        var merges = worksheet.Descendants<MergeCell>().Select(merge => Area(merge.Reference?.Value)).OfType<(int Top, int Left, int Bottom, int Right)>()
            .Where(area => area.Top < rows && area.Left < columns)
            .ToList();

        var grid = new ReportGrid();
        grid.Open(rows - 1);
        foreach (var (top, left, bottom, right) in merges)
            grid.Put(new(top, left, Math.Min(bottom, rows - 1) - top + 1, Math.Min(right, columns - 1) - left + 1, written.GetValueOrDefault((top, left), "")));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                // A cell never touched is not in the file; on the sheet it is a blank one.
                if (grid[row, column] is null)
                    grid.Put(new(row, column, 1, 1, written.GetValueOrDefault((row, column), "")));
            }

            if (grid.Row(row).Where(cell => cell.Row == row && !cell.IsBlank).ToList() is [var only])
                parts.AddRange(only.Text.Split('\n').Select(line => new RawPart.Paragraph(line)));
        }

        parts.Add(new RawPart.Table(grid));
    }

    private static Dictionary<(int Row, int Column), string> Written(Worksheet worksheet, List<string> texts)
    {
        var written = new Dictionary<(int, int), string>();
        var row = -1;
        foreach (var line in worksheet.Descendants<Row>())
        {
            row = line.RowIndex is { } index ? (int)Math.Min(index.Value, int.MaxValue) - 1 : row + 1;
            var column = -1;
            foreach (var cell in line.Elements<Cell>())
            {
                column = Place(cell.CellReference?.Value)?.Column ?? column + 1;
                if (row < ReportGrid.MostRows && column < ReportGrid.MostColumns && Shown(cell, texts) is { Length: > 0 } text)
                    written[(row, column)] = text;
            }
        }

        return written;
    }

    /// <summary>What a cell shows. A formula that was never computed shows nothing yet, and that is said instead of guessed.</summary>
    private static string Shown(Cell cell, List<string> texts)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value is { } type)
        {
            if (type == CellValues.SharedString)
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";
            if (type == CellValues.InlineString)
                return cell.InlineString is { } inline ? TextOf(inline) : "";
            if (type != CellValues.Number)
                return Lines(value);
        }

        if (value.Length == 0)
            return cell.CellFormula is { } formula ? $"={formula.Text}" : "";
        // The file keeps binary fractions (59237.244899999998); fifteen digits are what Excel shows and people typed.
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? exact.ToString("0.##########", CultureInfo.InvariantCulture)
            : value;
    }

    /// <summary>Text without its reading aids (rPh), which are shown nowhere.</summary>
    private static string TextOf(OpenXmlElement item)
    {
        var text = new StringBuilder();
        foreach (var child in item.ChildElements)
        {
            if (child is Text plain)
                text.Append(plain.Text);
            else if (child is Run run)
                text.Append(run.Text?.Text);
        }

        return Lines(text.ToString());
    }

    private static string Lines(string text) =>
        string.Join('\n', text.Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));

    private static (int Top, int Left, int Bottom, int Right)? Area(string? reference)
    {
        var ends = (reference ?? "").Split(':');
        return Place(ends[0]) is var (top, left) && Place(ends[^1]) is var (bottom, right) && bottom >= top && right >= left ? (top, left, bottom, right) : null;
    }

    /// <summary>The place of <c>C12</c>, from 0.</summary>
    private static (int Row, int Column)? Place(string? reference)
    {
        var letters = (reference ?? "").Replace("$", "", StringComparison.Ordinal);
        var column = 0;
        var at = 0;
        while (at < letters.Length && at < 3 && char.IsAsciiLetter(letters[at]))
            column = (column * 26) + char.ToUpperInvariant(letters[at++]) - 'A' + 1;
        return at > 0 && int.TryParse(letters.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? (row - 1, column - 1) : null;
    }
}
