using Disclosure.Requests;

namespace Disclosure.Bot.Tests;

public class CasePhrasesTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_state_move_role_note_and_basis_has_a_name(Language language)
    {
        var phrases = Phrases.In(language);

        Assert.All(Enum.GetValues<CaseState>(), state => Assert.NotEqual("", phrases.State(state)));
        Assert.All(Enum.GetValues<MoveKind>(), move => Assert.NotEqual("", phrases.Move(move)));
        Assert.All(Enum.GetValues<Roles>().Where(role => role is not Roles.None), role => Assert.NotEqual("", phrases.Roles(role)));
        Assert.All(Enum.GetValues<MoveNote>(), note => Assert.NotEqual("", phrases.Note(note)));
        Assert.All(Enum.GetValues<RemedyBasis>(), basis => Assert.NotEqual("", phrases.Basis(basis)));
        Assert.All(Enum.GetNames<RefusalKind>(), kind => Assert.Contains($"Refusal.{kind}", phrases.All.Keys));
        Assert.All(Enum.GetNames<OutcomeFact>(), fact => Assert.Contains($"CaseFact.{fact}", phrases.All.Keys));
    }

    [Theory]
    [InlineData(Language.Zh, "“批准延期”应由公开机构负责人、主要领导办理，请转给有权限的人员。")]
    [InlineData(Language.En, "“Approve the extension” is for: head of the disclosure office, principal leader. Hand it to one of them.")]
    public void A_refusal_names_the_move_and_the_people_in_words(Language language, string sentence) =>
        Assert.Equal(sentence, Phrases.In(language).Refusal(new(RefusalKind.NotYourPart, ("move", MoveKind.ApproveExtension), ("roles", Roles.DisclosureHead | Roles.PrincipalLeader))));

    [Fact]
    public void A_refusal_names_the_row_and_the_fact_as_the_form_does() =>
        Assert.Equal("选择“1.属于国家秘密”须先填写“依据材料”。", Phrases.In(Language.Zh).Refusal(new(RefusalKind.OutcomeFactMissing, ("outcome", Outcome.RefusedStateSecret), ("fact", OutcomeFact.Record))));

    [Fact]
    public void A_blank_statement_is_named() =>
        Assert.Equal("请填写“文书编号”，这一项不能为空。", Phrases.In(Language.Zh).Refusal(new(RefusalKind.FactMissing, ("fact", "LetterNumber"))));
}
