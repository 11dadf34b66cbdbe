using System.Diagnostics;
using System.Text.Json.Serialization;
using Disclosure.Requests;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="CaseMove"/>: one record per kind of move, told apart by <c>is</c>. The names are written for ever.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(StoredSubmit), "submit")]
[JsonDerivedType(typeof(StoredRecall), "recall")]
[JsonDerivedType(typeof(StoredConfirmRegister), "confirm-register")]
[JsonDerivedType(typeof(StoredRecordUnreachable), "record-unreachable")]
[JsonDerivedType(typeof(StoredAgreeNotApplication), "agree-not-application")]
[JsonDerivedType(typeof(StoredRegisterOnBehalf), "register-on-behalf")]
[JsonDerivedType(typeof(StoredAmendReceiptDate), "amend-receipt-date")]
[JsonDerivedType(typeof(StoredBeginReview), "begin-review")]
[JsonDerivedType(typeof(StoredRequestCorrection), "request-correction")]
[JsonDerivedType(typeof(StoredReceiveCorrection), "receive-correction")]
[JsonDerivedType(typeof(StoredLapseCorrection), "lapse-correction")]
[JsonDerivedType(typeof(StoredAskReasons), "ask-reasons")]
[JsonDerivedType(typeof(StoredReceiveReasons), "receive-reasons")]
[JsonDerivedType(typeof(StoredBeginProcessing), "begin-processing")]
[JsonDerivedType(typeof(StoredSplit), "split")]
[JsonDerivedType(typeof(StoredUndoSplit), "undo-split")]
[JsonDerivedType(typeof(StoredBornOfSplit), "born-of-split")]
[JsonDerivedType(typeof(StoredTakenBackBySplit), "taken-back-by-split")]
[JsonDerivedType(typeof(StoredConsultThirdParty), "consult-third-party")]
[JsonDerivedType(typeof(StoredConsultAgency), "consult-agency")]
[JsonDerivedType(typeof(StoredConsultDelivered), "consult-delivered")]
[JsonDerivedType(typeof(StoredConsultReturned), "consult-returned")]
[JsonDerivedType(typeof(StoredConsultSilent), "consult-silent")]
[JsonDerivedType(typeof(StoredRequestExtension), "request-extension")]
[JsonDerivedType(typeof(StoredApproveExtension), "approve-extension")]
[JsonDerivedType(typeof(StoredNotifyExtension), "notify-extension")]
[JsonDerivedType(typeof(StoredIssueFeeNotice), "issue-fee-notice")]
[JsonDerivedType(typeof(StoredRecordFeeDelivery), "record-fee-delivery")]
[JsonDerivedType(typeof(StoredRecordPayment), "record-payment")]
[JsonDerivedType(typeof(StoredWaiveFee), "waive-fee")]
[JsonDerivedType(typeof(StoredLapseFee), "lapse-fee")]
[JsonDerivedType(typeof(StoredDraftDecision), "draft-decision")]
[JsonDerivedType(typeof(StoredRedraft), "redraft")]
[JsonDerivedType(typeof(StoredSubmitSecrecy), "submit-secrecy")]
[JsonDerivedType(typeof(StoredSecrecyPass), "secrecy-pass")]
[JsonDerivedType(typeof(StoredSecrecyReturn), "secrecy-return")]
[JsonDerivedType(typeof(StoredApprove), "approve")]
[JsonDerivedType(typeof(StoredReturn), "return")]
[JsonDerivedType(typeof(StoredUnsign), "unsign")]
[JsonDerivedType(typeof(StoredSend), "send")]
[JsonDerivedType(typeof(StoredDeliveryUnknown), "delivery-unknown")]
[JsonDerivedType(typeof(StoredDeliveryFailed), "delivery-failed")]
[JsonDerivedType(typeof(StoredRecordDelivery), "record-delivery")]
[JsonDerivedType(typeof(StoredClose), "close")]
[JsonDerivedType(typeof(StoredArchive), "archive")]
[JsonDerivedType(typeof(StoredWithdraw), "withdraw")]
[JsonDerivedType(typeof(StoredCorrectRecord), "correct-record")]
[JsonDerivedType(typeof(StoredReassign), "reassign")]
[JsonDerivedType(typeof(StoredCountersign), "countersign")]
[JsonDerivedType(typeof(StoredDeclineToSign), "decline-to-sign")]
[JsonDerivedType(typeof(StoredOpenRemedy), "open-remedy")]
[JsonDerivedType(typeof(StoredDecideRemedy), "decide-remedy")]
[JsonDerivedType(typeof(StoredOpenRedecision), "open-redecision")]
internal abstract record StoredCaseMove
{
    /// <summary>The request number this move gives to the case it is made in; null when it gives none.</summary>
    [JsonIgnore]
    public virtual string? NumberTaken => null;

    public abstract CaseMove ToMove(TextPlace at);

    public static StoredCaseMove From(CaseMove move, TextPlace at) => move switch
    {
        CaseMove.Submit one => StoredSubmit.From(one, at),
        CaseMove.Recall => new StoredRecall(),
        CaseMove.ConfirmRegister one => StoredConfirmRegister.From(one, at),
        CaseMove.RecordUnreachable one => StoredRecordUnreachable.From(one, at),
        CaseMove.AgreeNotApplication one => StoredAgreeNotApplication.From(one, at),
        CaseMove.RegisterOnBehalf one => StoredRegisterOnBehalf.From(one, at),
        CaseMove.AmendReceiptDate one => StoredAmendReceiptDate.From(one, at),
        CaseMove.BeginReview one => new StoredBeginReview(one.Assignee),
        CaseMove.RequestCorrection one => StoredRequestCorrection.From(one, at),
        CaseMove.ReceiveCorrection one => StoredReceiveCorrection.From(one, at),
        CaseMove.LapseCorrection => new StoredLapseCorrection(),
        CaseMove.AskReasons one => StoredAskReasons.From(one),
        CaseMove.ReceiveReasons one => StoredReceiveReasons.From(one, at),
        CaseMove.BeginProcessing one => new StoredBeginProcessing(one.Office),
        CaseMove.Split one => StoredSplit.From(one, at),
        CaseMove.UndoSplit => new StoredUndoSplit(),
        CaseMove.BornOfSplit one => StoredBornOfSplit.From(one, at),
        CaseMove.TakenBackBySplit => new StoredTakenBackBySplit(),
        CaseMove.ConsultThirdParty one => StoredConsultThirdParty.From(one, at),
        CaseMove.ConsultAgency one => new StoredConsultAgency(one.Consultation, one.OtherAgency, one.LetterNumber),
        CaseMove.ConsultDelivered one => new StoredConsultDelivered(one.Consultation),
        CaseMove.ConsultReturned one => StoredConsultReturned.From(one, at),
        CaseMove.ConsultSilent one => new StoredConsultSilent(one.Consultation),
        CaseMove.RequestExtension one => StoredRequestExtension.From(one, at),
        CaseMove.ApproveExtension => new StoredApproveExtension(),
        CaseMove.NotifyExtension one => new StoredNotifyExtension(one.LetterNumber),
        CaseMove.IssueFeeNotice one => StoredIssueFeeNotice.From(one),
        CaseMove.RecordFeeDelivery one => new StoredRecordFeeDelivery(one.Evidence),
        CaseMove.RecordPayment one => new StoredRecordPayment(StoredText.Of(one.Yuan), one.Receipt),
        CaseMove.WaiveFee one => StoredWaiveFee.From(one, at),
        CaseMove.LapseFee => new StoredLapseFee(),
        CaseMove.DraftDecision one => StoredDraftDecision.From(one, at),
        CaseMove.Redraft one => StoredRedraft.From(one, at),
        CaseMove.SubmitSecrecy one => new StoredSubmitSecrecy(one.LevelsRequired),
        CaseMove.SecrecyPass => new StoredSecrecyPass(),
        CaseMove.SecrecyReturn one => StoredSecrecyReturn.From(one, at),
        CaseMove.Approve one => StoredApprove.From(one, at),
        CaseMove.Return one => StoredReturn.From(one, at),
        CaseMove.Unsign one => StoredUnsign.From(one, at),
        CaseMove.Send one => StoredSend.From(one),
        CaseMove.DeliveryUnknown one => new StoredDeliveryUnknown(one.LetterNumber),
        CaseMove.DeliveryFailed one => new StoredDeliveryFailed(one.LetterNumber),
        CaseMove.RecordDelivery one => new StoredRecordDelivery(one.Evidence),
        CaseMove.Close => new StoredClose(),
        CaseMove.Archive => new StoredArchive(),
        CaseMove.Withdraw one => StoredWithdraw.From(one, at),
        CaseMove.CorrectRecord one => StoredCorrectRecord.From(one, at),
        CaseMove.Reassign one => new StoredReassign(one.Assignee),
        CaseMove.Countersign => new StoredCountersign(),
        CaseMove.DeclineToSign one => StoredDeclineToSign.From(one, at),
        CaseMove.OpenRemedy one => StoredOpenRemedy.From(one),
        CaseMove.DecideRemedy one => StoredDecideRemedy.From(one),
        CaseMove.OpenRedecision one => StoredOpenRedecision.From(one),
        _ => throw new UnreachableException(),
    };
}
