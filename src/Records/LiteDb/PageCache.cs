using System.Collections.Concurrent;
using System.Globalization;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using LiteDB;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.LiteDb;

/// <summary>What pages answered last time, in a file and on a writer thread of its own: losing it costs one full fetch, never a fact.</summary>
/// <remarks>
/// Apart from the read model so that neither is dropped with the other and a bulk write holds up no record. A file past
/// <see cref="MaxBytes"/> is emptied at the next start: addresses that are never asked again would otherwise stay for ever.
/// </remarks>
internal sealed class PageCache : IAsyncDisposable
{
    public const long MaxBytes = 2L * 1024 * 1024 * 1024;

    private readonly ReaderWriterLockSlim _gate = new();
    private readonly string _path;
    private readonly ILogger _logger;
    private readonly WriterThread<RememberJob> _writer;
    private LiteFile _file;

    /// <summary>The keys in the file: that a page is not there is told without asking the engine, which costs as much as reading a page.</summary>
    private readonly ConcurrentDictionary<UInt128, bool> _keys = new();

    public PageCache(string path, ILogger logger)
    {
        (_path, _logger) = (path, logger);
        if (File.Exists(path) && new FileInfo(path).Length > MaxBytes)
            LiteFile.Drop(path);
        try
        {
            _file = LiteFile.Open(path);
            foreach (var page in Pages.Query().Select("$._id").ToEnumerable())
                _keys[Number(page["_id"].AsString)] = true;
        }
#pragma warning disable CA1031 // Every exception of the engine means the same: the file is of no use.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.PageCacheEmptied(logger, exception);
            _file?.Abandon();
            LiteFile.Drop(path);
            _file = LiteFile.Open(path);
            _keys.Clear();
        }

        _writer = new("page cache", Write);
    }

    private ILiteCollection<BsonDocument> Pages => _file.Database.GetCollection("pages");

    public PageMemory? Recall(string address)
    {
        var key = Keys.Hash(address);
        if (!_keys.ContainsKey(Number(key)))
            return null;
        _gate.EnterReadLock();
        try
        {
            var page = Pages.FindById(key) is { } document ? StoredJson.Read(document["j"].AsString, StoredJson.Text.StoredPage).ToValue() : null;
            return page?.Address == address ? page : null;
        }
#pragma warning disable CA1031 // A cache that cannot answer is a cache without the page; the next write empties it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.PageCacheEmptied(_logger, exception);
            return null;
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    public async Task RememberAsync(IReadOnlyList<PageMemory> pages, CancellationToken cancellationToken)
    {
        var job = new RememberJob(pages);
        await _writer.EnqueueAsync(job, cancellationToken);
        await job.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _file.Dispose();
        _gate.Dispose();
    }

    private void Write(IReadOnlyList<RememberJob> batch)
    {
        try
        {
            BsonDocument[] pages = [.. batch.SelectMany(job => job.Pages).GroupBy(page => page.Address, StringComparer.Ordinal).Select(same => new BsonDocument
            {
                ["_id"] = Keys.Hash(same.Key),
                ["j"] = System.Text.Json.JsonSerializer.Serialize(StoredPage.From(same.Last()), StoredJson.Text.StoredPage),
            })];
            Pages.Upsert(pages);
            foreach (var page in pages)
                _keys[Number(page["_id"].AsString)] = true;
        }
#pragma warning disable CA1031 // Every exception of the engine means the same: the file is of no use.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.PageCacheEmptied(_logger, exception);
            Empty();
        }

        foreach (var job in batch)
            job.Complete();
    }

    private void Empty()
    {
        _gate.EnterWriteLock();
        try
        {
            _file.Abandon();
            LiteFile.Drop(_path);
            _file = LiteFile.Open(_path);
            _keys.Clear();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    private static UInt128 Number(string key) => UInt128.Parse(key, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed class RememberJob(IReadOnlyList<PageMemory> pages) : WriterJob
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<PageMemory> Pages { get; } = pages;

        public Task Task => _done.Task;

        public void Complete() => _done.TrySetResult();

        public override void Fault(Exception exception) => _done.TrySetException(exception);
    }
}
