using System.Globalization;

namespace Disclosure.Records.Stored;

/// <summary>How single values stand in stored text: ISO dates, names instead of numbers.</summary>
internal static class StoredText
{
    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day is { } value ? Of(value) : null;

    /// <summary>With its offset, to the tick.</summary>
    public static string Of(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    public static string Of(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    public static string Of(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string? Of<T>(T? name)
        where T : struct, Enum => name is { } value ? Of(value) : null;

    public static string Of<T>(T name)
        where T : struct, Enum => Enum.GetName(name) ?? throw new ArgumentOutOfRangeException(nameof(name), name, "It has no name to be stored under.");

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNone(string? text) => text is null ? null : Day(text);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static TimeSpan Span(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    public static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public static T? NameOrNone<T>(string? text)
        where T : struct, Enum => text is null ? null : Name<T>(text);

    /// <exception cref="FormatException">No such name; a number is not a name.</exception>
    public static T Name<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.GetName(value) == text
            ? value
            : throw new FormatException($"'{text}' is not one of {string.Join(", ", Enum.GetNames<T>())}.");
}
