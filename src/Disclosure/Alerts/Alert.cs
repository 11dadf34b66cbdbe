using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Alerts;

/// <summary>Something staff must hear once, and again only when it changes.</summary>
/// <param name="Key">
/// Names the change and its day. Alerts are raised on changes between runs, so a problem that lasts is told once; the key keeps a run that
/// was interrupted and continued from telling it twice.
/// </param>
/// <param name="Column">The column it concerns; null for the portal as a whole.</param>
public sealed record Alert(AlertKind Kind, AgencyCode Agency, string Key, ColumnId? Column, string ColumnName, Judgement? Judgement)
{
    /// <summary>How many columns an alert about the whole portal stands for.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>The report an alert about a published annual report is about, and what was found; null for every other alert.</summary>
    public AlertedReport? Report { get; init; }
}

/// <summary>A published annual report that an alert is about.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Findings">The ids of the equations and rules it does not keep, each with how often (<c>T3-FLOW×2</c>); or why it could not be read.</param>
public sealed record AlertedReport(Uri Address, IReadOnlyList<string> Findings);

public enum AlertKind
{
    /// <summary>A column turned stale.</summary>
    TurnedStale,

    /// <summary>A column will turn stale within one of the warning leads.</summary>
    DueSoon,

    /// <summary>A column was proved empty.</summary>
    TurnedEmpty,

    /// <summary>A column's items show no date any more, or never did.</summary>
    TurnedUndated,

    /// <summary>A column could not be looked at for several runs in a row.</summary>
    LostSight,

    /// <summary>Hardly any column of the portal could be looked at; its columns raise nothing of their own.</summary>
    PortalLost,

    /// <summary>What was wrong is right again, or can be seen again.</summary>
    Recovered,

    /// <summary>The portal can be looked at again.</summary>
    PortalRecovered,

    /// <summary>A column is audited for the first time (栏目调整).</summary>
    ColumnAdded,

    /// <summary>A column is no longer audited (栏目调整).</summary>
    ColumnRemoved,

    /// <summary>The newest annual report on the portal was read and keeps every equation (勾稽一致).</summary>
    ReportTied,

    /// <summary>The newest annual report on the portal does not tie out.</summary>
    ReportNotTied,

    /// <summary>The newest annual report on the portal could not be read, which says nothing about its figures.</summary>
    ReportNotRead,

    /// <summary>The auditor itself has fallen silent: no audit finished when one should have.</summary>
    AuditorSilent,
}
