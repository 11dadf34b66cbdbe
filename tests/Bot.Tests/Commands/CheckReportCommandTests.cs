using System.Text;
using System.Text.Json;
using Disclosure.Auditor.Reports;
using Disclosure.Bot.Commands;
using Disclosure.Bot.Export;
using Disclosure.Bot.Tests.Export;
using Disclosure.Columns;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Commands;

public sealed class CheckReportCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Findings_are_a_table_with_the_gravest_first_and_end_with_1()
    {
        var file = Save("report.html", Page(2023, row: "<td>1</td><td>0</td><td>/</td><td>0</td><td>0</td><td>0</td><td>2</td>"));

        Assert.Equal(1, await RunAsync(file));

        Assert.Equal("", _error.ToString());
        Golden.Matches(_out.ToString());
    }

    [Fact]
    public async Task Json_has_the_four_keys_and_is_all_there_is()
    {
        var file = Save("report.html", Page(2023, row: "<td>1</td><td>0</td><td>/</td><td>0</td><td>0</td><td>0</td><td>2</td>"));

        Assert.Equal(1, await RunAsync(file, "--json"));

        var root = JsonDocument.Parse(_out.ToString()).RootElement;
        Assert.Equal(["agency", "year", "tables", "findings"], root.EnumerateObject().Select(key => key.Name));
        Assert.Equal((1, "/", JsonValueKind.Null), (
            root.GetProperty("tables").GetProperty("表三 一、本年新收政府信息公开申请数量 自然人").GetInt32(),
            root.GetProperty("tables").GetProperty("表三 一、本年新收政府信息公开申请数量 科研机构").GetString(),
            root.GetProperty("tables").GetProperty("表四 行政复议 结果维持").ValueKind));
        Assert.All(root.GetProperty("findings").EnumerateArray(), finding => Assert.Equal(["id", "severity", "where", "left", "right", "message"], finding.EnumerateObject().Select(key => key.Name)));
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2_and_says_so()
    {
        Assert.Equal(2, await RunAsync(_folder.File("no.html")));

        Assert.Equal("", _out.ToString());
        Assert.Contains("没有这个文件", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report.pdf", "%PDF-1.4", "pdf")]
    [InlineData("report.txt", "二、上年结转 0", "纯文本")]
    [InlineData("report.json", "{}", "export")]
    public async Task What_cannot_be_read_ends_with_2_and_says_what_to_do(string name, string content, string said)
    {
        Assert.Equal(2, await RunAsync(Save(name, content)));

        Assert.Contains(said, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_previous_report_of_another_year_is_refused()
    {
        Assert.Equal(2, await RunAsync(Save("now.html", Page(2023)), "--previous", Save("old.html", Page(2021))));

        Assert.Contains("应为 2022 年", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_nobody_knows_is_refused()
    {
        Assert.Equal(2, await RunAsync(Save("now.html", Page(2023)), "--agency-level", "village"));

        Assert.Contains("township", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_read_from_an_address_in_the_encoding_it_is_in()
    {
        await using var portal = await CannedPortal.StartAsync();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        portal.Page("/zwgk/nb.html", Page(2023), "text/html", Encoding.GetEncoding("GB18030"));

        Assert.Equal(1, await RunAsync(portal.At("/zwgk/nb.html").AbsoluteUri));

        Assert.Contains("某县某镇人民政府 2023 年", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_gives_nothing_says_why()
    {
        await using var portal = await CannedPortal.StartAsync();

        Assert.Equal(2, await RunAsync(portal.At("/gone.html").AbsoluteUri));

        Assert.Contains("404", _error.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Exported => [.. from name in ExportTests.Reports.Select(row => row.Data) from format in Enum.GetNames<ExportFormat>() select (name, format)];

    [Theory]
    [MemberData(nameof(Exported))]
    public void What_export_writes_is_read_back_cell_for_cell(string name, string format)
    {
        var report = ExportTests.Report(name);

        var read = Assert.IsType<ReportReading.Read>(ReportReader.Read(Enum.Parse<ExportFormat>(format).Write(new ReportFile(report, [], IsBegun: true)))).Report;

        Assert.Equal(ReportCells.Of(report.Figures).Select(figure => figure.Text), ReportCells.Of(read.Figures).Select(figure => figure.Text));
        Assert.Equal(report.Year, read.Year);
        // One of the reports has a name with marks no organ's name has; its title is read from the mark on.
        Assert.EndsWith(name == "untied" && format != nameof(ExportFormat.Json) ? "镇人民政府" : report.Agency, read.Agency, StringComparison.Ordinal);
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public void Every_fault_and_problem_has_its_sentence(Language language)
    {
        var phrases = Phrases.In(language);

        Assert.All(Enum.GetValues<ReportFault>(), fault => Assert.NotEqual("", phrases.Fault(new(fault, "x") { NotFetched = fault is ReportFault.NotFetched ? Reason.TimedOut : null })));
        Assert.All(Enum.GetValues<ReportFault>(), fault => Assert.Contains($"CheckReport.FaultShort.{fault}", phrases.All.Keys));
        Assert.All(Enum.GetValues<ReadingProblemKind>(), kind => Assert.NotEqual("", phrases.Finding(new(new("STRUCT", FindingSeverity.Error, "表三", "a", "b", []), kind))));
    }

    private string Save(string name, string content)
    {
        var file = _folder.File(name);
        File.WriteAllText(file, content);
        return file;
    }

    private Task<int> RunAsync(params string[] args)
    {
        // A clock that stands still would let the pause between two requests never end.
        Save("appsettings.json", """{"Fetch":{"DelayBetweenRequests":"00:00:00"}}""");
        return new CommandLine(Some.Terminal(_out, _error) with { Clock = TimeProvider.System }).RunAsync(["check-report", .. args, "--config", _folder.Path], TestContext.Current.CancellationToken);
    }

    /// <summary>A page with table three alone, all zeros but for one row.</summary>
    private static string Page(int year, string row = "<td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td>")
    {
        var form = ReportForm.Of(new RequestFigures((_, _) => Figure.Of(0)));
        var rows = form.Cells.GroupBy(cell => cell.Row).OrderBy(group => group.Key).Select(group => group.Key == 3
            ? $"<tr><td colspan=3>{group.First().Label}</td>{row}</tr>"
            : $"<tr>{string.Concat(group.OrderBy(cell => cell.Column).Select(cell => $"<td rowspan={cell.RowSpan} colspan={cell.ColumnSpan}>{cell.Label}{cell.Figure}</td>"))}</tr>");
        return $"<html><head><meta charset=utf-8></head><body><h1>某县某镇人民政府{year}年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>三、收到和处理政府信息公开申请情况</p><table>{string.Concat(rows)}</table></body></html>";
    }
}
