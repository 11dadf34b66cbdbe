using System.Collections;
using System.Reflection;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Register;

/// <summary>A parameter of a move's record: a field, or a record with fields of its own.</summary>
internal sealed class FormSlot
{
    private FormSlot(ParameterInfo parameter, NullabilityInfoContext nullability)
    {
        Parameter = parameter;
        IsOptional = parameter.HasDefaultValue || nullability.Create(parameter).ReadState is NullabilityState.Nullable;
        Type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (Type.IsGenericType && Type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            (Type, IsList) = (Type.GetGenericArguments()[0], true);
        if (!FieldValue.IsOne(Type))
            Inner = Of(ConstructorOf(Type));
    }

    public ParameterInfo Parameter { get; }

    /// <summary>What it holds; of a list, what one of it holds.</summary>
    public Type Type { get; }

    public bool IsList { get; }

    public bool IsOptional { get; }

    /// <summary>The parameters of the record it holds; empty for a field.</summary>
    public FormSlot[] Inner { get; } = [];

    /// <summary>The field it is; null for a record.</summary>
    public MoveField? Field { get; private set; }

    public static ConstructorInfo ConstructorOf(Type record) =>
        record.GetConstructors().OrderByDescending(constructor => constructor.GetParameters().Length).First();

    public static FormSlot[] Of(ConstructorInfo constructor)
    {
        var nullability = new NullabilityInfoContext();
        return [.. constructor.GetParameters().Select(parameter => new FormSlot(parameter, nullability))];
    }

    /// <summary>Gives every field the shortest end of its path that no other field has.</summary>
    public static IEnumerable<MoveField> Name(string move, FormSlot[] slots)
    {
        var leaves = Leaves(slots, [], repeats: false, optional: false).ToList();
        foreach (var (slot, path, repeats, optional) in leaves)
        {
            var length = 1;
            while (length < path.Length && leaves.Exists(other => other.Slot != slot && End(other.Path, length) == End(path, length)))
                length++;
            slot.Field = new(move, End(path, length), slot.Type, !slot.IsOptional && !optional, repeats);
            yield return slot.Field;
        }
    }

    /// <summary>The values of a record's fields, of records within it too; nothing for what is null.</summary>
    public static IEnumerable<(MoveField Field, object Value)> Values(FormSlot[] slots, object record)
    {
        foreach (var slot in slots)
        {
            // A record's parameter and its property have one name.
            if (record.GetType().GetProperty(slot.Parameter.Name!)!.GetValue(record) is not { } value)
                continue;
            foreach (var one in slot.IsList ? ((IEnumerable)value).Cast<object>() : [value])
            {
                if (slot.Field is { } field)
                    yield return (field, one);
                foreach (var inner in Values(slot.Inner, one))
                    yield return inner;
            }
        }
    }

    private static IEnumerable<(FormSlot Slot, string[] Path, bool Repeats, bool Optional)> Leaves(FormSlot[] slots, string[] path, bool repeats, bool optional)
    {
        foreach (var slot in slots)
        {
            string[] own = [.. path, Kebab.Of(slot.Parameter.Name!)];
            if (slot.Inner.Length == 0)
                yield return (slot, own, repeats || slot.IsList, optional);
            foreach (var leaf in Leaves(slot.Inner, own, repeats || slot.IsList, optional || slot.IsOptional))
                yield return leaf;
        }
    }

    private static string End(string[] path, int length) => string.Join('-', path[^Math.Min(length, path.Length)..]);
}

/// <summary>The values a field can hold, read from what was typed.</summary>
internal static class FieldValue
{
    private static readonly HashSet<Type> Ones =
    [
        typeof(string), typeof(PersonalText), typeof(DateOnly), typeof(int), typeof(decimal), typeof(bool), typeof(Agencies.AgencyCode),
        typeof(RequestNumber), typeof(CaseId), typeof(Figure), typeof(ReportFigures),
    ];

    /// <summary>Whether a type is one field and not a record of several.</summary>
    public static bool IsOne(Type type) => type.IsEnum || Ones.Contains(type);

    /// <returns>Null when the text is no such value.</returns>
    public static object? Read(Type type, string text, RegisterWords words)
    {
        if (type.IsEnum)
            return words.Read(type, text);
        if (type == typeof(PersonalText))
            return PersonalText.Of(text);
        if (type == typeof(string))
            return text;
        if (type == typeof(DateOnly))
            return DayText.TryRead(text, out var day) ? day : null;
        if (type == typeof(bool))
            return YesOrNo(text, words);
        if (type == typeof(Agencies.AgencyCode))
            return Agencies.AgencyCode.TryParse(text, out var code) ? code : null;
        if (type == typeof(RequestNumber))
            return NumberText.TryRead(text, out var number) ? number : null;
        if (type == typeof(CaseId))
            return NumberText.TryReadId(text, out var id) ? id : null;
        var plain = text.Normalize(System.Text.NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        if (type == typeof(int))
            return int.TryParse(plain, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var whole) ? whole : null;
        if (!decimal.TryParse(plain, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var amount))
            return null;
        return type == typeof(Figure) ? Figure.Of(amount) : amount;
    }

    /// <summary>What may be typed for a type, in words.</summary>
    public static string Wanted(Type type, RegisterWords words) => type.IsEnum
        ? words.Choices(type)
        : words.Phrases.Of($"Register.Wanted.{(Ones.Contains(type) ? type.Name : nameof(String))}");

    private static object? YesOrNo(string text, RegisterWords words) => RegisterWords.Fold(text) switch
    {
        "yes" or "true" or "y" or "1" or "是" or "同意" => true,
        "no" or "false" or "n" or "0" or "否" or "不同意" => false,
        var other => other == RegisterWords.Fold(words.Phrases.Of("Register.Yes")) ? true : null,
    };
}
