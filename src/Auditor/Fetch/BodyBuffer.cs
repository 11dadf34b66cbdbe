using System.Buffers;

namespace Disclosure.Auditor.Fetch;

/// <summary>The bytes of one answer, in rented memory that grows up to a cap and not a byte further.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int FirstRent = 32 * 1024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(FirstRent);
    private int _length;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, _length);

    /// <summary>Reads to the end, to the cap, or to the point where the beginning shows a file nobody reads as a page.</summary>
    /// <remarks>What was read before an exception stays, because it is evidence and may be the whole page.</remarks>
    public async ValueTask<BodyEnd> FillAsync(Stream stream, int cap, bool refuseFiles, CancellationToken cancellationToken)
    {
        var looked = !refuseFiles;
        while (true)
        {
            if (_length == _bytes.Length)
                Grow(cap);
            var room = Math.Min(_bytes.Length, cap + 1) - _length;
            var read = await stream.ReadAsync(_bytes.AsMemory(_length, room), cancellationToken);
            if (read == 0)
                return BodyEnd.Whole;
            _length += read;
            if (_length > cap)
            {
                _length = cap;
                return BodyEnd.AtCap;
            }

            if (!looked && _length >= FileSigns.Longest)
            {
                looked = true;
                if (FileSigns.Of(Span) is not null)
                    return BodyEnd.File;
            }
        }
    }

    /// <summary>Whether the bytes end like a finished HTML document.</summary>
    public bool EndsLikeAPage()
    {
        var end = Span.TrimEnd(" \r\n\t\0"u8);
        return end.Length >= 7 && System.Text.Ascii.EqualsIgnoreCase(end[^7..], "</html>"u8);
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _length = 0;
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private void Grow(int cap)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min((long)_bytes.Length * 2, (long)cap + 1));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}

/// <summary>How the reading of a body ended.</summary>
internal enum BodyEnd
{
    Whole,
    AtCap,

    /// <summary>The bytes begin like an attachment: a PDF, an archive, a picture.</summary>
    File,
}

/// <summary>Tells a page from a file, by what the server says and by what the bytes begin with.</summary>
internal static class FileSigns
{
    public const int Longest = 8;

    /// <summary>What kind of file the bytes begin like; null for text.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF"u8))
            return "PDF";
        if (bytes.StartsWith("PK\x03\x04"u8))
            return "ZIP";
        if (bytes.StartsWith("Rar!"u8))
            return "RAR";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return "OLE document";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "PNG";
        if (bytes.StartsWith("GIF8"u8))
            return "GIF";
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "JPEG" : null;
    }

    /// <summary>Whether a media type is text a page or a data answer may come in; a server that names none is given the benefit of the doubt.</summary>
    public static bool IsText(string mediaType) =>
        mediaType.Length == 0
        || mediaType.StartsWith("text/", StringComparison.Ordinal)
        || mediaType.EndsWith("+xml", StringComparison.Ordinal)
        || mediaType.EndsWith("+json", StringComparison.Ordinal)
        || mediaType is "application/xml" or "application/json" or "application/javascript" or "application/x-javascript" or "application/ecmascript";
}
