using System.Text;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Register;

/// <summary>What the register's things are called in the reader's language, and which of them a typed word means.</summary>
/// <remarks>The Chinese names and the names of the code are understood in every language, so that a script does not depend on <c>--lang</c>.</remarks>
internal sealed class RegisterWords(Phrases phrases)
{
    private static readonly Phrases Chinese = Phrases.In(Language.Zh);

    public Phrases Phrases => phrases;

    public string Of(Enum value) => phrases.Of(Key(value));

    public string Move(Type move) => phrases.Of(Key(move));

    public string Field(MoveField field) => phrases.Of(Key(field));

    /// <summary>Everything a field may be called.</summary>
    /// <remarks>「姓名或名称」 is 「姓名」 to whoever registers a person.</remarks>
    public IEnumerable<string> Names(MoveField field) => [field.Name, phrases.Of(Key(field)), Chinese.Of(Key(field)), .. Chinese.Of(Key(field)).Split('或')];

    /// <summary>Everything the heading of an imported column may be.</summary>
    public IEnumerable<string> Headings(Import.ImportColumn column) => [column.Heading(phrases), column.Heading(Chinese)];

    public bool IsMove(Type move, string written)
    {
        var folded = Fold(written);
        return folded == Fold(Kebab.Of(move.Name)) || folded == Fold(move.Name) || folded == Fold(Move(move)) || folded == Fold(Chinese.Of(Key(move)));
    }

    /// <summary>The value of an enumeration that a word means; null when it means none.</summary>
    public Enum? Read(Type type, string written)
    {
        var folded = Fold(written);
        return Enum.GetValues(type).Cast<Enum>().FirstOrDefault(value => Names(value).Any(name => Fold(name) == folded));
    }

    /// <summary>The values of an enumeration with what each is called, for a person who has to choose.</summary>
    public string Choices(Type type) => string.Join(
        phrases.Of("Register.Comma"),
        Enum.GetValues(type).Cast<Enum>().Select(value => phrases.Of("Register.Choice", ("name", Kebab.Of(value.ToString())), ("meaning", Of(value)))));

    /// <summary>One spelling of what differs only in width, spaces, case and dots.</summary>
    public static string Fold(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('.' or '、' or '"' or '“' or '”' or '-' or '_'))
                made.Append(char.ToLowerInvariant(letter));
        }

        return made.ToString();
    }

    private IEnumerable<string> Names(Enum value)
    {
        yield return value.ToString();
        yield return Of(value);
        yield return Chinese.Of(Key(value));
        if (value is not Outcome outcome)
            yield break;
        // 「（三）1 国家秘密」 is also written by its number, by its name, or as the form prints it.
        var name = Chinese.Of(Key(value));
        var code = name.IndexOf('）', StringComparison.Ordinal) + (name.Contains(' ', StringComparison.Ordinal) ? 2 : 1);
        yield return name[..code];
        yield return name[code..];
        var printed = FormLabels.Of(RequestRows.Of(outcome));
        yield return printed;
        if (char.IsAsciiDigit(printed[0]))
            yield return printed[2..];
    }

    private static string Key(Enum value) => value is CaseState ? $"CaseState.{value}" : $"Register.{value.GetType().Name}.{value}";

    /// <summary>What a case can be asked to do has its name with the refusals; what only follows from a split is told in histories alone.</summary>
    private static string Key(Type move) => Enum.IsDefined(typeof(MoveKind), move.Name) && move.DeclaringType == typeof(CaseMove) ? $"CaseMove.{move.Name}" : $"Register.{move.DeclaringType!.Name}.{move.Name}";

    /// <summary>A field has one name everywhere, unless a move calls it otherwise.</summary>
    private string Key(MoveField field)
    {
        var own = $"Register.Field.{field.Move}.{field.Name}";
        return phrases.All.ContainsKey(own) ? own : $"Register.Field.{field.Name}";
    }
}
