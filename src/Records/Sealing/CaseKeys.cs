using System.Collections.Concurrent;
using System.Security.Cryptography;
using Disclosure.Records.Journals;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.Sealing;

/// <summary>Every case's key, wrapped by the master key: made before the first text that needs it, destroyed to erase.</summary>
/// <remarks>
/// Apart from the journal, because the journal only grows and erasing must take something away. A key is on the disk before the record
/// that needs it, so a record without its key is damage and never the mark of a crash. Only the wrapped keys are held in memory.
/// </remarks>
internal sealed class CaseKeys : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (KeySlot Slot, long Offset)> _slots = new(StringComparer.Ordinal);
    private readonly CaseKeyFile _file;
    private readonly MasterKeyPlace _place;
    private readonly TimeProvider _time;
    private readonly WriterThread<KeyJob> _writer;
    private volatile MasterKey? _master;

    private CaseKeys(CaseKeyFile file, IReadOnlyList<KeySlot> slots, MasterKey? master, MasterKeyPlace place, TimeProvider time)
    {
        (_file, _master, _place, _time) = (file, master, place, time);
        foreach (var (index, slot) in slots.Index())
            _slots[slot.Case] = (slot, (long)index * KeySlot.Length);
        _writer = new("case keys", Handle);
    }

    /// <param name="isNeeded">Whether a record holds text that was not erased: then a key file that is not there was lost, not yet to be made.</param>
    /// <exception cref="MasterKeyException">The keys cannot be opened with the master key that is set.</exception>
    /// <exception cref="CaseKeyDamagedException">The keys' file is damaged.</exception>
    public static CaseKeys Open(string file, bool isNeeded, MasterKeyPlace place, TimeProvider time, ILogger logger, Func<string, FileStream> open)
    {
        var slots = CaseKeyFile.Read(file);
        var master = place.Find();
        if (master is null)
            ExplainAbsence(slots, isNeeded, place, logger);
        else
            slots = KeyRotation.Bring(file, slots, master, place, logger);
        return new(new CaseKeyFile(file, slots.Count, open), slots, master, place, time);
    }

    /// <summary>Whether a key was ever made for the case.</summary>
    public bool Has(CaseId id) => _slots.ContainsKey(id.Value);

    /// <summary>Whether the case's key is there and not destroyed.</summary>
    public bool IsKept(CaseId id) => _slots.TryGetValue(id.Value, out var kept) && !kept.Slot.IsErased;

    /// <summary>How a case's texts are read: opened, erased, or closed where no master key is set.</summary>
    public TextSeal ForReading(CaseId id)
    {
        if (!_slots.TryGetValue(id.Value, out var kept))
            return _master is null ? ClosedSeal.Instance : new KeylessSeal(id);
        if (kept.Slot.IsErased)
            return ErasedSeal.Instance;
        return _master is { } master ? Seal(master, id, kept.Slot) : ClosedSeal.Instance;
    }

    /// <summary>Makes the keys that cases lack; they are on the disk when this returns.</summary>
    /// <exception cref="MasterKeyException">There is no master key to wrap them with.</exception>
    /// <exception cref="JournalWriteException">The disk refused.</exception>
    public async Task MakeAsync(IReadOnlyCollection<CaseId> cases, CancellationToken cancellationToken)
    {
        if (_master is not null && cases.All(Has))
            return;
        var job = new KeyJob([.. cases.Select(id => id.Value)], erase: false);
        await _writer.EnqueueAsync(job, cancellationToken);
        await job.Task;
    }

    /// <summary>How new texts of a case are closed, once its key was made.</summary>
    /// <exception cref="CaseErasedException">The key was destroyed.</exception>
    public TextSeal ForWriting(CaseId id)
    {
        var slot = _slots[id.Value].Slot;
        return slot.IsErased ? throw new CaseErasedException(id) : Seal(_master!, id, slot);
    }

    /// <summary>Destroys a case's key, if it has one; that is on the disk when this returns.</summary>
    public async Task DestroyAsync(CaseId id, CancellationToken cancellationToken)
    {
        var job = new KeyJob([id.Value], erase: true);
        await _writer.EnqueueAsync(job, cancellationToken);
        await job.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _file.Dispose();
        _master?.Dispose();
    }

    internal static CaseSeal Seal(MasterKey master, CaseId id, KeySlot slot)
    {
        byte[] key;
        try
        {
            key = master.Unwrap(id.Value, slot.Wrapped);
        }
        catch (CryptographicException exception)
        {
            throw new CaseKeyDamagedException($"The key of case {id} does not open with {master}, which it names: it was changed.", exception);
        }

        var seal = new CaseSeal(id, key);
        CryptographicOperations.ZeroMemory(key);
        return seal;
    }

    private static void ExplainAbsence(IReadOnlyList<KeySlot> slots, bool isNeeded, MasterKeyPlace place, ILogger logger)
    {
        var names = slots.Select(slot => slot.Master).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        if (!isNeeded && names.Count == 0)
            return;
        if (place.File is { } file)
            throw new MasterKeyException($"The key file {file} is not there, and personal data are kept under master key {string.Join(", ", names)}. Put the file back from where its copy is kept; a new key could open none of them, so none was made.");
        Log.NoMasterKey(logger, slots.Count(slot => !slot.IsErased));
    }

    private void Handle(IReadOnlyList<KeyJob> batch)
    {
        Make([.. batch.Where(job => !job.Erase)]);
        foreach (var job in batch.Where(job => job.Erase))
        {
            foreach (var id in job.Cases)
                Destroy(id);
            job.Complete();
        }
    }

    private void Make(IReadOnlyList<KeyJob> jobs)
    {
        if (jobs.Count == 0)
            return;
        var lacking = jobs.SelectMany(job => job.Cases).Distinct(StringComparer.Ordinal).Where(id => !_slots.ContainsKey(id)).ToList();
        try
        {
            var master = _master ??= _place.FindOrMake();
            var fresh = lacking.ConvertAll(id => Fresh(id, master));
            var first = fresh.Count == 0 ? 0 : _file.Append(fresh);
            foreach (var (index, slot) in fresh.Index())
                _slots[slot.Case] = (slot, first + ((long)index * KeySlot.Length));
        }
        catch (Exception exception) when (exception is MasterKeyException or IOException)
        {
            foreach (var job in jobs)
                job.Fault(exception);
            return;
        }

        foreach (var job in jobs)
            job.Complete();
    }

    private static KeySlot Fresh(string id, MasterKey master)
    {
        var key = RandomNumberGenerator.GetBytes(MasterKey.Length);
        var slot = KeySlot.Of(id, master, key);
        CryptographicOperations.ZeroMemory(key);
        return slot;
    }

    private void Destroy(string id)
    {
        if (!_slots.TryGetValue(id, out var kept) || kept.Slot.IsErased)
            return;
        var erased = KeySlot.Erased(id, _time.GetUtcNow());
        _file.Overwrite(kept.Offset, erased);
        _slots[id] = (erased, kept.Offset);
    }

    /// <summary>Keys to make or one to destroy.</summary>
    private sealed class KeyJob(IReadOnlyList<string> cases, bool erase) : WriterJob
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IReadOnlyList<string> Cases { get; } = cases;

        public bool Erase { get; } = erase;

        public Task Task => _done.Task;

        public void Complete() => _done.TrySetResult();

        public override void Fault(Exception exception) => _done.TrySetException(exception);
    }
}

/// <summary>Stands for a key that should be there: the first text that needs it says so.</summary>
internal sealed class KeylessSeal(CaseId id) : TextSeal
{
    public override string Close(string path, string text) => throw Missing(id);

    public override PersonalText Open(string path, string stored) => throw Missing(id);

    public static CaseKeyDamagedException Missing(CaseId id) =>
        new($"Case {id} holds personal text, but its key is missing and no record says that it was erased. Restore the keys' file from the newest backup that has it.");
}
