namespace Disclosure.Requests;

/// <summary>One line of the table of lawful moves.</summary>
/// <param name="Id">As people cite it (T4 to T54).</param>
/// <param name="From">The states it is made in; empty for a move that begins a case.</param>
/// <param name="Who">Any of these roles.</param>
/// <param name="To">The states it can lead to; empty where the state stays.</param>
/// <param name="Guards">What must hold beside state and role, in the order in which it is asked.</param>
public sealed record MoveRule(string Id, MoveKind Kind, IReadOnlyList<CaseState> From, Roles Who, IReadOnlyList<CaseState> To, IReadOnlyList<Guard> Guards)
{
    public bool Begins => From.Count == 0;

    internal Refusal? Refuse(Attempt attempt)
    {
        foreach (var guard in Guards)
        {
            if (guard(attempt) is { } refusal)
                return refusal;
        }

        return null;
    }
}

/// <summary>A condition of a move: null when it holds.</summary>
/// <remarks>Asked with a move's facts, or without a move to learn what could be done now; what only concerns the facts holds then.</remarks>
public delegate Refusal? Guard(Attempt attempt);

/// <summary>A move asked of a case on a day: everything a guard may look at.</summary>
/// <param name="Subject">The case; null for a move that begins one.</param>
/// <param name="Move">The facts it brings; null when only asked whether the move could be made.</param>
/// <param name="Related">The children, for a split to be undone.</param>
public sealed record Attempt(RequestCase? Subject, CaseMove? Move, Actor By, DateOnly On, DeskDay Day, IReadOnlyList<RequestCase> Related)
{
    private Deadline? _deadline;

    public RequestCase Case => Subject ?? throw new InvalidOperationException("A move that begins a case has none to look at.");

    public DeskRules Rules => Day.Rules;

    /// <summary>The clock on the day the move takes effect.</summary>
    public Deadline Deadline => _deadline ??= Case.DeadlineOn(On, Rules) ?? throw new InvalidOperationException($"The clock of {Case.Id} has not started.");
}
