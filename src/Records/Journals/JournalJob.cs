namespace Disclosure.Records.Journals;

/// <summary>What a journal's writer thread can be asked to do.</summary>
internal abstract class JournalJob : WriterJob;

/// <summary>An append whose caller waits for the disk.</summary>
internal sealed class AppendJob(JournalDraft draft, byte[] body) : JournalJob
{
    private readonly TaskCompletionSource<JournalRecord> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalDraft Draft { get; } = draft;

    public byte[] Body { get; } = body;

    public JournalConflictException? Conflict { get; set; }

    public Task<JournalRecord> Task => _done.Task;

    public void Complete(JournalRecord record) => _done.TrySetResult(record);

    public void RefuseIfConflicting()
    {
        if (Conflict is not null)
            _done.TrySetException(Conflict);
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
