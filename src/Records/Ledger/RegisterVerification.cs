using System.Globalization;
using Disclosure.Records.Journals;
using Disclosure.Records.LiteDb;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;
using Disclosure.Requests;

namespace Disclosure.Records.Ledger;

/// <summary>Goes through a register whose chain is sound: every record's shape and place, every key, every text, the board.</summary>
internal static class RegisterVerification
{
    /// <returns>Null where a record cannot be read: what follows it was not judged.</returns>
    public static RegisterTally? Run(string folder, string journal, MasterKeyPlace place, ReadModelCheck models, List<VerificationFinding> findings, CancellationToken cancellationToken)
    {
        var keyFile = DataFolder.CaseKeysIn(folder);
        var slots = new List<KeySlot>();
        foreach (var problem in CaseKeyFile.Scan(keyFile, slots))
            findings.Add(new(VerificationSeverity.Damage, keyFile, problem));

        var index = new RegisterIndex();
        JournalReading reading;
        try
        {
            reading = new JournalReading(journal, index.Load, cancellationToken);
        }
        catch (StoredShapeException exception)
        {
            findings.Add(new(VerificationSeverity.Damage, journal, $"{exception.Message} The records after it were not looked at."));
            return null;
        }

        var tally = CheckTexts(journal, keyFile, slots.ToDictionary(slot => slot.Case, StringComparer.Ordinal), place, reading, index, findings, cancellationToken);
        if (reading.Head.Seq > 0)
        {
            models.Compare(RegisterBoard.FileIn(Path.Combine(folder, DataFolder.ReadModelsName)), BoardProjection.Layout, BoardProjection.Collections, reading.Head, until =>
            {
                var cases = new CaseReading(index, () => new(until, until == 0 ? JournalHead.Empty.Hash : reading.ReadOne(until).Hash), reading.ReadOne, reading.ReadAfter);
                return new BoardProjection(cases).Replay;
            });
        }

        return tally;
    }

    private static RegisterTally CheckTexts(
        string journal,
        string keyFile,
        Dictionary<string, KeySlot> slots,
        MasterKeyPlace place,
        JournalReading reading,
        RegisterIndex index,
        List<VerificationFinding> findings,
        CancellationToken cancellationToken)
    {
        using var master = FindMaster(place, findings);
        var (entries, opened, erased, closed) = (0L, 0, 0, 0);
        var cases = index.Cases(agency: null);
        foreach (var id in cases)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var trail = index.Find(id)!;
            entries += trail.Version;
            var slot = slots.GetValueOrDefault(id.Value);
            if (trail.ErasedBy > 0 || slot is { IsErased: true })
            {
                erased++;
                if (NoteOnErasure(id, trail, slot) is { } note)
                    findings.Add(new(VerificationSeverity.Note, keyFile, note));
            }
            else if (!trail.HoldsText)
            {
                opened++;
            }
            else if (slot is null)
            {
                findings.Add(new(VerificationSeverity.Damage, keyFile, $"case {id} holds personal text and its key is missing; no record says that it was erased"));
            }
            else if (master is null)
            {
                closed++;
            }
            else if (Opens(journal, keyFile, id, trail, slot, master, reading, findings))
            {
                opened++;
            }
        }

        if (closed > 0)
            findings.Add(new(VerificationSeverity.Note, keyFile, string.Create(CultureInfo.InvariantCulture, $"the personal texts of {closed} cases were not opened: no master key is set. {MasterKeyPlace.HowToSet}")));
        return new(cases.Count, entries, opened, erased, closed);
    }

    private static MasterKey? FindMaster(MasterKeyPlace place, List<VerificationFinding> findings)
    {
        try
        {
            return place.Find();
        }
        catch (MasterKeyException exception)
        {
            findings.Add(new(VerificationSeverity.Damage, place.File ?? MasterKeyPlace.Variable, exception.Message));
            return null;
        }
    }

    private static string? NoteOnErasure(CaseId id, CaseTrail trail, KeySlot? slot) =>
        trail.ErasedBy == 0 ? $"the key of case {id} was destroyed and no record says so: the backup this came from was made during the erasure"
        : slot is { IsErased: false } ? $"the erasure of case {id} is recorded and its key is still there; it is destroyed at the next start"
        : null;

    private static bool Opens(string journal, string keyFile, CaseId id, CaseTrail trail, KeySlot slot, MasterKey master, JournalReading reading, List<VerificationFinding> findings)
    {
        if (slot.Master != master.Id)
        {
            findings.Add(new(VerificationSeverity.Damage, keyFile, $"the key of case {id} is under master key {slot.Master}, but the one that is set is {master.Id}"));
            return false;
        }

        var seq = 0L;
        try
        {
            using var seal = CaseKeys.Seal(master, id, slot);
            foreach (var record in trail.Records)
            {
                seq = record;
                CaseReading.Entries(reading.ReadOne(record), id, seal);
            }

            return true;
        }
        catch (Exception exception) when (exception is CaseKeyDamagedException or StoredShapeException)
        {
            findings.Add(new(VerificationSeverity.Damage, seq == 0 ? keyFile : journal, string.Create(CultureInfo.InvariantCulture, $"{(seq == 0 ? "" : $"line {seq}: ")}{exception.Message}")));
            return false;
        }
    }
}
