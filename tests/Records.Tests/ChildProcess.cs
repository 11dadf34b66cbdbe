using System.Diagnostics;

namespace Disclosure.Records.Tests;

/// <summary>A process of its own with the data folder open, killed when disposed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <param name="environment">Variables of the child's own.</param>
    public static async Task<ChildProcess> StartAsync(string folder, string mode, CancellationToken cancellationToken, params IReadOnlyList<(string Name, string? Value)> environment)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Disclosure.Records.Crash.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", ["exec", program, folder, mode])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var child = new ChildProcess(Process.Start(start)!);
        Assert.Equal("ready", await child._process.StandardOutput.ReadLineAsync(cancellationToken));
        return child;
    }

    /// <summary>Reads acknowledgements, kills without warning, and gives every acknowledgement that was made.</summary>
    public async Task<IReadOnlyList<string>> KillAfterAsync(int acknowledgements, CancellationToken cancellationToken)
    {
        var acknowledged = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            acknowledged.Add(line);
            if (acknowledged.Count == acknowledgements)
                _process.Kill();
        }

        await _process.WaitForExitAsync(cancellationToken);
        // The line that was being written when it was killed.
        if (!acknowledged[^1].EndsWith(".html", StringComparison.Ordinal) && !acknowledged[^1].EndsWith(" .", StringComparison.Ordinal))
            acknowledged.RemoveAt(acknowledged.Count - 1);
        return acknowledged;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
