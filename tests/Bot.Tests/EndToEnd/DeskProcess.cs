using System.Diagnostics;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>The built program as a process of its own, which can be killed; what it says is kept line by line.</summary>
internal sealed class DeskProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _error = [];
    private readonly Dictionary<string, TaskCompletionSource> _awaited = [];
    private readonly Task _reading;
    private readonly Task<string> _output;

    private DeskProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _reading = ReadErrorsAsync();
    }

    public static DeskProcess Start(params string[] args) => StartWith([], args);

    /// <param name="environment">Variables of its own.</param>
    public static DeskProcess StartWith(IReadOnlyList<(string Name, string Value)> environment, params string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Disclosure.Bot.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Ends it without warning, as a power cut or the kernel would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as the service manager does.</summary>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Waits until it has said something on standard error.</summary>
    public Task SaidAsync(string words, CancellationToken cancellationToken)
    {
        lock (_error)
        {
            if (_error.Exists(line => line.Contains(words, StringComparison.Ordinal)))
                return Task.CompletedTask;
            return (_awaited[words] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(Patience, cancellationToken);
        }
    }

    public async Task<Said> EndedAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        await _reading.WaitAsync(Patience, cancellationToken);
        return new(_process.ExitCode, await _output, string.Join('\n', _error));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync(CancellationToken.None) is { } line)
        {
            lock (_error)
            {
                _error.Add(line);
                foreach (var (words, source) in _awaited)
                {
                    if (line.Contains(words, StringComparison.Ordinal))
                        source.TrySetResult();
                }
            }
        }

        lock (_error)
        {
            foreach (var (words, source) in _awaited)
                source.TrySetException(new InvalidOperationException($"The program ended without saying '{words}':\n{string.Join('\n', _error)}"));
        }
    }
}
