using System.Runtime.CompilerServices;
using Disclosure.Agencies;
using Disclosure.Records;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Tests.Export;

/// <summary>What a report may read of a register, in memory; anything else it asks for fails the test.</summary>
internal sealed class MemoryRegister : IRegister
{
    private static readonly Actor Clerk = new("clerk-1", Roles.Clerk);

    private readonly List<CaseHistory> _cases = [];
    private readonly Dictionary<(AgencyCode, int), List<YearEntry>> _years = [];

    public void Add(AgencyCode agency, CaseId id, IReadOnlyList<LedgerEntry> entries) => _cases.Add(new(id, agency, entries.Count, entries));

    /// <summary>A request by post that nobody has answered yet.</summary>
    public void AddReceived(AgencyCode agency, int serial, DateOnly on)
    {
        var application = new Application(
            ApplicantKind.NaturalPerson, PersonalText.Of("买买提"), IdentityProof.ShownAtCounter, null, PersonalText.Of("0998-1234567"), PersonalText.Of("灌溉工程预算"), InformationForm.Paper, ObtainingRoute.Collect);
        var move = new CaseMove.RegisterOnBehalf(agency, new(on.Year, serial), application, Channel.Post, on, on);
        Add(agency, CaseId.Parse($"{agency}-{on.Year}-{serial:0000}"), [new(move, Clerk, on, At(on))]);
    }

    public void Add(AgencyCode agency, int year, params YearMove[] moves)
    {
        if (!_years.TryGetValue((agency, year), out var kept))
            _years[(agency, year)] = kept = [];
        kept.AddRange(moves.Select(move => new YearEntry(move, Clerk, new(year + 1, 1, 10), At(new(year + 1, 1, 10)))));
    }

    public async IAsyncEnumerable<CaseHistory> ReadAllClosedAsync(AgencyCode agency, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var one in _cases.Where(one => one.Agency == agency))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return one;
        }
    }

    public Task<YearHistory> ReadYearAsync(AgencyCode agency, int year, CancellationToken cancellationToken)
    {
        var entries = _years.GetValueOrDefault((agency, year), []);
        return Task.FromResult(new YearHistory(agency, year, entries.Count, entries));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public Task<CaseHistory?> ReadAsync(CaseId id, CancellationToken cancellationToken) => throw NotForReports();

    public Task<CaseId?> FindAsync(AgencyCode agency, RequestNumber number, CancellationToken cancellationToken) => throw NotForReports();

    public IAsyncEnumerable<CaseHistory> ReadAllAsync(AgencyCode agency, CancellationToken cancellationToken) => throw NotForReports();

    public Task<IReadOnlyList<CaseCard>> BoardAsync(AgencyCode agency, IReadOnlyCollection<CaseState>? states, CancellationToken cancellationToken) => throw NotForReports();

    public Task<RequestNumber> NextNumberAsync(AgencyCode agency, int year, CancellationToken cancellationToken) => throw NotForReports();

    public Task AppendAsync(RegisterDraft draft, CancellationToken cancellationToken) => throw NotForReports();

    public Task EraseAsync(Erasure erasure, CancellationToken cancellationToken) => throw NotForReports();

    public Task AppendYearAsync(AgencyCode agency, int year, long expectedVersion, YearEntry entry, CancellationToken cancellationToken) => throw NotForReports();

    private static NotSupportedException NotForReports() => new("A report needs nothing personal and writes nothing.");

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new(1, 0)), TimeSpan.Zero);
}
