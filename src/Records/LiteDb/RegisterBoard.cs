using Disclosure.Agencies;
using Disclosure.Records.Journals;
using Disclosure.Records.Ledger;
using Disclosure.Requests;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.LiteDb;

/// <summary>The board's LiteDB file, kept up behind the appends on a thread of its own: an append never waits for it, a question does.</summary>
internal sealed class RegisterBoard : IAsyncDisposable
{
    private readonly ReadModel _model;
    private readonly WriterThread<BoardJob> _writer;
    private int _nudged;

    public RegisterBoard(string path, CaseReading reading, ILogger logger)
    {
        var projection = new BoardProjection(reading);
        _model = new(path, "register", BoardProjection.Layout, projection.Replay, seq => reading.ReadOne(seq).Hash, () => reading.Head, logger);
        _writer = new("register board", Handle);
    }

    internal static string FileIn(string readModels) => Path.Combine(readModels, "register.db");

    /// <summary>Says that there is more to take in; whatever it does not get to now is taken in with the next question.</summary>
    public void Nudge()
    {
        if (Interlocked.Exchange(ref _nudged, 1) == 0 && !_writer.TryEnqueue(new BoardJob(null)))
            Volatile.Write(ref _nudged, 0);
    }

    /// <summary>The cards of every case that was acknowledged before the question.</summary>
    public async Task<IReadOnlyList<CaseCard>> CardsAsync(AgencyCode agency, IReadOnlyCollection<CaseState>? states, CancellationToken cancellationToken)
    {
        await RunAsync(_model.CatchUp, cancellationToken);
        return await _model.AskAsync(database => BoardProjection.Cards(database, agency, states), RunAsync, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _model.CatchUp();
        _model.Dispose();
    }

    private async Task RunAsync(Action work, CancellationToken cancellationToken)
    {
        var job = new BoardJob(work);
        await _writer.EnqueueAsync(job, cancellationToken);
        await job.Task;
    }

    private void Handle(IReadOnlyList<BoardJob> batch)
    {
        Volatile.Write(ref _nudged, 0);
        if (batch.Any(job => job.IsNudge))
            _model.CatchUp();
        foreach (var job in batch)
            job.Run();
    }

    /// <summary>A change of the file that somebody waits for, or a nudge that nobody does.</summary>
    private sealed class BoardJob(Action? work) : WriterJob
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsNudge => work is null;

        public Task Task => _done.Task;

        public void Run()
        {
            work?.Invoke();
            _done.TrySetResult();
        }

        public override void Fault(Exception exception)
        {
            if (!IsNudge)
                _done.TrySetException(exception);
        }
    }
}
