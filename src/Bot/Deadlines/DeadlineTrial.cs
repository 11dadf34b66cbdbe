using Disclosure.Requests;
using Disclosure.Time;

namespace Disclosure.Bot.Deadlines;

/// <summary>A trial of one request's limits (期限试算): what was asked, and what the clock says.</summary>
/// <param name="Channel">How it came in, when that was said.</param>
/// <param name="Facts">What happened, in order.</param>
/// <param name="Timers">The limits beside the answer's that these events start.</param>
internal sealed record DeadlineTrial(ClockFact.Start Start, Channel? Channel, DateOnly Today, IReadOnlyList<ClockFact> Facts, DeadlineRules Rules, Deadline Deadline, IReadOnlyList<TrialTimer> Timers)
{
    public static DeadlineTrial Of(ClockFact.Start start, Channel? channel, IReadOnlyList<DeadlineEvent> events, DeadlineRules rules, DateOnly today)
    {
        IReadOnlyList<ClockFact> facts = [start, .. events.SelectMany(one => one.Facts)];
        return new(start, channel, today, facts, rules, DeadlineClock.Run(facts, rules, today), rules.AnswerDays == DeadlineRules.LegalAnswerDays ? [.. TimersOf(start, events, facts, rules.Calendar)] : []);
    }

    /// <summary>Whether the limit tried is the answer's own (Art. 33), and not another number of working days.</summary>
    public bool IsAnswer => Rules.AnswerDays == DeadlineRules.LegalAnswerDays;

    /// <summary>What the clock waits for, where it stands.</summary>
    public StopCause? Awaited => Deadline.Standing is ClockStanding.Stopped ? Facts.OfType<ClockFact.Stop>().Last().Cause : null;

    /// <summary>The years counted through whose national notice is not known.</summary>
    public IReadOnlyList<int> YearsWithoutNotice => Years(year => Rules.Calendar.In(year) is null);

    /// <summary>The years counted through whose festivals of the region are not known.</summary>
    public IReadOnlyList<int> YearsWithoutFestivals => Years(year => Rules.Region is { } region && region.In(year) is null);

    /// <summary>Working days between today and a day, whichever comes first.</summary>
    public int WorkingDaysTo(DateOnly day) => (day >= Today ? Rules.Calendar.Between(Today, day) : Rules.Calendar.Between(day, Today)).Days;

    private int[] Years(Func<int, bool> which) => [.. Deadline.Lines.Where(line => line.Why is not (ClockDay.Start or ClockDay.SetDay)).Select(line => line.Day.Year).Distinct().Where(which).Order()];

    private static IEnumerable<TrialTimer> TimersOf(ClockFact.Start start, IReadOnlyList<DeadlineEvent> events, IReadOnlyList<ClockFact> facts, WorkingCalendar calendar)
    {
        if (facts.Any(fact => fact is ClockFact.End or ClockFact.SetBy))
            yield break;
        if (!facts.Any(fact => fact is ClockFact.Stop { Cause: StopCause.Correction }))
            yield return new(TimerKind.CorrectionNoticeBy, null, LegalTimers.CorrectionNoticeBy(start.On, calendar), LegalBasis.Art30);
        foreach (var open in facts.OfType<ClockFact.Exclude>().Where(hold => hold.To is null))
        {
            yield return open.Kind is ConsultationKind.ThirdParty
                ? new(TimerKind.ThirdPartyBy, open.Consultation, open.DeliveredOn is { } delivered ? LegalTimers.ThirdPartyBy(delivered, calendar) : null, LegalBasis.Art32)
                : new(TimerKind.CoAgencyBy, open.Consultation, open.DeliveredOn is { } received ? LegalTimers.CoAgencyBy(received, calendar) : null, LegalBasis.Art34);
        }

        if (facts[^1] is ClockFact.Stop { Cause: StopCause.Fee })
            yield return new(TimerKind.FeeBy, null, events[^1].FeeNoticeDeliveredOn is { } notice ? LegalTimers.FeeBy(notice, calendar) : null, LegalBasis.FeeMeasures);
    }
}

/// <summary>One limit beside the answer's.</summary>
/// <param name="By">Null while the day it starts from was not given.</param>
internal sealed record TrialTimer(TimerKind Kind, int? Consultation, CountedDay? By, LegalBasis Basis);

internal enum TimerKind
{
    CorrectionNoticeBy,
    ThirdPartyBy,
    CoAgencyBy,
    FeeBy,
}
