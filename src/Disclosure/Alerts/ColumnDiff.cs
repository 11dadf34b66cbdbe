using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Alerts;

/// <summary>Where a column stood before this run.</summary>
/// <param name="LastSeen">The last judgement of something seen; null when it was never seen.</param>
/// <param name="FailuresInRow">Runs in a row, up to the last one, in which nothing could be seen.</param>
public sealed record EarlierStanding(ColumnId Column, string Name, Judgement Judgement, Judgement? LastSeen, int FailuresInRow);

/// <summary>Compares this run with the last and says what changed, one alert each.</summary>
/// <remarks>
/// A column that cannot be looked at is announced only after several runs in a row: one bad night of a county's server must not
/// ring every morning. It is never announced as stale or recovered meanwhile. When nearly nothing of a portal could be seen, that is
/// one alert, not forty.
/// </remarks>
public static class ColumnDiff
{
    /// <summary>Share of the section's columns that must be out of reach for the portal as a whole to count as lost.</summary>
    public const double PortalLostShare = 0.8;

    /// <param name="before">Every column's standing at the last run; empty before the first.</param>
    /// <param name="failuresInRow">Per column, runs in a row that saw nothing, this one included.</param>
    /// <param name="lostSightAfter">Runs in a row after which a column counts as lost sight of.</param>
    public static IReadOnlyList<Alert> Between(
        AgencyCode agency,
        IReadOnlyDictionary<ColumnId, EarlierStanding> before,
        IReadOnlyList<JudgedColumn> now,
        IReadOnlyDictionary<ColumnId, int> failuresInRow,
        DateOnly today,
        WarningLeads leads,
        int lostSightAfter)
    {
        var run = new Run(agency, today, leads, lostSightAfter, IsLost(before.Values.Select(e => (e.Judgement, e.FailuresInRow)), lostSightAfter));
        var outOfReach = now.Count(c => IsOutOfReach(c.Judgement));
        var portalIsDown = now.Count > 1 && outOfReach >= PortalLostShare * now.Count;
        var portalIsLost = portalIsDown && IsLost(now.Select(c => (c.Judgement, failuresInRow.GetValueOrDefault(c.Column.Id))), lostSightAfter);

        var alerts = new List<Alert>();
        if (portalIsLost && !run.PortalWasLost)
            alerts.Add(run.OfPortal(AlertKind.PortalLost, now.First(c => IsOutOfReach(c.Judgement)).Judgement, outOfReach));
        if (run.PortalWasLost && !portalIsDown)
            alerts.Add(run.OfPortal(AlertKind.PortalRecovered, null, now.Count - outOfReach));

        foreach (var judged in now)
        {
            var earlier = before.GetValueOrDefault(judged.Column.Id);
            if (earlier is null && before.Count > 0)
                alerts.Add(run.Of(AlertKind.ColumnAdded, judged, "added"));
            if (judged.Column.Exempt is null && !(portalIsDown && judged.Judgement.Verdict.IsBlind()))
                alerts.AddRange(run.Changes(earlier, judged, failuresInRow.GetValueOrDefault(judged.Column.Id)));
        }

        var audited = now.Select(c => c.Column.Id).ToHashSet();
        alerts.AddRange(before.Values.Where(earlier => !audited.Contains(earlier.Column)).Select(run.Removed));
        return alerts;
    }

    private static bool IsLost(IEnumerable<(Judgement Judgement, int Failures)> columns, int lostSightAfter)
    {
        var all = columns.ToList();
        return all.Count > 1 && all.Count(c => IsOutOfReach(c.Judgement) && c.Failures >= lostSightAfter) >= PortalLostShare * all.Count;
    }

    private static bool IsOutOfReach(Judgement judgement) => judgement.Verdict is Verdict.Unreachable or Verdict.Blocked;

    private static AlertKind? Problem(Verdict verdict) => verdict switch
    {
        Verdict.Stale => AlertKind.TurnedStale,
        Verdict.Empty => AlertKind.TurnedEmpty,
        Verdict.Undated => AlertKind.TurnedUndated,
        _ => null,
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "never";

    /// <summary>What every alert of one run shares.</summary>
    private sealed record Run(AgencyCode Agency, DateOnly Today, WarningLeads Leads, int LostSightAfter, bool PortalWasLost)
    {
        public IEnumerable<Alert> Changes(EarlierStanding? earlier, JudgedColumn judged, int failures)
        {
            var wasLost = earlier is not null && earlier.FailuresInRow >= LostSightAfter;
            var now = judged.Judgement;
            if (now.Verdict.IsBlind())
            {
                // While the portal as a whole was lost nothing was said of the column, so what is still lost is said now.
                if (failures >= LostSightAfter && (!wasLost || PortalWasLost))
                    yield return Of(AlertKind.LostSight, judged, "lost");
                yield break;
            }

            var seen = earlier?.LastSeen;
            if (Problem(now.Verdict) is { } problem)
            {
                if (seen?.Verdict != now.Verdict)
                    yield return Of(problem, judged, $"{now.Verdict}/{Day(now.StaleOn)}");
            }
            else if (Lead(judged.Column, now) is { } lead && Lead(judged.Column, seen) != lead)
            {
                yield return Of(AlertKind.DueSoon, judged, string.Create(CultureInfo.InvariantCulture, $"due/{Day(now.StaleOn)}/{lead}"));
            }

            var wasWrong = seen is not null && (Problem(seen.Verdict) is not null || seen.Verdict is Verdict.DueSoon);
            if (wasLost || (wasWrong && !now.Verdict.NeedsAction()))
                yield return Of(AlertKind.Recovered, judged, "recovered");
        }

        public Alert Of(AlertKind kind, JudgedColumn judged, string what) =>
            new(kind, Agency, Key($"{judged.Column.Id}/{what}"), judged.Column.Id, judged.Column.Name, judged.Judgement);

        public Alert OfPortal(AlertKind kind, Judgement? judgement, int columns) =>
            new(kind, Agency, Key($"portal/{kind}"), null, "", judgement) { Columns = columns };

        public Alert Removed(EarlierStanding gone) =>
            new(AlertKind.ColumnRemoved, Agency, Key($"{gone.Column}/removed"), gone.Column, gone.Name, gone.Judgement);

        private string Key(string what) => $"{Agency}/{what}@{Day(Today)}";

        private int? Lead(Column column, Judgement? judgement) =>
            judgement is { Verdict: Verdict.DueSoon, DaysLeft: { } daysLeft } ? Leads.Reached(column.Window, daysLeft) : null;
    }
}
