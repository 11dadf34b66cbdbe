using System.Collections.Immutable;
using Disclosure.Agencies;

namespace Disclosure.Requests;

/// <summary>
/// 申请件: one matter of one applicant, from submission to the archive (Art. 45), as the fold of its <see cref="LedgerEntry"/> lines.
/// Immutable; whether a move is lawful is asked of <see cref="Moves"/>, never of the fold.
/// </summary>
/// <remarks>
/// Folding never refuses: an entry was lawful when it was made, and a record taken over from elsewhere or made under an older rule must
/// stay readable. What can be derived (deadline, overdue, counts) is computed when asked for and stored nowhere.
/// </remarks>
public sealed partial record RequestCase
{
    private RequestCase(CaseId id, AgencyCode agency, Application application, Channel channel, DateOnly arrivedOn) =>
        (Id, Agency, Application, Channel, ArrivedOn) = (id, agency, application, channel, arrivedOn);

    public CaseId Id { get; }

    public AgencyCode Agency { get; }

    /// <summary>How many entries it is the fold of.</summary>
    public int Entries { get; private set; }

    public CaseState State { get; private init; }

    /// <summary>Null until it is registered.</summary>
    public RequestNumber? Number { get; private init; }

    /// <summary>As it stands now; what a correction changed is told by <see cref="Corrected"/>.</summary>
    public Application Application { get; private init; }

    /// <summary>The applicant's correction, which is read together with what was wanted first (Art. 30).</summary>
    public PersonalText? Corrected { get; private init; }

    public Channel Channel { get; }

    /// <summary>演练: in no count.</summary>
    public bool IsRehearsal { get; private init; }

    /// <summary>Who submitted it themselves; null when the office registered it.</summary>
    public string? Submitter { get; private init; }

    public DateTimeOffset FirstRecordedAt { get; private init; }

    /// <summary>The day it reached the office, for the prudent date.</summary>
    public DateOnly ArrivedOn { get; private init; }

    /// <summary>收到申请之日 (Art. 31); null until both sides have confirmed.</summary>
    public DateOnly? ReceivedOn { get; private init; }

    public DateOnly? RegisteredOn { get; private init; }

    /// <summary>The day of the latest entry: no later one may take effect before it.</summary>
    public DateOnly LastOn { get; private set; }

    /// <summary>Whether anyone of the office has acted on it.</summary>
    public bool IsOpenedByStaff { get; private set; }

    public int UnreachableAttempts { get; private init; }

    public string? Assignee { get; private init; }

    /// <summary>The office that searches and processes.</summary>
    public string? Office { get; private init; }

    public CorrectionRound? Correction { get; private init; }

    public ReasonsRound? Reasons { get; private init; }

    public ImmutableList<Consultation> Consultations { get; private init; } = [];

    public Extension? Extension { get; private init; }

    public FeeNotice? Fee { get; private init; }

    public AnswerDraft? Draft { get; private init; }

    /// <summary>Why open consultations were not waited for; null when none was.</summary>
    public PersonalText? HoldsWaived { get; private init; }

    /// <summary>The answers that went out: one, and one more for each decision anew.</summary>
    public ImmutableList<Delivery> Deliveries { get; private init; } = [];

    public Delivery? Delivery => Deliveries.IsEmpty ? null : Deliveries[^1];

    /// <summary>An attempt to send that is not known to have arrived, or failed; null after the next attempt.</summary>
    public string? UndeliveredLetter { get; private init; }

    /// <summary>The row of table three, as corrected; null while it is open.</summary>
    public Outcome? Outcome { get; private init; }

    public OutcomeFacts? OutcomeFacts { get; private init; }

    /// <summary>The day of the answer, the withdrawal or the lapse.</summary>
    public DateOnly? DecidedOn { get; private init; }

    /// <summary>What a second person has still to agree to.</summary>
    public PendingMove? Pending { get; private set; }

    public ImmutableList<RecordCorrection> Corrections { get; private init; } = [];

    public ImmutableList<RemedyCase> Remedies { get; private init; } = [];

    /// <summary>The last decision anew that was ordered.</summary>
    public Redecision? Redecision { get; private init; }

    /// <summary>The case this one was split from.</summary>
    public CaseId? Parent { get; private init; }

    public ImmutableList<SplitPart> Children { get; private init; } = [];

    /// <summary>Split off and taken back again: its number stays used and is counted nowhere.</summary>
    public bool IsTakenBack { get; private init; }

    /// <summary>What happened to the clock, in order; <see cref="ClockFactsBy"/> reads it by the office's rules.</summary>
    private ImmutableList<ClockFact> Clock { get; init; } = [];

    public bool IsOpen => CaseStates.IsOpen(State);

    /// <summary>A decision anew is being made; table three already has its result.</summary>
    public bool IsRedeciding => Redecision is { IsOpen: true };

    public bool IsConsulting => Consultations.Exists(consultation => consultation.IsOpen);

    /// <summary>A day was set by a review organ or court.</summary>
    public bool HasTerm => Clock.Exists(fact => fact is ClockFact.SetBy);

    /// <summary>As table three counts it; null when it counts nowhere (never registered, a rehearsal, taken back).</summary>
    public CountedCase? Counted => Number is { } number && ReceivedOn is { } received && !IsRehearsal && !IsTakenBack
        ? new(Id, number, Application.Kind, received, Outcome, DecidedOn)
        : null;

    /// <summary>As table four counts them; none of a rehearsal.</summary>
    public IReadOnlyList<CountedRemedy> CountedRemedies => IsRehearsal
        ? []
        : [.. Remedies.Select(remedy => new CountedRemedy(Id, remedy.Number, remedy.Route, remedy.CopyReceivedOn, remedy.Result, remedy.DecidedOn))];

    /// <summary>The facts of the clock by the office's reading of the law; none before registration.</summary>
    public IReadOnlyList<ClockFact> ClockFactsBy(DeskRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var facts = Clock;
        foreach (var posted in Deliveries.Where(one => one.Route is DeliveryRoute.Posted && rules.PostEndsOnArrivalFrom <= one.SentOn))
        {
            ClockFact sent = new ClockFact.End(posted.SentOn);
            facts = posted.ArrivedOn is { } arrived ? facts.Replace(sent, new ClockFact.End(arrived)) : facts.Remove(sent);
        }

        return Reasons is { } reasons && rules.ReasonsStopClockFrom <= reasons.AskedOn
            ? facts.Insert(1, new ClockFact.Exclude(0, ConsultationKind.Applicant, reasons.AskedOn, null, reasons.EndedOn))
            : facts;
    }

    /// <summary>Where the clock stands on a day; null before registration and for what is no application.</summary>
    public Deadline? DeadlineOn(DateOnly day, DeskRules rules) =>
        Clock.IsEmpty ? null : DeadlineClock.Run(ClockFactsBy(rules), rules.Deadlines, day);

    /// <summary>Which remedies the answer must name (Art. 51); null while there is no result.</summary>
    public RemedyClause? RemedyClauseBy(DeskRules rules) => Outcome is not { } outcome
        ? null
        : State is CaseState.Withdrawn
            ? RemedyClause.None
            : RemedyClause.For(outcome, OutcomeFacts?.PartGrounds, DecidedOn!.Value, Delivery?.Route ?? DeliveryRoute.Handed, rules.Remedies);

    /// <summary>When the office must reply to the review organ or the court; of a reconsideration by the simple procedure, which disclosure cases may take (行政复议法 Art. 53) and which ends first.</summary>
    public static DateOnly ReplyBy(RemedyCase remedy, DeskRules rules) => remedy.Route is RemedyRoute.Reconsideration
        ? LegalTimers.RemedyReplyBy(remedy.CopyReceivedOn, rules.Deadlines).Day
        : LegalTimers.DefenceBy(remedy.CopyReceivedOn, rules.Deadlines);
}
