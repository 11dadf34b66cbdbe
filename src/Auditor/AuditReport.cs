using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>What one audit found, for the table, the JSON file and the alerts.</summary>
/// <param name="Publications">The items seen with a day in this year, each once (主动公开政府信息 n 条).</param>
/// <param name="Alerts">What changed since the run before.</param>
/// <param name="Resumed">Whether it went on with a run that had been interrupted.</param>
public sealed record AuditReport(
    AgencyCode Agency,
    Uri Portal,
    DateOnly Today,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    IReadOnlyList<ColumnResult> Columns,
    Inspection Inspection,
    HalfYearPromise Promise,
    PublicationCount Publications,
    IReadOnlyList<Alert> Alerts,
    bool Resumed)
{
    /// <summary>Columns somebody has to do something about.</summary>
    public IEnumerable<ColumnResult> Findings => Columns.Where(c => c.NeedsAction);
}

/// <summary>One column's part of the report.</summary>
/// <param name="Count">Items the column holds; null when none could be counted.</param>
/// <param name="ItemsInYear">Items archived per year of publication.</param>
public sealed record ColumnResult(
    Column Column,
    Judgement Judgement,
    ItemCount? Count,
    IReadOnlyDictionary<int, int> ItemsInYear,
    Evidence? Evidence,
    IReadOnlyList<Note> Notes)
{
    /// <summary>Whether somebody has to act; an exempt column never asks for it.</summary>
    public bool NeedsAction => Column.Exempt is null && Judgement.NeedsAction;
}

/// <summary>Hears how an audit gets on, for a progress bar.</summary>
public interface IAuditProgress
{
    void Starting(PortalSection section);

    void Looked(Column column, Judgement judgement);
}
