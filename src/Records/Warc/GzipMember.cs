using System.Buffers.Binary;
using System.IO.Compression;

namespace Disclosure.Records.Warc;

/// <summary>One gzip member that says in its own header how long it is (an extra field, RFC 1952 §2.3.1.1), so that a file can be walked without unpacking it.</summary>
internal static class GzipMember
{
    private const int PlainHeader = 10;
    private const int ExtraField = 2 + 4 + 4;
    private const int Header = PlainHeader + ExtraField;
    private const byte HasExtra = 4;

    private static ReadOnlySpan<byte> Begin => [0x1f, 0x8b, 8, HasExtra];

    private static ReadOnlySpan<byte> Field => [8, 0, (byte)'D', (byte)'L', 4, 0];

    public static byte[] Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);

        var plain = packed.GetBuffer().AsSpan(0, checked((int)packed.Length));
        var member = new byte[plain.Length + ExtraField];
        plain[..PlainHeader].CopyTo(member);
        member[3] |= HasExtra;
        Field.CopyTo(member.AsSpan(PlainHeader));
        BinaryPrimitives.WriteUInt32LittleEndian(member.AsSpan(PlainHeader + Field.Length), (uint)member.Length);
        plain[PlainHeader..].CopyTo(member.AsSpan(Header));
        return member;
    }

    /// <summary>Where the last whole member ends; what follows was interrupted.</summary>
    /// <exception cref="InvalidDataException">The file holds members of another program.</exception>
    public static long EndOfWholeMembers(Stream file)
    {
        Span<byte> header = stackalloc byte[Header];
        long last = 0, at = 0;
        while (at < file.Length)
        {
            file.Position = at;
            var read = file.ReadAtLeast(header, Header, throwOnEndOfStream: false);
            if (read < Header)
                break;
            if (!header.StartsWith(Begin) || !header[PlainHeader..].StartsWith(Field))
                throw new InvalidDataException($"Byte {at} does not begin a record of this program; move the file away.");
            var end = at + BinaryPrimitives.ReadUInt32LittleEndian(header[(PlainHeader + Field.Length)..]);
            if (end > file.Length || end < at + Header)
                break;
            (last, at) = (at, end);
        }

        // A power cut may leave the last member's length right and its bytes missing.
        return at == 0 || IsWhole(file, last, at) ? at : last;
    }

    private static bool IsWhole(Stream file, long from, long to)
    {
        var member = new byte[checked((int)(to - from))];
        file.Position = from;
        file.ReadExactly(member);
        try
        {
            using var gzip = new GZipStream(new MemoryStream(member), CompressionMode.Decompress);
            gzip.CopyTo(Stream.Null);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
