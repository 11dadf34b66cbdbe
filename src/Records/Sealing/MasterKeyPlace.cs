using System.Text;

namespace Disclosure.Records.Sealing;

/// <summary>Where the master key comes from: the environment, or a file outside the data folder.</summary>
/// <remarks>A key that should be there and is not is an error, never a reason to make another: with a new key nothing kept could be read again.</remarks>
public sealed class MasterKeyPlace
{
    /// <summary>Holds the master key: base64 of 32 bytes.</summary>
    public const string Variable = "DISCLOSURE_MASTER_KEY";

    /// <summary>Holds the key before, for the one start that changes from it to the new one.</summary>
    public const string PreviousVariable = "DISCLOSURE_PREVIOUS_MASTER_KEY";

    private const UnixFileMode OfOthers = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute | UnixFileMode.GroupWrite;

    private readonly string _dataFolder;
    private readonly string? _file;
    private readonly string? _value;
    private readonly string? _previous;

    internal MasterKeyPlace(string dataFolder, string? file, string? value, string? previous)
    {
        _dataFolder = dataFolder;
        _file = string.IsNullOrWhiteSpace(file) ? null : file;
        _value = string.IsNullOrWhiteSpace(value) ? null : value;
        _previous = string.IsNullOrWhiteSpace(previous) ? null : previous;
    }

    /// <summary>As this process is set up.</summary>
    public static MasterKeyPlace Of(RecordsOptions options) =>
        new(options.DataFolder, options.KeyFile, Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable(PreviousVariable));

    /// <summary>Where the key file is; null when there is none to be.</summary>
    public string? File => _file;

    /// <summary>What to do where there is no key.</summary>
    internal static string HowToSet => $"Set the environment variable {Variable} to the output of `openssl rand -base64 32`, or {RecordsOptions.Section}:{nameof(RecordsOptions.KeyFile)} to a file outside the data folder, and keep a copy of the key apart from the backups.";

    /// <summary>The key; null when none is set, or when the file that is to hold it was not made yet.</summary>
    /// <exception cref="MasterKeyException">What is there cannot be used.</exception>
    internal MasterKey? Find()
    {
        var named = _value is null ? null : MasterKey.Parse(_value, Variable);
        if (_file is null)
            return named;
        if (named is not null)
            throw new MasterKeyException($"Both {Variable} and {RecordsOptions.Section}:{nameof(RecordsOptions.KeyFile)} are set. Keep the one that holds the key in use and remove the other.");
        RefuseBadPlace();
        return System.IO.File.Exists(_file) ? ReadFile() : null;
    }

    /// <summary>The key before the one in use; null when none is named.</summary>
    internal MasterKey? FindPrevious() => _previous is null ? null : MasterKey.Parse(_previous, PreviousVariable);

    /// <summary>The key for a register that never needed one: the file is made when a setting names it.</summary>
    /// <exception cref="MasterKeyException">No setting names a place for it.</exception>
    internal MasterKey FindOrMake()
    {
        if (Find() is { } key)
            return key;
        if (_file is null)
            throw new MasterKeyException($"No master key is set, so no personal data can be stored; nothing was written. {HowToSet}");
        var made = MasterKey.Make();
        try
        {
            WriteFile(made);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The key file {_file} could not be made ({exception.Message}). Make its folder and let this program write there once, or put a key there yourself.", exception);
        }

        return made;
    }

    /// <summary>What is wrong with the settings, without making anything; null when nothing is.</summary>
    internal string? Problem()
    {
        try
        {
            Find()?.Dispose();
            FindPrevious()?.Dispose();
            return null;
        }
        catch (MasterKeyException exception)
        {
            return exception.Message;
        }
    }

    private MasterKey ReadFile()
    {
        if (!OperatingSystem.IsWindows() && (System.IO.File.GetUnixFileMode(_file!) & OfOthers) != 0)
            throw new MasterKeyException($"The key file {_file} can be read or changed by others on this machine. Run `chmod 600 {_file}` as its owner; if others may have read it, change the key.");
        try
        {
            return MasterKey.Parse(System.IO.File.ReadAllText(_file!), $"The key file {_file}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MasterKeyException($"The key file {_file} cannot be read ({exception.Message}).", exception);
        }
    }

    /// <summary>Whole or not at all, readable by its owner alone, and never over a file that is there.</summary>
    private void WriteFile(MasterKey key)
    {
        var part = _file + ".new";
        System.IO.File.Delete(part);
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, how))
        {
            stream.Write(Encoding.ASCII.GetBytes(key.ToText() + "\n"));
            stream.Flush(flushToDisk: true);
        }

        System.IO.File.Move(part, _file!, overwrite: false);
        Disk.FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(_file!))!);
    }

    private void RefuseBadPlace()
    {
        var data = Resolved(Path.GetFullPath(_dataFolder));
        if ((Resolved(Path.GetFullPath(_file!)) + Path.DirectorySeparatorChar).StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new MasterKeyException($"{RecordsOptions.Section}:{nameof(RecordsOptions.KeyFile)} ({_file}) lies in the data folder {_dataFolder}, so whoever copies the data has the key too. Name a file outside it.");
    }

    /// <summary>The path with every link on the way followed, as far as it exists.</summary>
    private static string Resolved(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
            return path;
        var here = Path.Combine(Resolved(parent), Path.GetFileName(path));
        FileSystemInfo? target = Directory.Exists(here) ? new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true)
            : System.IO.File.Exists(here) ? new FileInfo(here).ResolveLinkTarget(returnFinalTarget: true)
            : null;
        return target is null ? here : Resolved(target.FullName);
    }
}
