using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Bot.Register;

/// <summary>Reads a day as offices write it: <c>2025-01-02</c>, <c>2025/1/2</c>, <c>2025.1.2</c>, <c>2025年1月2日</c>, <c>20250102</c>.</summary>
/// <remarks>The year always comes first and has four digits: <c>1/2/2025</c> would be two different days.</remarks>
internal static partial class DayText
{
    /// <summary>The first day a spreadsheet can number: serial 1 is 1 January 1900, and the day 29 February 1900 that never was is counted.</summary>
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public static bool TryRead(string text, out DateOnly day)
    {
        day = default;
        var match = Shape().Match(text.Normalize(NormalizationForm.FormKC).Trim());
        return match.Success && DateOnly.TryParseExact(
            $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day);
    }

    /// <summary>The same, and a day as a spreadsheet numbers it, when a cell lost its format.</summary>
    public static bool TryReadCell(string text, out DateOnly day)
    {
        if (TryRead(text, out day))
            return true;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial is < 36526 or >= 73051)
            return false;
        day = SerialZero.AddDays((int)serial);
        return true;
    }

    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})日?|(?<m>\d{2})(?<d>\d{2}))(?:[ T]+0?0:00(?::00(?:\.0+)?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
