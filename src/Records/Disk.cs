using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Disclosure.Records;

/// <summary>Makes changes to directories last through a power cut, which .NET leaves out.</summary>
/// <remarks>A flushed file whose directory entry was not flushed is gone after a power cut on ext4 and xfs.</remarks>
internal static partial class Disk
{
    /// <summary>Flushes a directory's entries; on Windows the file system does it with the file.</summary>
    public static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;

        var handle = Open(directory, 0);
        if (handle < 0)
            throw Failed(directory);
        try
        {
            if (Fsync(handle) != 0)
                throw Failed(directory);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    /// <summary>Writes a small file so that it is either the old one or the new one, whatever happens.</summary>
    public static void Replace(string file, ReadOnlySpan<byte> content)
    {
        var fresh = file + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, file, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    /// <summary>Brings a file that was written without flushes to the disk.</summary>
    public static void Flush(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static IOException Failed(string directory) =>
        new($"The directory {directory} could not be flushed to the disk: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
