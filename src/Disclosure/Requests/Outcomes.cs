using static Disclosure.Requests.OutcomeFact;

namespace Disclosure.Requests;

/// <summary>
/// The rows of table three as answers: for each its article, what it must rest on and where it may be chosen (国办公开办函〔2021〕30号;
/// Art. 13–16, 36–39). The official words of a row are <c>FormLabels.Of(RequestRows.Of(outcome))</c>.
/// </summary>
public static class Outcomes
{
    /// <summary>The form's order.</summary>
    public static IReadOnlyList<OutcomeRule> All { get; } =
    [
        new(Outcome.Granted, "1", "Art. 36(1), (2)", [What, Where]) { InReview = true },
        new(Outcome.PartlyGranted, "2", "Art. 37", [What, Grounds, PartGrounds]),
        new(Outcome.RefusedStateSecret, "3.1", "Art. 14", [Record]) { InReview = true },
        new(Outcome.RefusedLawForbids, "3.2", "Art. 14", [Law]) { InReview = true },
        new(Outcome.RefusedSecurity, "3.3", "Art. 14", [Grounds, Record]) { InReview = true },
        new(Outcome.RefusedThirdParty, "3.4", "Art. 15", [Grounds, Record]) { InReview = true, After = OutcomeAfter.ThirdParty },
        new(Outcome.RefusedInternal, "3.5", "Art. 16(1)", [Category]) { InReview = true, Categories = ["人事管理", "后勤管理", "内部工作流程"] },
        new(Outcome.RefusedProcess, "3.6", "Art. 16(2)", [Category]) { InReview = true, Categories = ["讨论记录", "过程稿", "磋商信函", "请示报告"] },
        new(Outcome.RefusedCaseFile, "3.7", "Art. 16(2)", [Record]) { InReview = true },
        new(Outcome.RefusedRegistryQuery, "3.8", "Art. 36(7)", [Where]) { InReview = true },
        new(Outcome.UnableNotHeld, "4.1", "Art. 36(4), (5)", [Search]) { InReview = true },
        new(Outcome.UnableNeedsCreation, "4.2", "Art. 38", [Grounds]) { InReview = true },
        new(Outcome.UnableStillUnclear, "4.3", "Art. 30", []) { InReview = true, After = OutcomeAfter.Correction },
        new(Outcome.NotHandledPetition, "5.1", "Art. 39(1)", [Where]) { InReview = true },
        new(Outcome.NotHandledRepeat, "5.2", "Art. 36(6)", [EarlierRequest]) { InReview = true },
        new(Outcome.NotHandledPublication, "5.3", "Art. 39(2)", [Where]) { InReview = true },
        new(Outcome.NotHandledExcessive, "5.4", "Art. 35", []) { InReview = true, After = OutcomeAfter.Reasons },
        new(Outcome.NotHandledReconfirm, "5.5", "国办公开办函〔2021〕30号", [EarlierRequest]) { InReview = true },
        new(Outcome.OtherNoCorrection, "6.1", "Art. 30", []) { After = OutcomeAfter.Lapse },
        new(Outcome.OtherNoFee, "6.2", "国办函〔2020〕109号", []) { After = OutcomeAfter.Lapse },
        new(Outcome.OtherOther, "6.3", "国办公开办函〔2021〕30号", [Grounds]),
    ];

    public static OutcomeRule Of(Outcome outcome) => All[(int)outcome];
}

/// <summary>One row as an answer.</summary>
/// <param name="Code">As on the form: group and number (3.4 is （三）4).</param>
/// <param name="Article">Of the Regulation, or the document that made the row.</param>
/// <param name="Facts">What a draft must bring.</param>
public sealed record OutcomeRule(Outcome Outcome, string Code, string Article, IReadOnlyList<OutcomeFact> Facts)
{
    /// <summary>May be drafted straight from review, because it needs no search; from processing every row that can be drafted may be.</summary>
    public bool InReview { get; init; }

    /// <summary>What must have happened in the case first.</summary>
    public OutcomeAfter After { get; init; }

    /// <summary>The kinds that the article lists; empty where it lists none.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <param name="own">The case's own number: a request does not repeat itself.</param>
    internal Refusal? Refuse(OutcomeFacts facts, RequestNumber own)
    {
        foreach (var fact in Facts)
        {
            if (!Has(facts, fact))
                return new(RefusalKind.OutcomeFactMissing, ("outcome", Outcome), ("fact", fact));
        }

        if (Categories.Count > 0 && !Categories.Contains(facts.Category))
            return new(RefusalKind.UnknownCategory, ("outcome", Outcome), ("allowed", string.Join('、', Categories)));
        if (Facts.Contains(PartGrounds) && facts.PartGrounds!.Where(ground => ground is < Outcome.RefusedStateSecret or > Outcome.NotHandledReconfirm).Cast<Outcome?>().FirstOrDefault() is { } stray)
            return new(RefusalKind.NotAPartGround, ("outcome", stray));
        return facts.EarlierRequest == own ? new(RefusalKind.RepeatsItself) : null;
    }

    private static bool Has(OutcomeFacts facts, OutcomeFact fact) => fact switch
    {
        What => Says(facts.What?.Reveal()),
        Where => Says(facts.Where?.Reveal()),
        Law => Says(facts.Law),
        Grounds => Says(facts.Grounds?.Reveal()),
        Category => Says(facts.Category),
        Record => Says(facts.Record),
        Search => Says(facts.Search?.Reveal()),
        EarlierRequest => facts.EarlierRequest is not null,
        PartGrounds => facts.PartGrounds is { Count: > 0 },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static bool Says(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>The members of <see cref="OutcomeFacts"/> that a row may ask for.</summary>
public enum OutcomeFact
{
    What,
    Where,
    Law,
    Grounds,
    Category,
    Record,
    Search,
    EarlierRequest,
    PartGrounds,
}

/// <summary>What a row follows.</summary>
public enum OutcomeAfter
{
    Nothing,

    /// <summary>The one round of correction, answered (Art. 30).</summary>
    Correction,

    /// <summary>Reasons were asked for, and came or not (Art. 35).</summary>
    Reasons,

    /// <summary>The third party was asked in writing (Art. 32).</summary>
    ThirdParty,

    /// <summary>It is never drafted: the case lapses into it.</summary>
    Lapse,
}
