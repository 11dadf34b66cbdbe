using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Records.LiteDb;

/// <summary>The read model's keys. Parts are joined by a space, which neither an agency code nor a column id can hold.</summary>
/// <remarks>An index key holds 1,023 bytes and an address may be longer: it stands in keys as the beginning of its hash.</remarks>
internal static class Keys
{
    /// <summary>Sorts before every digit and letter, after the space: the end of everything that begins with a part.</summary>
    private const char AfterSpace = '!';

    public static string Of(AgencyCode agency, string part) => $"{agency.Value} {part}";

    public static string Of(AgencyCode agency, ColumnId column, string part) => $"{agency.Value} {column.Value} {part}";

    /// <summary>The bounds of all keys that begin with these parts.</summary>
    public static (string From, string To) Under(params string[] parts)
    {
        var joined = string.Join(' ', parts);
        return (joined + " ", joined + AfterSpace);
    }

    /// <summary>Sorts by time, then by place in the journal.</summary>
    public static string OfInstant(AgencyCode agency, DateTimeOffset at, long seq) => Of(agency, Instant(at) + " " + seq.ToString("D19", CultureInfo.InvariantCulture));

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
