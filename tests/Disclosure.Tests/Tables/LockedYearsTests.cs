using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class LockedYearsTests
{
    private static readonly ReportYear Locked = ReportYears.In(YearState.Locked);
    private static readonly CaseMove.Archive Archive = new();
    private static readonly CaseMove.CorrectRecord Correct = new(Outcome.RefusedInternal, new(), null, PersonalText.Of("理由"));

    [Fact]
    public void A_move_of_today_that_changes_no_locked_number_is_free()
    {
        // Received in the locked year, carried over, answered in the next.
        var judgement = Judge(new CaseMove.Close(), "2026-03-02", Requests.Received("2025-12-31", 1), Requests.Received("2025-12-31", 1, Outcome.Granted, "2026-01-05"));

        Assert.IsType<LockedYearJudgement.Untouched>(judgement);
    }

    [Fact]
    public void A_move_dated_inside_a_locked_year_is_refused_even_if_no_number_changes()
    {
        var one = Requests.Received("2025-03-03", 1, Outcome.Granted, "2025-03-20");

        Assert.Equal(new LockedYearJudgement.Refused(2025), Judge(Archive, "2025-12-30", one, one));
    }

    [Fact]
    public void An_answer_that_would_move_into_the_locked_year_is_refused() =>
        Assert.Equal(
            new LockedYearJudgement.Refused(2025),
            Judge(new CaseMove.Close(), "2026-02-01", Requests.Received("2025-12-01", 1), Requests.Received("2025-12-01", 1, Outcome.Granted, "2025-12-30")));

    [Fact]
    public void A_record_corrected_later_is_a_correction_of_the_locked_year_with_its_difference()
    {
        var judgement = Judge(Correct, "2026-03-02", Requests.Received("2025-03-03", 1, Outcome.Granted, "2025-03-20"), Requests.Received("2025-03-03", 1, Outcome.RefusedInternal, "2025-03-20"));

        var difference = Assert.Single(Assert.IsType<LockedYearJudgement.Correction>(judgement).Differences);
        Assert.Equal(2025, difference.Year);
        Assert.Equal(
            [
                ("表三 （一）予以公开 自然人", -1), ("表三 （一）予以公开 总计", -1),
                ("表三 （三）不予公开5.属于三类内部事务信息 自然人", 1), ("表三 （三）不予公开5.属于三类内部事务信息 总计", 1),
            ],
            difference.Corrections.Select(one => (one.Place, Number(one.Corrected) - Number(one.Published))));
    }

    [Fact]
    public void A_late_letter_is_registered_and_noted_against_the_locked_year()
    {
        var found = new CaseMove.RegisterOnBehalf(Some.Agency, new(2026, 1), null!, Channel.Post, Some.Day("2025-12-30"), Some.Day("2025-12-30"));

        var judgement = Judge(found, "2026-03-02", null, Requests.Received("2025-12-30", 1));

        Assert.Equal(
            ["表三 一、本年新收政府信息公开申请数量 自然人", "表三 一、本年新收政府信息公开申请数量 总计", "表三 四、结转下年度继续办理 自然人", "表三 四、结转下年度继续办理 总计"],
            Assert.Single(Assert.IsType<LockedYearJudgement.Correction>(judgement).Differences).Corrections.Select(one => one.Place));
    }

    [Fact]
    public void A_remedy_heard_of_late_changes_table_four_and_leaves_table_three()
    {
        var one = Requests.Received("2025-03-03", 1, Outcome.Granted, "2025-03-20");
        var opened = new CaseMove.OpenRemedy(1, RemedyRoute.Reconsideration, "县政府", Some.Day("2025-12-20"));

        var judgement = LockedYears.Judge([Locked], opened, Some.Day("2026-03-02"), new(one, []), new(one, [Requests.Remedy(RemedyRoute.Reconsideration, "2025-12-20")]));

        Assert.Equal(
            ["表四 行政复议 尚未审结", "表四 行政复议 总计"],
            Assert.Single(Assert.IsType<LockedYearJudgement.Correction>(judgement).Differences).Corrections.Select(one => one.Place));
    }

    [Fact]
    public void A_year_that_is_not_locked_may_still_change()
    {
        var judgement = LockedYears.Judge([ReportYears.In(YearState.Published)], Archive, Some.Day("2025-12-30"), CaseCounts.None, CaseCounts.None);

        Assert.IsType<LockedYearJudgement.Untouched>(judgement);
    }

    [Fact]
    public void The_difference_of_frozen_and_recomputed_figures_names_each_cell()
    {
        var now = TiedReport.With("表三 （一）予以公开 自然人", Figure.Of(77));

        Assert.Equal([new FigureCorrection("表三 （一）予以公开 自然人", "4", "77")], LockedYears.Difference(TiedReport.Figures, now));
        Assert.Empty(LockedYears.Difference(TiedReport.Figures, TiedReport.With(0, Figure.Of(0))));
    }

    private static LockedYearJudgement Judge(CaseMove move, string on, CountedCase? before, CountedCase? after) =>
        LockedYears.Judge([Locked], move, Some.Day(on), new(before, []), new(after, []));

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
