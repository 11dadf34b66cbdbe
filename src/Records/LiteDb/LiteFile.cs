using System.Security.Cryptography;
using LiteDB;

namespace Disclosure.Records.LiteDb;

/// <summary>A LiteDB file whose content can be made again: opened when it can be trusted, dropped when not.</summary>
/// <remarks>
/// The password is no secret (what lies here is on the portal for everybody). It is set because LiteDB 5.0.20 then flushes nothing: a
/// page costs a copy instead of a disk turn, and a kill loses nothing. A power cut may lose any page in any order, silently, so a
/// file that was not closed is trusted only within the same boot of the machine. The mark of a closed file carries the hash of its bytes.
/// </remarks>
internal sealed class LiteFile : IDisposable
{
    private const string Password = "read-model";
    private const string Closed = "closed ";

    private readonly string _path;

    private LiteFile(string path, LiteDatabase database) => (_path, Database) = (path, database);

    public LiteDatabase Database { get; }

    /// <summary>Opens the file, first dropping one that a power cut may have hollowed out.</summary>
    /// <exception cref="LiteException">The file is damaged: <see cref="Drop"/> it.</exception>
    public static LiteFile Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!IsTrusted(path))
            Drop(path);
        Disk.Replace(MarkOf(path), System.Text.Encoding.ASCII.GetBytes(Boot() ?? "open"));
        return new(path, Connect(path));
    }

    /// <summary>Whether a file exists that can be believed.</summary>
    public static bool IsTrusted(string path)
    {
        if (!File.Exists(path) || !File.Exists(MarkOf(path)))
            return false;
        var mark = File.ReadAllText(MarkOf(path));
        return mark == Boot() || mark == Closed + Fingerprint(path);
    }

    /// <summary>Whether a file that was closed in order has other bytes now.</summary>
    public static bool WasChangedSince(string path) =>
        File.Exists(path) && File.Exists(MarkOf(path)) && File.ReadAllText(MarkOf(path)) is var mark && mark.StartsWith(Closed, StringComparison.Ordinal) && mark != Closed + Fingerprint(path);

    public static void Drop(string path)
    {
        foreach (var file in new[] { path, LogOf(path), MarkOf(path) })
            File.Delete(file);
    }

    /// <summary>Copies the file as it is on the disk, log and mark with it.</summary>
    public static void Copy(string path, string to)
    {
        File.Copy(path, to);
        File.Copy(MarkOf(path), MarkOf(to));
        if (File.Exists(LogOf(path)))
            File.Copy(LogOf(path), LogOf(to));
    }

    public void Dispose()
    {
        Database.Dispose();
        Disk.Flush(_path);
        Disk.Replace(MarkOf(_path), System.Text.Encoding.ASCII.GetBytes(Closed + Fingerprint(_path)));
    }

    /// <summary>Lets go of an engine that has failed, without calling the file closed.</summary>
    public void Abandon()
    {
        try
        {
            Database.Dispose();
        }
#pragma warning disable CA1031 // The engine has failed already and its file is about to be dropped: how it dies does not matter.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    private static LiteDatabase Connect(string path) => new(
        new ConnectionString { Filename = path, Password = Password, Connection = ConnectionType.Direct, Collation = Collation.Binary },
        new BsonMapper { TrimWhitespace = false, EmptyStringToNull = false });

    /// <summary>Of every byte, also those the engine would never look at.</summary>
    private static string Fingerprint(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[256 * 1024];
        foreach (var file in new[] { path, LogOf(path) }.Where(File.Exists))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
                hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string LogOf(string path) => Path.ChangeExtension(path, null) + "-log" + Path.GetExtension(path);

    private static string MarkOf(string path) => path + ".mark";

    private static string? Boot() => OperatingSystem.IsLinux() ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim() : null;
}
