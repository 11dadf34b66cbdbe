using System.Runtime.CompilerServices;
using Disclosure.Agencies;
using Disclosure.Records;
using Disclosure.Records.Journals;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Time;

namespace Disclosure.Bot.Register;

/// <summary>
/// The one way into the register, whatever door a command came through: read the case, let <see cref="Moves"/> decide, append what was decided
/// with the version it was decided on.
/// </summary>
internal sealed class CaseDesk(IRegister register, DeskRules rules, TimeProvider time) : IDisposable
{
    /// <summary>How often an allotted number is tried anew when colleagues register at the same moment.</summary>
    private const int Attempts = 8;

    private const int FirstYear = 2008;

    /// <summary>Within one process numbers are given one after the other; a number on its way to the disk is taken and not yet counted.</summary>
    private readonly SemaphoreSlim _allotting = new(1, 1);

    public DeskRules Rules => rules;

    public DateOnly Today => TownshipTime.DayOf(time.GetUtcNow());

    public void Dispose() => _allotting.Dispose();

    public async Task<KeptCase?> FindAsync(AgencyCode agency, string written, CancellationToken cancellationToken)
    {
        CaseId? id = NumberText.TryRead(written, out var number) ? await register.FindAsync(agency, number, cancellationToken) : null;
        if (id is null && NumberText.TryReadId(written, out var named))
            id = named;
        return id is { } found && await register.ReadAsync(found, cancellationToken) is { } history && history.Agency == agency ? KeptCase.Of(history) : null;
    }

    /// <summary>Every case of an agency.</summary>
    public async IAsyncEnumerable<KeptCase> AllAsync(AgencyCode agency, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var history in register.ReadAllAsync(agency, cancellationToken))
            yield return KeptCase.Of(history);
    }

    /// <summary>What decisions are made by at this moment.</summary>
    public async Task<DeskDay> DayAsync(AgencyCode agency, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var locked = new HashSet<int>();
        for (var year = FirstYear; year <= TownshipTime.DayOf(now).Year; year++)
        {
            var history = await register.ReadYearAsync(agency, year, cancellationToken);
            if (history.Entries.Any(entry => entry.Move is YearMove.Lock))
                locked.Add(year);
        }

        return new(now, rules) { LockedYears = locked };
    }

    /// <summary>The moves of one person now.</summary>
    public async Task<IReadOnlyList<MoveKind>> AllowedAsync(KeptCase kept, Actor by, CancellationToken cancellationToken) =>
        Moves.AllowedNow(kept.Case, by, await DayAsync(kept.Case.Agency, cancellationToken), [.. (await ChildrenAsync(kept, cancellationToken)).Select(child => child.Case)]);

    /// <summary>Begins a case, with the number after the last one unless the move names its own.</summary>
    /// <param name="move">Makes the move of the number it gets.</param>
    /// <param name="named">A number that a person chose; nobody else's is taken in its place.</param>
    public async Task<CaseAnswer> BeginAsync(AgencyCode agency, Func<RequestNumber, CaseMove> move, RequestNumber? named, Actor by, DateOnly on, PersonalText? reason, CancellationToken cancellationToken)
    {
        await _allotting.WaitAsync(cancellationToken);
        try
        {
            return await AllotAsync(agency, move, named, by, on, reason, cancellationToken);
        }
        finally
        {
            _allotting.Release();
        }
    }

    private async Task<CaseAnswer> AllotAsync(AgencyCode agency, Func<RequestNumber, CaseMove> move, RequestNumber? named, Actor by, DateOnly on, PersonalText? reason, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var number = named ?? await register.NextNumberAsync(agency, on.Year, cancellationToken);
            var id = CaseId.Parse(Guid.CreateVersion7(time.GetUtcNow()).ToString("n"));
            var decision = Moves.Decide(id, null, new(move(number), by, on, reason), await DayAsync(agency, cancellationToken));
            if (decision is Decision.Rejected rejected)
                return new CaseAnswer.Refused(rejected);
            try
            {
                return await AppendAsync((Decision.Accepted)decision, id, null, [], cancellationToken);
            }
            catch (Exception taken) when (taken is JournalConflictException or NumberTakenException && named is null && attempt < Attempts)
            {
                // Another node took the number between our asking and our writing: the next one is free.
            }
        }
    }

    /// <summary>Makes one move of a case.</summary>
    public async Task<CaseAnswer> DoAsync(KeptCase kept, CaseMove move, Actor by, DateOnly on, PersonalText? reason, CancellationToken cancellationToken)
    {
        var children = await ChildrenAsync(kept, cancellationToken);
        var day = await DayAsync(kept.Case.Agency, cancellationToken);
        var decision = Moves.Decide(kept.Case.Id, kept.Case, new(move, by, on, reason), day, [.. children.Select(child => child.Case)]);
        if (decision is Decision.Rejected rejected)
            return new CaseAnswer.Refused(rejected);
        try
        {
            return await AppendAsync((Decision.Accepted)decision, kept.Case.Id, kept, children, cancellationToken);
        }
        catch (JournalConflictException)
        {
            var now = KeptCase.Of((await register.ReadAsync(kept.Case.Id, cancellationToken))!);
            return new CaseAnswer.Overtaken(now, [.. now.History.Entries.Skip(kept.History.Entries.Count)]);
        }
    }

    private async Task<CaseAnswer> AppendAsync(Decision.Accepted accepted, CaseId id, KeptCase? kept, IReadOnlyList<KeptCase> children, CancellationToken cancellationToken)
    {
        var versions = children.Append(kept).OfType<KeptCase>().ToDictionary(read => read.Case.Id, read => read.History.Version);
        var drafts = accepted.Cases.Select(entries => new CaseDraft(entries.Id, versions.GetValueOrDefault(entries.Id), entries.Entries)).ToList();
        await register.AppendAsync(new(accepted.Cases[0].Agency, drafts), cancellationToken);
        return new CaseAnswer.Done(accepted, accepted.Cases[0].Entries.Aggregate(kept?.Case, (before, entry) => before is null ? RequestCase.Begin(id, entry) : before.With(entry))!);
    }

    private async Task<IReadOnlyList<KeptCase>> ChildrenAsync(KeptCase kept, CancellationToken cancellationToken)
    {
        var children = new List<KeptCase>();
        foreach (var part in kept.Case.Children)
        {
            if (await register.ReadAsync(part.Child, cancellationToken) is { } child)
                children.Add(KeptCase.Of(child));
        }

        return children;
    }
}

/// <summary>A case as the register has it.</summary>
internal sealed record KeptCase(CaseHistory History, RequestCase Case)
{
    public static KeptCase Of(CaseHistory history) => new(history, RequestCase.Fold(history.Id, history.Entries));
}

/// <summary>What became of a command.</summary>
internal abstract record CaseAnswer
{
    private CaseAnswer()
    {
    }

    /// <summary>It is in the register.</summary>
    public sealed record Done(Decision.Accepted Accepted, RequestCase After) : CaseAnswer;

    /// <summary>It is not lawful; nothing was kept.</summary>
    public sealed record Refused(Decision.Rejected Rejected) : CaseAnswer;

    /// <summary>Someone else was quicker; nothing was kept.</summary>
    /// <param name="Since">What they did.</param>
    public sealed record Overtaken(KeptCase Now, IReadOnlyList<LedgerEntry> Since) : CaseAnswer;
}
