using System.Globalization;
using Disclosure.Records.Journals;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.LiteDb;

/// <summary>Compares read models with ones made afresh from the journal, on copies.</summary>
internal sealed class ReadModelCheck(string folder, List<VerificationFinding> findings)
{
    /// <param name="head">The journal's end.</param>
    /// <param name="replayUntil">Makes a model from the journal's records up to a number.</param>
    public void Compare(string model, int layout, IReadOnlyList<string> collections, JournalHead head, Func<long, Action<LiteDatabase, long>> replayUntil)
    {
        DataFolder held;
        try
        {
            held = DataFolder.Open(folder);
        }
        catch (DataFolderInUseException exception)
        {
            findings.Add(new(VerificationSeverity.Note, model, $"was not compared: the folder is in use by process {exception.Owner}"));
            return;
        }

        using (held)
        {
            if (LiteFile.WasChangedSince(model))
                Damaged(model, "was changed after it was closed");
            else if (!LiteFile.IsTrusted(model))
                findings.Add(new(VerificationSeverity.Note, model, "is missing or was not closed before the machine went down; it is built again at the next start"));
            else if (DifferenceOnCopy(model, layout, collections, head, replayUntil) is { } difference)
                Damaged(model, difference);
        }
    }

    private void Damaged(string model, string how) =>
        findings.Add(new(VerificationSeverity.Damage, model, $"{how}; delete the read-model folder, it is built again from the journal"));

    private static string? DifferenceOnCopy(string model, int layout, IReadOnlyList<string> collections, JournalHead head, Func<long, Action<LiteDatabase, long>> replayUntil)
    {
        var temporary = Directory.CreateTempSubdirectory("disclosure-verify-");
        try
        {
            var copy = Path.Combine(temporary.FullName, "copy.db");
            LiteFile.Copy(model, copy);
            return Difference(copy, Path.Combine(temporary.FullName, "fresh.db"), layout, collections, head, replayUntil);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private static string? Difference(string copy, string fresh, int layout, IReadOnlyList<string> collections, JournalHead head, Func<long, Action<LiteDatabase, long>> replayUntil)
    {
        try
        {
            using var kept = LiteFile.Open(copy);
            var position = ReadModel.PositionOf(kept.Database, layout);
            if (position.Seq > head.Seq)
                return string.Create(CultureInfo.InvariantCulture, $"has seen {position.Seq} records where the journal ends at {head.Seq}: records were removed from the journal's end");

            using var made = new ReadModel(fresh, "verified", layout, replayUntil(position.Seq), _ => position.Hash, () => position, NullLogger.Instance);
            return made.Ask(database => ReadModel.PositionOf(database, layout) != position
                ? "was made from another journal"
                : collections.Select(name => Difference(name, kept.Database, database)).FirstOrDefault(one => one is not null));
        }
        catch (Exception exception) when (exception is LiteException or IOException or InvalidOperationException or InvalidCastException or ArgumentException)
        {
            return $"cannot be read ({exception.Message})";
        }
    }

    private static string? Difference(string collection, LiteDatabase kept, LiteDatabase made)
    {
        using var theirs = kept.GetCollection(collection).FindAll().GetEnumerator();
        foreach (var mine in made.GetCollection(collection).FindAll())
        {
            if (!theirs.MoveNext() || theirs.Current.ToString() != mine.ToString())
                return $"differs from the journal in '{collection}' at {mine["_id"]}";
        }

        return theirs.MoveNext() ? $"has more in '{collection}' than the journal" : null;
    }
}
