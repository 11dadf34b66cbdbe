using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records.LiteDb;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records;

/// <summary>What a column's pages answered last time, one file for each column: losing one costs that column a full fetch, never a fact.</summary>
/// <remarks>
/// A run reads a column's file once and writes it at most once, so plain files cost less than any engine, and nothing of them stays in
/// memory. A file is written beside its place and then put there, without a flush; a checksum over all of it tells one that a power cut
/// or anything else has damaged. What cannot be read counts as never remembered.
/// </remarks>
internal sealed class PageCache(string folder, ILogger logger)
{
    /// <summary>A column with more to remember than this is read in full every time.</summary>
    private const int MaxBytes = 16 * 1024 * 1024;

    private const int Version = 1;
    private const int None = -1;

    /// <summary>The pages by their addresses; empty when nothing is remembered.</summary>
    public IReadOnlyDictionary<string, PageMemory> Recall(AgencyCode agency, ColumnId column)
    {
        var file = FileOf(agency, column);
        var pages = new Dictionary<string, PageMemory>(StringComparer.Ordinal);
        byte[]? rented = null;
        try
        {
            if (!File.Exists(file))
                return pages;
            using var handle = File.OpenHandle(file);
            var length = RandomAccess.GetLength(handle);
            if (length is < SHA256.HashSizeInBytes or > MaxBytes)
                throw new InvalidDataException($"{file} has {length} bytes.");
            rented = ArrayPool<byte>.Shared.Rent((int)length);
            var bytes = rented.AsSpan(0, RandomAccess.Read(handle, rented.AsSpan(0, (int)length), 0));
            Read(bytes, pages);
        }
        catch (Exception damage) when (damage is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Log.PagesForgotten(logger, damage, agency.Value, column.Value);
            pages.Clear();
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }

        return pages;
    }

    /// <summary>Puts what is to be remembered of a column in the place of what was.</summary>
    public void Remember(AgencyCode agency, ColumnId column, IReadOnlyCollection<PageMemory> pages)
    {
        var file = FileOf(agency, column);
        var most = SHA256.HashSizeInBytes + 2 * sizeof(int) + pages.Sum(page => (long)MostBytesOf(page));
        if (most > MaxBytes)
            pages = [];
        var rented = ArrayPool<byte>.Shared.Rent((int)Math.Min(most, MaxBytes));
        try
        {
            var length = Write(rented, pages);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using (var handle = File.OpenHandle(file + ".new", FileMode.Create, FileAccess.Write))
                RandomAccess.Write(handle, rented.AsSpan(0, length), 0);
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What was remembered before still holds: every use of it is conditional on the page being the same.
            Log.PagesNotRemembered(logger, refused, agency.Value, column.Value);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>A column's id may hold what no file name may.</summary>
    internal string FileOf(AgencyCode agency, ColumnId column) => Path.Combine(folder, agency.Value, Keys.Hash(column.Value));

    private static int MostBytesOf(PageMemory page) =>
        5 * sizeof(int) + 3 * (page.Address.Length + (page.ETag?.Length ?? 0) + (page.LastModified?.Length ?? 0) + page.Sha256.Length + page.Extraction.Length);

    private static int Write(Span<byte> bytes, IReadOnlyCollection<PageMemory> pages)
    {
        var at = SHA256.HashSizeInBytes;
        WriteNumber(bytes, ref at, Version);
        WriteNumber(bytes, ref at, pages.Count);
        foreach (var page in pages)
        {
            WriteText(bytes, ref at, page.Address);
            WriteText(bytes, ref at, page.ETag);
            WriteText(bytes, ref at, page.LastModified);
            WriteText(bytes, ref at, page.Sha256);
            WriteText(bytes, ref at, page.Extraction);
        }

        SHA256.HashData(bytes[SHA256.HashSizeInBytes..at], bytes);
        return at;
    }

    private static void Read(ReadOnlySpan<byte> bytes, Dictionary<string, PageMemory> pages)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[SHA256.HashSizeInBytes..], hash);
        if (!hash.SequenceEqual(bytes[..SHA256.HashSizeInBytes]))
            throw new InvalidDataException("The checksum is wrong.");

        var at = SHA256.HashSizeInBytes;
        if (ReadNumber(bytes, ref at) != Version)
            return;
        for (var left = ReadNumber(bytes, ref at); left > 0; left--)
        {
            var address = ReadText(bytes, ref at)!;
            pages[address] = new(address, ReadText(bytes, ref at), ReadText(bytes, ref at), ReadText(bytes, ref at)!, ReadText(bytes, ref at)!);
        }
    }

    private static void WriteNumber(Span<byte> bytes, ref int at, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes[at..], number);
        at += sizeof(int);
    }

    private static void WriteText(Span<byte> bytes, ref int at, string? text)
    {
        var length = text is null ? None : Encoding.UTF8.GetBytes(text, bytes[(at + sizeof(int))..]);
        WriteNumber(bytes, ref at, length);
        at += Math.Max(0, length);
    }

    private static int ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        at += sizeof(int);
        return number;
    }

    private static string? ReadText(ReadOnlySpan<byte> bytes, ref int at)
    {
        var length = ReadNumber(bytes, ref at);
        if (length == None)
            return null;
        at += length;
        return Encoding.UTF8.GetString(bytes.Slice(at - length, length));
    }
}
