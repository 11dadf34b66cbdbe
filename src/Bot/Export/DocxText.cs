using Disclosure.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Bot.Export;

/// <summary>Paragraphs and runs of a Word document.</summary>
internal static class DocxText
{
    public static Paragraph Paragraph(string style, params OpenXmlElement[] content) =>
        new([new ParagraphProperties(new ParagraphStyleId { Val = style }), .. content]);

    public static Run Run(string text) => new(new RunProperties(EastAsian()), Text(text));

    /// <summary>Two lines of one text.</summary>
    public static Run Run(string first, string second) => new(new RunProperties(EastAsian()), Text(first), new Break(), Text(second));

    /// <summary>A place somebody still has to write in stands out until it is written.</summary>
    public static Run Run(ReportText piece) => piece.ToWrite
        ? new(new RunProperties(EastAsian(), new Highlight { Val = HighlightColorValues.Yellow }), Text(Printable.Shown(piece)))
        : Run(piece.Text);

    private static Text Text(string text) => new(Printable.Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    // Quotation marks and dashes are shared by both scripts; without the hint they are set in the Western font, half as wide.
    private static RunFonts EastAsian() => new() { Hint = FontTypeHintValues.EastAsia };
}
