using System.Collections.Concurrent;
using System.Reflection;
using Disclosure.Agencies;
using Disclosure.Records;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor.Tests.Schedule;

/// <summary>An archive that answers what the schedule asks: the newest run of an agency, and a place to append.</summary>
public class RunLog : DispatchProxy
{
    private readonly ConcurrentQueue<AuditEntry> _appended = new();

    /// <summary>The newest run of an agency, asked anew each time.</summary>
    public Func<AgencyCode, RunSummary?> Newest { get; set; } = _ => null;

    public IReadOnlyList<AuditEntry> Appended => [.. _appended];

    public static (IAuditArchive Archive, RunLog Log) Make()
    {
        var archive = Create<IAuditArchive, RunLog>();
        return (archive, (RunLog)(object)archive);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case nameof(IAuditArchive.LastRunAsync):
                return Task.FromResult(Newest((AgencyCode)args![0]!));
            case nameof(IAuditArchive.AppendAsync):
                _appended.Enqueue((AuditEntry)args![0]!);
                return Task.CompletedTask;
            case nameof(IAsyncDisposable.DisposeAsync):
                return ValueTask.CompletedTask;
            default:
                throw new NotSupportedException($"The schedule does not ask for {targetMethod.Name}.");
        }
    }
}

/// <summary>Lets a test wait for a log message by its event id.</summary>
internal sealed class HeardLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> _heard = new();

    public Task Of(int eventId) => Source(eventId).Task;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Source(eventId.Id).TrySetResult();

    public void Dispose()
    {
    }

    private TaskCompletionSource Source(int eventId) => _heard.GetOrAdd(eventId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
