using System.Collections;
using System.Globalization;
using System.Reflection;
using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Records.Tests;

/// <summary>Makes values of any type a register entry is made of, through its constructor: examples that are always the same, or random ones.</summary>
/// <param name="random">Null for examples: every field set, texts that say which field they are.</param>
internal sealed class AnyValue(Random? random)
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<Type> KindsOf(Type family) =>
        [.. family.GetNestedTypes().Where(type => type.IsSubclassOf(family)).OrderBy(type => type.MetadataToken)];

    public CaseMove CaseMove(Type kind) => (CaseMove)Of(kind, "");

    public YearMove YearMove(Type kind) => (YearMove)Of(kind, "");

    public LedgerEntry Entry(CaseMove move) => new(move, (Actor)Of(typeof(Actor), "by"), (DateOnly)Of(typeof(DateOnly), "on"), (DateTimeOffset)Of(typeof(DateTimeOffset), "recordedAt"), random?.Next(2) == 0 ? null : PersonalText.Of(Text("reason")));

    /// <summary>Everything in a value, personal texts opened, for comparing.</summary>
    public static string Describe(object? value) => value switch
    {
        null => "null",
        PersonalText text => text.IsErased ? "erased" : text.IsClosed ? "closed" : $"«{text.Reveal()}»",
        string text => $"\"{text}\"",
        Figure figure => $"{figure.Value?.ToString(CultureInfo.InvariantCulture)}[{figure.Text}]",
        RequestFigures figures => string.Join(' ', from row in RequestRows.All from heading in RequestHeadings.All select Describe(figures[row, heading])),
        RemedyFigures figures => string.Join(' ', from route in Enum.GetValues<RemedyRoute>() from heading in Enum.GetValues<RemedyHeading>() select Describe(figures[route, heading])),
        DateTimeOffset at => at.ToString("O", CultureInfo.InvariantCulture),
        IFormattable or bool or CaseId or AgencyCode or RequestNumber => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Describe))}]",
        _ => $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.GetIndexParameters().Length == 0).Select(one => $"{one.Name}={Describe(one.GetValue(value))}"))})",
    };

    private object Of(Type type, string name) => type switch
    {
        _ when type == typeof(string) => Text(name),
        _ when type == typeof(int) => random?.Next(0, 100_000) ?? 3,
        _ when type == typeof(bool) => random is null || random.Next(2) == 0,
        _ when type == typeof(decimal) => random is null ? 12.50m : random.Next(-1_000_000, 1_000_000) / (decimal)Math.Pow(10, random.Next(5)),
        _ when type == typeof(DateOnly) => random is null ? new DateOnly(2025, 3, 4) : new DateOnly(2008, 1, 1).AddDays(random.Next(20_000)),
        _ when type == typeof(DateTimeOffset) => random is null ? Some.Morning : new DateTimeOffset(random.NextInt64(630_000_000_000_000_000, 660_000_000_000_000_000), TimeSpan.FromHours(random.Next(-11, 12))),
        _ when type == typeof(PersonalText) => random?.Next(20) == 0 ? PersonalText.Erased : PersonalText.Of(Text(name)),
        _ when type == typeof(CaseId) => CaseId.Parse($"case-{random?.Next() ?? 1}"),
        _ when type == typeof(AgencyCode) => Some.Town,
        _ when type == typeof(RequestNumber) => new RequestNumber(random?.Next(2008, 2999) ?? 2025, random?.Next(1, 999_999) ?? 7),
        _ when type == typeof(Roles) => random is null ? Roles.Clerk | Roles.DeptHead : (Roles)random.Next(1024),
        _ when type == typeof(Figure) => AnyFigure(),
        _ when type == typeof(RequestFigures) => new RequestFigures((_, _) => AnyFigure()),
        _ when type == typeof(RemedyFigures) => new RemedyFigures((_, _) => AnyFigure()),
        { IsEnum: true } => Enum.GetValues(type).GetValue(random?.Next(Enum.GetValues(type).Length) ?? 1)!,
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GetGenericArguments()[0], name),
        _ => Record(type),
    };

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(Argument)]);
    }

    private object? Argument(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType);
        var mayBeNull = type is not null || Nullability.Create(parameter).WriteState is NullabilityState.Nullable;
        return mayBeNull && random?.Next(3) == 0 ? null : Of(type ?? parameter.ParameterType, parameter.Name!);
    }

    private Array List(Type type, string name)
    {
        var list = Array.CreateInstance(type, random?.Next(4) ?? 2);
        for (var at = 0; at < list.Length; at++)
            list.SetValue(Of(type, name), at);
        return list;
    }

    private Figure AnyFigure() => (random?.Next(5) ?? 0) switch
    {
        0 => Figure.Of(random is null ? 7 : random.Next(100_000) / 100m),
        1 => Figure.NotANumber(""),
        2 => Figure.NotANumber("'/"),
        _ => Figure.Of(random!.Next(100)),
    };

    private string Text(string name)
    {
        string[] pieces = ["维吾尔", "\n", "\"", "<b>", "\\", "😀", "a", " ", "ئۇيغۇر", "\u0000", "张三"];
        return random is null ? name : string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
