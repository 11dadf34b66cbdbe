namespace Disclosure.Requests;

/// <summary>A reconsideration or lawsuit over a request, as table four counts it (Art. 50(3)).</summary>
/// <param name="Remedy">Its number within the case, from 1.</param>
/// <param name="OpenedOn">The day the office received the copy.</param>
/// <param name="Result">Null while it is pending (尚未审结).</param>
/// <param name="DecidedOn">The day of the result: its year counts it. Null exactly when <paramref name="Result"/> is.</param>
public sealed record CountedRemedy(CaseId Case, int Remedy, RemedyRoute Route, DateOnly OpenedOn, RemedyResult? Result, DateOnly? DecidedOn);
