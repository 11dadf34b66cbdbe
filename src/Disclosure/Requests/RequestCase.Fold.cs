using System.Diagnostics;

namespace Disclosure.Requests;

public sealed partial record RequestCase
{
    /// <summary>The case of its entries.</summary>
    /// <exception cref="ArgumentException">No entries, or the first is not one that begins a case.</exception>
    public static RequestCase Fold(CaseId id, IEnumerable<LedgerEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        RequestCase? current = null;
        foreach (var entry in entries)
            current = current is null ? Begin(id, entry) : current.With(entry);
        return current ?? throw new ArgumentException($"The case {id} has no entries.", nameof(entries));
    }

    /// <summary>The case that a first entry begins.</summary>
    /// <exception cref="ArgumentException">The entry does not begin a case.</exception>
    public static RequestCase Begin(CaseId id, LedgerEntry first)
    {
        ArgumentNullException.ThrowIfNull(first);
        var begun = first.Move switch
        {
            CaseMove.Submit submit => new RequestCase(id, submit.Agency, submit.Application, submit.Channel, first.On)
            {
                State = CaseState.Submitted,
                IsRehearsal = submit.Rehearsal,
                Submitter = first.By.Id,
            },
            CaseMove.RegisterOnBehalf on => new RequestCase(id, on.Agency, on.Application, on.Channel, on.ArrivedOn)
            {
                IsRehearsal = on.Rehearsal,
                IsOpenedByStaff = true,
            }.Registered(on.Number, on.ReceivedOn, first.On),
            CaseMove.BornOfSplit born => new RequestCase(id, born.Agency, born.Application, born.Channel, born.ArrivedOn)
            {
                IsRehearsal = born.Rehearsal,
                IsOpenedByStaff = true,
                Parent = born.Parent,
            }.Registered(born.Part.Number, born.ReceivedOn, first.On).Inheriting(born.Inherited),
            _ => throw new ArgumentException($"{first.Move.GetType().Name} does not begin the case {id}.", nameof(first)),
        };
        return begun with { Entries = 1, FirstRecordedAt = first.RecordedAt, LastOn = first.On };
    }

    /// <summary>The case after one more entry.</summary>
    public RequestCase With(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var after = entry.Move switch
        {
            CaseMove.Countersign when Pending is { } pending => Took(pending.Move, pending.By, pending.Move is CaseMove.ReceiveCorrection ? pending.On : entry.On, entry.By) with { Pending = null },
            CaseMove.DeclineToSign => this with { Pending = null },
            var move when NeedsSecond(move, entry.By) => this with { Pending = new(move, entry.By, entry.On) },
            var move => Took(move, entry.By, entry.On, entry.By),
        };

        // One copy an entry, not two: a register of a million entries is replayed at every start.
        var next = ReferenceEquals(after, this) ? this with { } : after;
        next.Entries = Entries + 1;
        next.LastOn = entry.On > LastOn ? entry.On : LastOn;
        next.IsOpenedByStaff = IsOpenedByStaff || (entry.By.Roles & ~(Roles.Applicant | Roles.System)) != 0;
        next.Pending = next.State == State ? next.Pending : null;
        return next;
    }

    /// <summary>Whether a move only takes effect once a second person agrees (T12, T13, T28, T30, T45).</summary>
    internal static bool NeedsSecond(CaseMove move, Actor by) => move switch
    {
        CaseMove.LapseCorrection or CaseMove.LapseFee or CaseMove.IssueFeeNotice or CaseMove.CorrectRecord => true,
        CaseMove.ReceiveCorrection => !by.Is(Roles.Clerk | Roles.DisclosureHead),
        _ => false,
    };

    /// <param name="agreed">The second person of a move that needs two, else the same one.</param>
    private RequestCase Took(CaseMove move, Actor by, DateOnly on, Actor agreed) => move switch
    {
        CaseMove.Recall => this with { State = CaseState.Withdrawn },
        CaseMove.ConfirmRegister confirm => Registered(confirm.Number, on, on),
        CaseMove.RecordUnreachable => this with { UnreachableAttempts = UnreachableAttempts + 1 },
        CaseMove.AgreeNotApplication => this with { State = CaseState.NotAnApplication },
        CaseMove.AmendReceiptDate amend => ReceivedAnew(amend.ReceivedOn),
        CaseMove.BeginReview begin => this with { State = CaseState.UnderReview, Assignee = begin.Assignee },
        CaseMove.Reassign reassign => this with { Assignee = reassign.Assignee },
        CaseMove.BeginProcessing begin => this with { State = CaseState.Processing, Office = begin.Office },

        CaseMove.RequestCorrection ask => this with { State = CaseState.AwaitingCorrection, Correction = new(on, ask.By, ask.LateReason is not null, null), Clock = Clock.Add(new ClockFact.Stop(on, StopCause.Correction)) },
        CaseMove.ReceiveCorrection received => this with { State = CaseState.UnderReview, Correction = Correction! with { ReceivedOn = on }, Corrected = received.Corrected, Clock = Clock.Add(new ClockFact.RestartByCorrection(on)) },
        CaseMove.LapseCorrection => Ended(CaseState.LapsedNoCorrection, Requests.Outcome.OtherNoCorrection, null, on),
        CaseMove.AskReasons ask => this with { State = CaseState.AwaitingReasons, Reasons = new(ask.RequestsInPeriod, on, ask.By, null) },
        CaseMove.ReceiveReasons reasons => this with
        {
            State = CaseState.UnderReview,
            Reasons = Reasons! with { EndedOn = on },
            Clock = reasons.PostponedTo is { } to ? Clock.Add(new ClockFact.Postpone(to)) : Clock,
        },

        CaseMove.Split split => this with { Children = Children.AddRange(split.Parts) },
        CaseMove.UndoSplit => this with { Children = [] },
        CaseMove.TakenBackBySplit => this with { State = CaseState.NotAnApplication, IsTakenBack = true, Clock = Clock.Add(new ClockFact.End(on)) },

        CaseMove.ConsultThirdParty ask => Consulting(ask.Consultation, ConsultationKind.ThirdParty, on),
        CaseMove.ConsultAgency ask => Consulting(ask.Consultation, ConsultationKind.CoAgency, on),
        CaseMove.ConsultDelivered delivered => Consulted(delivered.Consultation, was => was with { DeliveredOn = on }),
        CaseMove.ConsultReturned back => Consulted(back.Consultation, was => was with { End = ConsultationEnd.Returned, EndedOn = on, Agrees = back.Agrees }),
        CaseMove.ConsultSilent silent => Consulted(silent.Consultation, was => was with { End = ConsultationEnd.Silent, EndedOn = on, Agrees = was.Kind is ConsultationKind.CoAgency ? true : null }),

        CaseMove.RequestExtension ask => this with { Extension = new(ask.WorkingDays, by.Id, null, null) },
        CaseMove.ApproveExtension => this with { Extension = Extension! with { ApprovedBy = by.Id } },
        CaseMove.NotifyExtension => this with { Extension = Extension! with { NotifiedOn = on }, Clock = Clock.Add(new ClockFact.Extend(on, Extension.WorkingDays)) },

        CaseMove.IssueFeeNotice fee => this with { State = CaseState.AwaitingFee, Fee = new(fee.Basis, fee.Yuan, on, fee.DeliveredOn is null ? null : on, null, false), Clock = Clock.Add(new ClockFact.Stop(on, StopCause.Fee)) },
        CaseMove.RecordFeeDelivery => this with { Fee = Fee! with { DeliveredOn = on } },
        CaseMove.RecordPayment => FeeSettled(on, waived: false),
        CaseMove.WaiveFee => FeeSettled(on, waived: true),
        CaseMove.LapseFee => Ended(CaseState.LapsedNoFee, Requests.Outcome.OtherNoFee, null, on),

        CaseMove.DraftDecision draft => Drafted(draft, by, on),
        CaseMove.Redraft redraft => this with { Draft = Draft!.Unsigned() with { Version = Draft.Version + 1, Outcome = redraft.Outcome, Facts = redraft.Facts, Drafters = Draft.IsDraftedBy(by) ? Draft.Drafters : Draft.Drafters.Add(by.Id) } },
        CaseMove.SubmitSecrecy submit => this with { State = CaseState.SecrecyReview, Draft = Draft!.Unsigned() with { LevelsRequired = submit.LevelsRequired } },
        CaseMove.SecrecyPass => this with { State = CaseState.InApproval, Draft = Draft! with { SecrecyPassedBy = by.Id } },
        CaseMove.SecrecyReturn or CaseMove.Return or CaseMove.Unsign => this with { State = CaseState.DecisionDrafted, Draft = Draft!.Unsigned() },
        CaseMove.Approve approve => Approved(new(Draft!.NextLevel, by.Id, on, approve.OverrideGrounds)),

        CaseMove.Send send => Sent(send, on),
        CaseMove.DeliveryUnknown unknown => this with { UndeliveredLetter = unknown.LetterNumber },
        CaseMove.DeliveryFailed failed => this with { UndeliveredLetter = failed.LetterNumber },
        CaseMove.RecordDelivery => this with { Deliveries = Deliveries.SetItem(Deliveries.Count - 1, Delivery! with { ArrivedOn = on }) },
        CaseMove.Close => this with { State = CaseState.Closed },
        CaseMove.Archive => this with { State = CaseState.Archived },
        CaseMove.Withdraw => State is CaseState.Submitted ? this with { State = CaseState.Withdrawn } : Ended(CaseState.Withdrawn, Requests.Outcome.OtherOther, null, on),
        CaseMove.CorrectRecord correct => RecordCorrected(correct, by, agreed, on),

        CaseMove.OpenRemedy remedy => this with { Remedies = Remedies.Add(new(remedy.Remedy, remedy.Route, remedy.Organ, remedy.CopyReceivedOn, null, null)) },
        CaseMove.DecideRemedy decide => this with { Remedies = Remedies.SetItem(decide.Remedy - 1, Remedies[decide.Remedy - 1] with { Result = decide.Result, DecidedOn = on }) },
        CaseMove.OpenRedecision redecide => Redeciding(redecide, on),
        CaseMove.Countersign => this,
        _ => throw new UnreachableException($"{move.GetType().Name} cannot stand after the first entry."),
    };
}
