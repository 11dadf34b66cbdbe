using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Disclosure.Auditor.Fetch;

/// <summary>Turns the bytes of a page into text, in the encoding they are in rather than the one they are labelled with.</summary>
/// <remarks>
/// Byte order mark, then the HTTP charset, then the page's own label; but a label yields to the bytes. UTF-8 that is valid and has
/// Chinese in it is hardly ever anything else, and text in a gb* encoding is hardly ever valid UTF-8, so the two check each other.
/// Every gb* label is read as GB18030, which holds the others and the rare characters of names and places.
/// </remarks>
internal static class TextDecoding
{
    /// <summary>Where in a page its label is looked for.</summary>
    private const int LabelArea = 4096;

    /// <summary>Of the sequences that could be UTF-8, how many in a hundred must be for a damaged page to count as UTF-8.</summary>
    private const int DamagedUtf8Share = 90;

    private static readonly SearchValues<byte> LabelEnd = SearchValues.Create("\"'<>/;, \t\r\n?"u8);

    internal static readonly Encoding Gb18030;

    // An initialiser would run when the field is first read, which a page labelled Big5 never does.
#pragma warning disable CA1810
    static TextDecoding()
#pragma warning restore CA1810
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding(54936, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
    }

    /// <param name="truncated">Whether the body was cut at the cap and may end inside a character.</param>
    /// <returns>The text, and the encoding with how it was found (<c>gb18030 by meta</c>).</returns>
    public static (string Text, string Charset) Decode(ReadOnlySpan<byte> body, string? headerCharset, bool truncated)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Text(Encoding.Unicode, body[2..], truncated), "utf-16le by byte order mark");
        if (body.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (Text(Encoding.BigEndianUnicode, body[2..], truncated), "utf-16be by byte order mark");

        var marked = body.StartsWith(Encoding.UTF8.Preamble);
        if (marked)
            body = body[3..];
        var (label, how) = marked ? ("utf-8", "byte order mark") : Label(body, headerCharset);
        var labelled = label is null ? null : Known(label);
        var utf8 = WholeCharacters(body, truncated);
        if (Utf8.IsValid(utf8))
            return OfValidUtf8(body, utf8, label, how, labelled, truncated);
        if (MostlyUtf8(body))
            return (Encoding.UTF8.GetString(utf8), labelled is UTF8Encoding ? $"utf-8 by {how}, damaged" : Contradicted("utf-8", label, ", damaged"));
        return labelled is null or UTF8Encoding || IsWestern(labelled)
            ? (Text(Gb18030, body, truncated), Contradicted("gb18030", label, ""))
            : (Text(labelled, body, truncated), $"{labelled.WebName} by {how}");
    }

    private static (string Text, string Charset) OfValidUtf8(ReadOnlySpan<byte> body, ReadOnlySpan<byte> utf8, string? label, string how, Encoding? labelled, bool truncated)
    {
        if (Ascii.IsValid(body))
            return (Encoding.ASCII.GetString(body), labelled is null ? "ascii by content" : $"{labelled.WebName} by {how}");
        if (labelled is null)
            return (Encoding.UTF8.GetString(utf8), Contradicted("utf-8", label, ""));
        if (labelled is UTF8Encoding)
            return (Encoding.UTF8.GetString(utf8), $"utf-8 by {how}");

        // Two-byte sequences alone can be a few GBK characters by chance; Chinese in UTF-8 always takes three.
        return IsWestern(labelled) || utf8.IndexOfAnyInRange((byte)0xE0, (byte)0xEF) >= 0
            ? (Encoding.UTF8.GetString(utf8), Contradicted("utf-8", label, ""))
            : (Text(labelled, body, truncated), $"{labelled.WebName} by {how}");
    }

    private static string Contradicted(string charset, string? label, string damage) =>
        label is null ? $"{charset} by content{damage}" : $"{charset} by content, labelled {label}{damage}";

    private static (string? Label, string How) Label(ReadOnlySpan<byte> body, string? headerCharset)
    {
        // Servers add ISO-8859-1 by default and know nothing of the page: only a label that can be Chinese is an answer.
        var header = headerCharset?.Trim(' ', '"', '\'');
        if (header is { Length: > 0 } && Known(header) is { } encoding && !IsWestern(encoding))
            return (header, "header");
        if (MetaLabel(body[..Math.Min(body.Length, LabelArea)]) is { } meta)
            return (meta, "meta");
        return (header is { Length: > 0 } ? header : null, "header");
    }

    /// <summary>The charset or encoding a page's beginning names, in a meta element or an XML declaration.</summary>
    private static string? MetaLabel(ReadOnlySpan<byte> start)
    {
        foreach (var name in (ReadOnlySpan<string>)["charset", "encoding"])
        {
            var rest = start;
            while (rest.IndexOf(Encoding.ASCII.GetBytes(name)) is >= 0 and var at || IndexOfUpper(rest, name, out at))
            {
                rest = rest[(at + name.Length)..].TrimStart(" \t\r\n"u8);
                if (rest is not [(byte)'=', ..])
                    continue;
                var value = rest[1..].TrimStart(" \t\r\n\"'"u8);
                var end = value.IndexOfAny(LabelEnd);
                if (end > 0 && Encoding.ASCII.GetString(value[..end]) is var label && Known(label) is not null)
                    return label;
            }
        }

        return null;
    }

    private static bool IndexOfUpper(ReadOnlySpan<byte> bytes, string name, out int at)
    {
        at = bytes.IndexOf(Encoding.ASCII.GetBytes(name.ToUpperInvariant()));
        return at >= 0;
    }

    /// <summary>The encoding of a label, however it is spelled; null for one nobody knows.</summary>
    private static Encoding? Known(string label)
    {
        var plain = label.ToLowerInvariant().Replace('_', '-');
        if (plain is "utf8" or "utf-8" or "x-utf-8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be" or "unicode")
            return Encoding.UTF8;
        if (plain.StartsWith("gb", StringComparison.Ordinal) || plain is "x-gbk" or "csgb2312" or "chinese" or "cp936" or "ms936" or "windows-936" or "euc-cn" or "x-euc-cn" or "iso-ir-58")
            return Gb18030;
        if (plain is "big5" or "big5-hkscs" or "x-x-big5" or "cn-big5" or "csbig5")
            return Encoding.GetEncoding(950);
        return plain is "iso-8859-1" or "iso8859-1" or "latin1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252" ? Encoding.Latin1 : null;
    }

    private static bool IsWestern(Encoding encoding) => encoding.CodePage == Encoding.Latin1.CodePage;

    /// <summary>Without the beginning of a character that the cap cut in two.</summary>
    private static ReadOnlySpan<byte> WholeCharacters(ReadOnlySpan<byte> body, bool truncated)
    {
        for (var back = 1; truncated && back <= Math.Min(3, body.Length); back++)
        {
            var value = body[^back];
            var length = value >= 0xF0 ? 4 : value >= 0xE0 ? 3 : value >= 0xC0 ? 2 : 1;
            if (length > back)
                return body[..^back];
            if (value < 0x80 || length > 1)
                break;
        }

        return body;
    }

    /// <summary>A page whose template cut a character in two is still UTF-8; text in a gb* encoding read as UTF-8 is nearly all errors.</summary>
    private static bool MostlyUtf8(ReadOnlySpan<byte> body)
    {
        long good = 0;
        long bad = 0;
        while (true)
        {
            var next = body.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                break;
            body = body[next..];
            var whole = Rune.DecodeFromUtf8(body, out _, out var consumed) is OperationStatus.Done;
            good += whole ? 1 : 0;
            bad += whole ? 0 : 1;
            body = body[consumed..];
        }

        return good * 100 >= (good + bad) * DamagedUtf8Share;
    }

    private static string Text(Encoding encoding, ReadOnlySpan<byte> bytes, bool truncated)
    {
        if (encoding == Gb18030 && GbkText.TryDecode(bytes) is { } common)
            return common;
        if (!truncated)
            return encoding.GetString(bytes);
        var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
        var count = encoding.GetDecoder().GetChars(bytes, characters, flush: false);
        return new string(characters, 0, count);
    }
}
