using Disclosure.Requests;

namespace Disclosure.Records.Tests;

/// <summary>Ordinary requests, made the way the desk makes them.</summary>
internal static class SomeCase
{
    public static readonly Actor Clerk = new("clerk-1", Roles.Clerk);
    public static readonly Actor Applicant = new("applicant-7", Roles.Applicant);
    public static readonly DateOnly Day = new(2025, 3, 4);

    public static CaseId Id(int number) => CaseId.Parse($"case-{number:D4}");

    public static Application Application(string name = "张三", string wanted = "2024年征地补偿方案") => new(
        ApplicantKind.NaturalPerson,
        PersonalText.Of(name),
        IdentityProof.Copy,
        PersonalText.Of("653101199001011234"),
        PersonalText.Of("13999990000"),
        PersonalText.Of(wanted),
        InformationForm.Paper,
        ObtainingRoute.Post);

    public static LedgerEntry Entry(CaseMove move, Actor? by = null, DateOnly? on = null) => new(move, by ?? Clerk, on ?? Day, Some.Morning);

    public static CaseDraft New(CaseId id, string name = "张三") => new(id, 0, [Entry(new CaseMove.Submit(Some.Town, Application(name), Channel.Online), Applicant)]);

    public static CaseDraft Registered(CaseId id, int serial, string name = "张三") => new(
        id,
        0,
        [Entry(new CaseMove.RegisterOnBehalf(Some.Town, new(2025, serial), Application(name), Channel.InPerson, Day, Day))]);

    public static RegisterDraft Draft(params CaseDraft[] cases) => new(Some.Town, cases);

    public static RegisterDraft Draft(CaseId id, long version, params CaseMove[] moves) => Draft(new CaseDraft(id, version, [.. moves.Select(move => Entry(move))]));

    public static CaseMove Confirm(int serial) => new CaseMove.ConfirmRegister(new(2025, serial), PersonalText.Of("来电确认 13999990000"));

    /// <summary>A split into two, with the children's births: one command.</summary>
    public static RegisterDraft Split(CaseId parent, long version, params (CaseId Child, int Serial)[] children)
    {
        var parts = children.Select(child => new SplitPart(child.Child, new(2025, child.Serial), PersonalText.Of("其中一项"))).ToList();
        return Draft([
            new(parent, version, [Entry(new CaseMove.Split(parts))]),
            .. parts.Select(part => new CaseDraft(part.Child, 0, [Entry(new CaseMove.BornOfSplit(parent, part, Some.Town, Application(), Channel.InPerson, Day, Day))])),
        ]);
    }
}
