using System.Diagnostics;
using Disclosure.Tests.Shared;

namespace Disclosure.Records.Tests;

/// <summary>A file on a disk that can fill up, and whose flushes can be watched.</summary>
internal sealed class FaultyFile(string file) : FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0)
{
    private int? _room;
    private bool _failsOnFlush;

    public Action? OnFlush { get; init; }

    public int Flushes { get; private set; }

    public void Fill(int room, bool failsOnFlush) => (_room, _failsOnFlush) = (room, failsOnFlush);

    public void Free() => (_room, _failsOnFlush) = (null, false);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var fits = Math.Min(_room ?? int.MaxValue, buffer.Length);
        base.Write(buffer[..fits]);
        if (fits < buffer.Length)
            throw new IOException("No space left on device");
    }

    public override void SetLength(long value)
    {
        base.SetLength(value);
        _failsOnFlush = false;
    }

    public override void Flush(bool flushToDisk)
    {
        OnFlush?.Invoke();
        if (_failsOnFlush)
            throw new IOException("No space left on device");
        base.Flush(flushToDisk);
        Flushes++;
    }
}

/// <summary>A file system in memory of a limited size.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TempFolder _folder = new();

    private SmallDisk()
    {
    }

    public string Path => _folder.Path;

    /// <summary>Null where it is not allowed.</summary>
    public static SmallDisk? TryMount(int bytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
            return null;
        var disk = new SmallDisk();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={bytes}", "none", disk.Path) == 0)
            return disk;
        disk._folder.Dispose();
        return null;
    }

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Dispose();
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
