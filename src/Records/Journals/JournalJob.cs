namespace Disclosure.Records.Journals;

/// <summary>What a journal's writer thread can be asked to do.</summary>
internal abstract class JournalJob : WriterJob;

/// <summary>An append whose caller waits for the disk.</summary>
/// <param name="admit">Looks at it once more on the writer thread, after everything before it; what it gives back is the refusal.</param>
internal sealed class AppendJob(JournalDraft draft, byte[] body, Func<Exception?>? admit) : JournalJob
{
    private readonly TaskCompletionSource<JournalRecord> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalDraft Draft { get; } = draft;

    public byte[] Body { get; } = body;

    public Exception? Refusal { get; set; }

    public Task<JournalRecord> Task => _done.Task;

    public void Complete(JournalRecord record) => _done.TrySetResult(record);

    /// <summary>Asked once, and only when the stream is at the expected version.</summary>
    public Exception? Admit() => admit?.Invoke();

    public void TellRefusal()
    {
        if (Refusal is not null)
            _done.TrySetException(Refusal);
    }

    public override void Fault(Exception exception) => _done.TrySetException(exception);
}

/// <summary>Something else that must not run beside an append: changes to what is derived from the journal.</summary>
internal sealed class WorkJob(Action work) : JournalJob
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _done.Task;

    public void Run()
    {
        try
        {
            work();
            _done.TrySetResult();
        }
#pragma warning disable CA1031 // Handed to the caller that waits for it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _done.TrySetException(exception);
        }
    }

    public override void Fault(Exception exception) => _done.TrySetException(exception);
}
