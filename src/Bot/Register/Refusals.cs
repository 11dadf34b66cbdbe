using System.Globalization;
using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>Why a move was refused, as a sentence that says what to do.</summary>
internal static class Refusals
{
    public static string Sentence(this RegisterWords words, Refusal refusal)
    {
        var values = refusal.With.Select(one => (one.Name, (object?)Shown(words, one.Name, one.Value))).ToArray();
        return words.Phrases.Of($"Register.{nameof(RefusalKind)}.{refusal.Kind}", values);
    }

    public static string Move(this RegisterWords words, MoveKind kind) => words.Phrases.Of($"Register.{nameof(CaseMove)}.{kind}");

    /// <summary>The moves a person may make, by their typed name with what they are.</summary>
    public static string Choices(this RegisterWords words, IReadOnlyList<MoveKind> moves) => moves.Count == 0
        ? words.Phrases.Of("Case.NothingAllowed")
        : string.Join(words.Phrases.Of("Register.Comma"), moves.Select(move => words.Phrases.Of("Register.Choice", ("name", Kebab.Of(move.ToString())), ("meaning", words.Move(move)))));

    private static string Shown(RegisterWords words, string name, object value) => value switch
    {
        DateOnly day => DayText.Iso(day),
        MoveKind move => words.Move(move),
        Enum one => words.Of(one),
        string fact when name == "fact" && words.Phrases.All.TryGetValue($"Register.Field.{Kebab.Of(fact)}", out var label) => words.Phrases.Of("Register.Choice", ("name", Kebab.Of(fact)), ("meaning", label)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
