using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.LiteDb;

/// <summary>The embedded audit archive: the audit journal is the record, a LiteDB file answers the questions.</summary>
internal sealed class LiteDbAuditArchive : IAuditArchive
{
    private const int Page = 512;

    private readonly Journal _journal;
    private readonly ReadModel _model;
    private readonly PageCache _pages;
    private int _closed;

    private LiteDbAuditArchive(Journal journal, ReadModel model, PageCache pages)
    {
        (_journal, _model, _pages) = (journal, model, pages);
        _journal.Committed = records => _model.Project(database => AuditProjection.Fold(database, records));
    }

    internal static string ModelIn(string readModels) => Path.Combine(readModels, "audit.db");

    internal static string PagesIn(string readModels) => Path.Combine(readModels, "pages");

    public static async Task<LiteDbAuditArchive> OpenAsync(DataFolder folder, TimeProvider time, ILoggerFactory loggers)
    {
        var journal = Journal.Open(folder, "audit", time, loggers.CreateLogger<Journal>());
        try
        {
            var logger = loggers.CreateLogger<LiteDbAuditArchive>();
            var model = new ReadModel(
                ModelIn(folder.ReadModels),
                journal.Name,
                AuditProjection.Layout,
                (database, after) => AuditProjection.Replay(database, journal.Read(after)),
                seq => journal.ReadOne(seq).Hash,
                () => journal.Head,
                logger);
            return new(journal, model, new PageCache(PagesIn(folder.ReadModels), logger));
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) => _journal.AppendAsync(AuditShapes.Draft(entry), cancellationToken);

    public Task<RunSummary?> LastRunAsync(AgencyCode agency, CancellationToken cancellationToken) => AskAsync(database =>
        database.GetCollection(AuditProjection.LastRuns).FindById(agency.Value) is { } last ? Run(database, agency, last["run"].AsString)?.Summary : null, cancellationToken);

    public async Task<IReadOnlyDictionary<ColumnId, ColumnState>> StatesAsync(AgencyCode agency, CancellationToken cancellationToken) => await AskAsync(database =>
        Ranges.Under(database, AuditProjection.States, agency.Value)
            .Select(document => StoredJson.Read(AuditProjection.Json(document), StoredJson.Text.StoredState).ToValue())
            .ToDictionary(state => state.Column), cancellationToken);

    public async Task<IReadOnlyList<ColumnLooked>> LookedInRunAsync(AgencyCode agency, string runId, CancellationToken cancellationToken)
    {
        if (await AskAsync(database => Run(database, agency, runId), cancellationToken) is not { } run)
            return [];

        // From the journal, because the read model keeps only how a column stands, not what was seen in it.
        var looked = new Dictionary<ColumnId, ColumnLooked>();
        var after = run.Seq;
        while (await _journal.ReadAsync(after, Page, cancellationToken) is { Count: > 0 } records)
        {
            foreach (var record in records.Where(record => record.Stream == agency.Value && record.Kind is AuditShapes.ColumnLooked or AuditShapes.RunFinished))
            {
                switch (AuditShapes.Entry(record))
                {
                    case ColumnLooked one when one.Agency == agency && one.RunId == runId:
                        looked[one.Column] = one;
                        break;
                    case RunFinished finished when finished.Agency == agency && finished.RunId == runId:
                        return [.. looked.Values];
                }
            }

            after = records[^1].Seq;
        }

        return [.. looked.Values];
    }

    public Task<IReadOnlyList<Publication>> PublicationsAsync(AgencyCode agency, int year, CancellationToken cancellationToken) => AskAsync(database =>
    {
        var inYear = ShownItems.ByAddress(database, agency)
            .Where(publication => CountedOnce.DayOf(publication) is { } day && StoredText.Day(day).Year == year);
        return CountedOnce.Of(inYear, KeyAreas(database, agency));
    }, cancellationToken);

    public Task<PublicationCount> CountPublicationsAsync(AgencyCode agency, int year, CancellationToken cancellationToken) =>
        AskAsync(database => PublicationTally.Of(database, agency, year, KeyAreas(database, agency)), cancellationToken);

    public async Task<IReadOnlyDictionary<ColumnId, IReadOnlyDictionary<int, int>>> ItemsByYearAsync(AgencyCode agency, CancellationToken cancellationToken) => await AskAsync(database =>
        Ranges.Under(database, AuditProjection.Years, agency.Value)
            .Select(document => (Key: document["_id"].AsString.Split(' '), Number: document["n"].AsInt32))
            .GroupBy(count => ColumnId.Parse(count.Key[1]))
            .ToDictionary(
                column => column.Key,
                IReadOnlyDictionary<int, int> (column) => column.ToDictionary(count => int.Parse(count.Key[2], CultureInfo.InvariantCulture), count => count.Number)), cancellationToken);

    public async Task<IReadOnlyDictionary<string, DateOnly?>> KnownDatesAsync(AgencyCode agency, ColumnId column, CancellationToken cancellationToken) => await AskAsync(database =>
        ShownItems.DaysOf(database, agency, column), cancellationToken);

    public async Task<IReadOnlyList<HomeProbed>> ProbesAsync(AgencyCode agency, DateTimeOffset since, CancellationToken cancellationToken) => await AskAsync(database =>
        Since(database, AuditProjection.Probes, agency, since)
            .Select(document => StoredJson.Read(AuditProjection.Json(document), StoredJson.Text.StoredHomeProbed).ToEntry())
            .ToList(), cancellationToken);

    public async Task<IReadOnlyList<AlertRaised>> AlertsAsync(AgencyCode agency, DateTimeOffset since, CancellationToken cancellationToken) => await AskAsync(database =>
        Since(database, AuditProjection.Alerts, agency, since)
            .Select(document => StoredJson.Read(AuditProjection.Json(document), StoredJson.Text.StoredAlertRaised).ToEntry())
            .ToList(), cancellationToken);

    public Task<IReadOnlyDictionary<string, PageMemory>> RecallAsync(AgencyCode agency, ColumnId column, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_pages.Recall(agency, column));
    }

    public Task RememberAsync(AgencyCode agency, ColumnId column, IReadOnlyCollection<PageMemory> pages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _pages.Remember(agency, column, pages);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        await _journal.DisposeAsync();
        _model.Dispose();
    }

    private Task<T> AskAsync<T>(Func<LiteDatabase, T> question, CancellationToken cancellationToken) => _model.AskAsync(question, _journal.RunAsync, cancellationToken);

    /// <summary>The columns that are key areas (重点领域).</summary>
    private static HashSet<string> KeyAreas(LiteDatabase database, AgencyCode agency) => Ranges.Under(database, AuditProjection.States, agency.Value)
        .Where(state => state["key"].AsBoolean)
        .Select(state => state["_id"].AsString[(agency.Value.Length + 1)..])
        .ToHashSet(StringComparer.Ordinal);

    private static FoundRun? Run(LiteDatabase database, AgencyCode agency, string runId) =>
        database.GetCollection(AuditProjection.Runs).FindById(Keys.Of(agency, Keys.Hash(runId))) is { } document
            ? new(document["seq"].AsInt64, StoredJson.Read(AuditProjection.Json(document), StoredJson.Text.StoredRun).ToValue())
            : null;

    private static IEnumerable<BsonDocument> Since(LiteDatabase database, string collection, AgencyCode agency, DateTimeOffset since) =>
        Ranges.Between(database, collection, Keys.Of(agency, Keys.Instant(since)), Keys.Under(agency.Value).To);

    /// <summary>A run and where in the journal it began.</summary>
    private sealed record FoundRun(long Seq, RunSummary Summary);
}
