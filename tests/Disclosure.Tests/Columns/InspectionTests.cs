using Disclosure.Columns;

namespace Disclosure.Tests.Columns;

public class InspectionTests
{
    private static readonly DateOnly Today = Some.Day("2026-11-23");
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void News_of_three_weeks_and_first_level_notices_of_seven_months_count_together()
    {
        var inspection = Of(
            At(Some.Column("news", ColumnKind.News), Verdict.Stale, "2026-11-01"),
            At(Some.Column("notice", ColumnKind.Notice, path: "政府信息公开"), Verdict.Stale, "2026-04-01"),
            At(Some.Column("deep", ColumnKind.Notice, path: ["政府信息公开", "法定主动公开内容"]), Verdict.Stale, "2026-04-01"),
            At(Some.Column("fresh", ColumnKind.News), Verdict.Fresh, "2026-11-20"));

        Assert.Equal(["news", "notice"], inspection.NewsAndNotices.Columns.Select(c => c.Value));
        Assert.False(inspection.NewsAndNotices.Exceeded);
    }

    [Fact]
    public void A_longer_window_of_its_own_does_not_hide_a_news_column_from_the_inspection()
    {
        var inspection = Of(At(Some.Column("news", ColumnKind.News, "P6M"), Verdict.Fresh, "2026-10-01"));

        Assert.Equal(1, inspection.NewsAndNotices.Count);
    }

    [Fact]
    public void Five_blank_columns_reach_the_limit_and_count_as_not_updated_too()
    {
        var inspection = Of([.. Enumerable.Range(0, 5).Select(i => At(Some.Column($"c{i}"), Verdict.Empty))]);

        Assert.True(inspection.Blank.Exceeded);
        Assert.Equal(5, inspection.ShouldUpdate.Count);
    }

    [Fact]
    public void Exempt_and_unseen_columns_are_counted_nowhere()
    {
        var inspection = Of(
            At(Some.Column("archived", exempt: "已归档"), Verdict.Empty),
            At(Some.Column("down"), Verdict.Unreachable),
            At(Some.Column("partly", ColumnKind.News), Verdict.Undetermined, "2020-01-01"));

        Assert.Equal((0, 0, 0), (inspection.NewsAndNotices.Count, inspection.ShouldUpdate.Count, inspection.Blank.Count));
    }

    [Theory]
    [InlineData("2026-11-09", false)]
    [InlineData("2026-11-08", true)]
    public void A_home_page_without_news_for_two_weeks_is_stale_the_day_after(string newest, bool stale) =>
        Assert.Equal(stale, Inspection.Of([], Today, Some.Day(newest), [], new()).HomePage.Stale);

    [Fact]
    public void A_home_page_of_links_only_is_judged_by_the_columns_unless_one_could_not_be_seen()
    {
        var old = At(Some.Column("old"), Verdict.Stale, "2026-01-01");
        var down = At(Some.Column("down"), Verdict.Unreachable);

        Assert.True(Of(old).HomePage.Stale);
        Assert.Null(Of(old, down).HomePage.Stale);
        Assert.Null(Of(down).HomePage.Stale);
    }

    [Theory]
    [InlineData(140, 6, false)]
    [InlineData(140, 7, true)]
    [InlineData(139, 100, null)]
    [InlineData(0, 0, null)]
    public void A_site_is_unreachable_from_five_percent_of_a_weeks_probes(int probes, int failures, bool? exceeded)
    {
        var results = Enumerable.Range(0, probes).Select(i => new ProbeResult(Now.AddHours(-i), i >= failures)).ToList();

        Assert.Equal(exceeded, Inspection.Of([], Today, null, results, new()).Availability.Exceeded);
    }

    [Fact]
    public void The_half_year_promise_is_broken_by_a_yearly_column_too_and_never_kept_unseen()
    {
        var fresh = At(Some.Column("a"), Verdict.Fresh, "2026-11-01");
        var yearly = At(Some.Column("b", ColumnKind.Yearly), Verdict.Fresh, "2026-01-20");
        var down = At(Some.Column("c"), Verdict.Blocked);

        Assert.True(HalfYearPromise.Of([fresh], Today).Kept);
        Assert.False(HalfYearPromise.Of([fresh, yearly], Today).Kept);
        Assert.Null(HalfYearPromise.Of([fresh, down], Today).Kept);
    }

    private static Inspection Of(params JudgedColumn[] columns) => Inspection.Of(columns, Today, null, [], new());

    private static JudgedColumn At(Column column, Verdict verdict, string? newest = null) => new(column, Some.Judged(verdict, newest));
}
