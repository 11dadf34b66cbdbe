using System.Text;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>The annual report as one page for the portal: prints on A4, reads on a phone, needs no script and nothing from elsewhere.</summary>
internal static class HtmlWriter
{
    public static byte[] Write(AnnualReport report, Phrases texts)
    {
        var html = new StringBuilder();
        Head(html, report, texts);
        html.Append("<main>\n<h1>").Append(Escaped(report.Agency)).Append("<br>").Append(Escaped(FormLabels.Title(report.Year))).Append("</h1>\n");
        Blocks(html, report.Introduction, texts);
        foreach (var section in report.Sections)
        {
            html.Append("<section>\n<h2>").Append(Escaped(section.Heading)).Append("</h2>\n");
            Blocks(html, section.Blocks, texts);
            html.Append("</section>\n");
        }

        html.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Head(StringBuilder html, AnnualReport report, Phrases texts)
    {
        var draft = report.Standing is ReportStanding.Draft;
        html.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        if (draft)
            html.Append("<meta name=\"robots\" content=\"noindex\">\n");
        html.Append("<title>").Append(Escaped(report.Agency + FormLabels.Title(report.Year) + (draft ? texts.Of("Export.DraftMark") : ""))).Append("</title>\n");
        html.Append("<style>\n").Append(HtmlStyle.Text).Append("</style>\n</head>\n<body>\n");
        if (draft)
            html.Append("<p class=\"draft\" role=\"note\">").Append(Escaped(texts.Of("Export.DraftHeader"))).Append("</p>\n");
    }

    private static void Blocks(StringBuilder html, IEnumerable<ReportBlock> blocks, Phrases texts)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case ReportBlock.SubHeading heading:
                    html.Append("<h3>").Append(Escaped(heading.Text)).Append("</h3>\n");
                    break;
                case ReportBlock.Paragraph paragraph:
                    foreach (var line in Printable.Paragraphs(paragraph))
                        html.Append("<p>").AppendJoin("", line.Select(Inline)).Append("</p>\n");
                    break;
                case ReportBlock.Table table:
                    HtmlTable.Append(html, table.Form, texts);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
    }

    private static string Inline(ReportText piece) => piece.ToWrite ? $"<mark>{Escaped(Printable.Shown(piece))}</mark>" : Escaped(piece.Text);

    /// <summary>Safe inside an element and inside quotes.</summary>
    internal static string Escaped(string text) => Printable.Clean(text)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal);
}
