using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Bot.Register.Import;

/// <summary>One move that a row tells.</summary>
/// <param name="Column">The column that says it happened; it is named when the move is refused.</param>
internal sealed record RowMove(DateOnly On, CaseMove Move, RowActor By, ImportColumn Column);

/// <summary>In whose name a move of an import is made.</summary>
internal enum RowActor
{
    Clerk,
    Head,
    Secrecy,
    Signer,
}

/// <summary>
/// What a row of an existing register tells, as the moves the office made then, in the order of their days. Whether they were lawful is
/// decided by the same table of moves as everything else.
/// </summary>
internal sealed class RowMoves(ImportRow row, AgencyCode agency, string clerk, string officeNotRecorded, int signers)
{
    private readonly List<(int Order, RowMove Move)> _moves = [];
    private DateOnly _registered;

    /// <summary>The day the review was last settled: the earliest an office can have been handed the request.</summary>
    private DateOnly _settled;

    /// <summary>The moves; what could not be read is a problem of the row.</summary>
    public IReadOnlyList<RowMove> Read()
    {
        Register();
        Review();
        for (var nth = 1; nth <= ImportColumns.Consultations; nth++)
            Consult(nth);
        Extend();
        Charge();
        End();
        for (var nth = 1; nth <= ImportColumns.Remedies; nth++)
            Contest(nth);
        foreach (var (_, move) in _moves.Where(move => move.Move.On < _registered))
            row.RefuseBefore(move.Column, move.On, _registered);
        // Days of the same move keep the order of the way through the office.
        return [.. _moves.OrderBy(move => move.Move.On).ThenBy(move => move.Order).Select(move => move.Move)];
    }

    private void Register()
    {
        var received = row.Needed<DateOnly>("received-on");
        var registered = row.Day("registered-on") ?? received;
        var application = new Application(
            row.Needed<ApplicantKind>("kind"),
            row.NeededPersonal("name"),
            row.Needed<IdentityProof>("proof"),
            row.Personal("proof-number"),
            row.NeededPersonal("contact"),
            row.NeededPersonal("wanted"),
            row.Needed<InformationForm>("form"),
            row.Needed<ObtainingRoute>("route"));
        var number = row.Needed<RequestNumber>("number");
        Add(registered, new CaseMove.RegisterOnBehalf(agency, number, application, row.Needed<Channel>("channel"), row.Day("arrived-on") ?? received, received), RowActor.Clerk, "received-on");
        Add(registered, new CaseMove.BeginReview(clerk), RowActor.Clerk, "received-on");
        _registered = _settled = registered;
    }

    private void Review()
    {
        if (row.Day("correction-on") is { } asked)
        {
            var late = row.Personal("correction-late");
            Add(asked, new CaseMove.RequestCorrection(row.NeededPersonal("correction-what"), row.Needed<DateOnly>("correction-by"), row.NeededText("correction-letter"), late), late is null ? RowActor.Clerk : RowActor.Head, "correction-on");
            _settled = asked;
        }
        else
        {
            row.RefuseWithout("correction-on", 1, "correction-what", "correction-by", "correction-letter", "correction-late", "corrected-on", "corrected");
        }

        if (row.Has("correction-on") && row.Day("corrected-on") is { } corrected)
        {
            Add(corrected, new CaseMove.ReceiveCorrection(row.NeededPersonal("corrected")), RowActor.Clerk, "corrected-on");
            _settled = corrected;
        }

        if (row.Day("reasons-asked-on") is { } reasonsAsked)
        {
            Add(reasonsAsked, new CaseMove.AskReasons(row.Needed<int>("reasons-requests"), row.Needed<DateOnly>("reasons-by"), row.NeededText("reasons-letter")), RowActor.Clerk, "reasons-asked-on");
            if (row.Day("reasons-on") is { } given)
            {
                Add(given, new CaseMove.ReceiveReasons(row.Personal("reasons")), RowActor.Clerk, "reasons-on");
                _settled = given > _settled ? given : _settled;
            }
        }
        else
        {
            row.RefuseWithout("reasons-asked-on", 1, "reasons-requests", "reasons-by", "reasons-letter", "reasons-on", "reasons");
        }

        if (IsProcessed())
            Add(_settled, new CaseMove.BeginProcessing(row.Text("office") ?? officeNotRecorded), RowActor.Clerk, "received-on");
    }

    /// <summary>A request that lapsed, was withdrawn in review or was found unclear after its correction never reached an office.</summary>
    private bool IsProcessed()
    {
        if (row.Has("consult-on") || row.Has("extension-asked-on") || row.Has("fee-on"))
            return true;
        return row.Has("answered-on") && row.Value<Outcome>("outcome") is { } outcome and not (Outcome.UnableStillUnclear or Outcome.NotHandledExcessive or Outcome.OtherNoCorrection);
    }

    private void Consult(int nth)
    {
        if (row.Day("consult-on", nth) is not { } sent)
        {
            row.RefuseWithout("consult-on", nth, "consult-kind", "consult-with", "consult-letter", "consult-delivered-on", "opinion-on", "agrees", "opinion", "silent-on");
            return;
        }

        var letter = row.NeededText("consult-letter", nth);
        CaseMove consult = row.Needed<ConsultationKind>("consult-kind", nth) is ConsultationKind.ThirdParty
            ? new CaseMove.ConsultThirdParty(nth, row.NeededPersonal("consult-with", nth), letter)
            : new CaseMove.ConsultAgency(nth, row.NeededText("consult-with", nth), letter);
        Add(sent, consult, RowActor.Clerk, "consult-on", nth);
        if (row.Day("consult-delivered-on", nth) is { } delivered)
            Add(delivered, new CaseMove.ConsultDelivered(nth), RowActor.Clerk, "consult-delivered-on", nth);
        if (row.Day("opinion-on", nth) is { } returned)
            Add(returned, new CaseMove.ConsultReturned(nth, row.Needed<bool>("agrees", nth), row.NeededPersonal("opinion", nth)), RowActor.Clerk, "opinion-on", nth);
        else
            row.RefuseWithout("opinion-on", nth, "agrees", "opinion");
        if (row.Day("silent-on", nth) is { } silent)
            Add(silent, new CaseMove.ConsultSilent(nth), RowActor.Clerk, "silent-on", nth);
    }

    private void Extend()
    {
        if (row.Day("extension-asked-on") is not { } asked)
        {
            row.RefuseWithout("extension-asked-on", 1, "extension-days", "extension-grounds", "extension-approved-on", "extension-told-on", "extension-letter");
            return;
        }

        Add(asked, new CaseMove.RequestExtension(row.Needed<int>("extension-days"), row.NeededPersonal("extension-grounds")), RowActor.Clerk, "extension-asked-on");
        if (row.Day("extension-approved-on") is { } approved)
            Add(approved, new CaseMove.ApproveExtension(), RowActor.Head, "extension-approved-on");
        if (row.Day("extension-told-on") is { } told)
            Add(told, new CaseMove.NotifyExtension(row.NeededText("extension-letter")), RowActor.Clerk, "extension-told-on");
    }

    private void Charge()
    {
        if (row.Day("fee-on") is not { } issued)
        {
            row.RefuseWithout("fee-on", 1, "fee-basis", "fee-yuan", "fee-letter", "fee-delivered-on", "paid-on", "receipt", "waived-on", "waived");
            return;
        }

        var yuan = row.Needed<decimal>("fee-yuan");
        Add(issued, new CaseMove.IssueFeeNotice(row.Needed<FeeBasis>("fee-basis"), yuan, row.NeededText("fee-letter")), RowActor.Clerk, "fee-on");
        Add(issued, new CaseMove.Countersign(), RowActor.Head, "fee-on");
        if (row.Day("fee-delivered-on") is { } delivered)
            Add(delivered, new CaseMove.RecordFeeDelivery(row.NeededText("fee-letter")), RowActor.Clerk, "fee-delivered-on");
        if (row.Day("paid-on") is { } paid)
            Add(paid, new CaseMove.RecordPayment(yuan, row.NeededText("receipt")), RowActor.Clerk, "paid-on");
        if (row.Day("waived-on") is { } waived)
            Add(waived, new CaseMove.WaiveFee(row.NeededPersonal("waived")), RowActor.Clerk, "waived-on");
    }

    private void End()
    {
        if (row.Day("withdrawn-on") is { } withdrawn)
            Add(withdrawn, new CaseMove.Withdraw(row.Personal("withdrawal")), RowActor.Clerk, "withdrawn-on");
        else
            row.RefuseWithout("withdrawn-on", 1, "withdrawal");

        switch (row.Value<Outcome>("outcome"))
        {
            case null:
                row.RefuseWithout("outcome", 1, "drafted-on", "secrecy-on", "signed-on", "answered-on", "answer-letter", "lapsed-on");
                break;
            case Outcome.OtherNoCorrection:
                Lapse(new CaseMove.LapseCorrection());
                break;
            case Outcome.OtherNoFee:
                Lapse(new CaseMove.LapseFee());
                break;
            case Outcome.OtherOther when row.Has("withdrawn-on"):
                break;
            case { } outcome:
                Decide(outcome);
                break;
        }
    }

    private void Lapse(CaseMove lapse)
    {
        var on = row.Needed<DateOnly>("lapsed-on");
        Add(on, lapse, RowActor.Clerk, "lapsed-on");
        Add(on, new CaseMove.Countersign(), RowActor.Head, "lapsed-on");
    }

    private void Decide(Outcome outcome)
    {
        var answered = row.Needed<DateOnly>("answered-on");
        var signed = row.Day("signed-on") ?? answered;
        var secrecy = row.Day("secrecy-on") ?? signed;
        var drafted = row.Day("drafted-on") ?? secrecy;
        var facts = new OutcomeFacts(
            row.Personal("what"), row.Personal("where"), row.Text("law"), row.Personal("grounds"), row.Text("category"), row.Text("record"), row.Personal("search"),
            row.Text("holder"), row.Value<RequestNumber>("earlier-request"), row.Outcomes("part-grounds"));
        Add(drafted, new CaseMove.DraftDecision(outcome, facts, row.Personal("holds-waived")), RowActor.Clerk, "outcome");
        Add(drafted, new CaseMove.SubmitSecrecy(signers), RowActor.Clerk, "outcome");
        Add(secrecy, new CaseMove.SecrecyPass(), RowActor.Secrecy, row.Has("secrecy-on") ? "secrecy-on" : "answered-on");
        for (var level = 1; level <= signers; level++)
            Add(signed, new CaseMove.Approve(), RowActor.Signer, row.Has("signed-on") ? "signed-on" : "answered-on");
        Add(answered, new CaseMove.Send(row.NeededText("answer-letter"), row.Needed<DeliveryRoute>("delivery"), row.NeededText("delivery-evidence")), RowActor.Clerk, "answered-on");
        if ((row.Day("closed-on") ?? row.Day("archived-on")) is { } closed)
            Add(closed, new CaseMove.Close(), RowActor.Clerk, row.Has("closed-on") ? "closed-on" : "archived-on");
        if (row.Day("archived-on") is { } archived)
            Add(archived, new CaseMove.Archive(), RowActor.Clerk, "archived-on");
    }

    private void Contest(int nth)
    {
        if (row.Day("remedy-on", nth) is not { } came)
        {
            row.RefuseWithout("remedy-on", nth, "remedy-route", "remedy-organ", "remedy-decided-on", "remedy-result");
            return;
        }

        Add(came, new CaseMove.OpenRemedy(nth, row.Needed<RemedyRoute>("remedy-route", nth), row.NeededText("remedy-organ", nth), came), RowActor.Clerk, "remedy-on", nth);
        if (row.Day("remedy-decided-on", nth) is { } decided)
            Add(decided, new CaseMove.DecideRemedy(nth, row.Needed<RemedyResult>("remedy-result", nth)), RowActor.Clerk, "remedy-decided-on", nth);
        else
            row.RefuseWithout("remedy-decided-on", nth, "remedy-result");
    }

    private void Add(DateOnly on, CaseMove move, RowActor by, string column, int nth = 1) =>
        _moves.Add((_moves.Count, new(on, move, by, ImportColumns.Of(column, nth))));
}
