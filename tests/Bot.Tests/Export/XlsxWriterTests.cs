using System.Globalization;
using Disclosure.Bot.Export;
using Disclosure.Tables;
using Disclosure.Tests.Shared;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Bot.Tests.Export;

public class XlsxWriterTests
{
    /// <summary>The form begins below the title and the line for the draft mark.</summary>
    private const int Above = 2;

    [Theory]
    [MemberData(nameof(ExportTests.Reports), MemberType = typeof(ExportTests))]
    public void Office_objects_to_nothing_in_it(string name)
    {
        using var workbook = Open(ExportTests.Report(name), SomeReports.Register);

        Assert.Empty(OfficePackage.Faults(workbook));
    }

    [Fact]
    public void The_sheet_of_table_three_is_frozen() => Golden.Matches(OfficePackage.Part(Written(SomeReports.Untied()), "xl/worksheets/sheet2.xml"), "xml");

    [Fact]
    public void The_register_is_frozen() => Golden.Matches(OfficePackage.Part(Written(SomeReports.Untied()), "xl/worksheets/sheet4.xml"), "xml");

    [Fact]
    public void The_findings_are_frozen() => Golden.Matches(OfficePackage.Part(Written(SomeReports.Untied()), "xl/worksheets/sheet5.xml"), "xml");

    [Theory]
    [MemberData(nameof(ExportTests.Reports), MemberType = typeof(ExportTests))]
    public void Its_tables_read_back_are_the_form(string name)
    {
        var report = ExportTests.Report(name);
        using var workbook = Open(report, []);

        var read = Sheets(workbook).Take(3).Select(ReadBack);

        Assert.Equal(ExportTests.Forms(report).Select(ExportTests.Drawn), read);
    }

    [Fact]
    public void Every_total_of_a_tied_report_is_a_live_formula_with_its_value()
    {
        using var workbook = Open(SomeReports.Busy(), []);
        var cells = Sheets(workbook)[1].Descendants<Cell>().Where(cell => cell.CellFormula is not null).ToDictionary(cell => cell.CellReference!.Value!, cell => (cell.CellFormula!.Text, cell.CellValue!.Text));

        Assert.Equal(25 + 6, cells.Count);
        Assert.Equal(("SUM(D6:I6)", "3119"), cells["J6"]);
        Assert.Equal(("SUM(D8:D28)", "2932"), cells["D29"]);
    }

    [Fact]
    public void A_total_that_does_not_hold_stays_as_printed_and_is_marked()
    {
        using var workbook = Open(SomeReports.Untied(), []);

        var total = At(workbook, 1, "D29");

        Assert.Null(total.CellFormula);
        Assert.Equal(("2931", XlsxStyles.Doubtful), (total.CellValue!.Text, total.StyleIndex!.Value));
    }

    [Theory]
    [InlineData("F8", "/")]
    [InlineData("I30", "")]
    public void A_cell_without_a_number_is_text_and_the_totals_over_it_are_no_formulas(string address, string shown)
    {
        using var workbook = Open(SomeReports.Untied(), []);

        var cell = At(workbook, 1, address);
        var rowTotal = At(workbook, 1, "J" + address[1..]);

        Assert.Equal((CellValues.InlineString, shown, XlsxStyles.Doubtful), (cell.DataType!.Value, cell.InnerText, cell.StyleIndex!.Value));
        Assert.Null(rowTotal.CellFormula);
    }

    [Fact]
    public void Days_of_the_register_are_days_and_what_is_unknown_is_blank()
    {
        using var workbook = Open(SomeReports.Busy(), SomeReports.Register);

        Assert.Equal(new DateOnly(2024, 1, 31), DayIn(At(workbook, 3, "D4")));
        Assert.Equal("2025-01-20（暂定）", At(workbook, 3, "E6").InnerText);
        Assert.Equal("", At(workbook, 3, "E7").InnerText);
        Assert.Equal("（六）其他处理3.其他", At(workbook, 3, "F5").InnerText);
    }

    [Fact]
    public void Requests_of_several_agencies_say_whose_they_are()
    {
        using var one = Open(SomeReports.Busy(), SomeReports.Register);
        using var several = Open(SomeReports.Busy(), [.. SomeReports.Register, SomeReports.Register[0] with { Agency = "另一镇人民政府" }]);

        Assert.Equal("登记编号", At(one, 3, "A3").InnerText);
        Assert.Equal(("单位", "另一镇人民政府"), (At(several, 3, "A3").InnerText, At(several, 3, "A8").InnerText));
    }

    [Fact]
    public void A_register_without_requests_says_so_and_one_that_is_not_ours_is_left_out()
    {
        using var empty = Open(SomeReports.Zero(), []);
        using var none = Open(SomeReports.Zero(), null);

        Assert.Equal("本年没有登记政府信息公开申请。", At(empty, 3, "A4").InnerText);
        Assert.Equal(["表二", "表三", "表四", "核对结果"], none.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.Equal("勾稽关系全部成立，没有发现问题。", At(none, 3, "A4").InnerText);
    }

    private static byte[] Written(AnnualReport report) => XlsxWriter.Write(report, SomeReports.Register, SomeReports.Texts);

    private static SpreadsheetDocument Open(AnnualReport report, IReadOnlyList<RegisterRow>? register) =>
        SpreadsheetDocument.Open(new MemoryStream(XlsxWriter.Write(report, register, SomeReports.Texts)), isEditable: false);

    private static List<Worksheet> Sheets(SpreadsheetDocument workbook) =>
        [.. workbook.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!)];

    private static Cell At(SpreadsheetDocument workbook, int sheet, string address) => Sheets(workbook)[sheet].Descendants<Cell>().Single(cell => cell.CellReference == address);

    private static DateOnly DayIn(Cell cell) => DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)));

    private static string ReadBack(Worksheet sheet)
    {
        var merges = sheet.Descendants<MergeCell>().Select(merge => merge.Reference!.Value!.Split(':')).ToDictionary(ends => ends[0], ends => Place(ends[1]));
        var covered = merges.SelectMany(merge => from row in Enumerable.Range(Place(merge.Key).Row, merge.Value.Row - Place(merge.Key).Row + 1)
                                                 from column in Enumerable.Range(Place(merge.Key).Column, merge.Value.Column - Place(merge.Key).Column + 1)
                                                 where (row, column) != Place(merge.Key)
                                                 select (row, column)).ToHashSet();
        return string.Concat(from cell in sheet.Descendants<Cell>()
                             let at = Place(cell.CellReference!)
                             where at.Row > Above && !covered.Contains(at)
                             let end = merges.GetValueOrDefault(cell.CellReference!.Value!, at)
                             select $"{at.Row - Above - 1},{at.Column} {end.Column - at.Column + 1}x{end.Row - at.Row + 1} {(cell.CellValue?.Text ?? cell.InnerText)}\n");
    }

    private static (int Row, int Column) Place(string address) => (int.Parse(address.AsSpan(1), CultureInfo.InvariantCulture), address[0] - 'A');
}
