namespace Disclosure.Requests;

public sealed partial record RequestCase
{
    /// <summary>The birth of one matter of this case as a case of its own: it keeps the day of receipt, and what had happened to the clock.</summary>
    internal CaseMove.BornOfSplit ChildOf(SplitPart part)
    {
        var restart = Clock.FindLast(fact => fact is ClockFact.RestartByCorrection or ClockFact.RestartByFee);
        InheritedClock inherited = new(
            restart switch { ClockFact.RestartByCorrection by => by.On, ClockFact.RestartByFee by => by.On, _ => null },
            restart switch { ClockFact.RestartByCorrection => StopCause.Correction, ClockFact.RestartByFee => StopCause.Fee, _ => null },
            Extension?.NotifiedOn,
            Extension?.NotifiedOn is null ? 0 : Extension.WorkingDays);
        return new(Id, part, Agency, Application with { Wanted = part.Wanted }, Channel, ArrivedOn, ReceivedOn!.Value, IsRehearsal, inherited == new InheritedClock(null, null, null, 0) ? null : inherited);
    }

    private RequestCase Registered(RequestNumber number, DateOnly receivedOn, DateOnly registeredOn) => this with
    {
        State = CaseState.Registered,
        Number = number,
        ReceivedOn = receivedOn,
        RegisteredOn = registeredOn,
        Clock = [new ClockFact.Start(receivedOn, ArrivedOn)],
    };

    private RequestCase Inheriting(InheritedClock? inherited)
    {
        var child = this;
        if (inherited?.RestartedOn is { } restarted)
        {
            child = inherited.RestartedBy is StopCause.Fee
                ? child with { Clock = child.Clock.Add(new ClockFact.RestartByFee(restarted)) }
                : child with { Clock = child.Clock.Add(new ClockFact.RestartByCorrection(restarted)), Correction = new(restarted, restarted, false, restarted) };
        }

        return inherited?.ExtensionNotifiedOn is { } notified
            ? child with { Clock = child.Clock.Add(new ClockFact.Extend(notified, inherited.ExtensionDays)), Extension = new(inherited.ExtensionDays, "", "", notified) }
            : child;
    }

    private RequestCase ReceivedAnew(DateOnly receivedOn)
    {
        var arrived = receivedOn < ArrivedOn ? receivedOn : ArrivedOn;
        return this with { ReceivedOn = receivedOn, ArrivedOn = arrived, Clock = Clock.SetItem(0, new ClockFact.Start(receivedOn, arrived)) };
    }

    private RequestCase Consulting(int number, ConsultationKind kind, DateOnly on) => this with
    {
        Consultations = Consultations.Add(new(number, kind, on, null, null, null, null)),
        Clock = IsRedeciding ? Clock : Clock.Add(new ClockFact.Exclude(number, kind, on, null, null)),
    };

    private RequestCase Consulted(int number, Func<Consultation, Consultation> change)
    {
        var at = Consultations.FindIndex(one => one.Number == number);
        var now = change(Consultations[at]);
        var clock = Clock.FindIndex(fact => fact is ClockFact.Exclude exclude && exclude.Consultation == number);
        return this with
        {
            Consultations = Consultations.SetItem(at, now),
            Clock = clock < 0 ? Clock : Clock.SetItem(clock, new ClockFact.Exclude(number, now.Kind, now.SentOn, now.DeliveredOn, now.EndedOn, now.End is ConsultationEnd.Silent)),
        };
    }

    private RequestCase FeeSettled(DateOnly on, bool waived) => this with
    {
        State = CaseState.Processing,
        Fee = Fee! with { SettledOn = on, Waived = waived },
        Clock = Clock.Add(new ClockFact.RestartByFee(on)),
    };

    private RequestCase Drafted(CaseMove.DraftDecision draft, Actor by, DateOnly on)
    {
        var after = this;
        foreach (var open in Consultations.Where(one => one.IsOpen))
            after = after.Consulted(open.Number, was => was with { End = ConsultationEnd.Waived, EndedOn = on });
        return after with
        {
            State = CaseState.DecisionDrafted,
            HoldsWaived = draft.HoldsWaived ?? HoldsWaived,
            Draft = new(1, draft.Outcome, draft.Facts, State is CaseState.UnderReview, [by.Id], 0, null, []),
        };
    }

    private RequestCase Approved(Approval approval)
    {
        var draft = Draft! with { Approvals = Draft.Approvals.Add(approval) };
        return this with { Draft = draft, State = draft.IsSigned ? CaseState.Approved : CaseState.InApproval };
    }

    private RequestCase Sent(CaseMove.Send send, DateOnly on)
    {
        var sent = this with { Deliveries = Deliveries.Add(new(send.LetterNumber, send.Route, on, null)), UndeliveredLetter = null };
        return Redecision is { IsOpen: true } anew
            ? sent with { State = CaseState.Answered, Redecision = anew with { Outcome = Draft!.Outcome, DecidedOn = on }, Clock = Clock.Add(new ClockFact.End(on)) }
            : sent.Ended(CaseState.Answered, Draft!.Outcome, Draft.Facts, on);
    }

    private RequestCase Ended(CaseState state, Outcome outcome, OutcomeFacts? facts, DateOnly on) => this with
    {
        State = state,
        Outcome = outcome,
        OutcomeFacts = facts,
        DecidedOn = on,
        Clock = Clock.Add(new ClockFact.End(on)),
    };

    private RequestCase RecordCorrected(CaseMove.CorrectRecord correct, Actor by, Actor agreed, DateOnly on)
    {
        var (outcome, applicant) = (correct.Outcome ?? Outcome!.Value, correct.Applicant ?? Application.Kind);
        return this with
        {
            Outcome = outcome,
            OutcomeFacts = correct.Outcome is null ? OutcomeFacts : correct.Facts,
            Application = Application with { Kind = applicant },
            Corrections = Corrections.Add(new(Outcome!.Value, outcome, Application.Kind, applicant, by.Id, agreed.Id, on)),
        };
    }

    /// <summary>Unanswered, the case gets its term and goes on, and its answer is its first result; decided, it is decided anew.</summary>
    private RequestCase Redeciding(CaseMove.OpenRedecision order, DateOnly on)
    {
        var at = order.Remedy - 1;
        var termed = this with { Clock = Clock.Add(new ClockFact.SetBy(order.AnswerBy)), Remedies = Remedies.SetItem(at, Remedies[at] with { OrderedAnew = true }) };
        return Outcome is null
            ? termed
            : termed with { State = CaseState.Processing, Redecision = new(order.Remedy, on, order.AnswerBy, null, null), Draft = null };
    }
}
