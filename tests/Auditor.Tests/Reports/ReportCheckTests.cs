using Disclosure.Agencies;
using Disclosure.Auditor.Reports;

namespace Disclosure.Auditor.Tests.Reports;

public class ReportCheckTests
{
    [Fact]
    public void A_sound_report_has_no_findings() =>
        Assert.Equal("", Told(LayoutTests.Read(Layouts.Html(SampleReports.Zero))));

    internal static string Told(PublishedReport report, PublishedReport? previous = null, AgencyLevel level = AgencyLevel.Township) =>
        string.Join('\n', ReportCheck.Of(report, previous, level).Select(one => $"{one.Finding.Severity} {one.Finding.Id} {one.Problem}{(one.Finding.Unchecked ? " unchecked" : "")} [{one.Finding.Where}] {one.Finding.Left} ≠ {one.Finding.Right}"));
}
