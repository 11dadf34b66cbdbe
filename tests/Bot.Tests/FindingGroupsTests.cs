using Disclosure.Tables;

namespace Disclosure.Bot.Tests;

public sealed class FindingGroupsTests
{
    private static readonly Phrases Zh = Phrases.In(Language.Zh);

    [Fact]
    public void A_heading_left_blank_is_one_line_that_says_how_many_cells()
    {
        var findings = Enumerable.Range(1, 22).Select(row => Blank($"表三 第{row}行 总计")).ToList();

        var joined = FindingGroups.Joined(findings, Zh);

        Assert.Equal(["表三 第1行 总计 等 22 处"], joined.Select(finding => finding.Where));
    }

    [Fact]
    public void Few_of_a_kind_other_tables_other_contents_and_findings_with_cases_stay_apart()
    {
        List<TieOutFinding> findings =
        [
            Blank("表三 甲 总计"), Blank("表三 乙 总计"), Blank("表三 丙 总计"),
            Blank("表四 甲 总计"),
            .. Enumerable.Range(1, 3).Select(row => Blank($"表三 {row} 自然人") with { Left = "/" }),
            .. Enumerable.Range(1, 5).Select(row => Blank($"表三 {row} 总计") with { Cases = [$"2026-000{row}"] }),
        ];

        Assert.Equal(findings, FindingGroups.Joined(findings, Zh));
    }

    private static TieOutFinding Blank(string where) => new("T3-INT", FindingSeverity.Warning, where, "", null, []);
}
