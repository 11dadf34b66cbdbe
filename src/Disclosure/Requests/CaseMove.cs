using Disclosure.Agencies;

namespace Disclosure.Requests;

/// <summary>
/// Everything that can be done to a request, with the facts each move brings: asked for as a command, kept as the fact of a
/// <see cref="LedgerEntry"/> when it was lawful. Who may make which move from which state stands in <c>Moves</c>.
/// </summary>
/// <remarks>One family for commands and facts: a fact is a command that was accepted, so nothing is said twice and nothing gets lost between.</remarks>
public abstract record CaseMove
{
    private CaseMove()
    {
    }

    // Coming in

    /// <summary>T4 提交: stored under a provisional number; no clock yet.</summary>
    /// <param name="Rehearsal">演练: a practice case, in no count.</param>
    public sealed record Submit(AgencyCode Agency, Application Application, Channel Channel, bool Rehearsal = false) : CaseMove;

    /// <summary>T5 收回修改, within 30 minutes and before staff opened it.</summary>
    public sealed record Recall : CaseMove;

    /// <summary>T6 确认登记: both sides have confirmed; the day is the move's own.</summary>
    /// <param name="Evidence">The applicant's confirmation: a message's id or a note of the call.</param>
    public sealed record ConfirmRegister(RequestNumber Number, PersonalText Evidence) : CaseMove;

    /// <summary>T7 联系不上.</summary>
    public sealed record RecordUnreachable(PersonalText Attempt) : CaseMove;

    /// <summary>T8 转其他渠道: the applicant agreed that it is not an application.</summary>
    public sealed record AgreeNotApplication(PersonalText Agreement) : CaseMove;

    /// <summary>T9 代为登记: it came by the counter, post, fax, website or telephone; <see cref="LedgerEntry.On"/> is the day of registration.</summary>
    /// <param name="ReceivedOn">The day of receipt by the channel's rule (Art. 31).</param>
    /// <param name="ArrivedOn">The day it reached the office, for the prudent date.</param>
    public sealed record RegisterOnBehalf(AgencyCode Agency, RequestNumber Number, Application Application, Channel Channel, DateOnly ArrivedOn, DateOnly ReceivedOn, bool Rehearsal = false) : CaseMove;

    /// <summary>T50 更正接收日.</summary>
    public sealed record AmendReceiptDate(DateOnly ReceivedOn, PersonalText Evidence) : CaseMove;

    // Review and correction

    /// <summary>T10 受理审查.</summary>
    public sealed record BeginReview(string Assignee) : CaseMove;

    /// <summary>T11 补正: tells once and completely what to correct and by when (Art. 30).</summary>
    public sealed record RequestCorrection(PersonalText What, DateOnly By, string LetterNumber, PersonalText? LateReason = null) : CaseMove;

    /// <summary>T12 补正收到: the clock starts anew.</summary>
    public sealed record ReceiveCorrection(PersonalText Corrected) : CaseMove;

    /// <summary>T13 逾期不补正; row （六）1.</summary>
    public sealed record LapseCorrection : CaseMove;

    /// <summary>T15 要求说明理由 (Art. 35).</summary>
    /// <param name="RequestsInPeriod">How many requests the applicant made in the period.</param>
    public sealed record AskReasons(int RequestsInPeriod, DateOnly By, string LetterNumber) : CaseMove;

    /// <summary>T16 理由收到 or the period ended (null).</summary>
    /// <param name="PostponedTo">合理延迟: the reasonable later date that was told, when the reasons are good but the limit cannot be kept.</param>
    public sealed record ReceiveReasons(PersonalText? Reasons, DateOnly? PostponedTo = null) : CaseMove;

    /// <summary>T18 转办理.</summary>
    public sealed record BeginProcessing(string Office) : CaseMove;

    /// <summary>T19 拆分: several matters become cases of their own; the children keep the day of receipt.</summary>
    public sealed record Split(IReadOnlyList<SplitPart> Parts) : CaseMove;

    /// <summary>T20 合并撤销: the children were untouched.</summary>
    public sealed record UndoSplit : CaseMove;

    /// <summary>The birth of a child of <see cref="Split"/>.</summary>
    /// <param name="Rehearsal">A practice case's children are practice cases.</param>
    /// <param name="Inherited">What had happened to the parent's clock; null when nothing had.</param>
    public sealed record BornOfSplit(CaseId Parent, SplitPart Part, AgencyCode Agency, Application Application, Channel Channel, DateOnly ArrivedOn, DateOnly ReceivedOn, bool Rehearsal = false, InheritedClock? Inherited = null) : CaseMove;

    /// <summary>A child taken back by <see cref="UndoSplit"/>; not counted from then on.</summary>
    public sealed record TakenBackBySplit : CaseMove;

    // Consultation: its time does not count (Art. 33)

    /// <summary>T21 征求第三方意见, in writing (Art. 32).</summary>
    /// <param name="Consultation">Its number within the case, from 1.</param>
    public sealed record ConsultThirdParty(int Consultation, PersonalText ThirdParty, string LetterNumber) : CaseMove;

    /// <summary>T24 征求其他机关意见 (Art. 34).</summary>
    public sealed record ConsultAgency(int Consultation, string OtherAgency, string LetterNumber) : CaseMove;

    /// <summary>T22 the consulted party has the letter; its 15 working days start.</summary>
    public sealed record ConsultDelivered(int Consultation) : CaseMove;

    /// <summary>T23 答复.</summary>
    /// <param name="Agrees">Whether the party agrees to disclosure.</param>
    public sealed record ConsultReturned(int Consultation, bool Agrees, PersonalText Opinion) : CaseMove;

    /// <summary>T23 期满: 15 working days without an opinion; a co-maker's silence is consent (Art. 34), a third party's leaves it to the office (Art. 32).</summary>
    public sealed record ConsultSilent(int Consultation) : CaseMove;

    // Extension (Art. 33)

    /// <summary>T25 申请延期.</summary>
    public sealed record RequestExtension(int WorkingDays, PersonalText Grounds) : CaseMove;

    /// <summary>T26 批准延期, by the head of the disclosure office.</summary>
    public sealed record ApproveExtension : CaseMove;

    /// <summary>T27 延期告知: only from here does it count.</summary>
    public sealed record NotifyExtension(string LetterNumber) : CaseMove;

    // Fee (国办函〔2020〕109号)

    /// <summary>T28 收费通知: the clock stands from the day the head agreed.</summary>
    /// <param name="DeliveredOn">Set when it is handed over at once, on the day it takes effect; else <see cref="RecordFeeDelivery"/> says when it arrived.</param>
    public sealed record IssueFeeNotice(FeeBasis Basis, decimal Yuan, string LetterNumber, DateOnly? DeliveredOn = null) : CaseMove;

    /// <summary>T54 收费通知送达: the applicant has the notice; the 20 working days for paying start the day after.</summary>
    public sealed record RecordFeeDelivery(string Evidence) : CaseMove;

    /// <summary>T29 缴费: the clock starts anew the day after.</summary>
    public sealed record RecordPayment(decimal Yuan, string Receipt) : CaseMove;

    /// <summary>T29 减免.</summary>
    public sealed record WaiveFee(PersonalText Grounds) : CaseMove;

    /// <summary>T30 逾期未缴; row （六）2.</summary>
    public sealed record LapseFee : CaseMove;

    // Answer

    /// <summary>T14, T17, T31 拟答复: the row of table three with what it requires.</summary>
    /// <param name="HoldsWaived">Why an open consultation is not waited for.</param>
    public sealed record DraftDecision(Outcome Outcome, OutcomeFacts Facts, PersonalText? HoldsWaived = null) : CaseMove;

    /// <summary>T32 修改: what was approved is void.</summary>
    public sealed record Redraft(Outcome Outcome, OutcomeFacts Facts) : CaseMove;

    /// <summary>T33 送保密审查.</summary>
    /// <param name="LevelsRequired">审签级数, 1 to 3.</param>
    public sealed record SubmitSecrecy(int LevelsRequired) : CaseMove;

    /// <summary>T34 保密审查通过.</summary>
    public sealed record SecrecyPass : CaseMove;

    /// <summary>T35 保密审查退回.</summary>
    public sealed record SecrecyReturn(PersonalText Grounds) : CaseMove;

    /// <summary>T36 同意, one level of sign-off.</summary>
    /// <param name="OverrideGrounds">Why the principal leader signs a draft of their own; listed in the report's evidence.</param>
    public sealed record Approve(PersonalText? OverrideGrounds = null) : CaseMove;

    /// <summary>T37 审签退回.</summary>
    public sealed record Return(PersonalText Grounds) : CaseMove;

    /// <summary>T38 撤销签发, not yet sent.</summary>
    public sealed record Unsign(PersonalText Grounds) : CaseMove;

    /// <summary>T39 送达: dispatched on the move's day, which ends the clock.</summary>
    public sealed record Send(string LetterNumber, DeliveryRoute Route, string Evidence) : CaseMove;

    /// <summary>T40 送达不明: whether it arrived is not known; the clock runs.</summary>
    public sealed record DeliveryUnknown(string LetterNumber) : CaseMove;

    /// <summary>T40 送达失败; the clock runs.</summary>
    public sealed record DeliveryFailed(string LetterNumber) : CaseMove;

    /// <summary>T53 送达回证: on the move's day the answer was in the applicant's hands.</summary>
    public sealed record RecordDelivery(string Evidence) : CaseMove;

    /// <summary>T41 办结.</summary>
    public sealed record Close : CaseMove;

    /// <summary>T42 归档.</summary>
    public sealed record Archive : CaseMove;

    /// <summary>T43, T44 撤回.</summary>
    public sealed record Withdraw(PersonalText? Paper = null) : CaseMove;

    /// <summary>T45 更正: the outcome or the applicant's class was recorded wrongly; both values stay in the register.</summary>
    public sealed record CorrectRecord(Outcome? Outcome, OutcomeFacts? Facts, ApplicantKind? Applicant, PersonalText Grounds) : CaseMove;

    /// <summary>T49 改派 or 交接.</summary>
    public sealed record Reassign(string Assignee) : CaseMove;

    // The second of two people

    /// <summary>T51 同意: a lapse, a fee notice or a correction of the record, asked for by one person, takes effect; so does an applicant's correction.</summary>
    public sealed record Countersign : CaseMove;

    /// <summary>T52 不同意: what was asked for is dropped and stays in the register.</summary>
    public sealed record DeclineToSign(PersonalText Grounds) : CaseMove;

    // Remedies (table four)

    /// <summary>T46 收到复议、诉讼.</summary>
    /// <param name="Remedy">Its number within the case, from 1.</param>
    public sealed record OpenRemedy(int Remedy, RemedyRoute Route, string Organ, DateOnly CopyReceivedOn) : CaseMove;

    /// <summary>T47 结果.</summary>
    public sealed record DecideRemedy(int Remedy, RemedyResult Result) : CaseMove;

    /// <summary>T48 责令重作: a decision of its own with the term set by the review organ or court; table three stays.</summary>
    public sealed record OpenRedecision(int Remedy, DateOnly AnswerBy) : CaseMove;
}

/// <summary>One matter of a request that held several.</summary>
public sealed record SplitPart(CaseId Child, RequestNumber Number, PersonalText Wanted);

/// <summary>What had happened to the parent's clock before a split, and holds for each matter of the application.</summary>
/// <param name="RestartedOn">Day 0 anew, by a correction or a payment.</param>
/// <param name="RestartedBy">Which of the two; a corrected application is not corrected twice (Art. 30).</param>
/// <param name="ExtensionNotifiedOn">An extension that had been told.</param>
public sealed record InheritedClock(DateOnly? RestartedOn, StopCause? RestartedBy, DateOnly? ExtensionNotifiedOn, int ExtensionDays);

/// <summary>按件 or 按量; one per request, never both (国办函〔2020〕109号).</summary>
public enum FeeBasis
{
    /// <summary>按件, by the requests of one applicant in a calendar month.</summary>
    ByItem,

    /// <summary>按量, by pages.</summary>
    ByPage,
}

/// <summary>How an answer went out.</summary>
public enum DeliveryRoute
{
    /// <summary>当面.</summary>
    Handed,

    /// <summary>邮寄: the day of posting counts.</summary>
    Posted,

    /// <summary>互联网 (e-mail, website, chat).</summary>
    Online,

    /// <summary>传真.</summary>
    Faxed,
}

/// <summary>Which block of table four a remedy counts in.</summary>
public enum RemedyRoute
{
    /// <summary>行政复议.</summary>
    Reconsideration,

    /// <summary>未经复议直接起诉.</summary>
    DirectLitigation,

    /// <summary>复议后起诉.</summary>
    LitigationAfterReconsideration,
}

/// <summary>How a remedy ended, in table four's order; pending is the absence of a result.</summary>
public enum RemedyResult
{
    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正: annulled, changed, declared unlawful, ordered to act.</summary>
    Corrected,

    /// <summary>其他结果: withdrawn, rejected on form, ended, mediated.</summary>
    Other,
}
