using System.Collections.Immutable;

namespace Disclosure.Requests;

/// <summary>The answer on its way to the signature: one version, and who did what to it (二人原则).</summary>
/// <param name="Version">From 1; a redraft is the next one, and nothing signed before holds for it.</param>
/// <param name="FromReview">Drafted in review, without a search: only the rows that need none.</param>
/// <param name="Drafters">Everyone who wrote on it in any version: none of them may pass or sign it.</param>
/// <param name="LevelsRequired">审签级数 of the last submission; 0 before it.</param>
/// <param name="SecrecyPassedBy">Who passed this version; null until then.</param>
/// <param name="Approvals">The levels signed for this version, in order.</param>
public sealed record AnswerDraft(
    int Version,
    Outcome Outcome,
    OutcomeFacts Facts,
    bool FromReview,
    ImmutableArray<string> Drafters,
    int LevelsRequired,
    string? SecrecyPassedBy,
    ImmutableArray<Approval> Approvals)
{
    /// <summary>The level of sign-off that is next, from 1.</summary>
    public int NextLevel => Approvals.Length + 1;

    /// <summary>保密审查 passed and every level signed.</summary>
    public bool IsSigned => SecrecyPassedBy is not null && LevelsRequired > 0 && Approvals.Length == LevelsRequired;

    public bool IsDraftedBy(Actor actor) => Drafters.Contains(actor.Id);

    internal AnswerDraft Unsigned() => this with { LevelsRequired = 0, SecrecyPassedBy = null, Approvals = [] };
}

/// <summary>One signature.</summary>
/// <param name="OverrideGrounds">Why the principal leader signed a draft of their own; listed in the report's evidence.</param>
public sealed record Approval(int Level, string By, DateOnly On, PersonalText? OverrideGrounds);

/// <summary>An answer that went out.</summary>
/// <param name="ArrivedOn">When it was in the applicant's hands, once that is in evidence.</param>
public sealed record Delivery(string LetterNumber, DeliveryRoute Route, DateOnly SentOn, DateOnly? ArrivedOn);
