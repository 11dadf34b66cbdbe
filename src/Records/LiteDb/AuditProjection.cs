using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using LiteDB;

namespace Disclosure.Records.LiteDb;

/// <summary>Folds audit records into the read model's collections. The same records always give the same documents.</summary>
/// <remarks>Runs inside one transaction together with the position it reaches, so a document never runs ahead of the position or behind it.</remarks>
internal sealed class AuditProjection(ILiteDatabase database)
{
    /// <summary>Raised when a document's meaning changes: an older file is then rebuilt.</summary>
    public const int Layout = 3;

    private const int ReplayBatch = 256;

    public const string Meta = "meta";
    public const string Runs = "runs";
    public const string LastRuns = "lastRuns";
    public const string States = "states";
    public const string Items = "items";
    public const string Years = "years";
    public const string Probes = "probes";
    public const string Alerts = "alerts";

    /// <summary>Every collection, for comparing two read models.</summary>
    public static readonly IReadOnlyList<string> Collections = [Meta, Runs, LastRuns, States, Items, Years, Probes, Alerts];

    private readonly ILiteCollection<BsonDocument> _runs = database.GetCollection(Runs);
    private readonly ILiteCollection<BsonDocument> _lastRuns = database.GetCollection(LastRuns);
    private readonly ILiteCollection<BsonDocument> _states = database.GetCollection(States);
    private readonly ILiteCollection<BsonDocument> _years = database.GetCollection(Years);
    private readonly ILiteCollection<BsonDocument> _probes = database.GetCollection(Probes);
    private readonly ILiteCollection<BsonDocument> _alerts = database.GetCollection(Alerts);

    public void Apply(JournalRecord record)
    {
        switch (record.Kind)
        {
            case AuditShapes.RunStarted:
                Start(StoredJson.Read(record.Body, StoredJson.Text.StoredRunStarted), record.Seq);
                break;
            case AuditShapes.RunFinished:
                Finish(StoredJson.Read(record.Body, StoredJson.Text.StoredRunFinished));
                break;
            case AuditShapes.ColumnLooked:
                Look(StoredJson.Read(record.Body, StoredJson.Text.StoredColumnLooked), record.Seq);
                break;
            case AuditShapes.HomeProbed:
                var probed = StoredJson.Read(record.Body, StoredJson.Text.StoredHomeProbed);
                _probes.Upsert(Document(Keys.OfInstant(AgencyCode.Parse(probed.Agency), StoredText.Instant(probed.At), record.Seq), record.Body));
                break;
            case AuditShapes.AlertRaised:
                var raised = StoredJson.Read(record.Body, StoredJson.Text.StoredAlertRaised);
                _alerts.Upsert(Document(Keys.OfInstant(AgencyCode.Parse(raised.Agency), StoredText.Instant(raised.At), record.Seq), record.Body));
                break;
            default:
                throw new StoredShapeException(record, new FormatException("No such kind is known; it may be a newer program's."));
        }
    }

    /// <summary>Folds records into a file in one transaction, with the position.</summary>
    public static void Fold(LiteDatabase database, IReadOnlyList<JournalRecord> records) =>
        ReadModel.Step(database, Layout, new(records[^1].Seq, records[^1].Hash), () =>
        {
            var projection = new AuditProjection(database);
            foreach (var record in records)
                projection.Apply(record);
        });

    /// <summary>Folds whatever records there are, in steps.</summary>
    public static void Replay(LiteDatabase database, IEnumerable<JournalRecord> records)
    {
        foreach (var batch in records.Chunk(ReplayBatch))
            Fold(database, batch);
    }

    public static string Json(BsonDocument document) => document["j"].AsString;

    private static BsonDocument Document(string id, string json) => new() { ["_id"] = id, ["j"] = json };

    /// <summary>A run that is taken up again keeps its first start, so that everything looked at in it is found after that.</summary>
    private void Start(StoredRunStarted started, long seq)
    {
        var agency = AgencyCode.Parse(started.Agency);
        _lastRuns.Upsert(new BsonDocument { ["_id"] = agency.Value, ["run"] = started.Run });
        var id = Keys.Of(agency, Keys.Hash(started.Run));
        if (_runs.FindById(id) is not null)
            return;

        var run = new StoredRun { Run = started.Run, Today = started.Today, StartedAt = started.At };
        var document = Document(id, System.Text.Json.JsonSerializer.Serialize(run, StoredJson.Text.StoredRun));
        document["seq"] = seq;
        _runs.Insert(document);
    }

    private void Finish(StoredRunFinished finished)
    {
        if (_runs.FindById(Keys.Of(AgencyCode.Parse(finished.Agency), Keys.Hash(finished.Run))) is not { } document)
            return;

        var run = StoredJson.Read(Json(document), StoredJson.Text.StoredRun);
        var ended = new StoredRun { Run = run.Run, Today = run.Today, StartedAt = run.StartedAt, FinishedAt = finished.At };
        document["j"] = System.Text.Json.JsonSerializer.Serialize(ended, StoredJson.Text.StoredRun);
        _runs.Update(document);
    }

    private void Look(StoredColumnLooked looked, long seq)
    {
        var agency = AgencyCode.Parse(looked.Agency);
        var column = ColumnId.Parse(looked.Column);
        var id = Keys.Of(agency, column.Value);
        var before = _states.FindById(id) is { } known ? StoredJson.Read(Json(known), StoredJson.Text.StoredState) : null;
        var document = Document(id, System.Text.Json.JsonSerializer.Serialize(StoredState.From(looked, before), StoredJson.Text.StoredState));
        document["key"] = looked.KeyArea;
        _states.Upsert(document);

        if (looked.NewItems.Count > 0)
            Archive(agency, column, looked, seq);
    }

    private void Archive(AgencyCode agency, ColumnId column, StoredColumnLooked looked, long seq)
    {
        var years = new Dictionary<int, int>();
        var items = new ShownItems(database, agency, column);
        foreach (var item in looked.NewItems)
        {
            if (YearOf(items.Take(item, looked.At, seq)) is { } was)
                years[was] = years.GetValueOrDefault(was) - 1;
            if (YearOf(item.Day) is { } now)
                years[now] = years.GetValueOrDefault(now) + 1;
        }

        items.Save();
        foreach (var (year, more) in years)
            Count(agency, column, year, more);
    }

    private void Count(AgencyCode agency, ColumnId column, int year, int more)
    {
        if (more == 0)
            return;
        var id = Keys.Of(agency, column, year.ToString("D4", System.Globalization.CultureInfo.InvariantCulture));
        var count = (_years.FindById(id)?["n"].AsInt32 ?? 0) + more;
        if (count == 0)
            _years.Delete(id);
        else
            _years.Upsert(new BsonDocument { ["_id"] = id, ["n"] = count });
    }

    private static int? YearOf(string? day) => day is null ? null : StoredText.Day(day).Year;
}
