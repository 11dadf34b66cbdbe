using Disclosure.Agencies;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class RollUpTests
{
    [Fact]
    public void Children_that_tie_out_are_added_up_cell_by_cell()
    {
        var sum = RollUp.Of([Child("a", TiedReport.Figures), Child("b", TiedReport.Figures), Child("c", TiedReport.Previous)]);

        Assert.True(sum.IsComplete);
        Assert.Empty(sum.Findings);
        Assert.Equal(
            ReportCells.Of(TiedReport.Figures).Zip(ReportCells.Of(TiedReport.Previous), (one, other) => (one.Value * 2) + other.Value),
            ReportCells.Of(sum.Sum).Select(figure => figure.Value));
    }

    [Fact]
    public void A_child_that_is_missing_or_does_not_tie_out_is_left_out_and_named()
    {
        var untied = new TieOutFinding("T3-FLOW", FindingSeverity.Error, "表三 总计", "1", "2", []);

        var sum = RollUp.Of([Child("a", TiedReport.Figures), Child("b", null), Child("c", TiedReport.Figures, untied), Child("d", TiedReport.With(0, Figure.NotANumber("")))]);

        Assert.False(sum.IsComplete);
        Assert.Equal(["b"], sum.Missing.Select(child => child.Name));
        Assert.Equal(["c", "d"], sum.Untied.Select(child => child.Name));
        Assert.Equal(["b", "c", "d"], sum.Findings.Where(finding => finding is { Id: "ROLLUP", Severity: FindingSeverity.Error }).Select(finding => finding.Where));
        Assert.Equal(ReportCells.Of(TiedReport.Figures), ReportCells.Of(sum.Sum));
    }

    [Fact]
    public void A_warning_does_not_keep_a_child_out()
    {
        var warning = new TieOutFinding("TXT-N", FindingSeverity.Warning, "", "1", "2", []);

        Assert.True(RollUp.Of([Child("a", TiedReport.Figures, warning)]).IsComplete);
    }

    [Fact]
    public void The_sum_of_nothing_is_not_nought()
    {
        var sum = RollUp.Of([Child("a", null)]);

        Assert.All(ReportCells.Of(sum.Sum), figure => Assert.False(figure.IsNumber));
        Assert.False(sum.IsComplete);
    }

    private static ChildReport Child(string code, ReportFigures? figures, params IReadOnlyList<TieOutFinding> findings) => new(AgencyCode.Parse(code), code, figures, findings);
}
