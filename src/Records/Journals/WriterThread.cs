using System.Threading.Channels;

namespace Disclosure.Records.Journals;

/// <summary>Something handed to a <see cref="WriterThread{TJob}"/>; whoever handed it in waits for it.</summary>
internal abstract class WriterJob
{
    /// <summary>Tells the waiting caller that it failed; nothing happens when the job is already complete.</summary>
    public abstract void Fault(Exception exception);
}

/// <summary>A thread of its own that takes whatever has gathered in its queue as one batch.</summary>
/// <remarks>
/// A plain thread: LiteDB 5.0.20 acknowledges commits before they are written when it is called under a synchronization context
/// or a scheduler of the caller's, and dies under two writers at once.
/// </remarks>
internal sealed class WriterThread<TJob> : IAsyncDisposable
    where TJob : WriterJob
{
    private const int MaxBatch = 1024;

    private readonly Channel<TJob> _jobs = Channel.CreateBounded<TJob>(new BoundedChannelOptions(4 * MaxBatch) { SingleReader = true });
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<IReadOnlyList<TJob>> _handle;

    public WriterThread(string name, Action<IReadOnlyList<TJob>> handle)
    {
        _handle = handle;
        new Thread(Run) { Name = name, IsBackground = true }.Start();
    }

    /// <exception cref="ObjectDisposedException">The writer was closed.</exception>
    public async Task EnqueueAsync(TJob job, CancellationToken cancellationToken)
    {
        try
        {
            await _jobs.Writer.WriteAsync(job, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(GetType().Name, "The writer was closed; nothing was written.");
        }
    }

    /// <summary>Hands a job in without waiting; false when the queue is full or closed.</summary>
    public bool TryEnqueue(TJob job) => _jobs.Writer.TryWrite(job);

    /// <summary>Finishes what was handed in, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _ended.Task;
    }

    private void Run()
    {
        var batch = new List<TJob>();
        while (_jobs.Reader.WaitToReadAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && _jobs.Reader.TryRead(out var job))
                batch.Add(job);
            Handle(batch);
            batch.Clear();
        }

        _ended.SetResult();
    }

    private void Handle(List<TJob> batch)
    {
        try
        {
            _handle(batch);
        }
#pragma warning disable CA1031 // The callers wait for an answer: a fault is theirs to see, and must not end the process.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var job in batch)
                job.Fault(exception);
        }
    }
}
