using System.Globalization;
using Disclosure.Records.Journals;
using Disclosure.Records.Ledger;
using Disclosure.Records.LiteDb;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;

namespace Disclosure.Records;

/// <summary>
/// Checks everything a data folder keeps: the journals' chains, that every record can be read, that every personal text opens, and the read
/// models against fresh ones.
/// </summary>
public static class Verification
{
    /// <summary>As <see cref="Run(string, MasterKeyPlace, CancellationToken)"/> with the master key from the environment.</summary>
    public static VerificationReport Run(string folder, CancellationToken cancellationToken) =>
        Run(folder, MasterKeyPlace.Of(new RecordsOptions { DataFolder = folder }), cancellationToken);

    /// <summary>Changes nothing, and can be run beside the service (which keeps the read models from being looked at; the report says so).</summary>
    /// <param name="place">Where the master key is; without one the personal texts are not opened, and the report says so.</param>
    public static VerificationReport Run(string folder, MasterKeyPlace place, CancellationToken cancellationToken)
    {
        var findings = new List<VerificationFinding>();
        var models = new ReadModelCheck(folder, findings);
        RegisterTally? tally = null;
        var register = DataFolder.JournalIn(folder, "register");
        if (CheckChain(register, findings, cancellationToken) is not null)
            tally = RegisterVerification.Run(folder, register, place, models, findings, cancellationToken);
        var audit = DataFolder.JournalIn(folder, "audit");
        if (!File.Exists(audit))
            findings.Add(new(VerificationSeverity.Note, folder, "holds no audit journal"));
        else if (CheckChain(audit, findings, cancellationToken) is { Seq: > 0 } head && CheckShapes(audit, findings, cancellationToken))
            models.Compare(LiteDbAuditArchive.ModelIn(Path.Combine(folder, DataFolder.ReadModelsName)), AuditProjection.Layout, AuditProjection.Collections, head, until => (database, after) => AuditProjection.Replay(database, Records(audit, after, until)));
        return new(findings) { Register = tally };
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

    /// <summary>What of the register was gone through; null where there is none, or where it could not be.</summary>
    public RegisterTally? Register { get; init; }
}

/// <summary>The register in numbers.</summary>
/// <param name="Opened">Cases whose every personal text was opened.</param>
/// <param name="Erased">Cases whose key was destroyed on purpose.</param>
/// <param name="Closed">Cases with personal text that was not opened, because no master key is set.</param>
public sealed record RegisterTally(int Cases, long Entries, int Opened, int Erased, int Closed);

/// <param name="Place">The file or folder.</param>
public sealed record VerificationFinding(VerificationSeverity Severity, string Place, string What);

public enum VerificationSeverity
{
    /// <summary>Worth knowing; nothing acknowledged is affected.</summary>
    Note,

    /// <summary>A record or what is derived from it is not as it was written.</summary>
    Damage,
}
