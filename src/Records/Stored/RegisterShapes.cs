using System.Diagnostics;
using System.Text.Json;
using Disclosure.Records.Journals;

namespace Disclosure.Records.Stored;

/// <summary>Turns the register's records into journal records and back. The kinds' names are written for ever.</summary>
internal static class RegisterShapes
{
    public const string CaseEntries = "case-entries";
    public const string CaseErased = "case-erased";
    public const string YearEntry = "year-entry";

    /// <summary>An agency is a stream; the versions of its cases and years stand in the bodies, because one record may touch several.</summary>
    public static JournalDraft Draft(StoredRegisterRecord record) => record switch
    {
        StoredCaseEntries entries => new(record.Agency, CaseEntries, JsonSerializer.Serialize(entries, RegisterJson.Text.StoredCaseEntries)),
        StoredCaseErased erased => new(record.Agency, CaseErased, JsonSerializer.Serialize(erased, RegisterJson.Text.StoredCaseErased)),
        StoredYearEntry entry => new(record.Agency, YearEntry, JsonSerializer.Serialize(entry, RegisterJson.Text.StoredYearEntry)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The same, after reading it back: what could not be read again must not be written, because the register would not open any more.</summary>
    /// <exception cref="StoredShapeException">It could not be read again: a fault of the program. Nothing was written.</exception>
    public static JournalDraft Proved(StoredRegisterRecord record)
    {
        var draft = Draft(record);
        var written = new JournalRecord(0, draft.Stream, 0, default, draft.Kind, draft.Body, "", "");
        Prove(written, Read(written));
        return draft;
    }

    /// <summary>Converts everything of a record, its texts closed, so that nothing in it is found unreadable later.</summary>
    /// <exception cref="StoredShapeException">Something in it has no value of ours.</exception>
    public static void Prove(JournalRecord record, StoredRegisterRecord stored) => Reading<object>(record, () => stored switch
    {
        StoredCaseEntries entries => entries.Cases.ConvertAll(one => one.ToEntries(ClosedSeal.Instance).ToList()),
        StoredCaseErased erased => erased.ToValue(),
        StoredYearEntry entry => entry.ToEntry(),
        _ => throw new UnreachableException(),
    });

    /// <exception cref="StoredShapeException">The record is not of any shape this program knows.</exception>
    public static StoredRegisterRecord Read(JournalRecord record) => Reading<StoredRegisterRecord>(record, () => record.Kind switch
    {
        CaseEntries => StoredJson.Read(record.Body, RegisterJson.Text.StoredCaseEntries),
        CaseErased => StoredJson.Read(record.Body, RegisterJson.Text.StoredCaseErased),
        YearEntry => StoredJson.Read(record.Body, RegisterJson.Text.StoredYearEntry),
        _ => throw new FormatException("no such kind is known"),
    });

    /// <summary>Reads something of a record, naming the record when it cannot be read.</summary>
    public static T Reading<T>(JournalRecord record, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or OverflowException)
        {
            throw new StoredShapeException(record, new FormatException($"{exception.Message} If a newer version of this program wrote it, use that version.", exception));
        }
    }
}
