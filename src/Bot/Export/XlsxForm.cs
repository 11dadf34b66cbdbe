using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>A table of the form as a sheet: same grid, same merges, totals as formulas.</summary>
/// <remarks>
/// A formula stands only where the total is the sum of its parts. Where it is not, a formula would show another number than the report
/// as soon as somebody opens the file, and where a part is no number it would count it as 0; both are shown as they are and marked.
/// </remarks>
internal static class XlsxForm
{
    /// <summary>Puts the grid below what the sheet holds already.</summary>
    public static void Fill(XlsxSheet sheet, FormTable form, IReadOnlyList<double> widths)
    {
        var layout = FormLayout.Of(form.Kind);
        var figures = form.Cells.Where(cell => cell.Figure is not null).ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Figure!.Value);
        var top = sheet.CurrentRow + 1;
        for (var row = 0; row < form.Rows; row++)
        {
            sheet.StartRow(Height(form, row, widths));
            foreach (var cell in form.Cells.Where(cell => cell.Row <= row && row < cell.Row + cell.RowSpan).OrderBy(cell => cell.Column))
            {
                var style = StyleOf(cell, layout);
                if (cell.Row != row)
                    sheet.Blank(cell.Column, style);
                else if (cell.Figure is { } figure)
                    Put(sheet, cell, figure, figures, top);
                else
                    sheet.Text(cell.Column, cell.Label, style);
                for (var column = cell.Column + 1; column < cell.Column + cell.ColumnSpan; column++)
                    sheet.Blank(column, style);
            }
        }

        foreach (var cell in form.Cells.Where(cell => cell.RowSpan > 1 || cell.ColumnSpan > 1))
            sheet.Merge(top + cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan);
    }

    private static void Put(XlsxSheet sheet, FormCell cell, Figure figure, Dictionary<(int Row, int Column), Figure> figures, int top)
    {
        if (figure.Value is not { } number)
        {
            sheet.Text(cell.Column, figure.Text, XlsxStyles.Doubtful);
            return;
        }

        var isTotal = cell.Sum.Count > 0;
        var holds = isTotal && cell.Sum.All(part => figures[part].IsNumber) && cell.Sum.Sum(part => figures[part].Value) == number;
        sheet.Number(cell.Column, number, isTotal && !holds ? XlsxStyles.Doubtful : XlsxStyles.Number, holds ? FormulaOf(cell.Sum, top) : null);
    }

    /// <summary>The parts of a total stand in one row or one column without a gap; else they are added one by one.</summary>
    private static string FormulaOf(IReadOnlyList<(int Row, int Column)> parts, int top)
    {
        var (first, last) = (parts[0], parts[^1]);
        var isRun = parts.Index().All(part => part.Item == (first.Row, first.Column + part.Index)) || parts.Index().All(part => part.Item == (first.Row + part.Index, first.Column));
        return isRun ? $"SUM({At(first)}:{At(last)})" : string.Join('+', parts.Select(At));

        string At((int Row, int Column) part) => XlsxSheet.Address(top + part.Row, part.Column);
    }

    private static uint StyleOf(FormCell cell, FormLayout layout) => cell switch
    {
        { Figure: not null } => XlsxStyles.Number,
        _ when layout.IsRowLabel(cell) => XlsxStyles.RowLabel,
        _ => XlsxStyles.Label,
    };

    private static double Height(FormTable form, int row, IReadOnlyList<double> widths) => XlsxSheet.HeightOf(
        form.Cells.Where(cell => cell.Row == row && cell.RowSpan == 1).Select(cell => (cell.Label, widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum())));
}
