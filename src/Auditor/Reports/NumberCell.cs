using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>What stands in a number cell: a number in any width of digits, or what stands there instead, which is never 0.</summary>
internal static partial class NumberCell
{
    public static Figure Read(string text)
    {
        var plain = LabelText.Plain(text);
        // A gap between digits may be a cell folded in two or two numbers; which of them is not ours to say.
        var gap = Gap().IsMatch(text.Trim());
        return !gap && Number().Match(plain) is { Success: true } && decimal.TryParse(plain.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Figure.Of(value)
            : Figure.NotANumber(text.Trim());
    }

    [GeneratedRegex(@"^[+-]?([0-9]{1,20}|[0-9]{1,3}(,[0-9]{3}){1,6})(\.[0-9]{1,8})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"[0-9０-９]\s+[0-9０-９.．]", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
