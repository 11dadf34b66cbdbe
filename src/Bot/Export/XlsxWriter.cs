using Disclosure.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Bot.Export;

/// <summary>The annual report's tables as a workbook that can be checked and added up further, with the register and the findings behind them.</summary>
/// <remarks>The same report gives the same bytes: ids are given, not drawn, and no time or author is kept.</remarks>
internal static class XlsxWriter
{
    /// <summary>A report page's width in characters of a spreadsheet, from twentieths of a point.</summary>
    private const double TwentiethsPerCharacter = 75;

    /// <param name="register">The year's requests; null where the tables do not come from a register of ours.</param>
    public static byte[] Write(AnnualReport report, IReadOnlyList<RegisterRow>? register, Phrases texts)
    {
        List<XlsxSheet> sheets =
        [
            Form(report, ReportForm.Of(report.Figures.Proactive), texts),
            Form(report, ReportForm.Of(report.Figures.Requests), texts),
            Form(report, ReportForm.Of(report.Figures.Remedies), texts),
        ];
        if (register is not null)
            sheets.Add(Register(report, register, texts));
        sheets.Add(Findings(report, texts));

        using var stream = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var main = package.AddWorkbookPart();
            package.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<WorkbookStylesPart>("rId100").Stylesheet = XlsxStyles.Sheet();
            foreach (var (index, sheet) in sheets.Index())
                main.AddNewPart<WorksheetPart>(IdOf(index)).Worksheet = sheet.ToWorksheet(index == 0, "&C&P / &N");
            main.Workbook = Workbook(sheets);
        }

        return FixedPackage.Of(stream);
    }

    private static Workbook Workbook(IReadOnlyList<XlsxSheet> sheets)
    {
        var workbook = new Workbook(
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            new Sheets(sheets.Select((sheet, index) => new Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = IdOf(index) })));
        var repeated = sheets.Index().Where(sheet => sheet.Item.HeadingRow > 0)
            .Select(sheet => new DefinedName($"'{sheet.Item.Name}'!$1:${sheet.Item.HeadingRow}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)sheet.Index });
        workbook.Append(new DefinedNames(repeated));
        return workbook;
    }

    private static XlsxSheet Form(AnnualReport report, FormTable form, Phrases texts)
    {
        double[] widths = [.. FormLayout.Of(form.Kind).Widths.Select(width => Math.Round(width / TwentiethsPerCharacter, 1))];
        var sheet = new XlsxSheet(FormLabels.Of(form.Kind), widths) { Landscape = form.Kind is FormTableKind.Remedies };
        Title(sheet, report, FormLabels.SectionOf(form.Kind), texts);
        XlsxForm.Fill(sheet, form, widths);
        return sheet;
    }

    private static XlsxSheet Register(AnnualReport report, IReadOnlyList<RegisterRow> rows, Phrases texts)
    {
        var severalAgencies = rows.DistinctBy(row => row.Agency).Take(2).Count() > 1;
        double[] widths = [14, 16, 18, 15, 18, 46, 13, 18];
        var sheet = new XlsxSheet(texts.Of("Export.Sheet.Register"), [.. severalAgencies ? [28] : (double[])[], .. widths]) { HeadingRow = 3, Landscape = true };
        Title(sheet, report, sheet.Name, texts);
        XlsxLists.Register(sheet, rows, severalAgencies, texts);
        return sheet;
    }

    private static XlsxSheet Findings(AnnualReport report, Phrases texts)
    {
        var sheet = new XlsxSheet(texts.Of("Export.Sheet.Findings"), [10, 12, 40, 14, 14, 60, 24]) { HeadingRow = 3, Landscape = true };
        Title(sheet, report, sheet.Name, texts);
        XlsxLists.Findings(sheet, report.Findings, texts);
        return sheet;
    }

    private static void Title(XlsxSheet sheet, AnnualReport report, string subject, Phrases texts)
    {
        sheet.StartRow(24);
        sheet.Text(0, texts.Of("Export.SheetTitle", ("agency", report.Agency), ("title", FormLabels.Title(report.Year)), ("sheet", subject)), XlsxStyles.Title);
        sheet.StartRow(18);
        if (report.Standing is ReportStanding.Draft)
            sheet.Text(0, texts.Of("Export.DraftHeader"), XlsxStyles.Note);
    }

    private static string IdOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rId{index + 2}");
}
