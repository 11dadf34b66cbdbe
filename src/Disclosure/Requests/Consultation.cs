namespace Disclosure.Requests;

/// <summary>A consultation with a third party (Art. 32) or another organ (Art. 34); its time does not count (Art. 33).</summary>
/// <param name="Number">Within the case, from 1.</param>
/// <param name="DeliveredOn">The day the other side had the letter: day 0 of its 15 working days.</param>
/// <param name="End">How it ended; null while it is open.</param>
public sealed record Consultation(int Number, ConsultationKind Kind, DateOnly SentOn, DateOnly? DeliveredOn, ConsultationEnd? End, DateOnly? EndedOn, bool? Agrees)
{
    public bool IsOpen => End is null;
}

public enum ConsultationEnd
{
    /// <summary>答复.</summary>
    Returned,

    /// <summary>期满: 15 working days without an opinion.</summary>
    Silent,

    /// <summary>Not waited for: an answer was drafted without it, for a reason, and from then on its time counts.</summary>
    Waived,
}
