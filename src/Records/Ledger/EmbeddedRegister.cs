using System.Runtime.CompilerServices;
using Disclosure.Agencies;
using Disclosure.Records.Journals;
using Disclosure.Records.LiteDb;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using Disclosure.Tables;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.Ledger;

/// <summary>The embedded register: the register journal is the record and is what cases are read from; keys lie apart; a LiteDB file holds the board.</summary>
internal sealed class EmbeddedRegister : IRegister
{
    private readonly Journal _journal;
    private readonly RegisterIndex _index;
    private readonly CaseKeys _keys;
    private readonly RegisterBoard _board;
    private int _closed;

    private EmbeddedRegister(Journal journal, RegisterIndex index, CaseKeys keys, RegisterBoard board)
    {
        (_journal, _index, _keys, _board) = (journal, index, keys, board);
        _journal.Dropped = _index.Drop;
        _journal.Committed = records =>
        {
            _index.Commit(records);
            _board.Nudge();
        };
    }

    /// <exception cref="JournalDamagedException">The journal was changed or damaged.</exception>
    /// <exception cref="StoredShapeException">A record cannot be read, perhaps because a newer program wrote it.</exception>
    /// <exception cref="MasterKeyException">The keys cannot be opened with the master key that is set.</exception>
    public static async Task<EmbeddedRegister> OpenAsync(DataFolder folder, MasterKeyPlace place, TimeProvider time, ILoggerFactory loggers, Func<string, FileStream>? open = null)
    {
        open ??= Journal.OpenStream;
        var logger = loggers.CreateLogger<EmbeddedRegister>();
        var index = new RegisterIndex();
        var journal = Journal.Open(folder.Journal("register"), time, loggers.CreateLogger<Journal>(), open, index.Load);
        CaseKeys? keys = null;
        try
        {
            keys = CaseKeys.Open(DataFolder.CaseKeysIn(folder.Path), index.CasesWithText > 0, place, time, logger, open);
            await FinishErasuresAsync(index, keys, logger);
            var board = new RegisterBoard(RegisterBoard.FileIn(folder.ReadModels), CaseReading.Of(journal, index), logger);
            return new(journal, index, keys, board);
        }
        catch
        {
            if (keys is not null)
                await keys.DisposeAsync();
            await journal.DisposeAsync();
            throw;
        }
    }

    public Task<CaseHistory?> ReadAsync(CaseId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_index.Find(id) is { } trail ? Open(id, trail) : null);
    }

    public Task<CaseId?> FindAsync(AgencyCode agency, RequestNumber number, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_index.Holder(agency, number));
    }

    public IAsyncEnumerable<CaseHistory> ReadAllAsync(AgencyCode agency, CancellationToken cancellationToken) => ReadAllAsync(agency, Open, cancellationToken);

    public IAsyncEnumerable<CaseHistory> ReadAllClosedAsync(AgencyCode agency, CancellationToken cancellationToken) =>
        ReadAllAsync(agency, (id, trail) => Reading.Read(id, trail, ClosedSeal.Instance), cancellationToken);

    public Task<IReadOnlyList<CaseCard>> BoardAsync(AgencyCode agency, IReadOnlyCollection<CaseState>? states, CancellationToken cancellationToken) =>
        _board.CardsAsync(agency, states, cancellationToken);

    public Task<RequestNumber> NextNumberAsync(AgencyCode agency, int year, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_index.Next(agency, year));
    }

    public async Task AppendAsync(RegisterDraft draft, CancellationToken cancellationToken)
    {
        DraftCheck.Check(draft);
        var record = await CloseAsync(draft, cancellationToken);
        await _journal.AppendAsync(RegisterShapes.Proved(record), () => _index.Admit(record), cancellationToken);
    }

    public async Task EraseAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(erasure.Basis);
        var trail = _index.Find(erasure.Case) ?? throw new KeyNotFoundException($"There is no case {erasure.Case} to erase.");
        if (trail.ErasedBy == 0)
        {
            var record = StoredCaseErased.From(AgencyCode.Parse(trail.Agency), erasure);
            await _journal.AppendAsync(RegisterShapes.Proved(record), () => _index.Admit(record), cancellationToken);
        }

        // Recorded: from here on it is finished, now or at the next start, whoever gives up waiting.
        await _keys.DestroyAsync(erasure.Case, CancellationToken.None);
    }

    public Task<YearHistory> ReadYearAsync(AgencyCode agency, int year, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var entries = _index.Year(agency, year).Select(seq => CaseReading.YearEntry(_journal.ReadOne(seq))).ToList();
        return Task.FromResult(new YearHistory(agency, year, entries.Count, entries));
    }

    public async Task AppendYearAsync(AgencyCode agency, int year, long expectedVersion, YearEntry entry, CancellationToken cancellationToken)
    {
        var record = StoredYearEntry.From(agency, year, expectedVersion, entry);
        await _journal.AppendAsync(RegisterShapes.Proved(record), () => _index.Admit(record), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        // The board first: it reads the journal to catch up. What is committed after it is taken in at the next start.
        await _board.DisposeAsync();
        await _journal.DisposeAsync();
        await _keys.DisposeAsync();
    }

    private CaseReading Reading => CaseReading.Of(_journal, _index);

    /// <summary>Closes the texts, after the keys they need are on the disk. What would be refused anyway gets no key.</summary>
    private async Task<StoredCaseEntries> CloseAsync(RegisterDraft draft, CancellationToken cancellationToken)
    {
        var withText = draft.Cases.Where(TextProbe.HoldsText).Select(one => one.Id).ToHashSet();
        if (withText.Count == 0)
            return StoredCaseEntries.From(draft, _ => ClosedSeal.Instance);

        using (var probe = new ProbingSeal())
        {
            if (_index.Look(StoredCaseEntries.From(draft, _ => probe)) is { } refusal)
                throw refusal;
        }

        foreach (var lost in withText.Where(id => !_keys.Has(id) && _index.Find(id) is { HoldsText: true }))
            throw KeylessSeal.Missing(lost);
        await _keys.MakeAsync(withText, cancellationToken);
        var seals = withText.ToDictionary(id => id, _keys.ForWriting);
        try
        {
            return StoredCaseEntries.From(draft, id => seals.GetValueOrDefault(id) ?? ClosedSeal.Instance);
        }
        finally
        {
            foreach (var seal in seals.Values)
                seal.Dispose();
        }
    }

    private CaseHistory Open(CaseId id, CaseTrail trail)
    {
        using var seal = trail.ErasedBy > 0 ? ErasedSeal.Instance : _keys.ForReading(id);
        return Reading.Read(id, trail, seal);
    }

#pragma warning disable CS1998 // Reading a file is synchronous here; another engine's is not, and callers must not care.
    private async IAsyncEnumerable<CaseHistory> ReadAllAsync(AgencyCode agency, Func<CaseId, CaseTrail, CaseHistory> read, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        foreach (var id in _index.Cases(agency))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return read(id, _index.Find(id)!);
        }
    }

    /// <summary>An erasure that was recorded just before the program died is carried out before anything is read.</summary>
    private static async Task FinishErasuresAsync(RegisterIndex index, CaseKeys keys, ILogger logger)
    {
        var finished = 0;
        var missing = 0;
        foreach (var id in index.Cases(agency: null))
        {
            var trail = index.Find(id)!;
            if (trail.ErasedBy > 0 && keys.IsKept(id))
            {
                await keys.DestroyAsync(id, CancellationToken.None);
                finished++;
            }
            else if (trail is { HoldsText: true, ErasedBy: 0 } && !keys.Has(id))
            {
                missing++;
            }
        }

        if (finished > 0)
            Log.ErasureFinished(logger, finished);
        if (missing > 0)
            Log.KeysMissing(logger, missing);
    }
}
