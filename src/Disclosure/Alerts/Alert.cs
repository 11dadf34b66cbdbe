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
}

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

    /// <summary>The auditor itself has fallen silent: no audit finished when one should have.</summary>
    AuditorSilent,
}
