using Disclosure.Agencies;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class StructureTests
{
    public static TheoryData<string[], string[]> Headings => new()
    {
        { [.. FormLabels.Sections], [] },
        { ["", .. FormLabels.Sections], [] },
        { [.. FormLabels.Sections.Select(heading => heading.Replace("、", " 、　", StringComparison.Ordinal))], [] },
        { With(3, "四、因政府信息公开被申请行政复议和提起行政诉讼情况"), ["Info 四、因政府信息公开被申请行政复议和提起行政诉讼情况"] },
        { With(4, "五、政府信息公开工作存在的问题"), ["Error 五、政府信息公开工作存在的问题"] },
        { With(1, "三、主动公开政府信息情况"), ["Error 三、主动公开政府信息情况"] },
        { [.. FormLabels.Sections.Take(5)], ["Error 六、其他需要报告的事项"] },
        { [.. FormLabels.Sections, "七、附件"], ["Warning 七、附件"] },
        { [.. FormLabels.Sections.Take(3), FormLabels.Sections[4], FormLabels.Sections[3], FormLabels.Sections[5]], ["Error 五、存在的主要问题及改进情况"] },
        { [], [.. FormLabels.Sections.Select(heading => "Error " + heading)] },
    };

    [Theory]
    [MemberData(nameof(Headings))]
    public void The_six_headings_stand_in_order_and_as_worded(string[] headings, string[] expected)
    {
        var prose = new ReportProse(TiedReport.Year, [.. headings.Select(heading => new ProseSection(heading, "没有收取信息处理费。"))]);

        var findings = CrossFooting.Check(TiedReport.Figures, new(AgencyLevel.Township) { Origin = ReportOrigin.Published, Prose = prose });

        Assert.Equal(expected, findings.Where(finding => finding.Id == "STRUCT").Select(finding => $"{finding.Severity} {finding.Where}"));
    }

    [Fact]
    public void A_narrative_copied_from_the_year_before_is_noticed_whatever_its_numbers()
    {
        var before = Narrative("2024年全镇围绕乡村振兴、社会救助、惠农补贴等重点领域主动公开政府信息41条，依托政务公开专区为群众提供查阅和咨询服务，组织业务培训2次。");
        var copied = Narrative("2025年全镇围绕乡村振兴、社会救助、惠农补贴等重点领域主动公开政府信息33条，依托政务公开专区为群众提供查阅和咨询服务，组织业务培训4次。");
        var written = Narrative("今年把村务公开栏与镇级平台的目录逐项核对，补齐了十一个村的征地补偿公示，并请村民代表评议公开内容是否看得懂、用得上，评议意见全部整改。");

        Assert.Equal(["一、总体情况"], Repeated(copied, before));
        Assert.Empty(Repeated(written, before));
        Assert.Empty(Repeated(copied, null));
    }

    private static IEnumerable<string> Repeated(ReportProse now, ReportProse? before) =>
        CrossFooting.Check(TiedReport.Figures, new(AgencyLevel.Township) { Origin = ReportOrigin.Published, Prose = now, PreviousProse = before })
            .Where(finding => finding.Id == "REPEAT").Select(finding => finding.Where);

    private static ReportProse Narrative(string text) => new(TiedReport.Year, [new("一、总体情况", text)]);

    private static string[] With(int at, string heading) => [.. FormLabels.Sections.Select((one, i) => i == at ? heading : one)];
}
