using Disclosure.Columns;

namespace Disclosure.Tests.Columns;

public class JudgeTests
{
    private static readonly DateOnly Today = Some.Day("2026-11-23");

    [Theory]
    [InlineData(ColumnKind.Notice, "2026-11-01", Verdict.Fresh)]
    [InlineData(ColumnKind.Notice, "2026-06-23", Verdict.Fresh)] // 31 days left
    [InlineData(ColumnKind.Notice, "2026-06-22", Verdict.DueSoon)] // 30 days left
    [InlineData(ColumnKind.Notice, "2026-05-23", Verdict.DueSoon)] // its last day
    [InlineData(ColumnKind.Notice, "2026-05-22", Verdict.Stale)] // six months and a day
    [InlineData(ColumnKind.News, "2026-11-16", Verdict.Fresh)] // 8 days left: 30 ahead makes no sense in two weeks
    [InlineData(ColumnKind.News, "2026-11-15", Verdict.DueSoon)]
    [InlineData(ColumnKind.News, "2026-11-09", Verdict.DueSoon)]
    [InlineData(ColumnKind.News, "2026-11-08", Verdict.Stale)]
    [InlineData(ColumnKind.Yearly, "2026-01-20", Verdict.Fresh)]
    [InlineData(ColumnKind.Yearly, "2025-11-22", Verdict.Stale)]
    public void A_list_is_judged_by_its_newest_day_and_its_window(ColumnKind kind, string newest, Verdict verdict) =>
        Assert.Equal(verdict, Decide(Some.Column(kind: kind), Some.List("2019-01-01", newest, "2018-01-01")).Verdict);

    [Fact]
    public void A_column_due_soon_tells_the_day_on_which_it_turns_stale()
    {
        var judgement = Decide(Some.Column(), Some.List("2026-06-01"));

        Assert.Equal((Verdict.DueSoon, Some.Day("2026-12-02"), 9), (judgement.Verdict, judgement.StaleOn, judgement.DaysLeft));
    }

    [Fact]
    public void A_list_only_partly_read_can_be_fresh_but_never_stale()
    {
        Assert.Equal(Verdict.Fresh, Decide(Some.Column(), Some.List(certain: false, "2026-11-01")).Verdict);
        Assert.Equal(Verdict.Undetermined, Decide(Some.Column(), Some.List(certain: false, "2019-11-01")).Verdict);
        Assert.Equal(Verdict.Undetermined, Decide(Some.Column(), Some.List(certain: false, "2026-06-01")).Verdict);
        Assert.Equal(Verdict.Undetermined, Decide(Some.Column(), Some.List(certain: false, [null])).Verdict);
    }

    [Fact]
    public void A_date_after_today_keeps_no_column_fresh()
    {
        Assert.Equal(Verdict.Stale, Decide(Some.Column(), Some.List("2030-01-01", "2020-01-01")).Verdict);

        var onlyFuture = Decide(Some.Column(), Some.List("2030-01-01"));
        Assert.Equal((Verdict.Undated, Reason.OnlyFutureDates), (onlyFuture.Verdict, onlyFuture.Reason));
    }

    [Fact]
    public void Items_without_a_date_count_as_not_updated() =>
        Assert.Equal(Verdict.Undated, Decide(Some.Column(), Some.List(null, null)).Verdict);

    [Fact]
    public void Only_proof_makes_a_column_empty()
    {
        var proof = new EmptyProof(EmptySign.EmptyText, "ul.list", "暂无信息");

        Assert.Equal(Verdict.Empty, Decide(Some.Column(), new Sighting.NothingListed(proof, "rows")).Verdict);
        Assert.Equal(Verdict.Undetermined, Decide(Some.Column(), new Sighting.CouldNotLook(Reason.EmptyNotProved, "ul.list")).Verdict);
    }

    [Fact]
    public void An_exempt_column_never_turns_stale() =>
        Assert.Equal(Verdict.Fresh, Decide(Some.Column(exempt: "已归档专题"), Some.List("2019-01-01")).Verdict);

    [Theory]
    [InlineData(ColumnKind.Document, Verdict.Document)]
    [InlineData(ColumnKind.General, Verdict.Stale)]
    [InlineData(ColumnKind.Yearly, Verdict.Stale)]
    public void One_article_is_a_document_only_where_a_document_belongs(ColumnKind kind, Verdict verdict) =>
        Assert.Equal(verdict, Decide(Some.Column(kind: kind), new Sighting.SingleDocument(Some.Day("2020-01-01"), 800, "article")).Verdict);

    [Fact]
    public void A_document_column_that_shows_a_list_is_still_there() =>
        Assert.Equal(Verdict.Document, Decide(Some.Column(kind: ColumnKind.Document), Some.List("2019-01-01")).Verdict);

    [Fact]
    public void A_container_is_a_container_whatever_its_page_shows()
    {
        Assert.Equal(Verdict.Container, Decide(Some.Column(kind: ColumnKind.Container), Some.List("2019-01-01")).Verdict);
        Assert.Equal(Verdict.Container, Decide(Some.Column(), new Sighting.ChildColumns(["http://portal.example/a/"], "nav")).Verdict);
        Assert.Equal(Verdict.Broken, Decide(Some.Column(kind: ColumnKind.Container), new Sighting.CouldNotLook(Reason.PageNotFound, "404")).Verdict);
    }

    [Theory]
    [InlineData(Reason.HostNotFound, Verdict.Unreachable)]
    [InlineData(Reason.TlsFailed, Verdict.Unreachable)]
    [InlineData(Reason.ChallengePage, Verdict.Blocked)]
    [InlineData(Reason.RobotsDisallow, Verdict.Blocked)]
    [InlineData(Reason.SoftNotFound, Verdict.Broken)]
    [InlineData(Reason.NeedsScripts, Verdict.Undetermined)]
    [InlineData(Reason.AuditorFault, Verdict.Undetermined)]
    public void What_could_not_be_seen_is_said_to_be_so(Reason reason, Verdict verdict)
    {
        Assert.Equal(verdict, Decide(Some.Column(), new Sighting.CouldNotLook(reason, "")).Verdict);
        Assert.True(verdict.IsBlind() && verdict.NeedsAction());
    }

    [Fact]
    public void Every_reason_is_either_something_seen_or_leads_to_a_blind_verdict()
    {
        Reason[] seen =
        [
            Reason.WithinWindow, Reason.NoWindow, Reason.ExemptFromWindow, Reason.TurnsStaleSoon, Reason.PastWindow, Reason.ProvedEmpty,
            Reason.NoItemIsDated, Reason.OnlyFutureDates, Reason.DocumentIsThere, Reason.JudgedByChildren, Reason.ChildrenNotConfigured,
        ];

        foreach (var reason in Enum.GetValues<Reason>().Except(seen))
            Assert.True(Judge.VerdictOf(reason).IsBlind(), reason.ToString());
        foreach (var reason in seen)
            Assert.Throws<ArgumentOutOfRangeException>(() => Judge.VerdictOf(reason));
    }

    private static Judgement Decide(Column column, Sighting sighting) => Judge.Decide(column, sighting, Today, WarningLeads.Default);
}
