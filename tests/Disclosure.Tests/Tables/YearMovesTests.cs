using System.Text;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Tables;

public class YearMovesTests
{
    private static readonly YearMove[] Moves =
    [
        ReportYears.Proactive,
        new YearMove.EnterText(ReportPlaces.Problems, "培训偏少。"),
        new YearMove.EnterPreviousPublished(TiedReport.Previous, "县政府网站"),
        new YearMove.ReviewChannel(Channel.Post, 0),
        new YearMove.Prepare(),
        new YearMove.TieOut(),
        new YearMove.Approve(),
        ReportYears.Publish,
        ReportYears.Lock,
        new YearMove.Reopen("漏报一件申请"),
        new YearMove.CorrectAfterLock([new("表三 （一）予以公开 总计", ReportCells.Of(TiedReport.Figures)[ReportCells.Places.Index().Single(one => one.Item == "表三 （一）予以公开 总计").Index].Text, "99")], "复核更正"),
    ];

    [Fact]
    public void Each_move_is_lawful_only_from_its_states_and_for_its_roles()
    {
        var text = new StringBuilder();
        foreach (var state in Enum.GetValues<YearState>())
        {
            text.AppendLine(state.ToString());
            foreach (var move in Moves)
                text.Append("  ").Append(move.GetType().Name.PadRight(24)).AppendLine(string.Join(' ', Enum.GetValues<Roles>().Where(role => role is not Roles.None && IsLawful(state, move, role))));
        }

        Golden.Matches(text.ToString());
    }

    [Fact]
    public void Every_kind_of_move_is_in_the_table()
    {
        var kinds = typeof(YearMove).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(YearMove))).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(kinds, Moves.Select(move => YearMoves.StepOf(move).ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(kinds, Enum.GetNames<YearStep>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_refusal_names_what_is_possible_instead()
    {
        var rejected = Rejected(ReportYears.In(YearState.Prepared), new YearMove.Publish("http://x.example", ""), ReportYears.Clerk);

        Assert.Equal(YearRefusal.WrongState, rejected.Refusal);
        Assert.Equal([YearStep.TieOut, YearStep.Reopen], rejected.AllowedNow);
    }

    [Fact]
    public void While_an_error_equation_stands_the_year_goes_no_further()
    {
        var error = new TieOutFinding("T3-FLOW", FindingSeverity.Error, "表三 自然人", "3", "4", []);
        var facts = ReportYears.Facts with { Findings = [error, error with { Id = "TXT-N", Severity = FindingSeverity.Warning }] };

        foreach (var (state, move, actor) in new (YearState, YearMove, Actor)[] { (YearState.Prepared, new YearMove.TieOut(), ReportYears.Clerk), (YearState.TiedOut, new YearMove.Approve(), ReportYears.Leader), (YearState.Approved, ReportYears.Publish, ReportYears.Clerk) })
        {
            var rejected = Rejected(ReportYears.In(state), move, actor, facts);

            Assert.Equal((YearRefusal.ErrorsStand, "T3-FLOW 表三 自然人"), (rejected.Refusal, Assert.Single(rejected.Details)));
        }
    }

    [Fact]
    public void A_place_that_nobody_has_written_stops_the_report() =>
        Assert.Equal(
            [ReportPlaces.Problems],
            Rejected(ReportYears.In(YearState.Prepared), new YearMove.TieOut(), ReportYears.Clerk, ReportYears.Facts with { Unwritten = [ReportPlaces.Problems] }).Details);

    [Fact]
    public void Who_prepared_a_report_does_not_approve_it()
    {
        var both = new Actor("clerk", Roles.Clerk | Roles.DisclosureHead);

        Assert.Equal(YearRefusal.SamePerson, Rejected(ReportYears.In(YearState.TiedOut), new YearMove.Approve(), both).Refusal);
    }

    [Fact]
    public void A_clerk_does_not_take_back_what_a_leader_approved() =>
        Assert.Equal(YearRefusal.WrongRole, Rejected(ReportYears.In(YearState.Approved), new YearMove.Reopen("漏报"), ReportYears.Clerk).Refusal);

    [Fact]
    public void A_reopened_year_must_be_prepared_and_approved_again()
    {
        var year = Made(ReportYears.In(YearState.Published), new YearMove.Reopen("漏报一件申请"), ReportYears.Head);

        Assert.Equal((YearState.Open, null, null, null), (year.State, year.PreparedBy, year.ApprovedBy, year.Publication));
        Assert.NotNull(year.Proactive);
    }

    [Fact]
    public void A_report_is_not_prepared_before_its_year_is_over() =>
        Assert.Equal(YearRefusal.YearNotOver, Rejected(ReportYears.In(YearState.Open) with { }, new YearMove.Prepare(), ReportYears.Clerk, on: "2025-12-31", entered: false).Refusal);

    [Fact]
    public void A_report_is_not_prepared_before_table_two_is_entered() =>
        Assert.Equal(YearRefusal.NoProactiveFigures, Rejected(new(Some.Agency, TiedReport.Year), new YearMove.Prepare(), ReportYears.Clerk).Refusal);

    [Theory]
    [InlineData("2026-02-01", YearRefusal.InTheFuture)]
    [InlineData("2026-01-14", YearRefusal.BeforeTheLastEntry)]
    public void A_move_has_a_day_between_the_last_one_and_today(string on, YearRefusal refusal) =>
        Assert.Equal(refusal, Rejected(ReportYears.In(YearState.Prepared), new YearMove.TieOut(), ReportYears.Clerk, on: on).Refusal);

    [Theory]
    [InlineData("portal.example/nb", "a", YearRefusal.BadAddress)]
    [InlineData("ftp://portal.example/nb", "a", YearRefusal.BadAddress)]
    [InlineData("http://portal.example/nb", "A", YearRefusal.BadHash)]
    [InlineData("http://portal.example/nb", "", YearRefusal.BadHash)]
    public void What_is_published_has_an_address_and_a_hash(string address, string letter, YearRefusal refusal) =>
        Assert.Equal(refusal, Rejected(ReportYears.In(YearState.Approved), new YearMove.Publish(address, string.Concat(Enumerable.Repeat(letter, 64))), ReportYears.Clerk).Refusal);

    [Fact]
    public void Only_the_figures_of_register_and_entries_are_locked_and_under_their_own_hash()
    {
        var year = ReportYears.In(YearState.Published);

        var other = Rejected(year, YearMoves.LockOf(year, TiedReport.With("表三 （一）予以公开 自然人", Figure.Of(77))), ReportYears.Leader);
        var wrongHash = Rejected(year, ReportYears.Lock with { Sha256 = new string('0', 64) }, ReportYears.Leader);

        Assert.Equal((YearRefusal.OtherFigures, "表三 （一）予以公开 自然人"), (other.Refusal, Assert.Single(other.Details)));
        Assert.Equal(YearRefusal.BadHash, wrongHash.Refusal);
    }

    [Theory]
    [InlineData("表三 （一）予以公开 总计", "3", "4")]
    [InlineData("表九", "1", "2")]
    public void A_correction_names_a_cell_and_what_was_published_there(string place, string published, string corrected) =>
        Assert.Equal(YearRefusal.NoSuchCorrection, Rejected(ReportYears.In(YearState.Locked), new YearMove.CorrectAfterLock([new(place, published, corrected)], "复核"), ReportYears.Head).Refusal);

    [Fact]
    public void A_correction_leaves_the_frozen_figures_as_they_were()
    {
        var locked = ReportYears.In(YearState.Locked);

        var year = Made(locked, Moves.OfType<YearMove.CorrectAfterLock>().Single(), ReportYears.Head);

        Assert.Equal((YearState.Locked, 1), (year.State, year.Corrections.Count));
        Assert.Same(locked.Frozen, year.Frozen);
    }

    [Theory]
    [InlineData("somewhere.else", "字", YearRefusal.UnknownPlace)]
    [InlineData(ReportPlaces.Problems, "  ", YearRefusal.NothingSaid)]
    public void A_text_has_a_place_and_says_something(string place, string text, YearRefusal refusal) =>
        Assert.Equal(refusal, Rejected(ReportYears.In(YearState.Open), new YearMove.EnterText(place, text), ReportYears.Clerk).Refusal);

    [Fact]
    public void The_last_text_and_the_last_figures_count()
    {
        YearMove[] moves = [new YearMove.EnterText(ReportPlaces.Problems, "一"), new YearMove.EnterText(ReportPlaces.Problems, "二"), ReportYears.Proactive with { Source = "补报" }];

        var year = moves.Aggregate(ReportYears.In(YearState.Open), (one, move) => Made(one, move, ReportYears.Clerk));

        Assert.Equal(("二", "补报"), (year.Texts[ReportPlaces.Problems], ProactiveTable.Of(year).Source));
    }

    [Fact]
    public void Table_two_that_nobody_entered_is_blank_and_not_nought() =>
        Assert.All(Enum.GetValues<ProactiveCell>(), cell => Assert.Equal(Figure.NotANumber(""), ProactiveTable.Of(new(Some.Agency, TiedReport.Year)).Figures[cell]));

    [Fact]
    public void The_canonical_figures_are_the_same_bytes_every_time() =>
        Golden.Matches(Encoding.UTF8.GetString(CanonicalFigures.Of(Some.Agency, TiedReport.Year, TiedReport.Figures)) + "\n" + CanonicalFigures.HashOf(Some.Agency, TiedReport.Year, TiedReport.Figures) + "\n");

    private static bool IsLawful(YearState state, YearMove move, Roles role) =>
        YearMoves.Decide(ReportYears.In(state), move, new("someone", role), Some.Day("2026-01-20"), default, ReportYears.Facts) is YearDecision.Accepted;

    private static ReportYear Made(ReportYear year, YearMove move, Actor actor) =>
        year.With(Assert.IsType<YearDecision.Accepted>(YearMoves.Decide(year, move, actor, Some.Day("2026-01-20"), default, ReportYears.Facts)).Entry);

    private static YearDecision.Rejected Rejected(ReportYear year, YearMove move, Actor actor, YearFacts? facts = null, string on = "2026-01-20", bool entered = true) =>
        Assert.IsType<YearDecision.Rejected>(YearMoves.Decide(entered ? year : new(Some.Agency, TiedReport.Year), move, actor, Some.Day(on), default, facts ?? ReportYears.Facts));
}
