using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Records;

namespace Disclosure.Auditor.Extract;

/// <summary>Finds personal numbers in published text: identity card numbers and mobile numbers (Art. 15 and 32: personal privacy is not published).</summary>
/// <remarks>Says how many and of what kind, never the number: the note itself is stored and shown.</remarks>
internal static partial class PersonalData
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static IEnumerable<Note> Find(string text, string address, DateOnly today)
    {
        var plain = Halfwidth(text);
        var ids = EighteenDigits().Matches(plain).Where(match => IsIdentity(match.Value, today)).ToArray();
        if (ids.Length > 0)
            yield return new(NoteKind.IdNumber, address, Masked(ids));
        var mobiles = ElevenDigits().Matches(plain).ToArray();
        if (mobiles.Length > 0)
            yield return new(NoteKind.MobileNumber, address, Masked(mobiles));
    }

    private static string Masked(Match[] found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found[0].Value[0]}**…, {found[0].Length} digits, {found.Length} found");

    /// <summary>A valid check digit (ISO 7064 MOD 11-2, GB 11643) and a birth date that can be.</summary>
    private static bool IsIdentity(string number, DateOnly today)
    {
        var sum = Weights.Select((weight, index) => weight * (number[index] - '0')).Sum();
        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17])
            && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            && born.Year >= 1900 && born <= today;
    }

    private static string Halfwidth(string text) =>
        text.AsSpan().IndexOfAnyInRange('０', '９') < 0 ? text : string.Concat(text.Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c));

    [GeneratedRegex("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex EighteenDigits();

    [GeneratedRegex("(?<![0-9A-Za-z_./=-])1[3-9][0-9]{9}(?![0-9A-Za-z_.=])")]
    private static partial Regex ElevenDigits();
}
