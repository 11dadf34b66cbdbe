using System.Globalization;
using Disclosure.Records.Journals;
using Disclosure.Records.LiteDb;
using Disclosure.Records.Stored;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records;

/// <summary>Checks everything a data folder keeps: the journals' chains, that every record can be read, and the read model against a fresh one.</summary>
public static class Verification
{
    /// <summary>Changes nothing, and can be run beside the service (which keeps the read model from being looked at; the report says so).</summary>
    public static VerificationReport Run(string folder, CancellationToken cancellationToken)
    {
        var findings = new List<VerificationFinding>();
        CheckChain(DataFolder.JournalIn(folder, "register"), findings, cancellationToken);
        var audit = DataFolder.JournalIn(folder, "audit");
        if (!File.Exists(audit))
            findings.Add(new(VerificationSeverity.Note, folder, "holds no audit journal"));
        else if (CheckChain(audit, findings, cancellationToken) is { Seq: > 0 } head && CheckShapes(audit, findings, cancellationToken))
            CheckReadModel(folder, audit, head, findings);
        return new(findings);
    }

    private static JournalHead? CheckChain(string file, List<VerificationFinding> findings, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
            return null;

        var report = Journal.Verify(file, cancellationToken);
        if (report.Finding is { } finding)
        {
            findings.Add(new(
                finding.IsDamage ? VerificationSeverity.Damage : VerificationSeverity.Note,
                file,
                string.Create(CultureInfo.InvariantCulture, $"line {finding.Line} (byte {finding.Offset}): {finding.What}")));
        }

        return report.IsSound ? report.Head : null;
    }

    private static bool CheckShapes(string file, List<VerificationFinding> findings, CancellationToken cancellationToken)
    {
        var before = findings.Count;
        using var scan = new JournalScan(file);
        while (scan.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                AuditShapes.Entry(JournalLine.Read(scan.Line));
            }
            catch (StoredShapeException exception)
            {
                findings.Add(new(VerificationSeverity.Damage, file, string.Create(CultureInfo.InvariantCulture, $"line {scan.Head.Seq}: {exception.Message}")));
            }
        }

        return findings.Count == before;
    }

    private static void CheckReadModel(string folder, string journal, JournalHead head, List<VerificationFinding> findings)
    {
        DataFolder held;
        try
        {
            held = DataFolder.Open(folder);
        }
        catch (DataFolderInUseException exception)
        {
            findings.Add(new(VerificationSeverity.Note, folder, $"the read model was not compared: the folder is in use by process {exception.Owner}"));
            return;
        }

        using (held)
        {
            var model = LiteDbAuditArchive.ModelIn(held.ReadModels);
            if (!LiteFile.IsTrusted(model))
            {
                findings.Add(new(VerificationSeverity.Note, model, "is missing or was not closed before the machine went down; it is built again at the next start"));
                return;
            }

            var temporary = Directory.CreateTempSubdirectory("disclosure-verify-");
            try
            {
                var copy = Path.Combine(temporary.FullName, "copy.db");
                LiteFile.Copy(model, copy);
                if (Difference(copy, Path.Combine(temporary.FullName, "fresh.db"), journal, head) is { } difference)
                    findings.Add(new(VerificationSeverity.Damage, model, $"{difference}; delete the read-model folder, it is built again from the journal"));
            }
            finally
            {
                temporary.Delete(recursive: true);
            }
        }
    }

    private static string? Difference(string copy, string fresh, string journal, JournalHead head)
    {
        try
        {
            using var kept = LiteFile.Open(copy);
            var position = ReadModel.PositionOf(kept.Database, AuditProjection.Layout);
            if (position.Seq > head.Seq)
                return string.Create(CultureInfo.InvariantCulture, $"has seen {position.Seq} records where the journal ends at {head.Seq}: records were removed from the journal's end");

            using var made = new ReadModel(
                fresh,
                "audit",
                AuditProjection.Layout,
                (database, after) => AuditProjection.Replay(database, Records(journal, after, position.Seq)),
                _ => position.Hash,
                () => position,
                NullLogger.Instance);
            return made.Ask(database => ReadModel.PositionOf(database, AuditProjection.Layout) != position
                ? "was made from another journal"
                : AuditProjection.Collections.Select(name => Difference(name, kept.Database, database)).FirstOrDefault(one => one is not null));
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

    private static IEnumerable<JournalRecord> Records(string file, long after, long until)
    {
        using var scan = new JournalScan(file);
        while (scan.Next() && scan.Head.Seq <= until)
        {
            if (scan.Head.Seq > after)
                yield return JournalLine.Read(scan.Line);
        }
    }
}

/// <summary>What a verification found; nothing found means that all is well.</summary>
public sealed record VerificationReport(IReadOnlyList<VerificationFinding> Findings)
{
    public bool IsSound => !Findings.Any(finding => finding.Severity is VerificationSeverity.Damage);
}

/// <param name="Place">The file or folder.</param>
public sealed record VerificationFinding(VerificationSeverity Severity, string Place, string What);

public enum VerificationSeverity
{
    /// <summary>Worth knowing; nothing acknowledged is affected.</summary>
    Note,

    /// <summary>A record or what is derived from it is not as it was written.</summary>
    Damage,
}
