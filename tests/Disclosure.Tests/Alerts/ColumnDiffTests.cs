using Disclosure.Alerts;
using Disclosure.Columns;

namespace Disclosure.Tests.Alerts;

public class ColumnDiffTests
{
    private static readonly DateOnly Today = Some.Day("2026-11-23");

    public static TheoryData<string, Judgement?, Judgement, AlertKind[]> Changes => new()
    {
        { "first look at a stale column", null, Stale, [AlertKind.TurnedStale] },
        { "first look at a fresh column", null, Fresh, [] },
        { "fresh stays fresh", Fresh, Fresh, [] },
        { "fresh to stale", Fresh, Stale, [AlertKind.TurnedStale] },
        { "stale stays stale", Stale, Stale, [] },
        { "stale to fresh", Stale, Fresh, [AlertKind.Recovered] },
        { "fresh to empty", Fresh, Empty, [AlertKind.TurnedEmpty] },
        { "empty to stale", Empty, Stale, [AlertKind.TurnedStale] },
        { "fresh to undated", Fresh, Some.Judged(Verdict.Undated), [AlertKind.TurnedUndated] },
        { "fresh to thirty days", Fresh, Due(29), [AlertKind.DueSoon] },
        { "thirty days go on", Due(29), Due(20), [] },
        { "thirty days to seven", Due(8), Due(7), [AlertKind.DueSoon] },
        { "due soon to fresh", Due(7), Fresh, [AlertKind.Recovered] },
        { "due soon to stale", Due(1), Stale, [AlertKind.TurnedStale] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_between_two_runs_is_told_once(string name, Judgement? before, Judgement now, AlertKind[] alerts) =>
        Assert.Equal((name, string.Join(',', alerts)), (name, string.Join(',', Diff(Before(before), now).Select(a => a.Kind))));

    [Theory]
    [InlineData(1, new AlertKind[0])]
    [InlineData(2, new[] { AlertKind.LostSight })]
    [InlineData(3, new AlertKind[0])]
    public void A_column_out_of_reach_is_told_after_the_second_run_in_a_row(int failures, AlertKind[] alerts)
    {
        var before = new EarlierStanding(Some.Column().Id, "通知公告", failures == 1 ? Fresh : Down, Fresh, failures - 1);

        Assert.Equal(alerts, Diff(before, Down, failures).Select(a => a.Kind));
    }

    [Fact]
    public void A_stale_column_that_was_out_of_reach_is_not_told_stale_again_but_seen_again()
    {
        var before = new EarlierStanding(Some.Column().Id, "通知公告", Down, Stale, 2);

        Assert.Equal([AlertKind.Recovered], Diff(before, Stale).Select(a => a.Kind));
    }

    [Fact]
    public void An_exempt_column_raises_nothing()
    {
        var alerts = ColumnDiff.Between(Some.Agency, new Dictionary<ColumnId, EarlierStanding>(), [new(Some.Column(exempt: "已归档"), Empty)], Failures(0), Today, WarningLeads.Default, 2);

        Assert.Empty(alerts);
    }

    [Fact]
    public void A_portal_that_is_down_is_one_alert_when_it_is_lost_and_one_when_it_is_back()
    {
        var columns = Enumerable.Range(0, 40).Select(i => Some.Column($"c{i}")).ToList();
        var standing = columns.ToDictionary(c => c.Id, c => new EarlierStanding(c.Id, c.Name, Down, Fresh, 1));
        var lost = ColumnDiff.Between(Some.Agency, standing, [.. columns.Select(c => new JudgedColumn(c, Down))], columns.ToDictionary(c => c.Id, _ => 2), Today, WarningLeads.Default, 2);
        var later = columns.ToDictionary(c => c.Id, c => new EarlierStanding(c.Id, c.Name, Down, Fresh, 2));
        var still = ColumnDiff.Between(Some.Agency, later, [.. columns.Select(c => new JudgedColumn(c, Down))], columns.ToDictionary(c => c.Id, _ => 3), Today, WarningLeads.Default, 2);
        var back = ColumnDiff.Between(Some.Agency, later, [.. columns.Select(c => new JudgedColumn(c, c.Id.Value == "c7" ? Down : Fresh))], columns.ToDictionary(c => c.Id, c => c.Id.Value == "c7" ? 3 : 0), Today, WarningLeads.Default, 2);

        Assert.Equal((AlertKind.PortalLost, 40), (Assert.Single(lost).Kind, lost[0].Columns));
        Assert.Empty(still);
        Assert.Equal(AlertKind.PortalRecovered, back[0].Kind);
        Assert.Equal("c7", Assert.Single(back, a => a.Kind is AlertKind.LostSight).Column?.Value);
    }

    [Fact]
    public void Columns_that_appear_and_vanish_are_told_because_the_yearly_report_counts_them()
    {
        var gone = new EarlierStanding(ColumnId.Parse("gone"), "旧栏目", Fresh, Fresh, 0);

        var alerts = Diff(gone, Fresh);

        Assert.Equal([AlertKind.ColumnAdded, AlertKind.ColumnRemoved], alerts.Select(a => a.Kind));
        Assert.Equal("town/gone/removed@2026-11-23", alerts[1].Key);
    }

    [Fact]
    public void A_key_names_the_change_and_its_day() =>
        Assert.Equal("town/tzgg/Stale/2026-03-01@2026-11-23", Assert.Single(Diff(Before(Fresh), Stale)).Key);

    private static Judgement Fresh => Some.Judged(Verdict.Fresh, "2026-11-01", "2027-05-02", 160);

    private static Judgement Stale => Some.Judged(Verdict.Stale, "2025-08-31", "2026-03-01", -267, Reason.PastWindow);

    private static Judgement Empty => Some.Judged(Verdict.Empty, reason: Reason.ProvedEmpty);

    private static Judgement Down => Some.Judged(Verdict.Unreachable, reason: Reason.TimedOut);

    private static Judgement Due(int daysLeft) => Some.Judged(Verdict.DueSoon, "2026-06-01", "2026-12-02", daysLeft, Reason.TurnsStaleSoon);

    private static EarlierStanding? Before(Judgement? judgement) =>
        judgement is null ? null : new(Some.Column().Id, "通知公告", judgement, judgement, 0);

    private static IReadOnlyList<Alert> Diff(EarlierStanding? before, Judgement now, int failures = 0) => ColumnDiff.Between(
        Some.Agency,
        before is null ? new Dictionary<ColumnId, EarlierStanding>() : new() { [before.Column] = before },
        [new(Some.Column(), now)], Failures(failures), Today, WarningLeads.Default, lostSightAfter: 2);

    private static Dictionary<ColumnId, int> Failures(int count) => new() { [Some.Column().Id] = count };
}
