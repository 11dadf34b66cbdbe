using Disclosure.Bot.Register;
using Disclosure.Requests;

namespace Disclosure.Bot.Tests.Register;

public class RegisterWordsTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    /// <summary>Every enumeration a person meets in the register.</summary>
    public static readonly Type[] Enumerations =
    [
        typeof(CaseState), typeof(Channel), typeof(ApplicantKind), typeof(IdentityProof), typeof(InformationForm), typeof(ObtainingRoute), typeof(FeeBasis),
        typeof(DeliveryRoute), typeof(RemedyRoute), typeof(RemedyResult), typeof(Outcome), typeof(ConsultationKind),
    ];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_value_has_a_name_of_its_own_that_is_understood(Language language)
    {
        var words = new RegisterWords(Phrases.In(language));

        foreach (var type in Enumerations)
        {
            Assert.All(Enum.GetValues(type).Cast<Enum>(), value => Assert.Equal(value, words.Read(type, words.Of(value))));
            Assert.All(Enum.GetValues(type).Cast<Enum>(), value => Assert.Equal(value, words.Read(type, Kebab.Of(value.ToString()))));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_move_has_a_name_that_is_understood(Language language)
    {
        var words = new RegisterWords(Phrases.In(language));

        Assert.All(MoveForm.OfCases.Concat(MoveForm.OfYears), form => Assert.True(words.IsMove(form.Move, words.Move(form.Move)) && words.IsMove(form.Move, form.Name)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_two_moves_have_one_name(Language language)
    {
        var words = new RegisterWords(Phrases.In(language));

        Assert.Distinct(MoveForm.OfCases.Select(form => words.Move(form.Move)));
        Assert.Distinct(MoveForm.OfYears.Select(form => words.Move(form.Move)));
    }
}
