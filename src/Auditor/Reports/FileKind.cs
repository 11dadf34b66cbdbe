using System.IO.Compression;
using System.Text;

namespace Disclosure.Auditor.Reports;

/// <summary>What a file is by its bytes; its name is not asked, because portals serve Word files as html and web pages as xls.</summary>
internal enum FileKind
{
    Word,
    Excel,
    Text,
}

internal static class FileKinds
{
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <returns>The kind of a file that can be read, or why this one cannot.</returns>
    public static (FileKind? Kind, ReportFault Fault, string Detail) Of(ReadOnlyMemory<byte> bytes)
    {
        var start = bytes.Span;
        if (start.IsEmpty)
            return (null, ReportFault.Empty, "no bytes");
        if (start.StartsWith("PK"u8))
            return OfPackage(bytes);
        var head = start[..Math.Min(start.Length, 1024)];
        if (head.IndexOf("%PDF-"u8) >= 0)
            return (null, ReportFault.Pdf, "PDF");
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return start.IndexOf(EncryptedPackage) >= 0 ? (null, ReportFault.Encrypted, "encrypted package") : (null, ReportFault.OldOffice, "OLE document");
        if (start.StartsWith("{\\rtf"u8))
            return (null, ReportFault.Rtf, "RTF");
        if (head.IndexOf("MIME-Version:"u8) >= 0)
            return (null, ReportFault.WebArchive, "MIME archive");
        if (start.StartsWith("Rar!"u8) || start.StartsWith("7z"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return (null, ReportFault.Archive, "archive");
        if (IsPicture(start))
            return (null, ReportFault.Picture, "picture");
        // UTF-16 announces itself; any other text is without zero bytes.
        return !start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) && !start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) && head.Contains((byte)0)
            ? (null, ReportFault.Damaged, "unknown binary data")
            : (FileKind.Text, default, "");
    }

    private static (FileKind?, ReportFault, string) OfPackage(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            bool Holds(string name) => package.Entries.Any(entry => entry.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (Holds("word/document.xml"))
                return (FileKind.Word, default, "");
            if (Holds("xl/workbook.xml"))
                return (FileKind.Excel, default, "");
            return Holds("OFD.xml") ? (null, ReportFault.Ofd, "OFD") : (null, ReportFault.Archive, "zip");
        }
        catch (InvalidDataException damaged)
        {
            return (null, ReportFault.Damaged, damaged.Message);
        }
    }

    private static bool IsPicture(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])
        || start.StartsWith("GIF8"u8)
        || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || start.StartsWith("BM"u8)
        || (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..12].SequenceEqual("WEBP"u8))
        || start.StartsWith("II*\0"u8)
        || start.StartsWith("MM\0*"u8);
}
