using Disclosure.Records.Journals;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.LiteDb;

/// <summary>A LiteDB file that answers questions about a journal. It is never the record: it can be dropped at any time.</summary>
/// <remarks>
/// Whatever the engine throws is fatal for the instance: a write that threw may have been stored, and later calls may answer from
/// what is left. So the file is dropped and built again. While it cannot be built, every question throws; an empty answer would read
/// as "nothing was ever published".
/// </remarks>
internal sealed class ReadModel : IDisposable
{
    private const string Meta = "meta";

    /// <summary>Questions and the projection share it (LiteDB keeps a reader's snapshot); a rebuild has it alone.</summary>
    private readonly ReaderWriterLockSlim _gate = new();
    private readonly string _path;
    private readonly string _journal;
    private readonly int _layout;
    private readonly Action<LiteDatabase, long> _replay;
    private readonly Func<long, string> _hashAt;
    private readonly Func<JournalHead> _head;
    private readonly ILogger _logger;
    private LiteFile? _file;
    private Exception? _failure;
    private int _generation;

    /// <param name="layout">Of the documents: a file of another one is built again.</param>
    /// <param name="replay">Brings a file from a position to the journal's end, by <see cref="Step"/>.</param>
    /// <param name="hashAt">The hash of a record of the journal.</param>
    /// <param name="head">The journal's end.</param>
    public ReadModel(string path, string journal, int layout, Action<LiteDatabase, long> replay, Func<long, string> hashAt, Func<JournalHead> head, ILogger logger)
    {
        (_path, _journal, _layout, _replay, _hashAt, _head, _logger) = (path, journal, layout, replay, hashAt, head, logger);
        if (!TryContinue())
            Rebuild(_generation);
        if (_failure is not null)
            throw Unusable();
    }

    /// <summary>Which building of the file answers now; given to <see cref="Rebuild"/> so that many failed questions cause one.</summary>
    private int Generation => Volatile.Read(ref _generation);

    /// <summary>Asks. The answer is complete when this returns.</summary>
    public T Ask<T>(Func<LiteDatabase, T> question)
    {
        _gate.EnterReadLock();
        try
        {
            return _file is null ? throw Unusable() : question(_file.Database);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    /// <summary>Asks; when the engine fails, once more after the file was built again.</summary>
    /// <param name="onWriter">Runs something on the writer thread.</param>
    public async Task<T> AskAsync<T>(Func<LiteDatabase, T> question, Func<Action, CancellationToken, Task> onWriter, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var generation = Generation;
        try
        {
            return Ask(question);
        }
#pragma warning disable CA1031 // Every exception of the engine means the same: build it again. A second one is the caller's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.ReadModelFailed(_logger, exception, _journal);
            await onWriter(() => Rebuild(generation), cancellationToken);
        }

        return Ask(question);
    }

    /// <summary>Takes in what is on the disk; on the writer thread only. A failure is mended or left for the next question, never thrown: the records are safe.</summary>
    public void Project(Action<LiteDatabase> fold)
    {
        if (_file is null || TryProject(fold))
            return;
        Rebuild(_generation);
    }

    /// <summary>Brings the file to the journal's end; on the writer thread only, and like <see cref="Project"/>.</summary>
    public void CatchUp() => Project(database => _replay(database, PositionOf(database, _layout).Seq));

    /// <summary>Drops the file and builds it again from the journal; on the writer thread only.</summary>
    private void Rebuild(int failed)
    {
        _gate.EnterWriteLock();
        try
        {
            if (failed != _generation)
                return;
            if (_head().Seq > 0)
                Log.Rebuilding(_logger, _journal, _head().Seq, _failure?.Message ?? "it does not match the journal");
            _file?.Abandon();
            _file = null;
            LiteFile.Drop(_path);
            _file = LiteFile.Open(_path);
            _replay(_file.Database, 0);
            _failure = null;
        }
#pragma warning disable CA1031 // Every exception of the engine means the same: no answers until it can be built.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.ReadModelFailed(_logger, exception, _journal);
            _file?.Abandon();
            (_file, _failure) = (null, exception);
        }
        finally
        {
            _generation++;
            _gate.ExitWriteLock();
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        _gate.Dispose();
    }

    /// <summary>The position a file has reached, and the hash there.</summary>
    public static JournalHead PositionOf(LiteDatabase database, int layout) =>
        database.GetCollection(Meta).FindById("position") is { } position && position["layout"].AsInt32 == layout
            ? new(position["seq"].AsInt64, position["hash"].AsString)
            : JournalHead.Empty;

    /// <summary>Changes a file in one transaction, with the position it then has reached.</summary>
    public static void Step(LiteDatabase database, int layout, JournalHead reached, Action change)
    {
        database.BeginTrans();
        try
        {
            change();
            database.GetCollection(Meta).Upsert(new BsonDocument
            {
                ["_id"] = "position",
                ["layout"] = layout,
                ["seq"] = reached.Seq,
                ["hash"] = reached.Hash,
            });
        }
        catch
        {
            database.Rollback();
            throw;
        }

        if (!database.Commit())
            throw new InvalidOperationException("LiteDB had no transaction to commit.");
    }

    private bool TryContinue()
    {
        try
        {
            _file = LiteFile.Open(_path);
            var position = PositionOf(_file.Database, _layout);
            if (position.Seq == 0 || !IsOfThisJournal(position))
                return false;

            _replay(_file.Database, position.Seq);
            return true;
        }
#pragma warning disable CA1031 // Every exception of the engine means the same: drop and rebuild.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = exception;
            Log.ReadModelFailed(_logger, exception, _journal);
            return false;
        }
    }

    private bool IsOfThisJournal(JournalHead position)
    {
        if (position.Seq > _head().Seq)
        {
            Log.JournalIsShorter(_logger, _journal, _head().Seq, position.Seq);
            return false;
        }

        return position == _head() || _hashAt(position.Seq) == position.Hash;
    }

    private bool TryProject(Action<LiteDatabase> fold)
    {
        _gate.EnterReadLock();
        try
        {
            fold(_file!.Database);
            return true;
        }
#pragma warning disable CA1031 // Every exception of the engine means the same: drop and rebuild.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _failure = exception;
            Log.ReadModelFailed(_logger, exception, _journal);
            return false;
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private InvalidOperationException Unusable() =>
        new($"The read model of journal '{_journal}' could not be built ({_failure?.Message}). The journal itself is whole; mend the cause and ask again.", _failure);
}
