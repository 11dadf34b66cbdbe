using Disclosure.Requests;

namespace Disclosure.Records.Stored;

internal sealed record StoredBeginReview(string Assignee) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.BeginReview(Assignee);
}

internal sealed record StoredRequestCorrection(string What, string By, string LetterNumber, string? LateReason = null) : StoredCaseMove
{
    public static StoredRequestCorrection From(CaseMove.RequestCorrection one, TextPlace at) =>
        new(at.Close("what", one.What), StoredText.Of(one.By), one.LetterNumber, at.Close("lateReason", one.LateReason));

    public override CaseMove ToMove(TextPlace at) =>
        new CaseMove.RequestCorrection(at.Open("what", What), StoredText.Day(By), LetterNumber, at.OpenOrNone("lateReason", LateReason));
}

internal sealed record StoredReceiveCorrection(string Corrected) : StoredCaseMove
{
    public static StoredReceiveCorrection From(CaseMove.ReceiveCorrection one, TextPlace at) => new(at.Close("corrected", one.Corrected));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.ReceiveCorrection(at.Open("corrected", Corrected));
}

internal sealed record StoredLapseCorrection : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.LapseCorrection();
}

internal sealed record StoredAskReasons(int RequestsInPeriod, string By, string LetterNumber) : StoredCaseMove
{
    public static StoredAskReasons From(CaseMove.AskReasons one) => new(one.RequestsInPeriod, StoredText.Of(one.By), one.LetterNumber);

    public override CaseMove ToMove(TextPlace at) => new CaseMove.AskReasons(RequestsInPeriod, StoredText.Day(By), LetterNumber);
}

internal sealed record StoredReceiveReasons(string? Reasons = null, string? PostponedTo = null) : StoredCaseMove
{
    public static StoredReceiveReasons From(CaseMove.ReceiveReasons one, TextPlace at) => new(at.Close("reasons", one.Reasons), StoredText.Of(one.PostponedTo));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.ReceiveReasons(at.OpenOrNone("reasons", Reasons), StoredText.DayOrNone(PostponedTo));
}

internal sealed record StoredBeginProcessing(string Office) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.BeginProcessing(Office);
}

internal sealed record StoredConsultThirdParty(int Consultation, string ThirdParty, string LetterNumber) : StoredCaseMove
{
    public static StoredConsultThirdParty From(CaseMove.ConsultThirdParty one, TextPlace at) => new(one.Consultation, at.Close("thirdParty", one.ThirdParty), one.LetterNumber);

    public override CaseMove ToMove(TextPlace at) => new CaseMove.ConsultThirdParty(Consultation, at.Open("thirdParty", ThirdParty), LetterNumber);
}

internal sealed record StoredConsultAgency(int Consultation, string OtherAgency, string LetterNumber) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.ConsultAgency(Consultation, OtherAgency, LetterNumber);
}

internal sealed record StoredConsultDelivered(int Consultation) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.ConsultDelivered(Consultation);
}

internal sealed record StoredConsultReturned(int Consultation, bool Agrees, string Opinion) : StoredCaseMove
{
    public static StoredConsultReturned From(CaseMove.ConsultReturned one, TextPlace at) => new(one.Consultation, one.Agrees, at.Close("opinion", one.Opinion));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.ConsultReturned(Consultation, Agrees, at.Open("opinion", Opinion));
}

internal sealed record StoredConsultSilent(int Consultation) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.ConsultSilent(Consultation);
}

internal sealed record StoredRequestExtension(int WorkingDays, string Grounds) : StoredCaseMove
{
    public static StoredRequestExtension From(CaseMove.RequestExtension one, TextPlace at) => new(one.WorkingDays, at.Close("grounds", one.Grounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.RequestExtension(WorkingDays, at.Open("grounds", Grounds));
}

internal sealed record StoredApproveExtension : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.ApproveExtension();
}

internal sealed record StoredNotifyExtension(string LetterNumber) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.NotifyExtension(LetterNumber);
}

internal sealed record StoredIssueFeeNotice(string Basis, string Yuan, string LetterNumber, string? DeliveredOn = null) : StoredCaseMove
{
    public static StoredIssueFeeNotice From(CaseMove.IssueFeeNotice one) => new(StoredText.Of(one.Basis), StoredText.Of(one.Yuan), one.LetterNumber, StoredText.Of(one.DeliveredOn));

    public override CaseMove ToMove(TextPlace at) =>
        new CaseMove.IssueFeeNotice(StoredText.Name<FeeBasis>(Basis), StoredText.Number(Yuan), LetterNumber, StoredText.DayOrNone(DeliveredOn));
}

internal sealed record StoredRecordFeeDelivery(string Evidence) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.RecordFeeDelivery(Evidence);
}

internal sealed record StoredRecordPayment(string Yuan, string Receipt) : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.RecordPayment(StoredText.Number(Yuan), Receipt);
}

internal sealed record StoredWaiveFee(string Grounds) : StoredCaseMove
{
    public static StoredWaiveFee From(CaseMove.WaiveFee one, TextPlace at) => new(at.Close("grounds", one.Grounds));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.WaiveFee(at.Open("grounds", Grounds));
}

internal sealed record StoredLapseFee : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.LapseFee();
}
