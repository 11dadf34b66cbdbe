namespace Disclosure.Requests;

/// <summary>A reconsideration or lawsuit over a case (Art. 51); it feeds table four and nothing else.</summary>
/// <param name="Number">Within the case, from 1.</param>
/// <param name="CopyReceivedOn">The day the office received the copy: its terms for replying run from it.</param>
/// <param name="OrderedAnew">责令重作: its order has been taken up.</param>
public sealed record RemedyCase(int Number, RemedyRoute Route, string Organ, DateOnly CopyReceivedOn, RemedyResult? Result, DateOnly? DecidedOn, bool OrderedAnew = false);

/// <summary>
/// 责令重作: a decision made anew by the term that a review organ or court set. It runs through drafting, secrecy review and sign-off like
/// the first; table three keeps the first result.
/// </summary>
/// <param name="Remedy">Which remedy ordered it.</param>
/// <param name="Outcome">The new result; null until it is sent.</param>
public sealed record Redecision(int Remedy, DateOnly OrderedOn, DateOnly AnswerBy, Outcome? Outcome, DateOnly? DecidedOn)
{
    public bool IsOpen => Outcome is null;
}
