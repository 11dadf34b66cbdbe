using System.Buffers;
using Microsoft.Extensions.Logging;
using Microsoft.Win32.SafeHandles;

namespace Disclosure.Records.Journals;

/// <summary>The embedded journal: one file of hash-chained JSON lines, flushed to the disk before an append completes.</summary>
/// <remarks>
/// One file, not segments: a chain that runs through one file has no seam at which a segment could be left out, backup is one
/// copy, and a person can read it with any tool. The price is that opening reads it all; at the speed of a hash that is seconds
/// for the gigabyte a county's audits make in a year.
/// <para>Appends that wait for the same flush share it (group commit). Each record is still whole or absent: a command is one
/// record, so there is nothing to roll back.</para>
/// </remarks>
public sealed class Journal : IJournal
{
    /// <summary>Every so many records a place is remembered from which reading can begin.</summary>
    private const int MarkEvery = 512;

    private readonly Lock _state = new();
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly List<long> _ends = [];
    private readonly List<JournalMark> _marks = [new(0, JournalHead.Empty)];
    private readonly ArrayBufferWriter<byte> _lines = new(64 * 1024);
    private readonly string _file;
    private readonly FileStream _stream;
    private readonly SafeFileHandle _reader;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly WriterThread<JournalJob> _writer;
    private long _length;
    private JournalHead _head = JournalHead.Empty;
    private bool _tailIsDirty;

    private Journal(string name, string file, TimeProvider time, ILogger logger, Func<string, FileStream> open, Action<JournalRecord>? loaded)
    {
        (Name, _file, _time, _logger) = (name, file, time, logger);
        var isNew = !File.Exists(file);
        _stream = open(file);
        try
        {
            if (isNew)
                Disk.FlushDirectory(Path.GetDirectoryName(file)!);
            Load(loaded);
            _reader = File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            _writer = new($"journal {name}", Handle);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    public string Name { get; }

    public JournalHead Head
    {
        get
        {
            lock (_state)
                return _head;
        }
    }

    /// <summary>Told of records that are on the disk, on the writer thread and before their appends complete. It must not throw.</summary>
    internal Action<IReadOnlyList<JournalRecord>>? Committed { get; set; }

    /// <summary>Told on the writer thread, before each batch and when the disk refused one: what was admitted and not committed was not written.</summary>
    internal Action? Dropped { get; set; }

    /// <summary>Opens the folder's journal of that name, making it where there is none.</summary>
    /// <exception cref="JournalDamagedException">A record was changed, is missing or was damaged.</exception>
    public static Journal Open(DataFolder folder, string name, TimeProvider time, ILogger<Journal> logger) =>
        Open(folder.Journal(name), time, logger, OpenStream);

    /// <param name="open">Opens the file; a test gives one whose disk fills up.</param>
    /// <param name="loaded">Given every record that is there already, in order, while it is checked.</param>
    internal static Journal Open(string file, TimeProvider time, ILogger logger, Func<string, FileStream> open, Action<JournalRecord>? loaded = null) =>
        new(Path.GetFileNameWithoutExtension(file), file, time, logger, open, loaded);

    internal static FileStream OpenStream(string file) => new(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Checks a journal's whole chain without opening it for writing, also while another process appends.</summary>
    public static JournalReport Verify(string file, CancellationToken cancellationToken) => Verify(file, end: null, cancellationToken);

    public Task<JournalRecord> AppendAsync(JournalDraft draft, CancellationToken cancellationToken) => AppendAsync(draft, admit: null, cancellationToken);

    /// <param name="admit">Asked on the writer thread, after every append before this one; gives the reason when it may not be written.</param>
    internal async Task<JournalRecord> AppendAsync(JournalDraft draft, Func<Exception?>? admit, CancellationToken cancellationToken)
    {
        var append = new AppendJob(draft, JournalLine.BodyOf(draft), admit);
        await _writer.EnqueueAsync(append, cancellationToken);
        return await append.Task;
    }

    /// <summary>Runs something on the writer thread, between two batches.</summary>
    internal async Task RunAsync(Action work, CancellationToken cancellationToken)
    {
        var job = new WorkJob(work);
        await _writer.EnqueueAsync(job, cancellationToken);
        await job.Task;
    }

    public Task<IReadOnlyList<JournalRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<JournalRecord>>([.. Read(after).Take(limit)]);
    }

    /// <summary>The records after a position that are on the disk now, read as they are asked for.</summary>
    internal IEnumerable<JournalRecord> Read(long after)
    {
        long end;
        JournalMark from;
        lock (_state)
        {
            if (after >= _head.Seq)
                yield break;
            end = _length;
            from = _marks[(int)(after / MarkEvery)];
        }

        using var scan = new JournalScan(_file, end, from);
        while (scan.Next())
        {
            if (scan.Head.Seq > after)
                yield return JournalLine.Read(scan.Line);
        }

        if (scan.Finding is { } finding)
            throw new JournalDamagedException(_file, finding);
    }

    /// <summary>One record, from its own place in the file.</summary>
    /// <exception cref="JournalDamagedException">Its bytes are not those that were written.</exception>
    internal JournalRecord ReadOne(long seq)
    {
        long from;
        long to;
        lock (_state)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seq);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(seq, _head.Seq);
            (from, to) = (seq == 1 ? 0 : _ends[(int)seq - 2], _ends[(int)seq - 1]);
        }

        var line = new byte[to - from - 1];
        var read = RandomAccess.Read(_reader, line, from);
        return (read == line.Length ? JournalLine.ReadWhole(line, seq) : null) ?? throw new JournalDamagedException(_file, new(seq, from, true, "its hash does not match its bytes"));
    }

    public Task<long> VersionAsync(string stream, CancellationToken cancellationToken)
    {
        lock (_state)
            return Task.FromResult(_versions.GetValueOrDefault(stream));
    }

    public Task<JournalReport> VerifyAsync(CancellationToken cancellationToken)
    {
        long end;
        lock (_state)
            end = _length;
        return Task.FromResult(Verify(_file, end, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _reader.Dispose();
        await _stream.DisposeAsync();
    }

    private static JournalReport Verify(string file, long? end, CancellationToken cancellationToken)
    {
        using var scan = new JournalScan(file, end);
        while (scan.Next())
            cancellationToken.ThrowIfCancellationRequested();
        return new(file, scan.Head, scan.Finding);
    }

    private void Load(Action<JournalRecord>? loaded)
    {
        using var scan = new JournalScan(_file);
        while (scan.Next())
            Note(scan, loaded);

        if (scan.Finding is { IsDamage: true } damage)
            throw new JournalDamagedException(_file, damage);
        if (scan.LacksLineEnd)
            FinishLastLine(scan, loaded);
        else if (scan.Finding is { } torn)
            CutTail(torn);
    }

    private void CutTail(JournalFinding torn)
    {
        Log.TornLineCut(_logger, Name, torn.Line, _stream.Length - _length);
        _stream.SetLength(_length);
        _stream.Flush(flushToDisk: true);
    }

    /// <summary>An editor that drops the last line end must not cost an acknowledged record.</summary>
    private void FinishLastLine(JournalScan scan, Action<JournalRecord>? loaded)
    {
        _stream.Position = _stream.Length;
        _stream.Write("\n"u8);
        _stream.Flush(flushToDisk: true);
        using var again = new JournalScan(_file, _stream.Length, new(scan.NextOffset, scan.Head));
        again.Next();
        Note(again, loaded);
    }

    private void Note(JournalScan scan, Action<JournalRecord>? loaded)
    {
        var (stream, version) = JournalLine.ReadStream(scan.Line.Span);
        Note(stream, version, scan.Head, scan.NextOffset);
        loaded?.Invoke(JournalLine.Read(scan.Line));
    }

    private void Note(string stream, long version, JournalHead head, long length)
    {
        _versions[stream] = version;
        (_head, _length) = (head, length);
        _ends.Add(length);
        if (head.Seq % MarkEvery == 0)
            _marks.Add(new(length, head));
    }

    private void Handle(IReadOnlyList<JournalJob> batch)
    {
        var appends = new List<AppendJob>(batch.Count);
        foreach (var job in batch)
        {
            if (job is AppendJob append)
            {
                appends.Add(append);
                continue;
            }

            Commit(appends);
            ((WorkJob)job).Run();
        }

        Commit(appends);
    }

    /// <summary>Writes the appends with one flush, tells the projection, then the callers.</summary>
    private void Commit(List<AppendJob> appends)
    {
        if (appends.Count == 0)
            return;

        Dropped?.Invoke();
        var written = Prepare(appends);
        if (written.Count > 0 && Write() is { } failure)
        {
            Dropped?.Invoke();
            foreach (var job in appends)
                job.Fault(job.Refusal ?? new JournalWriteException(_file, failure));
            appends.Clear();
            return;
        }

        lock (_state)
        {
            foreach (var (_, record, end) in written)
                Note(record.Stream, record.Version, new(record.Seq, record.Hash), end);
        }

        Committed?.Invoke([.. written.Select(one => one.Record)]);
        foreach (var (job, record, _) in written)
            job.Complete(record);
        foreach (var job in appends)
            job.TellRefusal();
        appends.Clear();
    }

    /// <summary>Puts the lines of the appends that are in order into the buffer; the others get their refusal.</summary>
    private List<(AppendJob Job, JournalRecord Record, long End)> Prepare(List<AppendJob> appends)
    {
        _lines.ResetWrittenCount();
        var head = _head;
        var now = _time.GetUtcNow();
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        var written = new List<(AppendJob Job, JournalRecord Record, long End)>(appends.Count);
        foreach (var job in appends)
        {
            var draft = job.Draft;
            var version = versions.TryGetValue(draft.Stream, out var pending) ? pending : _versions.GetValueOrDefault(draft.Stream);
            if (draft.ExpectedVersion is { } expected && expected != version)
            {
                job.Refusal = new JournalConflictException(draft.Stream, expected, version);
                continue;
            }

            if ((job.Refusal = job.Admit()) is not null)
                continue;

            var record = JournalLine.Write(_lines, draft, job.Body, head, version + 1, now);
            head = new(record.Seq, record.Hash);
            versions[draft.Stream] = record.Version;
            written.Add((job, record, _length + _lines.WrittenCount));
        }

        return written;
    }

    /// <summary>Brings the buffer to the disk, or gives the reason; the file then ends where it ended before.</summary>
    private Exception? Write()
    {
        try
        {
            if (_tailIsDirty)
                TakeBack();
            _tailIsDirty = true;
            _stream.Position = _length;
            _stream.Write(_lines.WrittenSpan);
            _stream.Flush(flushToDisk: true);
            _tailIsDirty = false;
            return null;
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            Log.AppendFailed(_logger, failure, Name);
            TryTakeBack();
            return failure;
        }
    }

    private void TryTakeBack()
    {
        try
        {
            TakeBack();
        }
        catch (Exception failure) when (IsOfTheDisk(failure))
        {
            // Stays dirty: the next batch takes it back before it writes, and opening cuts it in any case.
            Log.AppendNotTakenBack(_logger, failure, Name);
        }
    }

    private static bool IsOfTheDisk(Exception exception) => exception is IOException or UnauthorizedAccessException or NotSupportedException;

    private void TakeBack()
    {
        _stream.SetLength(_length);
        _stream.Flush(flushToDisk: true);
        _tailIsDirty = false;
    }
}
