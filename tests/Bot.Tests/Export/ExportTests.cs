using System.Globalization;
using System.IO.Compression;
using Disclosure.Bot.Export;
using Disclosure.Tables;

namespace Disclosure.Bot.Tests.Export;

/// <summary>What holds for every format.</summary>
public class ExportTests
{
    private static readonly Dictionary<string, Func<AnnualReport>> Named = new(StringComparer.Ordinal)
    {
        ["zero"] = SomeReports.Zero,
        ["busy"] = SomeReports.Busy,
        ["untied"] = SomeReports.Untied,
    };

    private static readonly Dictionary<string, Func<AnnualReport, byte[]>> Writers = new(StringComparer.Ordinal)
    {
        ["docx"] = report => DocxWriter.Write(report, SomeReports.Texts),
        ["xlsx"] = report => XlsxWriter.Write(report, SomeReports.Register, SomeReports.Texts),
        ["html"] = report => HtmlWriter.Write(report, SomeReports.Texts),
        ["json"] = report => JsonWriter.Write(report, SomeReports.Texts),
    };

    public static TheoryData<string> Reports => [.. Named.Keys];

    public static TheoryData<string> Formats => [.. Writers.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_report_gives_the_same_bytes_in_any_culture(string format)
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            var written = new[] { "tr-TR", "ar-SA", "de-DE", "" }.Select(culture =>
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                return Writers[format](SomeReports.Untied());
            }).ToList();

            Assert.All(written, bytes => Assert.Equal(written[0], bytes));
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void A_package_carries_no_time_and_no_empty_part(string format)
    {
        using var zip = new ZipArchive(new MemoryStream(Writers[format](SomeReports.Busy())));

        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime));
        Assert.All(zip.Entries, entry => Assert.NotEqual(0, entry.Length));
        Assert.Equal(["[Content_Types].xml", "_rels/.rels"], zip.Entries.Take(2).Select(entry => entry.FullName));
    }

    [Fact]
    public void Text_no_file_can_hold_is_replaced_by_a_sign_that_shows()
    {
        Assert.Equal("一\uFFFD二\uFFFD三😀", Printable.Clean("一\u0000二\uDC00三😀"));
        Assert.Equal("就是\t这样\n", Printable.Clean("就是\t这样\n"));
    }

    internal static AnnualReport Report(string name) => Named[name]();

    internal static IEnumerable<FormTable> Forms(AnnualReport report) =>
        report.Sections.SelectMany(section => section.Blocks).OfType<ReportBlock.Table>().Select(table => table.Form);

    /// <summary>A grid as text: where each cell begins, what it spans, what stands in it.</summary>
    internal static string Drawn(FormTable form) => string.Concat(form.Cells.Select(cell =>
        string.Create(CultureInfo.InvariantCulture, $"{cell.Row},{cell.Column} {cell.ColumnSpan}x{cell.RowSpan} {cell.Figure?.Text ?? cell.Label}\n")));
}
