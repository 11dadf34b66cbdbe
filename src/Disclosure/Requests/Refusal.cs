namespace Disclosure.Requests;

/// <summary>Why a move was refused, with what a sentence about it must name.</summary>
/// <param name="With">Names and values (days, numbers, enums of this namespace), for the sentence of the kind.</param>
public sealed record Refusal(RefusalKind Kind, params IReadOnlyList<(string Name, object Value)> With)
{
    public override string ToString() => $"{Kind}({string.Join(", ", With.Select(one => FormattableString.Invariant($"{one.Name}={one.Value}")))})";
}

/// <summary>The reasons for refusing a move. Beside each: what its sentence names.</summary>
public enum RefusalKind
{
    // Any move

    /// <summary>There is no such case.</summary>
    NoSuchCase,

    /// <summary>The case exists already.</summary>
    CaseExists,

    /// <summary>move, state: not in the table.</summary>
    NotFromThisState,

    /// <summary>The birth or the taking back of a child, which nobody makes by hand.</summary>
    OnlyBySplit,

    /// <summary>move, roles: someone else does this.</summary>
    NotYourPart,

    /// <summary>An administrator neither sees a request nor passes or signs anything.</summary>
    AdminNeverApproves,

    /// <summary>The case is another applicant's.</summary>
    NotYourCase,

    /// <summary>on, today.</summary>
    InTheFuture,

    /// <summary>on, last.</summary>
    BeforeLastFact,

    /// <summary>on: back-dated without a reason.</summary>
    BackdatedWithoutReason,

    /// <summary>year.</summary>
    YearLocked,

    /// <summary>fact: a required statement is blank.</summary>
    FactMissing,

    /// <summary>fact, from, to: a number outside its bounds.</summary>
    OutOfBounds,

    /// <summary>fact, from: a number below its bound.</summary>
    TooSmall,

    /// <summary>earliest.</summary>
    DayTooEarly,

    // Coming in

    /// <summary>The chat takes submissions by the internet; other channels are registered by the office.</summary>
    RegisteredByOffice,

    /// <summary>minutes.</summary>
    RecallTooLate,

    /// <summary>Staff have opened it.</summary>
    AlreadyOpened,

    /// <summary>number, year: a number belongs to the year of registration.</summary>
    NumberOfAnotherYear,

    /// <summary>arrived, received: the channel's rule gives another day of receipt.</summary>
    NotTheDayOfReceipt,

    /// <summary>received, registered: receipt cannot follow registration.</summary>
    ReceivedAfterRegistration,

    // Review

    /// <summary>by: the 7 working days are over; the head may still, with a reason.</summary>
    CorrectionNoticeLate,

    /// <summary>Once only (Art. 30).</summary>
    AlreadyCorrected,

    /// <summary>Once only (Art. 35).</summary>
    ReasonsAlreadyAsked,

    /// <summary>by: the period given has not ended.</summary>
    PeriodRunning,

    /// <summary>A postponement needs reasons that were given.</summary>
    PostponedWithoutReasons,

    /// <summary>At least one part, each with its own case and number.</summary>
    PartsNotDistinct,

    /// <summary>A consultation has gone out and cannot be divided.</summary>
    SplitAfterConsultation,

    /// <summary>There are no children.</summary>
    NotSplit,

    /// <summary>number: a child has been worked on, or was not read.</summary>
    ChildTouched,

    // Consultation, extension, fee

    /// <summary>expected: numbers run from 1.</summary>
    NumberNotNext,

    /// <summary>No consultation (of this number) is open.</summary>
    NoOpenConsultation,

    /// <summary>The letter's delivery is recorded already.</summary>
    AlreadyDelivered,

    /// <summary>The letter's delivery is not recorded.</summary>
    NotDelivered,

    /// <summary>due.</summary>
    AfterDeadline,

    /// <summary>Once only (Art. 33).</summary>
    AlreadyExtended,

    /// <summary>No extension was asked for.</summary>
    NoExtension,

    /// <summary>Not approved yet.</summary>
    ExtensionNotApproved,

    /// <summary>Approved already.</summary>
    ExtensionAlreadyApproved,

    /// <summary>Whoever asks does not agree.</summary>
    SamePerson,

    /// <summary>One fee notice per request.</summary>
    FeeAlreadyIssued,

    /// <summary>yuan: the sum of the notice.</summary>
    NotTheSumAsked,

    /// <summary>A term was set by a review organ or court; it cannot be extended, charged, divided or withdrawn.</summary>
    TermIsSet,

    // Answer

    /// <summary>consultations: open, and no reason given for not waiting.</summary>
    ConsultationOpen,

    /// <summary>outcome: this row ends a case only by lapse.</summary>
    OnlyByLapse,

    /// <summary>outcome: this row needs processing first.</summary>
    NeedsProcessing,

    /// <summary>outcome: only after a correction (Art. 30).</summary>
    NeedsCorrection,

    /// <summary>outcome: only after reasons were asked (Art. 35).</summary>
    NeedsReasons,

    /// <summary>outcome: only after the third party was consulted (Art. 32).</summary>
    NeedsThirdParty,

    /// <summary>outcome, fact: the row must rest on it.</summary>
    OutcomeFactMissing,

    /// <summary>outcome, allowed: the article names these.</summary>
    UnknownCategory,

    /// <summary>outcome: not a ground for withholding a part.</summary>
    NotAPartGround,

    /// <summary>A request does not repeat itself.</summary>
    RepeatsItself,

    /// <summary>二人原则.</summary>
    DraftedByYou,

    /// <summary>The principal leader may sign their own draft only with grounds.</summary>
    OverrideNeedsGrounds,

    /// <summary>level, roles: someone higher signs this level.</summary>
    NotYourLevel,

    // After the answer

    /// <summary>Nothing differs from the record.</summary>
    NothingToCorrect,

    /// <summary>Nothing waits for a second person.</summary>
    NothingPending,

    /// <summary>The case is open and not overdue.</summary>
    NotOverdue,

    /// <summary>A lawsuit after reconsideration follows a decided reconsideration; a direct one does not.</summary>
    NotTheRoute,

    /// <summary>No such remedy is pending.</summary>
    NoPendingRemedy,

    /// <summary>Only a corrected result orders a decision anew.</summary>
    NotOrdered,

    /// <summary>A decision anew is being made already.</summary>
    AlreadyRedeciding,
}
