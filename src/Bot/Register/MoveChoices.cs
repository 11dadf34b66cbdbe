using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>The moves a person may make, as a person can type them.</summary>
internal static class MoveChoices
{
    /// <summary>By their typed name with what they are; a word for none.</summary>
    public static string Choices(this Phrases phrases, IReadOnlyList<MoveKind> moves) => moves.Count == 0
        ? phrases.Of("Case.NothingAllowed")
        : string.Join(phrases.Of("Register.Comma"), moves.Select(move => phrases.Of("Register.Choice", ("name", Kebab.Of(move.ToString())), ("meaning", phrases.Move(move)))));
}
