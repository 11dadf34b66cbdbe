namespace Disclosure.Columns;

/// <summary>
/// Names one column of one portal in files, alerts and chat commands. Unique within its portal; kept when the column's
/// name or address changes, so that its history stays with it.
/// </summary>
public readonly record struct ColumnId
{
    /// <summary>The longest id; a Telegram callback and a LiteDB index key both carry it whole.</summary>
    public const int MaxLength = 80;

    private readonly string? _value;

    private ColumnId(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("A column id must be parsed, not defaulted.");

    /// <exception cref="FormatException">Empty, longer than <see cref="MaxLength"/>, or with white space or control characters.</exception>
    public static ColumnId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"'{text}' is not a column id: 1 to {MaxLength} characters without spaces.");

    public static bool TryParse(string? text, out ColumnId id)
    {
        var valid = text is { Length: > 0 and <= MaxLength } && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        id = valid ? new ColumnId(text!) : default;
        return valid;
    }

    public override string ToString() => _value ?? "";
}
