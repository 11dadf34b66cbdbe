using Disclosure.Auditor;
using Microsoft.Extensions.Logging;

namespace Disclosure.Benchmarks;

/// <summary>Adds up what the column reader says it did, since the report does not tell how many pages were asked for and read.</summary>
internal sealed class ReadingLog : ILogger<ColumnReader>
{
    private long _asked;
    private long _parsed;

    public long Asked => Interlocked.Read(ref _asked);

    public long Parsed => Interlocked.Read(ref _parsed);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> fields)
            return;
        foreach (var (name, value) in fields)
        {
            if (name == "Pages" && value is int asked)
                Interlocked.Add(ref _asked, asked);
            else if (name == "Parsed" && value is int parsed)
                Interlocked.Add(ref _parsed, parsed);
        }
    }
}
