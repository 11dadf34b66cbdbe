namespace Disclosure.Requests;

/// <summary>A case's clock facts, sorted into the runs of the clock and what holds across them.</summary>
/// <param name="Holds">The consultations; their time does not count in any run.</param>
/// <param name="PostponedTo">The latest day told under Art. 35.</param>
/// <param name="Term">The day set for deciding anew.</param>
/// <param name="EndedOn">When it was answered, withdrawn or lapsed; null while it is open.</param>
internal sealed record ClockHistory(IReadOnlyList<ClockRun> Runs, IReadOnlyList<ClockFact.Exclude> Holds, DateOnly? PostponedTo, DateOnly? Term, DateOnly? EndedOn)
{
    private DateOnly? SubmittedOn { get; init; }

    public static ClockHistory Of(IReadOnlyList<ClockFact> facts)
    {
        var runs = new List<ClockRun>();
        var holds = new List<ClockFact.Exclude>();
        DateOnly? submitted = null, postponed = null, term = null, ended = null;
        foreach (var fact in facts)
        {
            if (runs.Count == 0 && fact is not (ClockFact.Start or ClockFact.SetBy or ClockFact.End))
                throw new ArgumentException($"{fact} stands before the start of the clock.", nameof(facts));
            switch (fact)
            {
                case ClockFact.Start start:
                    runs = [new(start.On, ClockEvent.Received)];
                    submitted = start.SubmittedOn;
                    break;
                case ClockFact.RestartByCorrection restart:
                    runs.Add(new(restart.On, ClockEvent.CorrectionReceived));
                    break;
                case ClockFact.RestartByFee restart:
                    runs.Add(new(restart.On, ClockEvent.FeePaid));
                    break;
                case ClockFact.Stop stop:
                    runs[^1] = runs[^1] with { Stop = stop };
                    break;
                case ClockFact.Extend extend:
                    runs[^1] = runs[^1] with { Extensions = [.. runs[^1].Extensions, extend] };
                    break;
                case ClockFact.Exclude hold:
                    holds.Add(hold);
                    break;
                case ClockFact.Postpone postpone:
                    postponed = postponed > postpone.To ? postponed : postpone.To;
                    break;
                case ClockFact.SetBy set:
                    (term, ended) = (set.AnswerBy, null);
                    break;
                case ClockFact.End end:
                    ended = end.On;
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        if (runs.Count == 0 && term is null)
            throw new ArgumentException("No fact starts the clock.", nameof(facts));
        return new(runs, holds, postponed, term, ended) { SubmittedOn = submitted };
    }

    /// <summary>The same as if the request had been received when it was submitted; null when it was, or once the clock was restarted.</summary>
    public ClockHistory? FromSubmission() => Term is null && Runs is [var only] && SubmittedOn < only.Day0
        ? this with { Runs = [only with { Day0 = SubmittedOn.Value }] }
        : null;
}

/// <summary>One run of the clock, from a day 0 to the next.</summary>
/// <param name="OpenedBy">What made the day a day 0.</param>
internal sealed record ClockRun(DateOnly Day0, ClockEvent OpenedBy)
{
    public ClockFact.Stop? Stop { get; init; }

    public IReadOnlyList<ClockFact.Extend> Extensions { get; init; } = [];
}
