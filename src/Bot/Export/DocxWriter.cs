using Disclosure.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Bot.Export;

/// <summary>
/// The annual report as a Word document in the layout of an official paper (GB/T 9704-2012): page, type and line pitch as the standard
/// gives them, so that nobody has to set it again before it is signed.
/// </summary>
/// <remarks>The same report gives the same bytes: ids are given, not drawn, and no time or author is kept.</remarks>
internal static class DocxWriter
{
    public static byte[] Write(AnnualReport report, Phrases texts)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rId1");
            DocxStyles.AddTo(main);
            var page = DocxPage.AddTo(main, report.Standing is ReportStanding.Draft ? texts : null);
            main.Document = new Document(new Body([.. Title(report, texts), .. Content(report), page]));
        }

        return FixedPackage.Of(stream);
    }

    /// <summary>Organ and year on lines of their own, as the title is set in print.</summary>
    private static IEnumerable<OpenXmlElement> Title(AnnualReport report, Phrases texts)
    {
        yield return DocxText.Paragraph(DocxStyles.Title, DocxText.Run(report.Agency), new Run(new Break()), DocxText.Run(FormLabels.Title(report.Year)));
        yield return report.Standing is ReportStanding.Draft
            ? DocxText.Paragraph(DocxStyles.DraftMark, DocxText.Run(texts.Of("Export.DraftMark")))
            : DocxText.Paragraph(DocxStyles.Body);
    }

    private static IEnumerable<OpenXmlElement> Content(AnnualReport report)
    {
        foreach (var element in report.Introduction.SelectMany(Block))
            yield return element;
        foreach (var section in report.Sections)
        {
            yield return DocxText.Paragraph(DocxStyles.Heading, DocxText.Run(section.Heading));
            foreach (var element in section.Blocks.SelectMany(Block))
                yield return element;
        }
    }

    private static IEnumerable<OpenXmlElement> Block(ReportBlock block) => block switch
    {
        ReportBlock.SubHeading heading => [DocxText.Paragraph(DocxStyles.SubHeading, DocxText.Run(heading.Text))],
        ReportBlock.Paragraph paragraph => Printable.Paragraphs(paragraph).Select(line => DocxText.Paragraph(DocxStyles.Body, [.. line.Select(DocxText.Run)])),
        // Two tables without a paragraph between them would grow into one.
        ReportBlock.Table table => [DocxTable.Of(table.Form), DocxText.Paragraph(DocxStyles.AfterTable)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
