namespace Disclosure.Columns;

/// <summary>
/// The section measured against the veto items of the inspection of government websites (国办秘函〔2019〕19号, 单项否决): what an
/// inspector would count today, and the limits.
/// </summary>
/// <param name="NewsAndNotices">栏目不更新 (a): news columns past two weeks plus first-level notice and policy columns past six months; limit 5 together.</param>
/// <param name="ShouldUpdate">栏目不更新 (b): columns that should be updated and long were not, blank ones included; limit 10.</param>
/// <param name="Blank">栏目不更新 (c): columns proved to hold nothing; limit 5.</param>
/// <param name="HomePage">首页不更新.</param>
/// <param name="Availability">站点无法访问.</param>
public sealed record Inspection(
    InspectionCount NewsAndNotices,
    InspectionCount ShouldUpdate,
    InspectionCount Blank,
    HomePageFinding HomePage,
    AvailabilityFinding Availability)
{
    /// <summary>Counts every rule over one run's judgements and the week's probes.</summary>
    /// <param name="homeNewest">The newest date on the home page; null when it shows none or was not read.</param>
    public static Inspection Of(
        IReadOnlyList<JudgedColumn> columns,
        DateOnly today,
        DateOnly? homeNewest,
        IReadOnlyList<ProbeResult> probes,
        InspectionLimits limits)
    {
        var held = columns.Where(c => c.Column.Exempt is null).ToList();
        return new(
            Count(held.Where(c => IsOverdueNewsOrNotice(c, today)), limits.NewsAndNotices),
            Count(held.Where(IsNotUpdated), limits.ShouldUpdate),
            Count(held.Where(c => c.Judgement.Verdict is Verdict.Empty), limits.Blank),
            HomePageOf(held, today, homeNewest, limits.HomePageDays),
            AvailabilityFinding.Of(probes, limits));
    }

    private static bool IsOverdueNewsOrNotice(JudgedColumn judged, DateOnly today)
    {
        var window = judged.Column.Kind switch
        {
            ColumnKind.News => UpdateWindow.TwoWeeks,
            ColumnKind.Notice or ColumnKind.Policy when judged.Column.IsFirstLevel => UpdateWindow.HalfYear,
            _ => null,
        };
        if (window is null)
            return false;
        // The official window counts here, not the column's own setting; an undated list counts as not updated.
        return judged.Judgement.Verdict is Verdict.Undated
            || (WasSeen(judged.Judgement) && judged.Judgement.Newest is { } newest && window.StaleOn(newest) <= today);
    }

    private static bool IsNotUpdated(JudgedColumn judged) => judged.Judgement.Verdict is Verdict.Stale or Verdict.Undated or Verdict.Empty;

    /// <summary>A newest date that was read off only part of a list proves nothing overdue.</summary>
    private static bool WasSeen(Judgement judgement) => judgement.Verdict is Verdict.Fresh or Verdict.DueSoon or Verdict.Stale;

    private static InspectionCount Count(IEnumerable<JudgedColumn> columns, int limit)
    {
        var ids = columns.Select(c => c.Column.Id).ToList();
        return new(ids.Count, limit, ids);
    }

    /// <summary>A home page that is only navigation is judged by the columns behind it, as the rule says.</summary>
    private static HomePageFinding HomePageOf(IReadOnlyList<JudgedColumn> columns, DateOnly today, DateOnly? homeNewest, int limitDays)
    {
        var newest = homeNewest ?? columns.Max(c => c.Judgement.Newest);
        if (newest is not { } day)
            return new(null, limitDays, null);

        var stale = day.AddDays(limitDays) < today;
        // Old dates prove nothing while a column that may hold a newer one could not be seen.
        var certain = !stale || homeNewest is not null || columns.All(c => !c.Judgement.Verdict.IsBlind());
        return new(day, limitDays, certain ? stale : null);
    }
}

/// <summary>A column with what was said of it.</summary>
public sealed record JudgedColumn(Column Column, Judgement Judgement);

/// <summary>One inspection count against its limit; the limit itself is already a fault (≥5).</summary>
public sealed record InspectionCount(int Count, int Limit, IReadOnlyList<ColumnId> Columns)
{
    public bool Exceeded => Count >= Limit;
}

/// <summary>首页不更新: the newest item against two weeks.</summary>
/// <param name="Stale">Null when it cannot be said.</param>
public sealed record HomePageFinding(DateOnly? Newest, int LimitDays, bool? Stale);

/// <summary>站点无法访问: the share of probes over a week that did not open within 15 seconds.</summary>
/// <param name="FailingShare">Null before the first probe.</param>
/// <param name="Exceeded">Null while there are too few probes for the rule (20 a day over 7 days) to be applied.</param>
public sealed record AvailabilityFinding(int Probes, int Failures, double? FailingShare, double Limit, bool? Exceeded)
{
    public static AvailabilityFinding Of(IReadOnlyList<ProbeResult> probes, InspectionLimits limits)
    {
        var failures = probes.Count(p => !p.Opened);
        double? share = probes.Count == 0 ? null : (double)failures / probes.Count;
        return new(probes.Count, failures, share, limits.UnreachableShare, probes.Count < limits.ProbesPerWeek ? null : share >= limits.UnreachableShare);
    }
}

/// <summary>One visit to the home page.</summary>
public readonly record struct ProbeResult(DateTimeOffset At, bool Opened);

/// <summary>The numbers of the inspection rules, as settings because superiors set stricter ones.</summary>
/// <param name="UnreachableShare">Share of failed probes from which the site counts as unreachable (5 %).</param>
/// <param name="ProbesPerWeek">Probes from which the rule applies (7 days of at least 20).</param>
public sealed record InspectionLimits(
    int NewsAndNotices = 5,
    int ShouldUpdate = 10,
    int Blank = 5,
    int HomePageDays = 14,
    double UnreachableShare = 0.05,
    int ProbesPerWeek = 140);
