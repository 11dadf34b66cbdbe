namespace Disclosure.Requests;

/// <summary>
/// Which remedies an answer must name (Art. 51; 行政复议法 Art. 20, 22, 23; 行政诉讼法 Art. 45, 46): decided by the row and by the day of
/// the answer, because the law changed. The sentences themselves belong to the letters.
/// </summary>
/// <param name="NamesOnlineRoute">The internet way of filing a reconsideration must be named, because the answer was served through the internet.</param>
/// <param name="Basis">What the clause cites, in order.</param>
public sealed record RemedyClause(RemedyClauseKind Kind, bool NamesOnlineRoute, IReadOnlyList<RemedyBasis> Basis)
{
    /// <summary>The applicant withdrew: nothing was decided that could be contested.</summary>
    public static RemedyClause None { get; } = new(RemedyClauseKind.None, false, []);

    /// <param name="partGrounds">Of a partial answer: the rows its withheld parts rest on.</param>
    /// <param name="decidedOn">The day of the answer: an old letter is rendered as it was.</param>
    /// <param name="route">How the answer is served.</param>
    /// <param name="regimes">The office's dated settings; null for the known ones.</param>
    /// <exception cref="ArgumentException">A partial answer without grounds: its clause cannot be known, and a guess could cost the applicant the remedy.</exception>
    public static RemedyClause For(Outcome outcome, IReadOnlyList<Outcome>? partGrounds, DateOnly decidedOn, DeliveryRoute route, IReadOnlyList<RemedyRegime>? regimes = null)
    {
        if (outcome is Outcome.PartlyGranted && partGrounds is not { Count: > 0 })
            throw new ArgumentException("A partial answer says which rows its withheld parts rest on.", nameof(partGrounds));
        var regime = RemedyRegime.On(decidedOn, regimes);
        var kind = outcome is Outcome.PartlyGranted
            ? partGrounds!.Any(regime.ReviewFirst.Contains) ? RemedyClauseKind.ReviewFirstForPart : RemedyClauseKind.Either
            : regime.ReviewFirst.Contains(outcome) ? RemedyClauseKind.ReviewFirst : RemedyClauseKind.Either;
        var online = regime.NamesOnlineRoute && route is DeliveryRoute.Online;
        IEnumerable<RemedyBasis> basis = kind switch
        {
            RemedyClauseKind.Either => regime.EitherBasis,
            RemedyClauseKind.ReviewFirst => regime.ReviewFirstBasis,
            _ => regime.ReviewFirstBasis.Union(regime.EitherBasis),
        };
        return new(kind, online, [.. basis, .. online ? [RemedyBasis.OnlineRoute] : Array.Empty<RemedyBasis>()]);
    }

    /// <summary>Of no answer in time: since review comes first for a duty not done, it does here.</summary>
    public static RemedyClause ForSilence(DateOnly on, IReadOnlyList<RemedyRegime>? regimes = null)
    {
        var regime = RemedyRegime.On(on, regimes);
        return regime.ReviewFirst.Count > 0 ? new(RemedyClauseKind.ReviewFirst, false, regime.ReviewFirstBasis) : new(RemedyClauseKind.Either, false, regime.EitherBasis);
    }
}

public enum RemedyClauseKind
{
    /// <summary>Nothing to contest.</summary>
    None,

    /// <summary>Reconsideration within 60 days or a lawsuit within 6 months, as the applicant chooses.</summary>
    Either,

    /// <summary>复议前置: reconsideration within 60 days, and only then a lawsuit.</summary>
    ReviewFirst,

    /// <summary>复议前置 for the refused part of a partial answer; either for the rest.</summary>
    ReviewFirstForPart,
}

/// <summary>What a clause cites.</summary>
public enum RemedyBasis
{
    /// <summary>行政复议法 before 2024, Art. 9: 60 days.</summary>
    ReconsiderationBefore2024,

    /// <summary>行政复议法 Art. 20: 60 days.</summary>
    Reconsideration,

    /// <summary>行政复议法 Art. 23: reconsideration first.</summary>
    ReviewFirst,

    /// <summary>法释〔2025〕8号: 不予公开 is Art. 14, 15 and 16.</summary>
    CourtsReading,

    /// <summary>行政复议法 Art. 22: the internet way of filing.</summary>
    OnlineRoute,

    /// <summary>行政诉讼法 Art. 45, 46: 6 months.</summary>
    Litigation,
}

/// <summary>The remedies of a time.</summary>
/// <param name="From">The first day it holds.</param>
/// <param name="ReviewFirst">The rows whose answers go to reconsideration first.</param>
/// <param name="NamesOnlineRoute">An answer served through the internet names the internet way of filing.</param>
public sealed record RemedyRegime(DateOnly From, IReadOnlySet<Outcome> ReviewFirst, bool NamesOnlineRoute, IReadOnlyList<RemedyBasis> EitherBasis, IReadOnlyList<RemedyBasis> ReviewFirstBasis)
{
    /// <summary>Art. 14, 15 and 16: what 不予公开 means in 行政复议法 Art. 23, as the Supreme People's Court reads it.</summary>
    private static readonly HashSet<Outcome> Articles14To16 =
    [
        Outcome.RefusedStateSecret, Outcome.RefusedLawForbids, Outcome.RefusedSecurity, Outcome.RefusedThirdParty,
        Outcome.RefusedInternal, Outcome.RefusedProcess, Outcome.RefusedCaseFile,
    ];

    /// <summary>As the law stood and stands; a setting may replace it when a reading is confirmed otherwise.</summary>
    public static IReadOnlyList<RemedyRegime> Known { get; } =
    [
        new(new(2015, 5, 1), new HashSet<Outcome>(), false, [RemedyBasis.ReconsiderationBefore2024, RemedyBasis.Litigation], []),
        new(new(2024, 1, 1), Articles14To16, true, [RemedyBasis.Reconsideration, RemedyBasis.Litigation], [RemedyBasis.Reconsideration, RemedyBasis.ReviewFirst]),
        new(new(2025, 6, 1), Articles14To16, true, [RemedyBasis.Reconsideration, RemedyBasis.Litigation], [RemedyBasis.Reconsideration, RemedyBasis.ReviewFirst, RemedyBasis.CourtsReading]),
    ];

    /// <exception cref="ArgumentException">The day lies before the first regime.</exception>
    public static RemedyRegime On(DateOnly day, IReadOnlyList<RemedyRegime>? regimes = null) =>
        (regimes ?? Known).Where(regime => regime.From <= day).MaxBy(regime => regime.From)
            ?? throw new ArgumentException($"No remedies are known for {day:yyyy-MM-dd}.", nameof(day));
}
