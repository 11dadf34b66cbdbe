namespace Disclosure.Requests;

/// <summary>
/// When a request must be answered (Art. 33): 20 working days after receipt, less what the law leaves out, plus an extension told.
/// </summary>
/// <remarks>
/// Everything is computed anew from facts and calendar, so a calendar that is corrected corrects every open case and nothing stored can go
/// stale. The due day and its ledger come out of one pass: the ledger cannot say anything else than the date.
/// </remarks>
public static class DeadlineClock
{
    /// <summary>The clock of one case on a day.</summary>
    /// <param name="facts">In the order in which they happened.</param>
    /// <param name="today">Only an open consultation asks for it: what the due day would be if the opinion came today.</param>
    /// <exception cref="ArgumentException">No fact starts the clock.</exception>
    public static Deadline Run(IReadOnlyList<ClockFact> facts, DeadlineRules rules, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rules);
        var history = ClockHistory.Of(facts);
        var legal = new ClockPass(history, rules.Legal, rules, today).Run();
        var national = rules.RegionDecidesFrom is null ? legal : new ClockPass(history, rules.Calendar, rules, today).Run();
        var regional = rules.Regional is { } calendar ? new ClockPass(history, calendar, rules, today).Run() : null;
        return new(
            legal.Standing,
            legal.Due,
            regional is not null && regional.Due != national.Due ? regional.Due : null,
            history.FromSubmission() is { } submitted ? new ClockPass(submitted, rules.Calendar, rules, today).Run().Due : null,
            legal.Due is not null && legal.Provisional,
            legal.Lines)
        {
            WorkBy = national.Due,
            RegionalProvisional = regional is { Due: not null, Provisional: true },
        };
    }
}
