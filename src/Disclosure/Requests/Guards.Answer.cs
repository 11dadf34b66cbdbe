namespace Disclosure.Requests;

/// <summary>Drafting, secrecy review and sign-off.</summary>
internal static partial class Guards
{
    /// <summary>A consultation is waited for, or the draft says why not.</summary>
    public static Refusal? HoldsEndedOrWaived(Attempt attempt) => Of<CaseMove.DraftDecision>(attempt, draft =>
        attempt.Case.IsConsulting && draft.HoldsWaived is null
            ? new(RefusalKind.ConsultationOpen, ("consultations", string.Join(", ", Open(attempt).Select(one => one.Number))))
            : null);

    /// <summary>Straight from review only rows that need no search.</summary>
    public static Refusal? OutcomeInReview(Attempt attempt)
    {
        var inReview = attempt.Case.Draft?.FromReview ?? attempt.Case.State is CaseState.UnderReview;
        return inReview && Drafted(attempt) is { } drafted && !Outcomes.Of(drafted.Outcome).InReview ? new(RefusalKind.NeedsProcessing, ("outcome", drafted.Outcome)) : null;
    }

    /// <summary>What must have happened in the case before a row may be chosen.</summary>
    public static Refusal? OutcomeReachable(Attempt attempt)
    {
        if (Drafted(attempt) is not { } drafted)
            return null;
        RefusalKind? missing = Outcomes.Of(drafted.Outcome).After switch
        {
            OutcomeAfter.Lapse => RefusalKind.OnlyByLapse,
            OutcomeAfter.Correction when attempt.Case.Correction?.ReceivedOn is null => RefusalKind.NeedsCorrection,
            OutcomeAfter.Reasons when attempt.Case.Reasons?.EndedOn is null => RefusalKind.NeedsReasons,
            OutcomeAfter.ThirdParty when !attempt.Case.Consultations.Exists(one => one.Kind is ConsultationKind.ThirdParty) => RefusalKind.NeedsThirdParty,
            _ => null,
        };
        return missing is { } kind ? new(kind, ("outcome", drafted.Outcome)) : null;
    }

    public static Refusal? OutcomeFounded(Attempt attempt) =>
        Drafted(attempt) is { } drafted ? Outcomes.Of(drafted.Outcome).Refuse(drafted.Facts, attempt.Case.Number!.Value) : null;

    private static (Outcome Outcome, OutcomeFacts Facts)? Drafted(Attempt attempt) => attempt.Move switch
    {
        CaseMove.DraftDecision draft => (draft.Outcome, draft.Facts),
        CaseMove.Redraft redraft => (redraft.Outcome, redraft.Facts),
        CaseMove.CorrectRecord { Outcome: { } outcome } correct => (outcome, correct.Facts ?? new()),
        _ => null,
    };

    public static Refusal? OneToThreeLevels(Attempt attempt) => Of<CaseMove.SubmitSecrecy>(attempt, submit => Within("LevelsRequired", submit.LevelsRequired, 1, 3));

    /// <summary>An administrator keeps roster and keys; whoever is one passes, signs and agrees to nothing, whatever else they are.</summary>
    public static Refusal? NoAdmin(Attempt attempt) => attempt.By.Is(Roles.Admin) ? new(RefusalKind.AdminNeverApproves) : null;

    public static Refusal? NotTheDrafter(Attempt attempt) => attempt.Case.Draft!.IsDraftedBy(attempt.By) ? new(RefusalKind.DraftedByYou) : null;

    public static Refusal? NotTheDrafterOrOverriding(Attempt attempt)
    {
        if (!attempt.Case.Draft!.IsDraftedBy(attempt.By))
            return null;
        if (!attempt.By.Is(Roles.PrincipalLeader))
            return new(RefusalKind.DraftedByYou);
        return attempt.Move is null or CaseMove.Approve { OverrideGrounds: not null } ? null : new(RefusalKind.OverrideNeedsGrounds);
    }

    /// <summary>A level is signed by its own leader or a higher one, never by a lower one.</summary>
    public static Refusal? HighEnough(Attempt attempt)
    {
        var level = attempt.Case.Draft!.NextLevel;
        var who = level switch
        {
            1 => Roles.DeptHead | Roles.DeputyLeader | Roles.PrincipalLeader,
            2 => Roles.DeputyLeader | Roles.PrincipalLeader,
            _ => Roles.PrincipalLeader,
        };
        return attempt.By.Is(who) ? null : new(RefusalKind.NotYourLevel, ("level", level), ("roles", who));
    }
}
