using System.Collections.Concurrent;
using System.Globalization;
using Disclosure.Alerts;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Records.Warc;

namespace Disclosure.Auditor;

/// <summary>One run while it goes on: what it started from and what it has looked at so far. Safe for columns looked at side by side.</summary>
internal sealed class AuditRun : IAsyncDisposable
{
    /// <summary>Half of the shortest retention there may be.</summary>
    private static readonly TimeSpan NewEnough = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<ColumnId, ColumnLooked> _looked = new();
    private readonly IReadOnlyDictionary<ColumnId, ColumnState> _states;
    private readonly Dictionary<ColumnId, ColumnLooked> _earlierPart;

    private AuditRun(PortalSection section, DateOnly today, string id, DateTimeOffset startedAt, bool resumed, IReadOnlyDictionary<ColumnId, ColumnState> states, IEnumerable<ColumnLooked> earlierPart, EvidenceFiles evidence)
    {
        (Section, Today, Id, StartedAt, Resumed, _states) = (section, today, id, startedAt, resumed, states);
        _earlierPart = earlierPart.DistinctBy(looked => looked.Column).ToDictionary(looked => looked.Column);
        Evidence = new(evidence, this);
    }

    public PortalSection Section { get; }

    public DateOnly Today { get; }

    /// <summary>Sorts by time and tells runs of one second apart.</summary>
    public string Id { get; }

    public DateTimeOffset StartedAt { get; }

    public bool Resumed { get; }

    public RunEvidence Evidence { get; }

    public IReadOnlyList<JudgedColumn> Judged => [.. Section.Columns.Select(column => new JudgedColumn(column, _looked[column.Id].Judgement))];

    public IReadOnlyDictionary<ColumnId, int> Failures => _looked.ToDictionary(pair => pair.Key, pair => pair.Value.FailuresInRow);

    /// <summary>When the oldest of the standings this run compares with was taken.</summary>
    public DateTimeOffset EarliestStanding => _states.Values.Select(state => state.LookedAt).Append(StartedAt).Min();

    public static AuditRun Started(PortalSection section, DateOnly today, DateTimeOffset now, IReadOnlyDictionary<ColumnId, ColumnState> states, EvidenceFiles evidence) =>
        new(section, today, string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMddHHmmss}-{Guid.NewGuid().ToString("N")[..6]}"), now, resumed: false, states, [], evidence);

    public static AuditRun Continued(PortalSection section, DateOnly today, string id, DateTimeOffset startedAt, IReadOnlyDictionary<ColumnId, ColumnState> states, IReadOnlyList<ColumnLooked> looked, EvidenceFiles evidence) =>
        new(section, today, id, startedAt, resumed: true, states, looked, evidence);

    /// <summary>What the interrupted part of this run saw of a column; null when it has not been looked at.</summary>
    public ColumnLooked? LookedAt(Column column) => _earlierPart.GetValueOrDefault(column.Id);

    /// <summary>Keeps what the report needs. The new items are in the archive by now, and a county's would not fit in memory.</summary>
    public void Keep(ColumnLooked looked) => _looked[looked.Column] = looked with { NewItems = [] };

    /// <summary>Where a column stood before this run began.</summary>
    public EarlierStanding? Before(ColumnId column)
    {
        if (_earlierPart.TryGetValue(column, out var looked))
            return looked.Before;
        return _states.TryGetValue(column, out var state) ? new(column, state.Name, state.Judgement, state.LastSeen, state.FailuresInRow) : null;
    }

    public int FailuresInRow(ColumnId column, Judgement now) => now.Verdict.IsBlind() ? (Before(column)?.FailuresInRow ?? 0) + 1 : 0;

    /// <summary>How many items a column held when it was last looked at.</summary>
    public ItemCount? CountBefore(ColumnId column) => _states.GetValueOrDefault(column)?.Count;

    /// <summary>The record already kept of the very same bytes.</summary>
    public string? EarlierRecord(ColumnId column, string sha256) =>
        _states.TryGetValue(column, out var state) && state.Evidence is { } evidence && evidence.Sha256 == sha256 && sha256.Length > 0 ? evidence.Record : null;

    /// <summary>
    /// Whether a finding has no bytes to show: a column turns stale by standing still, so the page that proves it comes unchanged,
    /// without a body, while nothing was kept of it as long as it was fresh.
    /// </summary>
    /// <param name="renew">Whether a record kept earlier is to be kept anew; one that was kept just before this run is new enough.</param>
    public bool LacksRecord(Column column, Judgement judgement, ColumnReading reading, bool renew) =>
        judgement.NeedsAction && reading.Deciding is { Body.IsEmpty: true, Sha256.Length: > 0 } receipt
        && (EarlierRecord(column.Id, receipt.Sha256) is not { } record || (renew && !IsNewEnough(record)));

    private bool IsNewEnough(string record) =>
        EvidenceFile.KeptAt(record) is { } kept && StartedAt - kept is var age && age >= TimeSpan.Zero && age < NewEnough;

    /// <summary>The standings to compare with: of every column of the section, and of those that left it.</summary>
    public IReadOnlyDictionary<ColumnId, EarlierStanding> Standings =>
        _states.Keys.Select(Before).OfType<EarlierStanding>().ToDictionary(standing => standing.Column);

    public ValueTask DisposeAsync() => Evidence.DisposeAsync();

    public AuditReport Report(
        DateTimeOffset finishedAt,
        Inspection inspection,
        PublicationCount publications,
        IReadOnlyList<Alert> alerts,
        IReadOnlyDictionary<ColumnId, IReadOnlyDictionary<int, int>> years)
    {
        var none = new Dictionary<int, int>();
        var columns = Section.Columns
            .Select(column => (Column: column, Looked: _looked[column.Id]))
            .Select(pair => new ColumnResult(pair.Column, pair.Looked.Judgement, pair.Looked.Count, years.GetValueOrDefault(pair.Column.Id, none), pair.Looked.Evidence, pair.Looked.Notes));
        return new(Section.Agency, Section.Portal, Today, StartedAt, finishedAt, [.. columns], inspection, HalfYearPromise.Of(Judged, Today), publications, alerts, Resumed);
    }
}
