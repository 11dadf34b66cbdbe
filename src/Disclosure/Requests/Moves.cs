using static Disclosure.Requests.CaseState;
using static Disclosure.Requests.MoveKind;
using static Disclosure.Requests.Roles;

namespace Disclosure.Requests;

/// <summary>
/// Every lawful move: from which states, by whom, under which conditions, to which state (Art. 29–40, 45, 51). What is not in the table
/// is refused, whoever asks and through whatever door.
/// </summary>
/// <remarks>The table is the only place that says so: screens ask <see cref="AllowedNow"/>, every command goes through <see cref="Decide"/>.</remarks>
public static partial class Moves
{
    /// <summary>The office's hand in a case; the head may do a clerk's work, and then does not approve it.</summary>
    private const Roles Desk = Clerk | DisclosureHead;

    private const Roles Heads = DisclosureHead | PrincipalLeader;

    private const Roles Signers = DeptHead | DeputyLeader | PrincipalLeader;

    private static readonly CaseState[] Answerable = [Processing, DecisionDrafted, SecrecyReview, InApproval];

    private static readonly CaseState[] Holding = [Processing, AwaitingFee];

    private static readonly CaseState[] Contested = [.. CaseStates.Ended, .. CaseStates.Open];

    /// <summary>The table.</summary>
    public static IReadOnlyList<MoveRule> Table { get; } =
    [
        // Coming in
        Rule("T4", Submit, [], Applicant, [Submitted], Guards.ByInternet),
        Rule("T5", Recall, [Submitted], Applicant, [Withdrawn], Guards.OwnCase, Guards.JustSubmitted, Guards.NotOpened),
        Rule("T6", ConfirmRegister, [Submitted], Desk, [Registered], Guards.NumberOfItsYear),
        Rule("T7", RecordUnreachable, [Submitted], Desk, []),
        Rule("T8", AgreeNotApplication, [Submitted], Desk, [NotAnApplication]),
        Rule("T9", RegisterOnBehalf, [], Desk, [Registered], Guards.NumberOfItsYear, Guards.ReceivedByChannel),
        Rule("T50", AmendReceiptDate, CaseStates.Open, DisclosureHead, [], Guards.NoTermSet, Guards.ReceivedBeforeRegistration),

        // Review and correction
        Rule("T10", BeginReview, [Registered], Desk, [UnderReview]),
        Rule("T11", RequestCorrection, [UnderReview], Desk, [AwaitingCorrection], Guards.FirstCorrection, Guards.NoticeInTime, Guards.PeriodAhead),
        Rule("T12", ReceiveCorrection, [AwaitingCorrection], Desk | Applicant, [UnderReview], Guards.OwnCase),
        Rule("T13", LapseCorrection, [AwaitingCorrection], Desk, [LapsedNoCorrection], Guards.CorrectionPeriodOver),
        Rule("T15", AskReasons, [UnderReview], Desk, [AwaitingReasons], Guards.FirstReasons, Guards.PeriodAhead),
        Rule("T16", ReceiveReasons, [AwaitingReasons], Desk, [UnderReview], Guards.ReasonsOrPeriodOver),
        Rule("T18", BeginProcessing, [UnderReview], Desk, [Processing]),
        Rule("T19", Split, [UnderReview, Processing], Desk, [], Guards.NoTermSet, Guards.NothingConsulted, Guards.PartsDistinct),
        Rule("T20", UndoSplit, [UnderReview, Processing], Desk, [], Guards.ChildrenUntouched),

        // Consultation
        Rule("T21", ConsultThirdParty, [Processing], Desk, [], Guards.NextConsultation),
        Rule("T24", ConsultAgency, [Processing], Desk, [], Guards.NextConsultation),
        Rule("T22", ConsultDelivered, Holding, Desk, [], Guards.ConsultationUndelivered),
        Rule("T23", ConsultReturned, Holding, Desk, [], Guards.ConsultationOpen),
        Rule("T23", ConsultSilent, Holding, Desk | Roles.System, [], Guards.ConsultationPeriodOver),

        // Extension
        Rule("T25", RequestExtension, Answerable, Desk, [], Guards.NoTermSet, Guards.FirstExtension, Guards.BeforeDeadline, Guards.OneToTwentyDays),
        Rule("T26", ApproveExtension, Answerable, Heads, [], Guards.NoAdmin, Guards.ExtensionAsked, Guards.NotTheRequester, Guards.BeforeDeadline),
        Rule("T27", NotifyExtension, Answerable, Desk, [], Guards.ExtensionApproved, Guards.BeforeDeadline),

        // Fee
        Rule("T28", IssueFeeNotice, [Processing], Desk, [AwaitingFee], Guards.NoTermSet, Guards.FirstFee, Guards.BeforeDeadline, Guards.SomethingToPay),
        Rule("T54", RecordFeeDelivery, [AwaitingFee], Desk, [], Guards.FeeUndelivered),
        Rule("T29", RecordPayment, [AwaitingFee], Desk, [Processing], Guards.SumAsked),
        Rule("T29", WaiveFee, [AwaitingFee], Desk, [Processing]),
        Rule("T30", LapseFee, [AwaitingFee], Desk, [LapsedNoFee], Guards.FeePeriodOver),

        // Answer
        Rule("T14, T17", DraftDecision, [UnderReview], Desk, [DecisionDrafted], Guards.OutcomeInReview, Guards.OutcomeReachable, Guards.OutcomeFounded),
        Rule("T31", DraftDecision, [Processing], Desk, [DecisionDrafted], Guards.HoldsEndedOrWaived, Guards.OutcomeReachable, Guards.OutcomeFounded),
        Rule("T32", Redraft, [DecisionDrafted], Desk, [], Guards.OutcomeInReview, Guards.OutcomeReachable, Guards.OutcomeFounded),
        Rule("T33", SubmitSecrecy, [DecisionDrafted], Desk, [SecrecyReview], Guards.OneToThreeLevels),
        Rule("T34", SecrecyPass, [SecrecyReview], SecrecyReviewer, [InApproval], Guards.NoAdmin, Guards.NotTheDrafter),
        Rule("T35", SecrecyReturn, [SecrecyReview], SecrecyReviewer, [DecisionDrafted], Guards.NoAdmin),
        Rule("T36", Approve, [InApproval], Signers, [InApproval, Approved], Guards.NoAdmin, Guards.HighEnough, Guards.NotTheDrafterOrOverriding),
        Rule("T37", Return, [InApproval], Signers, [DecisionDrafted], Guards.NoAdmin, Guards.HighEnough),
        Rule("T38", Unsign, [Approved], PrincipalLeader, [DecisionDrafted], Guards.NoAdmin),
        Rule("T39", Send, [Approved], Desk, [Answered]),
        Rule("T40", DeliveryUnknown, [Approved], Roles.System, []),
        Rule("T40", DeliveryFailed, [Approved], Roles.System, []),

        // After the answer
        Rule("T53", RecordDelivery, [Answered, Closed], Desk, [], Guards.AnswerUndelivered),
        Rule("T41", Close, [Answered], Desk, [Closed]),
        Rule("T42", Archive, [Closed], Desk, [Archived]),
        Rule("T43", Withdraw, CaseStates.Open, Applicant | Desk, [Withdrawn], Guards.OwnCase, Guards.NotRedeciding, Guards.PaperForStaff),
        Rule("T44", Withdraw, [Submitted], Applicant, [Withdrawn], Guards.OwnCase),
        Rule("T45", CorrectRecord, [Answered, Closed], Desk, [], Guards.SomethingToCorrect, Guards.OutcomeReachable, Guards.OutcomeFounded),
        Rule("T49", Reassign, [Submitted, .. CaseStates.Open], DisclosureHead, []),

        // The second of two people
        Rule("T51", Countersign, [AwaitingCorrection], Desk | Heads, [UnderReview, LapsedNoCorrection], Guards.NoAdmin, Guards.SecondPerson),
        Rule("T51", Countersign, [Processing, AwaitingFee], Heads, [AwaitingFee, LapsedNoFee], Guards.NoAdmin, Guards.SecondPerson),
        Rule("T51", Countersign, [Answered, Closed], Heads, [], Guards.NoAdmin, Guards.SecondPerson),
        Rule("T52", DeclineToSign, [AwaitingCorrection, Processing, AwaitingFee, Answered, Closed], Desk | Heads, [], Guards.NoAdmin, Guards.SomethingPending),

        // Remedies
        Rule("T46", OpenRemedy, Contested, Desk, [], Guards.EndedOrOverdue, Guards.NextRemedy, Guards.RouteAndCopy),
        Rule("T47", DecideRemedy, Contested, Desk, [], Guards.RemedyPending),
        Rule("T48", OpenRedecision, CaseStates.Ended, Desk, [Processing], Guards.RemedyCorrected),
        Rule("T48", OpenRedecision, CaseStates.Open, Desk, [], Guards.NotRedecidingYet, Guards.RemedyCorrected),
    ];

    private static MoveRule Rule(string id, MoveKind kind, IReadOnlyList<CaseState> from, Roles who, IReadOnlyList<CaseState> to, params Guard[] guards) => new(id, kind, from, who, to, guards);
}
