using Disclosure.Agencies;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Records.Ledger;

/// <summary>Reads cases from the journal itself, each record from its own place.</summary>
/// <param name="index">Where each case stands.</param>
/// <param name="head">The journal's end.</param>
/// <param name="readOne">A record by its number.</param>
/// <param name="readAfter">The records after a number.</param>
internal sealed class CaseReading(RegisterIndex index, Func<JournalHead> head, Func<long, JournalRecord> readOne, Func<long, IEnumerable<JournalRecord>> readAfter)
{
    public RegisterIndex Index => index;

    public JournalHead Head => head();

    public JournalRecord ReadOne(long seq) => readOne(seq);

    public IEnumerable<JournalRecord> ReadAfter(long seq) => readAfter(seq);

    public static CaseReading Of(Journal journal, RegisterIndex index) => new(index, () => journal.Head, journal.ReadOne, journal.Read);

    public CaseHistory Read(CaseId id, CaseTrail trail, TextSeal seal, long until = long.MaxValue)
    {
        var entries = new List<LedgerEntry>((int)trail.Version);
        foreach (var seq in trail.Records.TakeWhile(seq => seq <= until))
            entries.AddRange(Entries(readOne(seq), id, seal));
        var erasure = trail.ErasedBy > 0 && trail.ErasedBy <= until ? Erasure(readOne(trail.ErasedBy)) : null;
        return new(id, AgencyCode.Parse(trail.Agency), entries.Count, entries) { Erasure = erasure };
    }

    /// <summary>One case's entries in a record.</summary>
    public static IReadOnlyList<LedgerEntry> Entries(JournalRecord record, CaseId id, TextSeal seal)
    {
        var stored = (StoredCaseEntries)RegisterShapes.Read(record);
        var one = stored.Cases.Single(other => other.Case == id.Value);
        return RegisterShapes.Reading(record, () => one.ToEntries(seal).ToList());
    }

    public static YearEntry YearEntry(JournalRecord record)
    {
        var stored = (StoredYearEntry)RegisterShapes.Read(record);
        return RegisterShapes.Reading(record, stored.ToEntry);
    }

    private static Erasure Erasure(JournalRecord record)
    {
        var stored = (StoredCaseErased)RegisterShapes.Read(record);
        return RegisterShapes.Reading(record, stored.ToValue);
    }
}
