using System.Diagnostics;
using System.Text.Json;
using Disclosure.Records.Journals;

namespace Disclosure.Records.Stored;

/// <summary>Turns audit entries into journal records and back. The kinds' names are written for ever.</summary>
internal static class AuditShapes
{
    public const string RunStarted = "run-started";
    public const string RunFinished = "run-finished";
    public const string ColumnLooked = "column-looked";
    public const string HomeProbed = "home-probed";
    public const string AlertRaised = "alert-raised";

    /// <summary>An agency is a stream: its entries are its history.</summary>
    public static JournalDraft Draft(AuditEntry entry)
    {
        var (kind, body) = entry switch
        {
            RunStarted started => (RunStarted, JsonSerializer.Serialize(StoredRunStarted.From(started), StoredJson.Text.StoredRunStarted)),
            RunFinished finished => (RunFinished, JsonSerializer.Serialize(StoredRunFinished.From(finished), StoredJson.Text.StoredRunFinished)),
            ColumnLooked looked => (ColumnLooked, JsonSerializer.Serialize(StoredColumnLooked.From(looked), StoredJson.Text.StoredColumnLooked)),
            HomeProbed probed => (HomeProbed, JsonSerializer.Serialize(StoredHomeProbed.From(probed), StoredJson.Text.StoredHomeProbed)),
            AlertRaised raised => (AlertRaised, JsonSerializer.Serialize(StoredAlertRaised.From(raised), StoredJson.Text.StoredAlertRaised)),
            _ => throw new UnreachableException(),
        };
        return new(entry.Agency.Value, kind, body);
    }

    /// <exception cref="StoredShapeException">The record is not of any shape this program knows.</exception>
    public static AuditEntry Entry(JournalRecord record)
    {
        try
        {
            return record.Kind switch
            {
                RunStarted => StoredJson.Read(record.Body, StoredJson.Text.StoredRunStarted).ToEntry(),
                RunFinished => StoredJson.Read(record.Body, StoredJson.Text.StoredRunFinished).ToEntry(),
                ColumnLooked => StoredJson.Read(record.Body, StoredJson.Text.StoredColumnLooked).ToEntry(),
                HomeProbed => StoredJson.Read(record.Body, StoredJson.Text.StoredHomeProbed).ToEntry(),
                AlertRaised => StoredJson.Read(record.Body, StoredJson.Text.StoredAlertRaised).ToEntry(),
                _ => throw new FormatException("No such kind is known; it may be a newer program's."),
            };
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw new StoredShapeException(record, exception);
        }
    }
}

/// <summary>A record whose chain is right and whose content cannot be read.</summary>
public sealed class StoredShapeException(JournalRecord record, Exception inner)
    : Exception(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Record {record.Seq} ({record.Kind}) cannot be read: {inner.Message}"), inner);
