using System.Globalization;

namespace Disclosure.Tables;

/// <summary>What stands in a number cell of a form: a number, or something that is none and must never be read as 0.</summary>
public readonly record struct Figure
{
    private Figure(decimal? value, string text) => (Value, Text) = (value, text);

    /// <summary>The number; null when the cell holds none.</summary>
    public decimal? Value { get; }

    /// <summary>The cell as printed: empty for a blank one.</summary>
    public string Text => field ?? "";

    public bool IsNumber => Value is not null;

    public static Figure Of(decimal value) => new(value, value.ToString("0.############", CultureInfo.InvariantCulture));

    /// <summary>A cell that holds no number: blank, "/", "-", words.</summary>
    public static Figure NotANumber(string text) => new(null, text);

    public override string ToString() => Text;
}
