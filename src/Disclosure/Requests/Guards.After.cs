namespace Disclosure.Requests;

/// <summary>After the answer: delivery, withdrawal, corrections of the record, the second person, remedies.</summary>
internal static partial class Guards
{
    public static Refusal? AnswerUndelivered(Attempt attempt) => attempt.Case.Delivery is { ArrivedOn: null } ? null : new(RefusalKind.AlreadyDelivered);

    /// <summary>What a review organ or court ordered is decided, not withdrawn.</summary>
    public static Refusal? NotRedeciding(Attempt attempt) => attempt.Case.IsRedeciding ? new(RefusalKind.TermIsSet) : null;

    /// <summary>Staff withdraw a request only on the applicant's own paper.</summary>
    public static Refusal? PaperForStaff(Attempt attempt) => Of<CaseMove.Withdraw>(attempt, withdraw =>
        withdraw.Paper is not null || attempt.Case.Submitter == attempt.By.Id ? null : new(RefusalKind.FactMissing, ("fact", "Paper")));

    public static Refusal? SomethingToCorrect(Attempt attempt) => Of<CaseMove.CorrectRecord>(attempt, correct =>
        (correct.Outcome ?? attempt.Case.Outcome) == attempt.Case.Outcome && (correct.Applicant ?? attempt.Case.Application.Kind) == attempt.Case.Application.Kind
            ? new(RefusalKind.NothingToCorrect)
            : null);

    public static Refusal? SomethingPending(Attempt attempt) => attempt.Case.Pending switch
    {
        null => new(RefusalKind.NothingPending),
        var pending when attempt.By.Is(Roles.DisclosureHead | Roles.PrincipalLeader) || pending.By.Id == attempt.By.Id || pending.Move is CaseMove.ReceiveCorrection => null,
        _ => new(RefusalKind.NotYourPart, ("move", MoveKind.DeclineToSign), ("roles", Roles.DisclosureHead | Roles.PrincipalLeader)),
    };

    /// <summary>Who agrees is not who asked, and what was asked must still be lawful on the day it is agreed to.</summary>
    public static Refusal? SecondPerson(Attempt attempt)
    {
        if (attempt.Case.Pending is not { } pending)
            return new(RefusalKind.NothingPending);
        if (pending.By.Id == attempt.By.Id)
            return new(RefusalKind.SamePerson);
        if (pending.Move is CaseMove.ReceiveCorrection)
            return attempt.By.Is(Roles.Clerk | Roles.DisclosureHead) ? null : new(RefusalKind.NotYourPart, ("move", MoveKind.Countersign), ("roles", Roles.Clerk | Roles.DisclosureHead));
        if (!attempt.By.Is(Roles.DisclosureHead | Roles.PrincipalLeader))
            return new(RefusalKind.NotYourPart, ("move", MoveKind.Countersign), ("roles", Roles.DisclosureHead | Roles.PrincipalLeader));
        var kind = MoveKinds.Of(pending.Move);
        var asked = pending.Move is CaseMove.IssueFeeNotice { DeliveredOn: not null } fee ? fee with { DeliveredOn = attempt.On } : pending.Move;
        return Moves.Table.First(rule => rule.Kind == kind).Refuse(attempt with { Move = asked, By = pending.By });
    }

    public static Refusal? EndedOrOverdue(Attempt attempt)
    {
        if (!attempt.Case.IsOpen || attempt.Case.IsRedeciding)
            return attempt.Case.Number is null ? new(RefusalKind.NotFromThisState, ("move", MoveKind.OpenRemedy), ("state", attempt.Case.State)) : null;
        return attempt.Deadline.AnswerBy is { } due && attempt.On > due ? null : new(RefusalKind.NotOverdue);
    }

    public static Refusal? NextRemedy(Attempt attempt) => Of<CaseMove.OpenRemedy>(attempt, remedy =>
        remedy.Remedy == attempt.Case.Remedies.Count + 1 ? null : new(RefusalKind.NumberNotNext, ("expected", attempt.Case.Remedies.Count + 1)));

    /// <summary>复议后起诉 follows a decided reconsideration, and then no lawsuit is 未经复议直接起诉.</summary>
    public static Refusal? RouteAndCopy(Attempt attempt) => Of<CaseMove.OpenRemedy>(attempt, remedy =>
    {
        var reconsidered = attempt.Case.Remedies.Exists(one => one is { Route: RemedyRoute.Reconsideration, Result: not null });
        if (remedy.Route is RemedyRoute.LitigationAfterReconsideration != reconsidered && remedy.Route is not RemedyRoute.Reconsideration)
            return new(RefusalKind.NotTheRoute);
        if (remedy.CopyReceivedOn > attempt.On)
            return new(RefusalKind.InTheFuture, ("on", remedy.CopyReceivedOn), ("today", attempt.On));
        return remedy.CopyReceivedOn < attempt.Case.ReceivedOn ? new(RefusalKind.DayTooEarly, ("earliest", attempt.Case.ReceivedOn.Value)) : null;
    });

    public static Refusal? RemedyPending(Attempt attempt)
    {
        var number = (attempt.Move as CaseMove.DecideRemedy)?.Remedy;
        return attempt.Case.Remedies.Exists(one => one.Result is null && (number is null || one.Number == number)) ? null : new(RefusalKind.NoPendingRemedy);
    }

    public static Refusal? NotRedecidingYet(Attempt attempt) => attempt.Case.IsRedeciding ? new(RefusalKind.AlreadyRedeciding) : null;

    /// <summary>Each remedy orders a decision anew at most once.</summary>
    public static Refusal? RemedyCorrected(Attempt attempt)
    {
        var order = attempt.Move as CaseMove.OpenRedecision;
        if (!attempt.Case.Remedies.Exists(one => one is { Result: RemedyResult.Corrected, OrderedAnew: false } && (order is null || one.Number == order.Remedy)))
            return new(RefusalKind.NotOrdered);
        return order?.AnswerBy < attempt.On ? new(RefusalKind.DayTooEarly, ("earliest", attempt.On)) : null;
    }
}
