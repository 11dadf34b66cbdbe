using System.Buffers;
using System.Text;

namespace Disclosure.Auditor.Fetch;

/// <summary>Decodes what nearly every page in a gb* encoding is made of, ASCII and two-byte characters, from a table.</summary>
/// <remarks>
/// The framework's decoder goes byte by byte and cost twice the download of such a page. The table is made by that decoder, so both
/// give the same characters; a page with anything else in it is left to the decoder from its beginning.
/// </remarks>
internal static class GbkText
{
    private const int Leads = 0x100;

    private static readonly Lazy<char[]> Pairs = new(Table);

    /// <returns>Null when a page holds more than ASCII and whole two-byte characters.</returns>
    public static string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        var pairs = Pairs.Value;
        var letters = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var count = 0;
            while (!bytes.IsEmpty)
            {
                Ascii.ToUtf16(bytes, letters.AsSpan(count), out var plain);
                count += plain;
                bytes = bytes[plain..];
                while (bytes is [>= 0x80 and var lead, ..])
                {
                    if (bytes.Length < 2 || pairs[lead * Leads + bytes[1]] is not (not '\0' and var letter))
                        return null;
                    letters[count++] = letter;
                    bytes = bytes[2..];
                }
            }

            return new string(letters, 0, count);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
        }
    }

    private static char[] Table()
    {
        var gb18030 = TextDecoding.Gb18030;
        var pairs = new char[Leads * Leads];
        Span<byte> pair = stackalloc byte[2];
        Span<char> letters = stackalloc char[4];
        for (var lead = 0x81; lead <= 0xFE; lead++)
        {
            for (var trail = 0x40; trail <= 0xFE; trail++)
            {
                (pair[0], pair[1]) = ((byte)lead, (byte)trail);
                if (gb18030.GetChars(pair, letters) == 1 && letters[0] != '\uFFFD')
                    pairs[lead * Leads + trail] = letters[0];
            }
        }

        return pairs;
    }
}
