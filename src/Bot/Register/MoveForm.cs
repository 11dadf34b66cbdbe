using System.Reflection;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Register;

/// <summary>
/// What one move of a case or of a year asks for, as fields a person fills in: the parameters of its record, those of the records inside it
/// taken apart. Screens, the command line and the import all fill the same form.
/// </summary>
/// <remarks>
/// A field goes by its parameter's name (<c>ReceivedOn</c> is <c>received-on</c>); where two of a move would have the same, the one further in takes
/// the name of what it stands in before it (<c>facts-grounds</c>). A list of records is filled by repeating its fields: the second
/// <c>wanted</c> is the second part's.
/// </remarks>
internal sealed class MoveForm
{
    private readonly FormSlot[] _slots;
    private readonly ConstructorInfo _constructor;

    private MoveForm(Type move)
    {
        Move = move;
        _constructor = FormSlot.ConstructorOf(move);
        _slots = FormSlot.Of(_constructor);
        Fields = [.. FormSlot.Name(move.Name, _slots)];
    }

    public static IReadOnlyList<MoveForm> OfCases { get; } = In(typeof(CaseMove));

    public static IReadOnlyList<MoveForm> OfYears { get; } = In(typeof(YearMove));

    /// <summary>The move's record.</summary>
    public Type Move { get; }

    /// <summary>As it is typed: <c>request-correction</c>.</summary>
    public string Name => Kebab.Of(Move.Name);

    public IReadOnlyList<MoveField> Fields { get; }

    public static MoveForm Of(Type move) => OfCases.Concat(OfYears).First(form => form.Move == move);

    public MoveField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Makes the move of what was typed, or says everything that is wrong with it.</summary>
    /// <param name="supplied">What cannot be typed, by its type: the figures of a published report.</param>
    public FilledForm Fill(IReadOnlyList<TypedField> typed, RegisterWords words, params IReadOnlyList<object> supplied)
    {
        var filling = new FormFilling(this, typed, words, supplied);
        var made = filling.Make(_constructor, _slots, at: null);
        filling.RefuseUnknown();
        return filling.Problems.Count > 0 ? new(null, filling.Problems) : new(made, []);
    }

    /// <summary>What a move says, field by field; what it leaves unsaid is left out.</summary>
    public IEnumerable<(MoveField Field, object Value)> Values(object move) => FormSlot.Values(_slots, move);

    private static IReadOnlyList<MoveForm> In(Type family) =>
        [.. family.GetNestedTypes().Where(type => type.IsAssignableTo(family)).OrderBy(type => type.MetadataToken).Select(type => new MoveForm(type))];
}

/// <summary>One field as it was typed.</summary>
internal sealed record TypedField(string Key, string Text);

/// <param name="Move">The <see cref="CaseMove"/> or <see cref="YearMove"/>; null when there are problems.</param>
/// <param name="Problems">A sentence each.</param>
internal sealed record FilledForm(object? Move, IReadOnlyList<string> Problems);

/// <summary>One thing to fill in.</summary>
/// <param name="Move">The move's name.</param>
/// <param name="Name">As it is typed.</param>
/// <param name="Type">What it holds; of a list, what one of it holds.</param>
/// <param name="Repeats">May be given several times.</param>
internal sealed record MoveField(string Move, string Name, Type Type, bool IsRequired, bool Repeats)
{
    /// <summary>Tells who someone is or what they asked, so it had better come from a file than from the command line.</summary>
    public bool IsPersonal => Type == typeof(PersonalText);

    /// <summary>Cannot be typed at all.</summary>
    public bool IsSupplied => Type == typeof(ReportFigures);
}
