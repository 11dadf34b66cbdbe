using System.Globalization;
using Disclosure.Tables;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Bot.Export;

/// <summary>A table of the form as a Word table: same grid, same merges, as wide as the text.</summary>
/// <remarks>
/// Every row keeps with the next, so that a table that fits on one page stands on one; where it does not, no row is torn and the
/// headings are repeated.
/// </remarks>
internal static class DocxTable
{
    /// <summary>Half a millimetre on each side, so that five digits fit into the narrow cells.</summary>
    private const int Padding = 28;

    public static Table Of(FormTable form)
    {
        var layout = FormLayout.Of(form.Kind);
        return new Table([
            new TableProperties(
                new TableWidth { Width = Number(DocxPage.TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = Padding, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = Padding, Type = TableWidthValues.Dxa })),
            new TableGrid(layout.Widths.Select(width => new GridColumn { Width = Number(width) })),
            .. Enumerable.Range(0, form.Rows).Select(row => RowOf(form, layout, row)),
        ]);
    }

    private static TableRow RowOf(FormTable form, FormLayout layout, int row)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = (uint)layout.RowHeight, HeightType = HeightRuleValues.AtLeast });
        if (row < layout.HeadRows)
            properties.Append(new TableHeader());
        var across = form.Cells.Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan).OrderBy(cell => cell.Column);
        return new TableRow([properties, .. across.Select(cell => CellOf(cell, layout, row, keep: row < form.Rows - 1))]);
    }

    private static TableCell CellOf(FormCell cell, FormLayout layout, int row, bool keep)
    {
        var width = layout.Widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum();
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (cell.ColumnSpan > 1)
            properties.Append(new GridSpan { Val = cell.ColumnSpan });
        if (cell.RowSpan > 1)
            properties.Append(new VerticalMerge { Val = row == cell.Row ? MergedCellValues.Restart : MergedCellValues.Continue });
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });

        var paragraph = DocxText.Paragraph(layout.IsRowLabel(cell) ? DocxStyles.TableLabel : DocxStyles.TableNumber);
        if (keep)
            paragraph.ParagraphProperties!.KeepNext = new KeepNext();
        if (row == cell.Row)
            paragraph.Append(Content(cell, layout, width));
        return new TableCell(properties, paragraph);
    }

    private static Run Content(FormCell cell, FormLayout layout, int width)
    {
        if (layout.BreakIn(cell) is var end and > 0)
            return DocxText.Run(cell.Label[..end], cell.Label[end..]);
        var run = DocxText.Run(cell.Figure is { } figure ? figure.Text : cell.Label);
        var size = cell.Figure is { IsNumber: true } number ? SizeFor(number.Text.Length, width - (2 * Padding)) : DocxStyles.TableSize;
        if (size < DocxStyles.TableSize)
            run.RunProperties!.FontSize = new FontSize { Val = Number(size) };
        return run;
    }

    /// <summary>The largest size in which a number stays on one line; a number broken in two is read as two.</summary>
    /// <remarks>A digit is half as wide as it is high: five twentieths of a point for each half-point of size.</remarks>
    private static int SizeFor(int digits, int width) => Math.Clamp(width / (5 * Math.Max(digits, 1)), 10, DocxStyles.TableSize);

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
