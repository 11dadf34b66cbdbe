using System.Text;
using Disclosure.Tables;

namespace Disclosure.Auditor.Tests.Reports;

/// <summary>Prints a report's tables the ways they are met: one function per layout, from figures to a page or file.</summary>
internal static class Layouts
{
    public static IReadOnlyDictionary<string, Func<ReportFigures, byte[]>> All { get; } = new Dictionary<string, Func<ReportFigures, byte[]>>(StringComparer.Ordinal)
    {
        ["plain html"] = figures => Html(figures),
        ["html in gb18030"] = InGb18030,
        ["html pasted from Word"] = figures => Html(figures, WordCell),
        ["html in layout tables"] = figures => Encoding.UTF8.GetBytes(Nested(HtmlText(figures))),
        ["html broken over pages"] = figures => Html(figures, breakAfter: [10, 18]),
        ["html broken over pages without heads"] = figures => Html(figures, breakAfter: [10, 18], repeatHeads: false),
        ["html without spans"] = figures => Html(figures, WithoutSpans),
        ["html in full-width forms"] = figures => Html(figures, FullWidth),
        ["html with blank columns"] = figures => Encoding.UTF8.GetBytes(WithBlankColumns(figures)),
        ["docx"] = figures => OfficeFiles.Docx(Forms(figures)),
        ["docx broken over pages"] = figures => OfficeFiles.Docx(Forms(figures), breakAfter: [9, 17]),
        ["xlsx, a sheet per table"] = figures => OfficeFiles.Xlsx(Forms(figures), oneSheet: false),
        ["xlsx, one sheet"] = figures => OfficeFiles.Xlsx(Forms(figures), oneSheet: true),
    };

    public static IReadOnlyList<FormTable> Forms(ReportFigures figures) => [ReportForm.Of(figures.Proactive), ReportForm.Of(figures.Requests), ReportForm.Of(figures.Remedies)];

    public static byte[] Html(ReportFigures figures, Func<FormCell, string>? cell = null, int[]? breakAfter = null, bool repeatHeads = true) =>
        Encoding.UTF8.GetBytes(HtmlText(figures, cell, breakAfter, repeatHeads));

    public static string HtmlText(ReportFigures figures, Func<FormCell, string>? cell = null, int[]? breakAfter = null, bool repeatHeads = true)
    {
        var tables = Forms(figures).Select(form => Table(form, cell ?? Plain, form.Kind is FormTableKind.Requests ? breakAfter : null, repeatHeads)).ToList();
        return Page(tables[0], tables[1], tables[2]);
    }

    /// <summary>The whole page around three tables.</summary>
    public static string Page(string two, string three, string four) => $"""
        <!DOCTYPE html><html><head><meta charset="utf-8"><title>{SampleReports.Agency}{SampleReports.Year}年政府信息公开工作年度报告_某县政府</title></head><body>
        <div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a> 三、四、五</div>
        <div id="zoom"><h1>{SampleReports.Agency}{SampleReports.Year}年政府信息公开工作年度报告</h1>
        <p>根据《中华人民共和国政府信息公开条例》编制本报告，统计期限为2023年1月1日至12月31日。</p>
        <p>一、总体情况</p><p>（一）主动公开情况</p><p>全年主动公开政府信息33条。</p>
        <p>二、主动公开政府信息情况</p>{two}
        <p>三、收到和处理政府信息公开申请情况</p>{three}
        <p>四、政府信息公开行政复议、行政诉讼情况</p>{four}
        <p>五、存在的主要问题及改进情况</p><p>（一）存在问题。</p><p>六、其他需要报告的事项</p><p>本年度没有收取信息处理费。</p></div>
        <div>主办：某县政府 ICP备00000000号</div></body></html>
        """;

    public static string Table(FormTable form, Func<FormCell, string> cell, int[]? breakAfter = null, bool repeatHeads = true)
    {
        var html = new StringBuilder("<table border=1>");
        var head = new StringBuilder();
        foreach (var rows in form.Cells.GroupBy(one => one.Row).OrderBy(group => group.Key))
        {
            var row = new StringBuilder("<tr>");
            foreach (var one in rows.OrderBy(one => one.Column))
                row.Append(cell(Cut(one, breakAfter)));
            row.Append("</tr>\n");
            if (rows.Key < 3)
                head.Append(row);
            html.Append(row);
            if (breakAfter?.Contains(rows.Key) == true)
                html.Append("</table><p></p><table border=1>").Append(repeatHeads ? head : "");
        }

        return html.Append("</table>").ToString();
    }

    public static string Plain(FormCell cell) => $"<td rowspan=\"{cell.RowSpan}\" colspan=\"{cell.ColumnSpan}\">{Text(cell)}</td>";

    public static string Text(FormCell cell) => cell.Figure is { } figure ? figure.Text : cell.Label;

    private static byte[] InGb18030(ReportFigures figures)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(HtmlText(figures).Replace("utf-8", "gb2312", StringComparison.Ordinal));
    }

    /// <summary>A merged cell ends at the page; what it spans there is not labelled again.</summary>
    private static FormCell Cut(FormCell cell, int[]? breakAfter)
    {
        var end = breakAfter?.Where(after => cell.Row <= after && cell.Row + cell.RowSpan - 1 > after).Select(after => after - cell.Row + 1).DefaultIfEmpty(cell.RowSpan).Min() ?? cell.RowSpan;
        return cell with { RowSpan = end };
    }

    private static string WordCell(FormCell cell)
    {
        var text = string.Concat(Text(cell).Select((c, at) => at % 3 == 2 ? $"<span lang=EN-US style='font-family:仿宋'>{c}</span>" : $"{c}"));
        return $"""
            <td width=41 {(cell.RowSpan > 1 ? $"rowspan={cell.RowSpan}" : "")} {(cell.ColumnSpan > 1 ? $"colspan={cell.ColumnSpan}" : "")} style='width:30.8pt;border:solid windowtext 1.0pt;mso-border-alt:solid'>
            <p class=MsoNormal align=center><span style='font-size:10.5pt'><o:p>&nbsp;</o:p>{text}<span style='display:none'>9</span></span><span style='mso-hide:all'>7</span></p></td>
            """;
    }

    /// <summary>Colspans lost: numbers stand at another grid column in every kind of row.</summary>
    private static string WithoutSpans(FormCell cell) => cell.Figure is null ? $"<td rowspan={cell.RowSpan}>{cell.Label}</td>" : $"<td>{cell.Figure.Value.Text}</td>";

    private static string FullWidth(FormCell cell) => cell with { Label = "" } is var one && cell.Figure is { } figure
        ? Plain(one with { Figure = null, Label = string.Concat(figure.Text.Select(c => c is '.' ? '．' : (char)(c + 0xFEE0))) })
        : Plain(cell with { Label = string.Join(cell.Label.Length < 8 ? "<br>&emsp;" : "\n", cell.Label.Replace('（', '(').Replace('）', ')').Replace('.', '、').Chunk(4).Select(part => new string(part))) });

    private static string Nested(string page) =>
        page.Replace("<div id=\"zoom\">", "<table width=100%><tr><td width=200><table><tr><td>信息公开指南</td></tr><tr><td>信息公开年报</td></tr></table></td><td><table><tr><td>", StringComparison.Ordinal)
            .Replace("</div>\n<div>主办", "</td></tr></table></td></tr></table>\n<div>主办", StringComparison.Ordinal);

    /// <summary>A blank column before the numbers and one behind, in every row, as spreadsheets pasted into pages have them.</summary>
    private static string WithBlankColumns(ReportFigures figures)
    {
        var forms = Forms(figures);
        return Page(Table(forms[0], Plain), Padded(forms[1]), Padded(forms[2]));

        static string Padded(FormTable form) =>
            Table(form, Plain).Replace("<tr>", "<tr><td>&nbsp;</td>", StringComparison.Ordinal).Replace("</tr>", "<td></td></tr>", StringComparison.Ordinal).Replace("</table>", "<tr height=0><td></td><td></td></tr></table>", StringComparison.Ordinal);
    }
}
