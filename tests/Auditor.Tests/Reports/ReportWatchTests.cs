using Disclosure.Alerts;
using Disclosure.Auditor.Reports;
using Disclosure.Auditor.Tests.Audits;
using Disclosure.Columns;

namespace Disclosure.Auditor.Tests.Reports;

public sealed class ReportWatchTests : AuditFixture
{
    private Column Reports => Column("nb", ColumnKind.Yearly) with { Name = "政府信息公开年报" };

    [Fact]
    public async Task A_new_report_is_checked_and_told_once()
    {
        PutReport(Layouts.HtmlText(SampleReports.Zero));

        var first = await AuditAsync(Reports);
        Clock.Advance(TimeSpan.FromDays(1));
        var second = await AuditAsync(Reports);

        Assert.Equal(AlertKind.ReportTied, Assert.Single(Told(first)).Kind);
        Assert.Empty(Told(second));
        Assert.Single(await AlertKeysAsync(), key => key.Contains("/report@", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_does_not_tie_out_names_its_equations()
    {
        PutReport(Layouts.HtmlText(SampleReports.Zero).Replace("<td rowspan=\"1\" colspan=\"1\">0</td></tr>\n</table>", "<td>5</td></tr>\n</table>", StringComparison.Ordinal));

        var alert = Assert.Single(Told(await AuditAsync(Reports)));

        Assert.Equal(AlertKind.ReportNotTied, alert.Kind);
        Assert.NotEmpty(alert.Report!.Findings);
        Assert.Equal(Portal.At("/nb/t1.html"), alert.Report.Address);
    }

    [Fact]
    public async Task A_report_changed_in_place_is_noticed_within_a_week()
    {
        PutReport(Layouts.HtmlText(SampleReports.Zero));
        await AuditAsync(Reports);
        PutReport(Layouts.HtmlText(SampleReports.Distinct));

        var alerts = new List<Alert>();
        for (var day = 0; day < 7; day++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            alerts.AddRange(Told(await AuditAsync(Reports)));
        }

        Assert.Equal(AlertKind.ReportNotTied, Assert.Single(alerts).Kind);
    }

    [Fact]
    public async Task A_report_that_cannot_be_read_is_said_to_be_unchecked_and_tried_again()
    {
        PutReport("<html><body><h1>某镇2025年政府信息公开工作年度报告</h1><p><img src=a.png></p><a href=/a.pdf>附件</a></body></html>");
        var first = await AuditAsync(Reports);
        Clock.Advance(TimeSpan.FromDays(1));
        PutReport(Layouts.HtmlText(SampleReports.Zero));

        var second = await AuditAsync(Reports);

        Assert.Equal([AlertKind.ReportNotRead, AlertKind.ReportTied], Told(first).Concat(Told(second)).Select(alert => alert.Kind));
        Assert.DoesNotContain("/a.pdf", AskedSince(0));
    }

    [Fact]
    public async Task A_Word_file_is_downloaded_only_where_the_page_has_no_tables()
    {
        PutReport("<html><body><h1>某镇2023年政府信息公开工作年度报告</h1><p>详见附件</p><a href=\"/files/nb.docx\">附件</a></body></html>");
        Portal.Bytes("/files/nb.docx", Layouts.All["docx"](SampleReports.Distinct), "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

        Assert.Equal(AlertKind.ReportNotTied, Assert.Single(Told(await AuditAsync(Reports))).Kind);
        Assert.Contains("/files/nb.docx", AskedSince(0));
    }

    [Fact]
    public async Task The_report_of_the_year_before_is_what_carried_numbers_are_held_against()
    {
        PutReport(Layouts.HtmlText(SampleReports.Zero));
        var before = SampleReports.Of((row, heading) => row is Disclosure.Tables.RequestRow.NewlyReceived or Disclosure.Tables.RequestRow.CarriedOut && heading is Disclosure.Tables.RequestHeading.NaturalPerson or Disclosure.Tables.RequestHeading.Total ? 2 : 0, (_, _) => 0, _ => 0);
        Portal.Page("/nb/t2.html", Layouts.HtmlText(before).Replace("2023", "2022", StringComparison.Ordinal));

        var alert = Assert.Single(Told(await AuditAsync(Reports)));

        Assert.Contains("T3-CARRY×2", alert.Report!.Findings);
    }

    [Theory]
    [InlineData("政府信息公开年报", true)]
    [InlineData("政府信息公开工作年度报告", true)]
    [InlineData("统计年报", false)]
    [InlineData("政府工作报告", false)]
    [InlineData("通知公告", false)]
    public void Only_the_column_of_disclosure_reports_is_watched(string name, bool watched) => Assert.Equal(watched, ReportWatch.IsReportColumn(Reports with { Name = name }));

    private void PutReport(string page)
    {
        Portal.Page("/nb/", Page("<li><a href=\"/nb/t1.html\">2025年政府信息公开工作年度报告</a><span>2026-01-20</span></li><li><a href=\"/nb/t2.html\">2024年政府信息公开工作年度报告</a><span>2025-01-20</span></li><li><a href=\"/nb/t3.html\">2023年政府信息公开工作年度报告</a><span>2024-01-20</span></li>"));
        Portal.Page("/nb/t1.html", page);
    }

    private static List<Alert> Told(AuditReport report) => [.. report.Alerts.Where(alert => alert.Report is not null)];
}
