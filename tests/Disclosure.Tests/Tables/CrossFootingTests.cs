using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class CrossFootingTests
{
    private static readonly string[] NoNumbers = ["", "/", "-"];

    public static TheoryData<int> EveryCell => [.. Enumerable.Range(0, ReportCells.Places.Count)];

    [Fact]
    public void A_report_in_which_everything_agrees_has_no_finding() =>
        Assert.Empty(CrossFooting.Check(TiedReport.Figures, TiedReport.Context));

    [Fact]
    public void The_form_has_two_hundred_numbers() =>
        Assert.Equal((200, 200), (ReportCells.Places.Count, ReportCells.Places.Distinct().Count()));

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void One_more_in_any_cell_is_noticed_and_named(int cell)
    {
        var before = ReportCells.Of(TiedReport.Figures)[cell];

        var findings = CrossFooting.Check(TiedReport.With(cell, Figure.Of(before.Value!.Value + 1)), TiedReport.Context);

        Assert.Contains(findings, finding => Names(finding, ReportCells.Places[cell]));
        Assert.All(findings, finding => Assert.NotEqual(finding.Left, finding.Right));
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void A_cell_without_a_number_is_named_and_never_read_as_zero(int cell)
    {
        foreach (var text in NoNumbers)
        {
            var findings = CrossFooting.Check(TiedReport.With(cell, Figure.NotANumber(text)), TiedReport.Context);

            Assert.Contains(findings, finding => finding.Where == ReportCells.Places[cell] && finding.Left == text && finding.Severity is FindingSeverity.Error);
            Assert.All(findings.Where(finding => finding.Id is not ("T3-INT" or "T4-INT" or "T2-NUM")), finding => Assert.True(finding.Unchecked, finding.ToString()));
        }
    }

    [Theory]
    [MemberData(nameof(EveryCell))]
    public void A_blank_zero_is_not_taken_for_the_zero_it_replaces(int cell)
    {
        var zeros = ReportCells.Figures(_ => Figure.Of(0));

        var findings = CrossFooting.Check(ReportCells.Figures(at => at == cell ? Figure.NotANumber("") : ReportCells.Of(zeros)[at]), new(AgencyLevel.Township) { Origin = ReportOrigin.Published });

        Assert.Contains(findings, finding => finding.Where == ReportCells.Places[cell]);
    }

    [Theory]
    [InlineData("表三 一、本年新收政府信息公开申请数量 自然人", "T3-FLOW 表三 自然人", "T3-ROW 表三 一、本年新收政府信息公开申请数量 总计")]
    [InlineData("表三 （三）不予公开1.属于国家秘密 科研机构", "T3-RESULT 表三 （七）总计 科研机构", "T3-ROW 表三 （三）不予公开1.属于国家秘密 总计")]
    [InlineData("表三 （七）总计 其他", "T3-FLOW 表三 其他", "T3-RESULT 表三 （七）总计 其他", "T3-ROW 表三 （七）总计 总计")]
    [InlineData("表三 四、结转下年度继续办理 总计", "T3-FLOW 表三 总计", "T3-ROW 表三 四、结转下年度继续办理 总计")]
    [InlineData("表三 二、上年结转政府信息公开申请数量 商业企业", "T3-FLOW 表三 商业企业", "T3-ROW 表三 二、上年结转政府信息公开申请数量 总计", "T3-CARRY 表三 二、上年结转政府信息公开申请数量 商业企业")]
    [InlineData("表四 复议后起诉 结果纠正", "T4-ROW 表四 复议后起诉 总计")]
    [InlineData("表四 行政复议 总计", "T4-ROW 表四 行政复议 总计")]
    [InlineData("表二 规章 现行有效件数", "T2-TOWN 表二 规章 现行有效件数", "T2-STOCK 表二 规章 现行有效件数")]
    [InlineData("表二 行政规范性文件 本年废止件数", "T2-STOCK 表二 行政规范性文件 现行有效件数")]
    public void One_more_breaks_just_the_equations_the_cell_stands_in(string place, params string[] expected)
    {
        var before = ReportCells.Of(TiedReport.Figures)[ReportCells.Places.Index().Single(one => one.Item == place).Index];

        var findings = CrossFooting.Check(TiedReport.With(place, Figure.Of(before.Value!.Value + 1)), TiedReport.Context with { Prose = null });

        Assert.Equal(expected.Order(StringComparer.Ordinal), findings.Select(finding => $"{finding.Id} {finding.Where}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("表三 （一）予以公开 自然人", "-1", "T3-INT")]
    [InlineData("表三 （一）予以公开 自然人", "1.5", "T3-INT")]
    [InlineData("表四 行政复议 其他结果", "-2", "T4-INT")]
    [InlineData("表二 行政许可 本年处理决定数量", "0.5", "T2-NUM")]
    [InlineData("表二 行政事业性收费 本年收费金额", "-0.1", "T2-NUM")]
    [InlineData("表二 行政事业性收费 本年收费金额", "52500", "T2-NUM")]
    public void A_number_that_cannot_be_is_named(string place, string number, string id)
    {
        var figure = Figure.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));

        var findings = CrossFooting.Check(TiedReport.With(place, figure), TiedReport.Context);

        Assert.Contains(findings, finding => (finding.Id, finding.Where, finding.Left) == (id, place, number));
    }

    [Fact]
    public void Both_sides_are_printed()
    {
        var findings = CrossFooting.Check(TiedReport.With("表四 行政复议 总计", Figure.Of(7)), TiedReport.Context with { Prose = null });

        Assert.Equal(("6", "7"), (findings.Single().Left, findings.Single().Right));
    }

    [Fact]
    public void A_side_with_an_unreadable_cell_shows_what_is_known_of_it()
    {
        var findings = CrossFooting.Check(TiedReport.With("表四 行政复议 尚未审结", Figure.NotANumber("/")), TiedReport.Context);

        Assert.Equal(("3+?", "6", true), findings.Where(finding => finding.Id == "T4-ROW").Select(finding => (finding.Left, finding.Right, finding.Unchecked)).Single());
    }

    [Fact]
    public void A_blank_in_a_published_report_is_a_warning_and_in_our_own_an_error()
    {
        var figures = TiedReport.With("表三 （一）予以公开 商业企业", Figure.NotANumber(""));

        Assert.True(CrossFooting.Stops(CrossFooting.Check(figures, TiedReport.Context)));
        Assert.False(CrossFooting.Stops(CrossFooting.Check(figures, TiedReport.Context with { Origin = ReportOrigin.Published })));
    }

    [Fact]
    public void Only_a_township_is_held_to_have_no_rules_and_small_fees()
    {
        var rules = ReportCells.Figures(at => at switch { 2 => Figure.Of(6), 9 => Figure.Of(96171.6m), _ => Figure.Of(0) });

        Assert.Equal(["T2-NUM", "T2-TOWN"], Ids(CrossFooting.Check(rules, new(AgencyLevel.Township) { Origin = ReportOrigin.Published })));
        Assert.Empty(CrossFooting.Check(rules, new(AgencyLevel.Prefecture) { Origin = ReportOrigin.Published }));
    }

    [Fact]
    public void Without_last_years_report_our_own_carry_over_is_said_to_be_unchecked()
    {
        var findings = CrossFooting.Check(TiedReport.Figures, TiedReport.Context with { Previous = null });

        Assert.Equal([("T3-CARRY", FindingSeverity.Info, true)], findings.Select(finding => (finding.Id, finding.Severity, finding.Unchecked)));
    }

    [Fact]
    public void When_the_register_carries_more_than_was_published_both_numbers_and_the_cases_are_named()
    {
        CountedCase[] cases = [Requests.Received("2025-12-30", 1), Requests.Received("2025-12-31", 2)];
        var published = Published(carriedOut: 1);
        var table = RequestTable.Of(2026, cases, published);

        var findings = CrossFooting.Check(TiedReport.Figures with { Requests = table.Figures }, new(AgencyLevel.Township) { Previous = published, Register = table });

        var carry = Assert.Single(findings, finding => finding.Id == "T3-CARRY");
        Assert.Equal(("1", "2", FindingSeverity.Error), (carry.Left, carry.Right, carry.Severity));
        Assert.Equal(["2025-0001", "2025-0002"], carry.Cases);
    }

    [Fact]
    public void When_the_register_carries_fewer_than_was_published_those_decided_last_are_named()
    {
        CountedCase[] cases = [Requests.Received("2025-11-03", 1, Outcome.Granted, "2025-12-30"), Requests.Received("2025-12-31", 2)];
        var published = Published(carriedOut: 2);
        var table = RequestTable.Of(2026, cases, published);

        var findings = CrossFooting.Check(TiedReport.Figures with { Requests = table.Figures }, new(AgencyLevel.Township) { Previous = published, Register = table });

        Assert.Equal(["2025-0001"], Assert.Single(findings, finding => finding.Id == "T3-CARRY").Cases);
    }

    [Fact]
    public void A_parents_cell_that_is_not_its_childrens_sum_is_worth_knowing()
    {
        var children = RollUp.Of([new(Some.Agency, "甲镇", TiedReport.Figures, []), new(AgencyCode.Parse("b"), "乙镇", TiedReport.Figures, [])]);
        var sum = children.Sum;

        var same = CrossFooting.Check(sum, new(AgencyLevel.County) { Origin = ReportOrigin.Published, Children = children });
        var other = CrossFooting.Check(ReportCells.Figures(at => at == 6 ? Figure.Of(1) : ReportCells.Of(sum)[at]), new(AgencyLevel.County) { Origin = ReportOrigin.Published, Children = children });

        Assert.Empty(same);
        Assert.Equal([("ROLLUP", FindingSeverity.Info, "1", "24")], other.Select(finding => (finding.Id, finding.Severity, finding.Left!, finding.Right!)));
    }

    private static ReportFigures Published(int carriedOut) => new(
        TiedReport.Previous.Proactive,
        new((row, heading) => Figure.Of(row is RequestRow.CarriedOut && heading is RequestHeading.NaturalPerson or RequestHeading.Total && row is RequestRow.CarriedOut ? carriedOut : 0)),
        TiedReport.Previous.Remedies);

    private static bool Names(TieOutFinding finding, string place)
    {
        // Row and heading of table three meet in two equations; the words of table two are found in the sentence.
        var parts = place.Split(' ');
        return finding.Where == place
            || (parts[0] == "表二" && finding.Id is "TXT-T2" && finding.Where.Contains(parts[1], StringComparison.Ordinal))
            || (parts[0] == "表三" && finding.Where == $"表三 {parts[1]} 总计")
            || (parts[0] == "表四" && finding.Where == $"表四 {parts[1]} 总计");
    }

    private static IEnumerable<string> Ids(IEnumerable<TieOutFinding> findings) => findings.Select(finding => finding.Id).Order(StringComparer.Ordinal);
}
