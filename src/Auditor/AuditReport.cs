using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>What one audit found of one column.</summary>
public sealed record ColumnResult(Column Column, Judgement Judgement, ItemCount? Count, IReadOnlyDictionary<int, int> ItemsInYear, Evidence? Evidence, IReadOnlyList<Note> Notes);

/// <summary>What one audit found.</summary>
public sealed record AuditReport(AgencyCode Agency, Uri Portal, DateOnly Today, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, IReadOnlyList<ColumnResult> Columns, Inspection Inspection, IReadOnlyList<Alert> Alerts, bool Resumed);

/// <summary>Hears how an audit comes along.</summary>
public interface IAuditProgress
{
    void Starting(int columns);

    void Looked(ColumnResult result);
}
