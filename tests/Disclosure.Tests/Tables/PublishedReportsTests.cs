using System.Text.Json;
using Disclosure.Agencies;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Tables;

/// <summary>Real published tables, each with what is known to be wrong with it; the sentences are those the collection notes.</summary>
public class PublishedReportsTests
{
    private static readonly string Collection = Repository.PathTo("..", "shared", "data", "annual-reports.json");

    /// <summary>Agency and year, level, sentences of its text, the ids that must and the only ones that may be found.</summary>
    public static TheoryData<string, int, AgencyLevel, string, string> Reports => new()
    {
        { "淮安市人民政府", 2024, AgencyLevel.Prefecture, "2024年，全市共收到政府信息公开申请3119件，上年结转34件，答复3050件，结转下年度继续办理103件。", "" },
        { "宿迁市人民政府", 2023, AgencyLevel.Prefecture, "2023年，全市共办理政府信息公开申请3607件。新收3511件申请，上年结转96件，办结3486件，结转下年度继续办理121件。", "" },
        { "宿迁市人民政府", 2024, AgencyLevel.Prefecture, "2024年，全市共收办政府信息公开申请3646件。因政府信息公开引起的行政复议案件134件，行政诉讼案件57件。", "TXT-T4 134 170|TXT-T4 57 77" },
        { "上海市人民政府办公厅", 2019, AgencyLevel.Department, "2019年，收到政府信息公开申请859件。予以公开及部分公开258件，不予公开35件，无法提供265件，不予处理158件，其他处理0件，共答复805件。", "TXT-CLASS 258 275|TXT-CLASS 265 337" },
        { "沭阳县发展和改革局", 2023, AgencyLevel.Department, "2023年，收到政府信息公开申请26件。", "" },
        { "洛浦县恰尔巴格镇人民政府", 2023, AgencyLevel.Township, "2023年，我镇主动公开政府信息33条。及时主动更新重点领域信息9条，其他信息24条。全年共受理政府信息公开申请0件。", "" },
        { "尼勒克县某镇人民政府", 2023, AgencyLevel.Township, "", "T2-TOWN 6 0" },
        { "海城市西柳镇人民政府", 2023, AgencyLevel.Township, "2022年，我镇制定规范性文件0件，废止0件，现行有效0件。", "TXT-YEAR 2022 2023|TXT-T2 0 4|TXT-T2 0 32" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_published_report_comes_out_as_annotated(string agency, int year, AgencyLevel level, string text, string expected)
    {
        Assert.SkipUnless(File.Exists(Collection), $"There is no collection of published reports at {Collection}.");
        var report = Find(agency, year);
        var figures = FiguresOf(report);
        var prose = new ReportProse(year, [new("一、总体情况", text), new("六、其他需要报告的事项", "没有收取信息处理费。")]);

        var findings = CrossFooting.Check(figures, new(level) { Origin = ReportOrigin.Published, Prose = prose, Previous = agency == "宿迁市人民政府" && year == 2024 ? FiguresOf(Find(agency, 2023)) : null });

        var said = findings.Where(finding => finding.Id is not "STRUCT" && !finding.Unchecked && finding.Left is not (null or "")).Select(finding => $"{finding.Id} {finding.Left} {finding.Right}");
        Assert.Equal(expected, string.Join('|', said));
        // What the collection does not have is named as unread, cell by cell, and nothing of it is held to be wrong.
        var unread = ReportCells.Of(figures).Index().Where(cell => !cell.Item.IsNumber).Select(cell => ReportCells.Places[cell.Index]);
        Assert.Subset(findings.Select(finding => finding.Where).ToHashSet(), unread.ToHashSet());
    }

    [Fact]
    public void A_total_column_left_blank_is_named_row_by_row_while_the_rest_still_ties()
    {
        Assert.SkipUnless(File.Exists(Collection), $"There is no collection of published reports at {Collection}.");

        var findings = CrossFooting.Check(FiguresOf(Find("上海市人民政府办公厅", 2019)), new(AgencyLevel.Department) { Origin = ReportOrigin.Published });

        Assert.Equal(21, findings.Count(finding => finding.Id == "T3-INT" && finding.Where.EndsWith("总计", StringComparison.Ordinal)));
        Assert.DoesNotContain(findings, finding => finding.Id.StartsWith("T3-", StringComparison.Ordinal) && finding.Severity is FindingSeverity.Error);
    }

    private static JsonElement Find(string agency, int year)
    {
        using var collection = JsonDocument.Parse(File.ReadAllText(Collection));
        return collection.RootElement.EnumerateArray().Single(one => one.GetProperty("agency").GetString() == agency && one.GetProperty("year").GetInt32() == year).Clone();
    }

    private static ReportFigures FiguresOf(JsonElement report) => new(
        ProactiveFigures.Of(cell => ProactiveAt(report, cell)),
        new((row, heading) => report.TryGetProperty("table3", out var table) && table.TryGetProperty(KeyOf(row), out var cells) ? Cell(cells[(int)heading]) : Figure.NotANumber("")),
        new((route, heading) => report.TryGetProperty("table4", out var cells) ? Cell(cells[((int)route * 5) + (int)heading]) : Figure.NotANumber("")));

    private static Figure ProactiveAt(JsonElement report, ProactiveCell cell)
    {
        var (row, heading) = cell switch
        {
            ProactiveCell.RulesIssued => ("第二十条第（一）项 规章", "本年制发件数"),
            ProactiveCell.RulesRepealed => ("第二十条第（一）项 规章", "本年废止件数"),
            ProactiveCell.RulesInForce => ("第二十条第（一）项 规章", "现行有效件数"),
            ProactiveCell.DocumentsIssued => ("第二十条第（一）项 行政规范性文件", "本年制发件数"),
            ProactiveCell.DocumentsRepealed => ("第二十条第（一）项 行政规范性文件", "本年废止件数"),
            ProactiveCell.DocumentsInForce => ("第二十条第（一）项 行政规范性文件", "现行有效件数"),
            ProactiveCell.Licences => ("第二十条第（五）项 行政许可 本年处理决定数量", ""),
            ProactiveCell.Penalties => ("第二十条第（六）项 行政处罚 本年处理决定数量", ""),
            ProactiveCell.CompulsoryMeasures => ("第二十条第（六）项 行政强制 本年处理决定数量", ""),
            _ => ("第二十条第（八）项 行政事业性收费 本年收费金额（万元）", ""),
        };
        if (!report.TryGetProperty("table2", out var table) || !table.TryGetProperty(row, out var value))
            return Figure.NotANumber("");
        return heading.Length == 0 ? Cell(value) : Cell(value.GetProperty(heading));
    }

    private static string KeyOf(RequestRow row)
    {
        var group = FormLabels.GroupOf(row);
        var label = FormLabels.Of(row);
        if (group.Length > 0)
            return $"三{group} {label}";
        return label.StartsWith('（') ? $"三{label}" : label;
    }

    private static Figure Cell(JsonElement value) => value.ValueKind is JsonValueKind.Number ? Figure.Of(value.GetDecimal()) : Figure.NotANumber("");
}
