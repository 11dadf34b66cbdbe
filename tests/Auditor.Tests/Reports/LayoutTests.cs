using Disclosure.Auditor.Reports;
using Disclosure.Tables;

namespace Disclosure.Auditor.Tests.Reports;

public class LayoutTests
{
    public static TheoryData<string> Names => [.. Layouts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_of_every_layout_comes_back_where_it_stood(string layout)
    {
        var report = Read(Layouts.All[layout](SampleReports.Distinct));

        AssertSame(SampleReports.Distinct, report.Figures);
        Assert.Equal(3, report.Tables.Count);
        Assert.All(report.Problems, problem => Assert.Equal((ReadingProblemKind.HeadingsMissing, "html without spans"), (problem.Kind, layout)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_of_zeros_is_read_as_zeros(string layout) => AssertSame(SampleReports.Zero, Read(Layouts.All[layout](SampleReports.Zero)).Figures);

    [Theory]
    [MemberData(nameof(Names))]
    public void Title_agency_and_year_are_read_in_every_layout(string layout)
    {
        var report = Read(Layouts.All[layout](SampleReports.Zero));

        Assert.Equal((SampleReports.Agency, SampleReports.Year), (report.Agency, report.Year));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_published_report_collected_comes_back_cell_for_cell(string layout)
    {
        Assert.SkipWhen(SampleReports.Real() is null, $"The collected reports are not at {SampleReports.Collected}.");

        Assert.All(SampleReports.Real()!, real => AssertSame(real.Figures, Read(Layouts.All[layout](real.Figures)).Figures));
    }

    internal static PublishedReport Read(byte[] bytes) => ReportReader.Read(bytes) switch
    {
        ReportReading.Read read => read.Report,
        ReportReading.Unreadable unreadable => throw new InvalidOperationException($"{unreadable.Fault}: {unreadable.Detail}"),
        _ => throw new InvalidOperationException(),
    };

    internal static void AssertSame(ReportFigures expected, ReportFigures actual) =>
        Assert.Equal(Layouts.Forms(expected).SelectMany(Cells).ToList(), Layouts.Forms(actual).SelectMany(Cells).ToList());

    internal static IEnumerable<(string Place, string Text)> Cells(FormTable form) => form.Cells.Where(cell => cell.Figure is not null).Select(cell => (cell.Place, cell.Figure!.Value.Text));
}
