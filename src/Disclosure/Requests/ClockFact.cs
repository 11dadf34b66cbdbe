namespace Disclosure.Requests;

/// <summary>
/// What a case says to the clock. Days are facts; the due day is always computed from them and the calendar (Art. 30–34).
/// </summary>
/// <remarks>The clock takes them in the order in which they happened; what stands before a restart belongs to the run before it.</remarks>
public abstract record ClockFact
{
    private ClockFact()
    {
    }

    /// <summary>Receipt: day 0 (Art. 31).</summary>
    /// <param name="SubmittedOn">The day it reached the office, for the prudent date.</param>
    public sealed record Start(DateOnly On, DateOnly SubmittedOn) : ClockFact;

    /// <summary>The correction arrived: 20 working days anew, day 0 (Art. 30). Earlier exclusions no longer count.</summary>
    public sealed record RestartByCorrection(DateOnly On) : ClockFact;

    /// <summary>A consultation went out; the days after it do not count until it ends (Art. 33).</summary>
    /// <param name="DeliveredOn">The day the letter was received; its 15 working days end the consultation by themselves (Art. 32, 34).</param>
    /// <param name="To">The day the opinion came or the 15 working days ended; null while it is open.</param>
    /// <param name="Silent">It ended without an opinion.</param>
    public sealed record Exclude(int Consultation, ConsultationKind Kind, DateOnly From, DateOnly? DeliveredOn, DateOnly? To, bool Silent = false) : ClockFact;

    /// <summary>The clock stands from the day after (correction asked, fee notice).</summary>
    public sealed record Stop(DateOnly On, StopCause Cause) : ClockFact;

    /// <summary>Paid or waived: 20 working days anew, day 0 (国办函〔2020〕109号).</summary>
    public sealed record RestartByFee(DateOnly On) : ClockFact;

    /// <summary>An extension that was approved and told (Art. 33).</summary>
    public sealed record Extend(DateOnly NotifiedOn, int WorkingDays) : ClockFact;

    /// <summary>合理延迟 (Art. 35): the day told to the applicant.</summary>
    public sealed record Postpone(DateOnly To) : ClockFact;

    /// <summary>A day set by a review organ or a court for deciding anew.</summary>
    public sealed record SetBy(DateOnly AnswerBy) : ClockFact;

    /// <summary>Answered, withdrawn or lapsed.</summary>
    public sealed record End(DateOnly On) : ClockFact;
}

public enum ConsultationKind
{
    /// <summary>第三方 (Art. 32): silence leaves the decision to the office.</summary>
    ThirdParty,

    /// <summary>共同制作机关 or another organ (Art. 34): silence is consent.</summary>
    CoAgency,

    /// <summary>No consultation: the applicant was asked for reasons (Art. 35), where the office's rule lets that time not count.</summary>
    Applicant,
}

public enum StopCause
{
    Correction,
    Fee,
}
