using Disclosure.Requests;

namespace Disclosure.Bot.Deadlines;

/// <summary>The events of a trial in the order in which they happened, each checked against what came before it.</summary>
/// <remarks>
/// A trial that silently took an event the law does not know (an extension told too late, a second correction) would print a deadline
/// that nobody may rely on; the register refuses the same moves.
/// </remarks>
internal static class DeadlineHistory
{
    /// <summary>Art. 33.</summary>
    private const int LongestExtension = 20;

    /// <returns>The events in order, or null with the key of the sentence that says which of them cannot be and why.</returns>
    public static IReadOnlyList<DeadlineEvent>? Order(ClockFact.Start start, IEnumerable<DeadlineEvent> written, DeadlineRules rules, out (string Key, DeadlineEvent Event, DateOnly? Day) fault)
    {
        fault = default;
        var ordered = new List<DeadlineEvent>();
        foreach (var (_, one) in Dated(written, start.On).OrderBy(pair => pair.Day))
        {
            if (FaultOf(one, start, ordered, rules) is { } found)
            {
                fault = (found.Key, one, found.Day);
                return null;
            }

            ordered.Add(one);
        }

        return ordered;
    }

    /// <summary>An event without a day of its own stands where it was written.</summary>
    private static IEnumerable<(DateOnly Day, DeadlineEvent Event)> Dated(IEnumerable<DeadlineEvent> written, DateOnly receivedOn)
    {
        var last = receivedOn;
        foreach (var one in written)
        {
            last = one.On is { } on ? on : last;
            yield return (last, one);
        }
    }

    private static (string Key, DateOnly? Day)? FaultOf(DeadlineEvent one, ClockFact.Start start, IReadOnlyList<DeadlineEvent> before, DeadlineRules rules)
    {
        var facts = before.SelectMany(earlier => earlier.Facts).ToList();
        if (one.On < start.On)
            return ("Deadline.Event.BeforeReceipt", start.On);
        if (facts is [.., ClockFact.End end] && one.Facts is not [ClockFact.SetBy])
            return ("Deadline.Event.AfterEnd", end.On);
        if (one.On is { } on && facts.OfType<ClockFact.Stop>().Any() && StandsOn(on, facts) && one.Facts is not [ClockFact.End])
            return ("Deadline.Event.WhileStopped", null);
        if (one.Facts[0] is ClockFact.Stop { Cause: StopCause.Correction } && facts.Exists(fact => fact is ClockFact.Stop { Cause: StopCause.Correction }))
            return ("Deadline.Event.SecondCorrection", null);
        if (one.Facts is not [ClockFact.Extend extension])
            return null;
        if (extension.WorkingDays is < 1 or > LongestExtension)
            return ("Deadline.Event.TooLong", null);
        if (facts.Exists(fact => fact is ClockFact.Extend))
            return ("Deadline.Event.SecondExtension", null);
        return DeadlineClock.Run([start, .. facts], rules, extension.NotifiedOn).AnswerBy is { } due && due < extension.NotifiedOn ? ("Deadline.Event.ExtendedLate", due) : null;
    }

    /// <summary>Whether the clock stands on a day for a correction or a payment.</summary>
    private static bool StandsOn(DateOnly day, List<ClockFact> facts)
    {
        var stop = facts.FindLastIndex(fact => fact is ClockFact.Stop);
        return facts.Skip(stop + 1).FirstOrDefault(fact => fact is ClockFact.RestartByCorrection or ClockFact.RestartByFee) switch
        {
            ClockFact.RestartByCorrection restart => day < restart.On,
            ClockFact.RestartByFee restart => day < restart.On,
            _ => true,
        };
    }
}
