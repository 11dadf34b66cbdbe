using System.Globalization;
using System.Text;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>A table of the form as an HTML table: same grid, same merges, headings told apart from numbers for those who listen to a page.</summary>
internal static class HtmlTable
{
    public static void Append(StringBuilder html, FormTable form, Phrases texts)
    {
        var layout = FormLayout.Of(form.Kind);
        // On a phone the table is wider than the page; the hint is no sentence of the report, so it is not in the text.
        var hint = HtmlWriter.Escaped(texts.Of("Export.Swipe"));
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide {Class(form.Kind)}\" data-hint=\"{hint}\" tabindex=\"0\" role=\"region\" aria-label=\"{FormLabels.Of(form.Kind)}\">\n<table>\n<colgroup>");
        foreach (var width in layout.Widths)
            html.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{100m * width / DocxPage.TextWidth:0.##}%\">");
        html.Append("</colgroup>\n");
        if (layout.HeadRows > 0)
            Rows(html, form, layout, "thead", 0, layout.HeadRows);
        Rows(html, form, layout, "tbody", layout.HeadRows, form.Rows);
        html.Append("</table>\n</div>\n");
    }

    private static void Rows(StringBuilder html, FormTable form, FormLayout layout, string part, int first, int after)
    {
        html.Append('<').Append(part).Append(">\n");
        for (var row = first; row < after; row++)
        {
            html.Append("<tr>");
            foreach (var cell in form.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column))
                Cell(html, cell, layout);
            html.Append("</tr>\n");
        }

        html.Append("</").Append(part).Append(">\n");
    }

    private static void Cell(StringBuilder html, FormCell cell, FormLayout layout)
    {
        var spans = (cell.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"") : "")
            + (cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"") : "");
        if (cell.Figure is { } figure)
            html.Append("<td").Append(spans).Append('>').Append(HtmlWriter.Escaped(figure.Text)).Append("</td>");
        else
            html.Append("<th").Append(spans).Append(Scope(cell, layout)).Append('>').Append(Label(cell, layout.BreakIn(cell))).Append("</th>");
    }

    private static string Label(FormCell cell, int end) =>
        end > 0 ? $"{HtmlWriter.Escaped(cell.Label[..end])}<wbr>{HtmlWriter.Escaped(cell.Label[end..])}" : HtmlWriter.Escaped(cell.Label);

    private static string Scope(FormCell cell, FormLayout layout) => cell switch
    {
        _ when layout.BreakIn(cell) > 0 => " class=\"name group\" scope=\"rowgroup\"",
        _ when layout.IsRowLabel(cell) => cell.RowSpan > 1 ? " class=\"name\" scope=\"rowgroup\"" : " class=\"name\" scope=\"row\"",
        { ColumnSpan: > 1 } => " scope=\"colgroup\"",
        { Column: 0 } when layout.HeadRows == 0 => " scope=\"row\"",
        _ => " scope=\"col\"",
    };

    private static string Class(FormTableKind kind) => kind.ToString().ToLowerInvariant();
}
