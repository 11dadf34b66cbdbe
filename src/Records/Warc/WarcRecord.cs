using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Records.Warc;

/// <summary>Builds WARC 1.1 records (ISO 28500:2017), the format web archives and courts' experts can read with their own tools.</summary>
internal static class WarcRecord
{
    private const string IdBegins = "<urn:uuid:";
    private const int IdVersionWithInstant = 7;

    public static string NewId() => $"{IdBegins}{Guid.NewGuid():D}>";

    /// <summary>An id that tells when the record was made, to the millisecond (RFC 9562, version 7).</summary>
    public static string NewId(DateTimeOffset at) => $"{IdBegins}{Guid.CreateVersion7(at):D}>";

    /// <summary>When the record of an id was made; null for an id that does not tell.</summary>
    public static DateTimeOffset? MadeAt(string id)
    {
        if (!id.StartsWith(IdBegins, StringComparison.Ordinal) || !id.EndsWith('>') || !Guid.TryParseExact(id.AsSpan(IdBegins.Length, id.Length - IdBegins.Length - 1), "D", out var guid) || guid.Version != IdVersionWithInstant)
            return null;
        var milliseconds = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(guid.ToByteArray(bigEndian: true)) >>> 16;
        return milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    public static byte[] Info(string id, DateTimeOffset at, string file, string agency, string run)
    {
        var block = Encoding.UTF8.GetBytes(
            "software: disclosure desk auditor\r\nformat: WARC File Format 1.1\r\n"
            + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
            + $"isPartOf: {agency} {run}\r\n");
        return Build("warcinfo", id, at, [("WARC-Filename", file), ("Content-Type", "application/warc-fields")], block);
    }

    public static byte[] Response(string id, string infoId, CapturedResponse response)
    {
        var head = HttpHead(response.Head, response.Body.Length);
        byte[] block = [.. head, .. response.Body.Span];
        List<(string, string)> fields =
        [
            ("WARC-Target-URI", response.Target.AbsoluteUri),
            ("WARC-Warcinfo-ID", infoId),
            ("WARC-Payload-Digest", Digest(response.Body.Span)),
        ];
        if (response.IpAddress is { } address)
            fields.Add(("WARC-IP-Address", address.ToString()));
        if (response.Truncated)
            fields.Add(("WARC-Truncated", "length"));
        fields.Add(("Content-Type", "application/http;msgtype=response"));
        return Build("response", id, response.At, fields, block);
    }

    /// <summary>The head as received, except for the fields that describe a coding the body no longer has.</summary>
    private static byte[] HttpHead(string head, int bodyLength)
    {
        var lines = head.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0 || !lines[0].StartsWith("HTTP/", StringComparison.Ordinal))
            throw new ArgumentException("The head of a response begins with its status line.", nameof(head));

        var text = new StringBuilder().Append(lines[0]).Append("\r\n");
        foreach (var line in lines.Skip(1))
        {
            var name = line.Split(':')[0].Trim();
            if (name.ToLowerInvariant() is "content-encoding" or "transfer-encoding" or "content-length")
                text.Append("X-Archive-Orig-");
            text.Append(line).Append("\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Content-Length: {bodyLength}\r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static byte[] Build(string type, string id, DateTimeOffset at, IEnumerable<(string Name, string Value)> fields, byte[] block)
    {
        var head = new StringBuilder("WARC/1.1\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Type: {type}\r\nWARC-Record-ID: {id}\r\nWARC-Date: {at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}\r\n");
        foreach (var (name, value) in fields)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"WARC-Block-Digest: {Digest(block)}\r\nContent-Length: {block.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. block, .. "\r\n\r\n"u8];
    }

    private static string Digest(ReadOnlySpan<byte> bytes) => "sha256:" + Base32(SHA256.HashData(bytes));

    /// <summary>RFC 4648 with padding, which is how archives' tools write digests.</summary>
    internal static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            held = ((held << 8) | one) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Alphabet[(held >> (bits - 5)) & 31]);
        }

        if (bits > 0)
            text.Append(Alphabet[(held << (5 - bits)) & 31]);
        while (text.Length % 8 != 0)
            text.Append('=');
        return text.ToString();
    }
}
