using System.Text.Json.Serialization;
using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="Requests.Application"/>.</summary>
internal sealed record StoredApplication(string Kind, string Name, string Proof, string Contact, string Wanted, string Form, string Route, string? ProofNumber = null)
{
    public static StoredApplication From(Application one, TextPlace at) => new(
        StoredText.Of(one.Kind),
        at.Close("name", one.Name),
        StoredText.Of(one.Proof),
        at.Close("contact", one.Contact),
        at.Close("wanted", one.Wanted),
        StoredText.Of(one.Form),
        StoredText.Of(one.Route),
        at.Close("proofNumber", one.ProofNumber));

    public Application ToValue(TextPlace at) => new(
        StoredText.Name<ApplicantKind>(Kind),
        at.Open("name", Name),
        StoredText.Name<IdentityProof>(Proof),
        at.OpenOrNone("proofNumber", ProofNumber),
        at.Open("contact", Contact),
        at.Open("wanted", Wanted),
        StoredText.Name<InformationForm>(Form),
        StoredText.Name<ObtainingRoute>(Route));
}

internal sealed record StoredSubmit(string Agency, StoredApplication Application, string Channel, bool Rehearsal) : StoredCaseMove
{
    public static StoredSubmit From(CaseMove.Submit one, TextPlace at) =>
        new(one.Agency.Value, StoredApplication.From(one.Application, at.In("application")), StoredText.Of(one.Channel), one.Rehearsal);

    public override CaseMove ToMove(TextPlace at) =>
        new CaseMove.Submit(AgencyCode.Parse(Agency), Application.ToValue(at.In("application")), StoredText.Name<Channel>(Channel), Rehearsal);
}

internal sealed record StoredRecall : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.Recall();
}

internal sealed record StoredConfirmRegister(string Number, string Evidence) : StoredCaseMove
{
    [JsonIgnore]
    public override string? NumberTaken => Number;

    public static StoredConfirmRegister From(CaseMove.ConfirmRegister one, TextPlace at) => new(one.Number.ToString(), at.Close("evidence", one.Evidence));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.ConfirmRegister(RequestNumber.Parse(Number), at.Open("evidence", Evidence));
}

internal sealed record StoredRecordUnreachable(string Attempt) : StoredCaseMove
{
    public static StoredRecordUnreachable From(CaseMove.RecordUnreachable one, TextPlace at) => new(at.Close("attempt", one.Attempt));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.RecordUnreachable(at.Open("attempt", Attempt));
}

internal sealed record StoredAgreeNotApplication(string Agreement) : StoredCaseMove
{
    public static StoredAgreeNotApplication From(CaseMove.AgreeNotApplication one, TextPlace at) => new(at.Close("agreement", one.Agreement));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.AgreeNotApplication(at.Open("agreement", Agreement));
}

internal sealed record StoredRegisterOnBehalf(string Agency, string Number, StoredApplication Application, string Channel, string ArrivedOn, string ReceivedOn, bool Rehearsal) : StoredCaseMove
{
    [JsonIgnore]
    public override string? NumberTaken => Number;

    public static StoredRegisterOnBehalf From(CaseMove.RegisterOnBehalf one, TextPlace at) => new(
        one.Agency.Value,
        one.Number.ToString(),
        StoredApplication.From(one.Application, at.In("application")),
        StoredText.Of(one.Channel),
        StoredText.Of(one.ArrivedOn),
        StoredText.Of(one.ReceivedOn),
        one.Rehearsal);

    public override CaseMove ToMove(TextPlace at) => new CaseMove.RegisterOnBehalf(
        AgencyCode.Parse(Agency),
        RequestNumber.Parse(Number),
        Application.ToValue(at.In("application")),
        StoredText.Name<Channel>(Channel),
        StoredText.Day(ArrivedOn),
        StoredText.Day(ReceivedOn),
        Rehearsal);
}

internal sealed record StoredAmendReceiptDate(string ReceivedOn, string Evidence) : StoredCaseMove
{
    public static StoredAmendReceiptDate From(CaseMove.AmendReceiptDate one, TextPlace at) => new(StoredText.Of(one.ReceivedOn), at.Close("evidence", one.Evidence));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.AmendReceiptDate(StoredText.Day(ReceivedOn), at.Open("evidence", Evidence));
}

/// <summary>Stored shape of <see cref="SplitPart"/>.</summary>
internal sealed record StoredSplitPart(string Child, string Number, string Wanted)
{
    public static StoredSplitPart From(SplitPart one, TextPlace at) => new(one.Child.Value, one.Number.ToString(), at.Close("wanted", one.Wanted));

    public SplitPart ToValue(TextPlace at) => new(CaseId.Parse(Child), RequestNumber.Parse(Number), at.Open("wanted", Wanted));
}

internal sealed record StoredSplit(List<StoredSplitPart> Parts) : StoredCaseMove
{
    public static StoredSplit From(CaseMove.Split one, TextPlace at) =>
        new([.. one.Parts.Select((part, index) => StoredSplitPart.From(part, at.In("parts").In(index)))]);

    public override CaseMove ToMove(TextPlace at) =>
        new CaseMove.Split([.. Parts.Select((part, index) => part.ToValue(at.In("parts").In(index)))]);
}

internal sealed record StoredUndoSplit : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.UndoSplit();
}

internal sealed record StoredBornOfSplit(string Parent, StoredSplitPart Part, string Agency, StoredApplication Application, string Channel, string ArrivedOn, string ReceivedOn, bool Rehearsal, StoredInheritedClock? Inherited = null) : StoredCaseMove
{
    [JsonIgnore]
    public override string? NumberTaken => Part.Number;

    public static StoredBornOfSplit From(CaseMove.BornOfSplit one, TextPlace at) => new(
        one.Parent.Value,
        StoredSplitPart.From(one.Part, at.In("part")),
        one.Agency.Value,
        StoredApplication.From(one.Application, at.In("application")),
        StoredText.Of(one.Channel),
        StoredText.Of(one.ArrivedOn),
        StoredText.Of(one.ReceivedOn),
        one.Rehearsal,
        StoredInheritedClock.From(one.Inherited));

    public override CaseMove ToMove(TextPlace at) => new CaseMove.BornOfSplit(
        CaseId.Parse(Parent),
        Part.ToValue(at.In("part")),
        AgencyCode.Parse(Agency),
        Application.ToValue(at.In("application")),
        StoredText.Name<Channel>(Channel),
        StoredText.Day(ArrivedOn),
        StoredText.Day(ReceivedOn),
        Rehearsal,
        Inherited?.ToValue());
}

/// <summary>Stored shape of <see cref="InheritedClock"/>.</summary>
internal sealed record StoredInheritedClock(int ExtensionDays, string? RestartedOn = null, string? RestartedBy = null, string? ExtensionNotifiedOn = null)
{
    public static StoredInheritedClock? From(InheritedClock? one) => one is null
        ? null
        : new(one.ExtensionDays, StoredText.Of(one.RestartedOn), StoredText.Of(one.RestartedBy), StoredText.Of(one.ExtensionNotifiedOn));

    public InheritedClock ToValue() => new(StoredText.DayOrNone(RestartedOn), StoredText.NameOrNone<StopCause>(RestartedBy), StoredText.DayOrNone(ExtensionNotifiedOn), ExtensionDays);
}

internal sealed record StoredTakenBackBySplit : StoredCaseMove
{
    public override CaseMove ToMove(TextPlace at) => new CaseMove.TakenBackBySplit();
}
