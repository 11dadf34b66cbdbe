using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Tests.Shared;

/// <summary>
/// Random histories of a register in which every entry is lawful: people of the office and applicants do, day after day, something that
/// <see cref="Moves.AllowedNow"/> offers them. The same seed gives the same history.
/// </summary>
/// <remarks>A move that is offered and then refused, whatever facts it brings, throws: offering and deciding must not come apart.</remarks>
public sealed class LawfulHistories
{
    private readonly Random _random;
    private readonly DeskRules _rules;
    private readonly AgencyCode _agency;
    private readonly Dictionary<int, int> _serials = [];
    private readonly List<CaseId> _ids = [];
    private DateTimeOffset _now;
    private int _named;

    /// <param name="from">The first day.</param>
    public LawfulHistories(int seed, DeskRules rules, DateOnly from, AgencyCode? agency = null)
    {
        _random = new(seed);
        _rules = rules;
        _agency = agency ?? AgencyCode.Parse("town");
        _now = new(from.ToDateTime(new(1, 0)), TimeSpan.Zero);
    }

    /// <summary>Every case as it stands.</summary>
    public Dictionary<CaseId, RequestCase> Cases { get; } = [];

    /// <summary>Every case's entries, in order.</summary>
    public Dictionary<CaseId, List<LedgerEntry>> Entries { get; } = [];

    public DeskDay Today => new(_now, _rules);

    /// <summary>Lawful steps without end; a pause of days lies between some of them.</summary>
    /// <param name="casesAtOnce">New cases begin while fewer than this are neither archived nor over.</param>
    public IEnumerable<LawfulStep> Walk(int casesAtOnce = 6)
    {
        while (true)
        {
            _now = _now.AddMinutes(_random.Next(4) == 0 ? _random.Next(60 * 24 * 8) : _random.Next(60 * 3));
            var living = _ids.Where(id => Cases[id].IsOpen || Cases[id].State is CaseState.Submitted or CaseState.Answered or CaseState.Closed).ToList();
            var id = living.Count < casesAtOnce && (living.Count == 0 || _random.Next(4) == 0) ? NewId() : Pick(_random.Next(20) == 0 ? _ids : living);
            if (Step(id) is { } step)
                yield return step;
        }
    }

    /// <summary>One move in one case by a person chosen at random; null when that person can do nothing in it today.</summary>
    public LawfulStep? Step(CaseId id)
    {
        var subject = Cases.GetValueOrDefault(id);
        var by = Pick(subject is { Submitter: { } submitter } && _random.Next(3) == 0 ? [new Actor(submitter, Roles.Applicant)] : LawfulPeople.All);
        var allowed = Moves.AllowedNow(subject, by, Today, Children(subject)).SelectMany(kind => Enumerable.Repeat(kind, LawfulFacts.Weight(kind))).ToList();
        return allowed.Count == 0 ? null : Make(id, Pick(allowed), by);
    }

    /// <summary>Makes a move of a kind, with lawful facts.</summary>
    /// <exception cref="InvalidOperationException">No facts make it lawful although it was offered.</exception>
    public LawfulStep Make(CaseId id, MoveKind kind, Actor by)
    {
        var before = Cases.GetValueOrDefault(id);
        var today = Today;
        Decision.Rejected? refused = null;
        foreach (var proposal in Proposals(before, kind, by, today.Today))
        {
            switch (Moves.Decide(id, before, proposal, today, Children(before)))
            {
                case Decision.Accepted accepted:
                    Apply(accepted);
                    return new(id, proposal, accepted, before, Cases[id], today.Today);
                case Decision.Rejected rejected:
                    refused = rejected;
                    break;
            }
        }

        throw new InvalidOperationException($"{kind} was offered to {by.Id} in {before?.State} and then refused: {refused?.Why}");
    }

    public CaseId NewId() => CaseId.Parse($"case-{++_named:000000}");

    /// <summary>Now and then a fact of some days ago, written down late; else, and where the day matters, of today.</summary>
    private IEnumerable<Proposal> Proposals(RequestCase? before, MoveKind kind, Actor by, DateOnly today)
    {
        foreach (var on in _random.Next(6) == 0 && before?.LastOn < today ? new[] { before.LastOn.AddDays(_random.Next(today.DayNumber - before.LastOn.DayNumber)), today } : [today])
        {
            foreach (var move in LawfulFacts.For(kind, before, by, on, _agency, _random, NextNumber, NewId))
                yield return new(move, by, on, on < today ? PersonalText.Of("补录") : null);
        }
    }

    private void Apply(Decision.Accepted accepted)
    {
        foreach (var (id, _, after, entries) in accepted.Cases)
        {
            if (!Entries.TryGetValue(id, out var kept))
            {
                Entries[id] = kept = [];
                _ids.Add(id);
            }

            if (kept.Count != after)
                throw new InvalidOperationException($"{id} has {kept.Count} entries, not {after}.");
            foreach (var entry in entries)
            {
                kept.Add(entry);
                Cases[id] = Cases.TryGetValue(id, out var was) ? was.With(entry) : RequestCase.Begin(id, entry);
                if (entry.Move is CaseMove.ConfirmRegister or CaseMove.RegisterOnBehalf or CaseMove.BornOfSplit)
                    _serials[Cases[id].Number!.Value.Year] = Math.Max(_serials.GetValueOrDefault(Cases[id].Number!.Value.Year), Cases[id].Number!.Value.Serial);
            }
        }
    }

    private RequestNumber NextNumber(int year, int ahead) => new(year, _serials.GetValueOrDefault(year) + ahead);

    private List<RequestCase> Children(RequestCase? subject) => subject is null ? [] : [.. subject.Children.Select(part => Cases[part.Child])];

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}

/// <summary>One lawful step: what was asked, by whom, and the case before and after it.</summary>
public sealed record LawfulStep(CaseId Id, Proposal Proposal, Decision.Accepted Decision, RequestCase? Before, RequestCase After, DateOnly Today);

/// <summary>The people of a small office, each with an id of their own, and three applicants.</summary>
public static class LawfulPeople
{
    public static Actor Applicant { get; } = new("applicant-1", Roles.Applicant);

    public static Actor OtherApplicant { get; } = new("applicant-2", Roles.Applicant);

    public static Actor Clerk { get; } = new("clerk-1", Roles.Clerk);

    public static Actor OtherClerk { get; } = new("clerk-2", Roles.Clerk);

    public static Actor DeptHead { get; } = new("dept-head", Roles.DeptHead);

    public static Actor Head { get; } = new("head", Roles.DisclosureHead);

    public static Actor Secrecy { get; } = new("secrecy", Roles.SecrecyReviewer);

    public static Actor Deputy { get; } = new("deputy", Roles.DeputyLeader);

    public static Actor Principal { get; } = new("principal", Roles.PrincipalLeader);

    /// <summary>A leader who also does a clerk's work, as in an office of three.</summary>
    public static Actor DraftingPrincipal { get; } = new("mayor", Roles.PrincipalLeader | Roles.Clerk);

    public static Actor Supervisor { get; } = new("county", Roles.Supervisor);

    public static Actor Admin { get; } = new("admin", Roles.Admin);

    /// <summary>Everyone who may do something; clerks twice, because they do most of it.</summary>
    public static IReadOnlyList<Actor> All { get; } =
        [Applicant, OtherApplicant, Clerk, OtherClerk, Clerk, OtherClerk, DeptHead, Head, Secrecy, Deputy, Principal, DraftingPrincipal, Actor.System];
}
