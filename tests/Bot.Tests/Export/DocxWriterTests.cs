using System.Text;
using Disclosure.Bot.Export;
using Disclosure.Tables;
using Disclosure.Tests.Shared;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Bot.Tests.Export;

public class DocxWriterTests
{
    [Theory]
    [MemberData(nameof(ExportTests.Reports), MemberType = typeof(ExportTests))]
    public void Office_objects_to_nothing_in_it(string name)
    {
        using var document = Open(ExportTests.Report(name));

        Assert.Empty(OfficePackage.Faults(document));
    }

    [Fact]
    public void The_document_is_frozen()
    {
        using var document = Open(SomeReports.Untied());

        Golden.Matches(string.Concat(document.MainDocumentPart!.Document!.Body!.Elements().SelectMany(Outline).Select(line => line + "\n")));
    }

    [Fact]
    public void Page_and_type_are_those_of_an_official_paper() => Golden.Matches(OfficePackage.Part(DocxWriter.Write(SomeReports.Zero(), SomeReports.Texts), "word/styles.xml"), "xml");

    [Fact]
    public void The_page_leaves_a_text_block_of_156_by_225_millimetres()
    {
        using var document = Open(SomeReports.Zero());

        var (size, margin) = (Only<PageSize>(document), Only<PageMargin>(document));

        Assert.Equal(156, Millimetres(size.Width!.Value - margin.Left!.Value - margin.Right!.Value));
        Assert.Equal(225, Millimetres(size.Height!.Value - (uint)margin.Top!.Value - (uint)margin.Bottom!.Value));
        Assert.Equal((37, 28), (Millimetres((uint)margin.Top.Value), Millimetres(margin.Left.Value)));
    }

    [Theory]
    [MemberData(nameof(ExportTests.Reports), MemberType = typeof(ExportTests))]
    public void Its_tables_read_back_are_the_form(string name)
    {
        var report = ExportTests.Report(name);
        using var document = Open(report);

        var read = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Select(ReadBack);

        Assert.Equal(ExportTests.Forms(report).Select(ExportTests.Drawn), read);
    }

    [Fact]
    public void Every_table_is_as_wide_as_the_text_and_its_cells_as_the_table()
    {
        using var document = Open(SomeReports.Busy());

        foreach (var table in document.MainDocumentPart!.Document!.Descendants<Table>())
        {
            Assert.Equal(DocxPage.TextWidth, table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!, null)));
            Assert.All(table.Elements<TableRow>(), row => Assert.Equal(DocxPage.TextWidth, row.Descendants<TableCellWidth>().Sum(width => int.Parse(width.Width!, null))));
        }
    }

    [Fact]
    public void Headings_of_the_long_tables_are_repeated_and_no_row_is_torn()
    {
        using var document = Open(SomeReports.Busy());

        var tables = document.MainDocumentPart!.Document!.Descendants<Table>().ToList();

        Assert.Equal([0, 3, 3], tables.Select(table => table.Descendants<TableHeader>().Count()));
        Assert.All(tables.SelectMany(table => table.Elements<TableRow>()), row => Assert.Single(row.Descendants<CantSplit>()));
    }

    [Fact]
    public void A_number_too_wide_for_its_cell_is_set_smaller_instead_of_broken()
    {
        var figures = SomeReports.ZeroFigures with { Requests = new((row, heading) => row is RequestRow.Total && heading is RequestHeading.Total ? Figure.Of(12345678) : Figure.Of(12345)) };
        using var document = Open(SomeReports.Busy() with { Sections = [new("表", [new ReportBlock.Table(ReportForm.Of(figures.Requests))])] });

        var sized = document.MainDocumentPart!.Document!.Descendants<Table>().Single().Descendants<Run>().Where(run => run.RunProperties?.FontSize is not null).ToList();

        Assert.Equal(["12345678"], sized.Select(run => run.InnerText));
        Assert.Equal("14", sized[0].RunProperties!.FontSize!.Val!.Value);
    }

    [Fact]
    public void A_draft_says_so_on_every_page_and_a_final_report_nowhere()
    {
        using var draft = Open(SomeReports.Untied());
        using var final = Open(SomeReports.Zero());

        Assert.Equal(2, draft.MainDocumentPart!.Document!.Descendants<HeaderReference>().Count());
        Assert.Contains("草稿", draft.MainDocumentPart.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        Assert.Contains("草稿", draft.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
        Assert.Empty(final.MainDocumentPart!.HeaderParts);
        Assert.DoesNotContain("草稿", final.MainDocumentPart.Document!.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_to_write_is_in_brackets_and_highlighted()
    {
        using var document = Open(SomeReports.Untied());

        var marked = document.MainDocumentPart!.Document!.Descendants<Run>().Where(run => run.RunProperties?.Highlight is not null);

        Assert.Equal(["【补充本年栏目调整次数】"], marked.Select(run => run.InnerText));
    }

    [Fact]
    public void What_people_typed_keeps_its_paragraphs_and_loses_nothing_silently()
    {
        using var document = Open(SomeReports.Untied());

        var paragraphs = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();

        Assert.Contains("先写一段", paragraphs);
        Assert.Contains("另起一段，含控制符\uFFFD和半个字\uFFFD，【补充本年栏目调整次数】；完。", paragraphs);
    }

    [Fact]
    public void It_says_nothing_about_who_made_it_and_when()
    {
        using var document = Open(SomeReports.Busy());

        Assert.Null(document.CoreFilePropertiesPart);
        Assert.Null(document.ExtendedFilePropertiesPart);
    }

    private static WordprocessingDocument Open(AnnualReport report) => WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(report, SomeReports.Texts)), isEditable: false);

    private static T Only<T>(WordprocessingDocument document)
        where T : DocumentFormat.OpenXml.OpenXmlElement => document.MainDocumentPart!.Document!.Descendants<T>().Single();

    private static int Millimetres(uint twentieths) => (int)Math.Round(twentieths / 20m / 72 * 25.4m);

    /// <summary>Everything that decides how it looks, one line a paragraph or cell.</summary>
    private static IEnumerable<string> Outline(DocumentFormat.OpenXml.OpenXmlElement element) => element switch
    {
        Paragraph paragraph => [Line(paragraph)],
        Table table =>
        [
            $"Table {string.Join(' ', table.Descendants<GridColumn>().Select(column => column.Width))}",
            .. table.Elements<TableRow>().SelectMany((row, index) => row.Elements<TableCell>()
                .Select(cell => $"  {index + 1}{(row.Descendants<TableHeader>().Any() ? "*" : "")} {cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1} {MergeOf(cell)}{Line(cell.Elements<Paragraph>().Single())}")),
        ],
        _ => [element.OuterXml.Replace(" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"", "", StringComparison.Ordinal)],
    };

    private static string Line(Paragraph paragraph) =>
        $"{paragraph.ParagraphProperties!.ParagraphStyleId!.Val}{(paragraph.ParagraphProperties.KeepNext is null ? "" : "+")}| {string.Concat(paragraph.Elements<Run>().Select(Words))}";

    private static string Words(Run run)
    {
        var text = string.Concat(run.ChildElements.Select(part => part is Break ? " / " : part is Text ? part.InnerText : ""));
        return run.RunProperties?.Highlight is null ? text : $"<<{text}>>";
    }

    private static string MergeOf(TableCell cell) => cell.TableCellProperties!.VerticalMerge?.Val?.Value is not { } merge ? "" : merge == MergedCellValues.Restart ? "v " : "^ ";

    /// <summary>Row by row, cell by cell; what a cell spans down is counted from the cells that continue it.</summary>
    private static string ReadBack(Table table)
    {
        var drawn = new StringBuilder();
        var rows = table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Scan()).ToList();
        foreach (var (index, row) in rows.Index())
        {
            foreach (var (column, cell) in row.Where(cell => cell.Cell.TableCellProperties!.VerticalMerge?.Val?.Value != MergedCellValues.Continue))
            {
                var down = cell.TableCellProperties!.VerticalMerge is null
                    ? 1
                    : 1 + rows.Skip(index + 1).TakeWhile(below => below.Any(other => other.Column == column && other.Cell.TableCellProperties!.VerticalMerge?.Val?.Value == MergedCellValues.Continue)).Count();
                drawn.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index},{column} {cell.TableCellProperties.GridSpan?.Val?.Value ?? 1}x{down} {cell.InnerText}\n");
            }
        }

        return drawn.ToString();
    }
}

internal static class GridReading
{
    /// <summary>Each cell with the grid column it begins at.</summary>
    public static List<(int Column, TableCell Cell)> Scan(this IEnumerable<TableCell> cells)
    {
        var at = 0;
        List<(int, TableCell)> placed = [];
        foreach (var cell in cells)
        {
            placed.Add((at, cell));
            at += cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1;
        }

        return placed;
    }
}
