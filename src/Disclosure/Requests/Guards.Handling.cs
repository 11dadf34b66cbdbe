namespace Disclosure.Requests;

/// <summary>Consultation, extension and fee.</summary>
internal static partial class Guards
{
    public static Refusal? NextConsultation(Attempt attempt)
    {
        var next = attempt.Case.Consultations.Count + 1;
        int? given = attempt.Move switch { CaseMove.ConsultThirdParty ask => ask.Consultation, CaseMove.ConsultAgency ask => ask.Consultation, _ => null };
        return given is not null && given != next ? new(RefusalKind.NumberNotNext, ("expected", next)) : null;
    }

    public static Refusal? ConsultationUndelivered(Attempt attempt)
    {
        if (attempt.Move is CaseMove.ConsultDelivered { Consultation: var number } && Open(attempt).Any(one => one.Number == number && one.DeliveredOn is not null))
            return new(RefusalKind.AlreadyDelivered);
        return Held(attempt, (attempt.Move as CaseMove.ConsultDelivered)?.Consultation, one => one.DeliveredOn is null);
    }

    public static Refusal? ConsultationOpen(Attempt attempt) => Held(attempt, (attempt.Move as CaseMove.ConsultReturned)?.Consultation, _ => true);

    /// <summary>15 working days from the day the other side had the letter (Art. 32, 34).</summary>
    public static Refusal? ConsultationPeriodOver(Attempt attempt)
    {
        bool Over(Consultation one) => one.DeliveredOn is { } delivered && attempt.On > LegalTimers.ThirdPartyBy(delivered, attempt.Rules.Calendar).Day;
        var number = (attempt.Move as CaseMove.ConsultSilent)?.Consultation;
        return Held(attempt, number, Over) is null
            ? null
            : Open(attempt).FirstOrDefault(one => number is null || one.Number == number) switch
            {
                null => new(RefusalKind.NoOpenConsultation),
                { DeliveredOn: null } => new(RefusalKind.NotDelivered),
                { DeliveredOn: { } delivered } => new(RefusalKind.PeriodRunning, ("by", LegalTimers.ThirdPartyBy(delivered, attempt.Rules.Calendar).Day)),
            };
    }

    private static IEnumerable<Consultation> Open(Attempt attempt) => attempt.Case.Consultations.Where(one => one.IsOpen);

    private static Refusal? Held(Attempt attempt, int? number, Func<Consultation, bool> fits) =>
        Open(attempt).Any(one => (number is null || one.Number == number) && fits(one)) ? null : new(RefusalKind.NoOpenConsultation);

    public static Refusal? FirstExtension(Attempt attempt) => attempt.Case.Extension is null ? null : new(RefusalKind.AlreadyExtended);

    /// <summary>On the last day it is still in time.</summary>
    public static Refusal? BeforeDeadline(Attempt attempt) =>
        attempt.Deadline.AnswerBy is { } due && attempt.On > due ? new(RefusalKind.AfterDeadline, ("due", due)) : null;

    public static Refusal? OneToTwentyDays(Attempt attempt) => Of<CaseMove.RequestExtension>(attempt, ask => Within("WorkingDays", ask.WorkingDays, 1, 20));

    public static Refusal? ExtensionAsked(Attempt attempt) => attempt.Case.Extension switch
    {
        null => new(RefusalKind.NoExtension),
        { NotifiedOn: not null } or { ApprovedBy: not null } => new(RefusalKind.ExtensionAlreadyApproved),
        _ => null,
    };

    public static Refusal? NotTheRequester(Attempt attempt) => attempt.Case.Extension?.AskedBy == attempt.By.Id ? new(RefusalKind.SamePerson) : null;

    public static Refusal? ExtensionApproved(Attempt attempt) => attempt.Case.Extension switch
    {
        null => new(RefusalKind.NoExtension),
        { NotifiedOn: not null } => new(RefusalKind.AlreadyExtended),
        { ApprovedBy: null } => new(RefusalKind.ExtensionNotApproved),
        _ => null,
    };

    public static Refusal? FirstFee(Attempt attempt) => attempt.Case.Fee is null ? null : new(RefusalKind.FeeAlreadyIssued);

    public static Refusal? SomethingToPay(Attempt attempt) => Of<CaseMove.IssueFeeNotice>(attempt, fee =>
    {
        if (fee.Yuan <= 0)
            return new(RefusalKind.TooSmall, ("fact", "Yuan"), ("from", 0.01m));
        return fee.DeliveredOn is { } delivered && delivered != attempt.On ? new(RefusalKind.DayTooEarly, ("earliest", attempt.On)) : null;
    });

    public static Refusal? FeeUndelivered(Attempt attempt) => attempt.Case.Fee!.DeliveredOn is null ? null : new(RefusalKind.AlreadyDelivered);

    public static Refusal? SumAsked(Attempt attempt) => Of<CaseMove.RecordPayment>(attempt, payment =>
        payment.Yuan == attempt.Case.Fee!.Yuan ? null : new(RefusalKind.NotTheSumAsked, ("yuan", attempt.Case.Fee.Yuan)));

    public static Refusal? FeePeriodOver(Attempt attempt) => attempt.Case.Fee!.DeliveredOn is { } delivered
        ? StillRunning(attempt, LegalTimers.FeeBy(delivered, attempt.Rules.Calendar).Day)
        : new(RefusalKind.NotDelivered);

    private static Refusal? Within(string fact, int number, int from, int to) =>
        number >= from && number <= to ? null : new(RefusalKind.OutOfBounds, ("fact", fact), ("from", from), ("to", to));
}
