using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Bot.Export;

/// <summary>The page of an official paper: A4, text block 156 × 225 mm, 22 lines, page numbers at the outer edge (GB/T 9704-2012, 5, 7.5).</summary>
internal static class DocxPage
{
    /// <summary>156 mm, in twentieths of a point.</summary>
    public const int TextWidth = 8845;

    /// <summary>225 mm over 22 lines; a trace less than a 22nd, so that the last line is not pushed off the page.</summary>
    public const int LinePitch = 579;

    /// <param name="draft">Where the draft mark's words come from; null for a report that may go out.</param>
    public static SectionProperties AddTo(MainDocumentPart main, Phrases? draft)
    {
        Add<FooterPart>(main, "rId10").Footer = new Footer(Number(DocxStyles.OddFooter));
        Add<FooterPart>(main, "rId11").Footer = new Footer(Number(DocxStyles.EvenFooter));
        List<OpenXmlElement> parts =
        [
            new FooterReference { Type = HeaderFooterValues.Default, Id = "rId10" },
            new FooterReference { Type = HeaderFooterValues.Even, Id = "rId11" },
        ];
        if (draft is not null)
        {
            Add<HeaderPart>(main, "rId12").Header = new Header(DocxText.Paragraph(DocxStyles.DraftHeader, DocxText.Run(draft.Of("Export.DraftHeader"))));
            parts.Insert(0, new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId12" });
            parts.Insert(1, new HeaderReference { Type = HeaderFooterValues.Even, Id = "rId12" });
        }

        return new SectionProperties([
            .. parts,
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 1020, Footer = 1417, Gutter = 0 },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = LinePitch },
        ]);
    }

    private static T Add<T>(MainDocumentPart main, string id)
        where T : OpenXmlPart, IFixedContentTypePart => main.AddNewPart<T>(id);

    private static Paragraph Number(string style) => DocxText.Paragraph(
        style,
        DocxText.Run("— "),
        new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
        DocxText.Run(" —"));
}
