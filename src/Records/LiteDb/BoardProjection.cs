using Disclosure.Agencies;
using Disclosure.Records.Journals;
using Disclosure.Records.Ledger;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using LiteDB;

namespace Disclosure.Records.LiteDb;

/// <summary>Makes the board's cards: each touched case is folded anew from its entries, read closed, so nothing personal can get here.</summary>
internal sealed class BoardProjection(CaseReading reading)
{
    /// <summary>Raised when a document's meaning changes: an older file is then rebuilt.</summary>
    public const int Layout = 1;

    private const string Board = "board";
    private const int StepRecords = 2048;
    private const int StepCases = 2048;

    /// <summary>Every collection, for comparing two read models.</summary>
    public static readonly IReadOnlyList<string> Collections = ["meta", Board];

    /// <summary>Brings a file to the journal's end, from the beginning by case, later by what was touched.</summary>
    public void Replay(LiteDatabase database, long after)
    {
        var head = reading.Head;
        if (after == 0)
            Build(database, head);
        else if (after < head.Seq)
            Follow(database, after, head.Seq);
    }

    public static IReadOnlyList<CaseCard> Cards(LiteDatabase database, AgencyCode agency, IReadOnlyCollection<CaseState>? states)
    {
        var (from, to) = Keys.Under(agency.Value);
        return [.. database.GetCollection(Board)
            .Find(Query.Between("_id", from, to))
            .Where(document => states is null || states.Contains(StoredText.Name<CaseState>(document["state"].AsString)))
            .OrderBy(document => document["first"].AsInt64)
            .ThenBy(document => document["_id"].AsString, StringComparer.Ordinal)
            .Select(document => Card(document, agency))];
    }

    /// <summary>The position is written last: a file that was not finished has none and is built again.</summary>
    private void Build(LiteDatabase database, JournalHead head)
    {
        foreach (var ids in reading.Index.Cases(agency: null).Chunk(StepCases))
        {
            var documents = ids.Select(id => Document(id, head.Seq)).OfType<BsonDocument>().ToList();
            database.GetCollection(Board).InsertBulk(documents);
        }

        if (head.Seq > 0)
            ReadModel.Step(database, Layout, head, () => { });
    }

    private void Follow(LiteDatabase database, long after, long until)
    {
        foreach (var records in reading.ReadAfter(after).TakeWhile(record => record.Seq <= until).Chunk(StepRecords))
        {
            var last = records[^1];
            ReadModel.Step(database, Layout, new(last.Seq, last.Hash), () =>
            {
                var board = database.GetCollection(Board);
                foreach (var id in records.SelectMany(Touched).Distinct(StringComparer.Ordinal))
                    board.Upsert(Document(CaseId.Parse(id), last.Seq));
            });
        }
    }

    private static IEnumerable<string> Touched(JournalRecord record) => RegisterShapes.Read(record) switch
    {
        StoredCaseEntries entries => entries.Cases.Select(one => one.Case),
        StoredCaseErased erased => [erased.Case],
        _ => [],
    };

    /// <param name="until">The card is of this position, even when the case has gone on since; null when it was not there yet.</param>
    private BsonDocument? Document(CaseId id, long until)
    {
        var trail = reading.Index.Find(id)!;
        if (trail.Records[0] > until)
            return null;
        var history = reading.Read(id, trail, ClosedSeal.Instance, until);
        var folded = RequestCase.Fold(id, history.Entries);
        var document = new BsonDocument
        {
            ["_id"] = Keys.Of(history.Agency, id.Value),
            ["first"] = trail.Records[0],
            ["state"] = StoredText.Of(folded.State),
            ["assignee"] = folded.Assignee ?? "",
            ["firstOn"] = StoredText.Of(history.Entries[0].On),
            ["lastOn"] = StoredText.Of(folded.LastOn),
            ["rehearsal"] = folded.IsRehearsal,
            ["erased"] = history.Erasure is not null,
            ["version"] = history.Version,
        };
        if (folded.Number is { } number)
            document["number"] = number.ToString();
        if (folded.ReceivedOn is { } received)
            document["receivedOn"] = StoredText.Of(received);
        return document;
    }

    private static CaseCard Card(BsonDocument document, AgencyCode agency) => new(
        CaseId.Parse(document["_id"].AsString[(agency.Value.Length + 1)..]),
        agency,
        StoredText.Name<CaseState>(document["state"].AsString),
        document["number"].IsNull ? null : RequestNumber.Parse(document["number"].AsString),
        StoredText.DayOrNone(document["receivedOn"].AsString),
        document["assignee"].AsString,
        StoredText.Day(document["firstOn"].AsString),
        StoredText.Day(document["lastOn"].AsString),
        document["rehearsal"].AsBoolean,
        document["erased"].AsBoolean,
        document["version"].AsInt64);
}
