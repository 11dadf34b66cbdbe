using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>Days out of text and out of addresses.</summary>
internal static partial class DateReader
{
    public static DateOnly? FromText(string text, DateOnly today) => Day(Shown().Match(text), today);

    public static DateOnly? FromAddress(string address, DateOnly today) => Day(InAddress().Match(address), today);

    private static DateOnly? Day(Match match, DateOnly today) =>
        match.Success && DateOnly.TryParseExact($"{match.Groups[1].Value}-{match.Groups[2].Value.PadLeft(2, '0')}-{match.Groups[3].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year >= 1990 && day <= today.AddYears(5)
            ? day
            : null;

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")]
    private static partial Regex Shown();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)[-/]?(\d{1,2})[-/]?(\d{1,2})(?!\d)")]
    private static partial Regex InAddress();
}
