using Disclosure.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Auditor.Tests.Reports;

/// <summary>Prints tables into Word and Excel files as those programs merge cells.</summary>
internal static class OfficeFiles
{
    public static byte[] Docx(IReadOnlyList<FormTable> forms, int[]? breakAfter = null) => Docx(
    [
        Line($"{SampleReports.Agency}"), Line($"{SampleReports.Year}年政府信息公开工作年度报告"), Line("一、总体情况"),
        .. forms.SelectMany(form => Tables(form, form.Kind is FormTableKind.Requests ? breakAfter ?? [] : [])),
    ]);

    public static byte[] Docx(IEnumerable<OpenXmlElement> body)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new W.Document(new W.Body(body));
        return file.ToArray();
    }

    public static W.Paragraph Line(string text) => new(new W.Run(new W.Text(text)));

    /// <summary>One table, or the tables it becomes when it is broken after some rows.</summary>
    public static IEnumerable<OpenXmlElement> Tables(FormTable form, params int[] breakAfter)
    {
        var table = new W.Table();
        for (var row = 0; row < form.Rows; row++)
        {
            var line = new W.TableRow();
            for (var column = 0; column < form.Columns;)
            {
                var cell = form.Cells.Single(one => one.Row <= row && row < one.Row + one.RowSpan && one.Column <= column && column < one.Column + one.ColumnSpan);
                line.Append(Cell(cell, row));
                column += cell.ColumnSpan;
            }

            table.Append(line);
            if (!breakAfter.Contains(row))
                continue;
            yield return table;
            yield return Line("");
            table = new W.Table();
        }

        yield return table;
    }

    public static byte[] Xlsx(IReadOnlyList<FormTable> forms, bool oneSheet)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheets = new Sheets();
            book.Workbook = new Workbook(sheets);
            var cells = new SortedDictionary<(int Row, int Column), S.Cell>();
            var merges = new List<MergeCell>();
            cells[(0, 0)] = TextCell(0, 0, $"{SampleReports.Agency}{SampleReports.Year}年政府信息公开工作年度报告");
            var top = 2;
            foreach (var form in forms)
            {
                Put(form, top, cells, merges);
                top += form.Rows + 2;
                if (oneSheet)
                    continue;
                AddSheet(book, sheets, cells, merges);
                (cells, merges, top) = (new(), [], 0);
            }

            if (oneSheet)
                AddSheet(book, sheets, cells, merges);
        }

        return file.ToArray();
    }

    private static W.TableCell Cell(FormCell cell, int row)
    {
        var properties = new W.TableCellProperties();
        if (cell.ColumnSpan > 1)
            properties.Append(new W.GridSpan { Val = cell.ColumnSpan });
        if (cell.RowSpan > 1)
            properties.Append(row == cell.Row ? new W.VerticalMerge { Val = W.MergedCellValues.Restart } : new W.VerticalMerge());
        return new(properties, Line(row == cell.Row ? Layouts.Text(cell) : ""));
    }

    private static void Put(FormTable form, int top, SortedDictionary<(int, int), S.Cell> cells, List<MergeCell> merges)
    {
        foreach (var cell in form.Cells)
        {
            var (row, column) = (top + cell.Row, cell.Column);
            cells[(row, column)] = cell.Figure is { } figure
                ? figure.Value is null
                    ? TextCell(row, column, figure.Text)
                    : new S.Cell { CellReference = Name(row, column), CellValue = new CellValue(figure.Text == "59237.2449" ? "59237.244899999998" : figure.Text) }
                : TextCell(row, column, cell.Label);
            if (cell.RowSpan > 1 || cell.ColumnSpan > 1)
                merges.Add(new() { Reference = $"{Name(row, column)}:{Name(row + cell.RowSpan - 1, column + cell.ColumnSpan - 1)}" });
        }
    }

    private static S.Cell TextCell(int row, int column, string text) =>
        new() { CellReference = Name(row, column), DataType = CellValues.InlineString, InlineString = new(new S.Text(text)) };

    private static void AddSheet(WorkbookPart book, Sheets sheets, SortedDictionary<(int Row, int Column), S.Cell> cells, List<MergeCell> merges)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var rows = cells.GroupBy(cell => cell.Key.Row).Select(row => (OpenXmlElement)new Row(row.Select(cell => (OpenXmlElement)cell.Value)) { RowIndex = (uint)row.Key + 1 });
        part.Worksheet = new Worksheet(new SheetData(rows), new MergeCells(merges.Select(merge => (OpenXmlElement)merge)));
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = $"表{sheets.Count() + 1}" });
    }

    private static string Name(int row, int column) => $"{(char)('A' + column)}{row + 1}";
}
