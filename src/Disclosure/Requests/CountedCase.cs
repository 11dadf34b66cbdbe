namespace Disclosure.Requests;

/// <summary>A request as table three counts it (国办公开办函〔2021〕30号): one number of the register, one result.</summary>
/// <param name="ReceivedOn">The day of receipt (Art. 31), amendments included; its year is the year of 本年新收.</param>
/// <param name="Outcome">The row, as corrected; null while the request is open, however it is paused.</param>
/// <param name="DecidedOn">The day of the answer, the withdrawal or the lapse: its year is the year of the result. Null exactly when <paramref name="Outcome"/> is.</param>
/// <remarks>
/// A rehearsal, what the applicant agreed is no application, what was withdrawn before registration and a child that was taken back
/// have no such value at all, so no table can count them by forgetting a filter.
/// </remarks>
public sealed record CountedCase(CaseId Id, RequestNumber Number, ApplicantKind Applicant, DateOnly ReceivedOn, Outcome? Outcome, DateOnly? DecidedOn);
