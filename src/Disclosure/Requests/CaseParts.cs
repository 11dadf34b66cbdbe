namespace Disclosure.Requests;

/// <summary>The one round of correction (Art. 30).</summary>
/// <param name="By">The day given to the applicant.</param>
/// <param name="NoticeLate">补正超期: asked after the seventh working day, by the head and for a reason.</param>
public sealed record CorrectionRound(DateOnly AskedOn, DateOnly By, bool NoticeLate, DateOnly? ReceivedOn);

/// <summary>Reasons asked for an excessive number of requests (Art. 35).</summary>
public sealed record ReasonsRound(int RequestsInPeriod, DateOnly AskedOn, DateOnly By, DateOnly? EndedOn);

/// <summary>延期: it counts only once told (Art. 33).</summary>
public sealed record Extension(int WorkingDays, string AskedBy, string? ApprovedBy, DateOnly? NotifiedOn);

/// <summary>信息处理费 of the case (国办函〔2020〕109号).</summary>
/// <param name="DeliveredOn">When the applicant had the notice; until that is known nobody can be late with paying.</param>
/// <param name="SettledOn">Paid or waived.</param>
public sealed record FeeNotice(FeeBasis Basis, decimal Yuan, DateOnly IssuedOn, DateOnly? DeliveredOn, DateOnly? SettledOn, bool Waived);

/// <summary>A move one person has made and a second one must agree to.</summary>
public sealed record PendingMove(CaseMove Move, Actor By, DateOnly On);

/// <summary>更正 of the record: what stood there and what stands there now.</summary>
public sealed record RecordCorrection(Outcome OutcomeWas, Outcome Outcome, ApplicantKind ApplicantWas, ApplicantKind Applicant, string AskedBy, string AgreedBy, DateOnly On);
