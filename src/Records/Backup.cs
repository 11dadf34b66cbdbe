using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Disclosure.Records.Journals;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;

namespace Disclosure.Records;

/// <summary>A hot copy of the journals and the cases' wrapped keys in one file, and the way back.</summary>
/// <remarks>
/// The master key is never in it, and it is not written beside the key's file: whoever gets the backup must not get the key with it.
/// The keys are copied after the journals, so no record in the copy lacks its key.
/// <para>A prefix of an append-only journal is a whole journal, so a copy may be taken while another process appends. Read models are
/// left out because they are made again; evidence files because they are many gigabytes and can be copied as they are.</para>
/// </remarks>
public static class Backup
{
    private const string ManifestName = "manifest.json";
    private const string KeysName = "register.keys";

    /// <summary>Format 2 has keys; a program that knows only 1 would leave them out and lose every text.</summary>
    private const int Format = 2;
    private static readonly string[] Names = ["audit", "register"];

    /// <summary>Copies every journal of a folder that may be in use. A damaged journal is not copied over a good backup.</summary>
    /// <exception cref="JournalDamagedException">A journal is damaged; no backup was made.</exception>
    public static BackupManifest Write(string folder, string file, TimeProvider time, CancellationToken cancellationToken) => Write(folder, file, keyFile: null, time, cancellationToken);

    /// <param name="keyFile">The master key's file, when there is one: the backup is not put beside it.</param>
    /// <exception cref="JournalDamagedException">A journal is damaged; no backup was made.</exception>
    /// <exception cref="CaseKeyDamagedException">The cases' keys are damaged; no backup was made.</exception>
    public static BackupManifest Write(string folder, string file, string? keyFile, TimeProvider time, CancellationToken cancellationToken)
    {
        if (File.Exists(file))
            throw new IOException($"{file} is there already; a backup never replaces another.");
        if (keyFile is not null && Path.GetDirectoryName(Path.GetFullPath(keyFile)) == Path.GetDirectoryName(Path.GetFullPath(file)))
            throw new IOException($"The master key's file {keyFile} lies in the same folder as the backup would: whoever gets one would have both. Name another place for the backup.");

        var part = file + ".part";
        try
        {
            BackupManifest manifest;
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    var journals = Names.Where(name => File.Exists(DataFolder.JournalIn(folder, name))).Select(name => Copy(zip, folder, name, cancellationToken)).ToList();
                    if (journals.Count == 0)
                        throw new IOException($"{folder} holds no journal to back up.");
                    manifest = new() { Format = Format, CreatedAt = StoredText.Of(time.GetUtcNow()), Journals = journals, Keys = CopyKeys(zip, folder) };
                    using var entry = zip.CreateEntry(ManifestName).Open();
                    JsonSerializer.Serialize(entry, manifest, StoredJson.Text.BackupManifest);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: false);
            Disk.FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            return manifest;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Brings a backup into an empty place, and says done only after the chains there were checked.</summary>
    /// <exception cref="InvalidDataException">The backup is not whole; the place is left empty.</exception>
    /// <exception cref="IOException">The place is not empty, or not usable.</exception>
    public static BackupManifest Restore(string file, string folder, CancellationToken cancellationToken)
    {
        if (!DataFolder.IsEmpty(folder))
            throw new IOException($"{folder} is not empty; restore into a new folder, then use that one.");

        using var held = DataFolder.Open(folder);
        using var zip = ZipFile.OpenRead(file);
        var manifest = ReadManifest(zip, file);
        var parts = new List<string>();
        try
        {
            foreach (var journal in manifest.Journals)
            {
                var part = held.Journal(journal.Name) + ".part";
                parts.Add(part);
                Unpack(zip, journal, part, file, cancellationToken);
            }

            if (manifest.Keys is { } keys)
            {
                var part = DataFolder.CaseKeysIn(held.Path) + ".part";
                parts.Add(part);
                UnpackKeys(zip, keys, part, file);
            }

            // The keys before the journals: a restore that is interrupted leaves no record without its key.
            foreach (var part in parts.AsEnumerable().Reverse())
            {
                File.Move(part, part[..^".part".Length], overwrite: false);
                Disk.FlushDirectory(Path.GetDirectoryName(part)!);
            }

            return manifest;
        }
        finally
        {
            foreach (var part in parts)
                File.Delete(part);
        }
    }

    private static BackupJournal Copy(ZipArchive zip, string folder, string name, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var entry = zip.CreateEntry(name + ".jsonl", CompressionLevel.Fastest).Open();
        using var scan = new JournalScan(DataFolder.JournalIn(folder, name));
        while (scan.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var bytes in new[] { scan.Line, "\n"u8.ToArray() })
            {
                entry.Write(bytes.Span);
                hash.AppendData(bytes.Span);
            }
        }

        if (scan.Finding is { IsDamage: true } damage)
            throw new JournalDamagedException(DataFolder.JournalIn(folder, name), damage);
        return new() { Name = name, Records = scan.Head.Seq, Head = scan.Head.Hash, Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }

    private static BackupKeys? CopyKeys(ZipArchive zip, string folder)
    {
        var file = DataFolder.CaseKeysIn(folder);
        if (!File.Exists(file))
            return null;
        var slots = CaseKeyFile.Read(file);
        byte[] bytes = [.. slots.SelectMany(slot => slot.ToLine())];
        using var entry = zip.CreateEntry(KeysName).Open();
        entry.Write(bytes);
        return new()
        {
            Cases = slots.Count,
            MasterKeys = [.. slots.Select(slot => slot.Master).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        };
    }

    private static void UnpackKeys(ZipArchive zip, BackupKeys keys, string part, string file)
    {
        var entry = zip.GetEntry(KeysName) ?? throw new InvalidDataException($"{file} lacks the cases' keys that its manifest names.");
        using (var from = entry.Open())
        using (var to = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
            to.Position = 0;
            if (Convert.ToHexStringLower(SHA256.HashData(to)) != keys.Sha256)
                throw new InvalidDataException($"The cases' keys in {file} are not what was backed up.");
        }

        if (CaseKeyFile.Read(part).Count != keys.Cases)
            throw new InvalidDataException($"The cases' keys in {file} are not as many as its manifest says.");
    }

    private static BackupManifest ReadManifest(ZipArchive zip, string file)
    {
        using var stream = zip.GetEntry(ManifestName)?.Open() ?? throw new InvalidDataException($"{file} has no {ManifestName}: it is no backup, or not a whole one.");
        try
        {
            var manifest = JsonSerializer.Deserialize(stream, StoredJson.Text.BackupManifest);
            return manifest is { Format: 1 or Format } && manifest.Journals.TrueForAll(journal => Names.Contains(journal.Name, StringComparer.Ordinal))
                ? manifest
                : throw new InvalidDataException($"{file} is a backup of a form this program does not know.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} has a {ManifestName} that cannot be read.", exception);
        }
    }

    private static void Unpack(ZipArchive zip, BackupJournal journal, string part, string file, CancellationToken cancellationToken)
    {
        var entry = zip.GetEntry(journal.Name + ".jsonl") ?? throw new InvalidDataException($"{file} lacks the journal '{journal.Name}' that its manifest names.");
        using (var from = entry.Open())
        using (var to = new FileStream(part, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
            to.Position = 0;
            if (Convert.ToHexStringLower(SHA256.HashData(to)) != journal.Sha256)
                throw new InvalidDataException($"The journal '{journal.Name}' in {file} is not what was backed up.");
        }

        var report = Journal.Verify(part, cancellationToken);
        if (report.Finding is { } finding)
            throw new InvalidDataException($"The journal '{journal.Name}' in {file} is wrong at line {finding.Line}: {finding.What}.");
        if (report.Head != new JournalHead(journal.Records, journal.Head))
            throw new InvalidDataException($"The journal '{journal.Name}' in {file} ends elsewhere than its manifest says.");
    }
}

/// <summary>What a backup holds.</summary>
public sealed class BackupManifest
{
    public required int Format { get; init; }
    public required string CreatedAt { get; init; }
    public required List<BackupJournal> Journals { get; init; }

    /// <summary>The cases' keys; null where no case had one.</summary>
    public BackupKeys? Keys { get; init; }
}

/// <summary>The cases' wrapped keys in a backup.</summary>
public sealed class BackupKeys
{
    public required int Cases { get; init; }

    /// <summary>The ids of the master keys they are wrapped with: without these keys the personal data in the backup cannot be read.</summary>
    public required List<string> MasterKeys { get; init; }
    public required string Sha256 { get; init; }
}

/// <summary>One journal in a backup: how far it goes and the hash of its bytes.</summary>
public sealed class BackupJournal
{
    public required string Name { get; init; }
    public required long Records { get; init; }
    public required string Head { get; init; }
    public required string Sha256 { get; init; }
}
