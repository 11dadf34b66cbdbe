using System.Globalization;

namespace Disclosure.Records;

/// <summary>The folder that holds everything one installation keeps, held by one process at a time.</summary>
/// <remarks>
/// Two processes appending to one journal would fork its chain. The lock is the operating system's, so it ends with the process
/// however that ends; the file beside it only says who holds it.
/// </remarks>
public sealed class DataFolder : IDisposable
{
    private const string LockFile = "desk.lock";
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>Absolute.</summary>
    public string Path { get; }

    internal const string ReadModelsName = "read-model";

    internal string ReadModels => System.IO.Path.Combine(Path, ReadModelsName);

    internal string Evidence => EvidenceIn(Path);

    /// <summary>Takes the folder, making it where it does not exist.</summary>
    /// <exception cref="DataFolderInUseException">Another process has it; the message names the folder and the process.</exception>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(path);
        FileStream held;
        try
        {
            held = new FileStream(System.IO.Path.Combine(path, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new DataFolderInUseException(path, OwnerOf(path), exception);
        }

        try
        {
            Directory.CreateDirectory(JournalsIn(path));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(CaseKeysIn(path))!);
            File.WriteAllText(OwnerFile(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            Disk.FlushDirectory(path);
            return new(path, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Where a journal of this folder stands.</summary>
    internal string Journal(string name) => JournalIn(Path, name);

    internal static string JournalsIn(string folder) => System.IO.Path.Combine(folder, "journal");

    internal static string JournalIn(string folder, string name) => System.IO.Path.Combine(JournalsIn(folder), name + ".jsonl");

    internal static string EvidenceIn(string folder) => System.IO.Path.Combine(folder, "evidence");

    internal static string CaseKeysIn(string folder) => System.IO.Path.Combine(folder, "keys", "register.keys");

    /// <summary>Whether nothing is kept here yet; what a lock leaves behind does not count.</summary>
    internal static bool IsEmpty(string folder) =>
        !Directory.Exists(folder) || !Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file => !System.IO.Path.GetFileName(file).StartsWith(LockFile, StringComparison.Ordinal));

    public void Dispose() => _lock.Dispose();

    private static string OwnerFile(string path) => System.IO.Path.Combine(path, LockFile + ".pid");

    private static string OwnerOf(string path) => File.Exists(OwnerFile(path)) ? File.ReadAllText(OwnerFile(path)).Trim() : "unknown";
}

/// <summary>The data folder belongs to another running process.</summary>
public sealed class DataFolderInUseException(string folder, string owner, Exception inner)
    : IOException($"The data folder {folder} is in use by process {owner}. Stop that process, or give this one another folder.", inner)
{
    public string Folder { get; } = folder;

    /// <summary>The process id, as far as known.</summary>
    public string Owner { get; } = owner;
}
