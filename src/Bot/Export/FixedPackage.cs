using System.IO.Compression;

namespace Disclosure.Bot.Export;

/// <summary>An Office package whose bytes depend on its content alone, so that the hash of a published file says something.</summary>
internal static class FixedPackage
{
    /// <summary>The earliest time a zip entry can carry.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same parts in a fixed order and without the time they were made at.</summary>
    public static byte[] Of(Stream package)
    {
        using var fixedBytes = new MemoryStream();
        using (var made = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var target = new ZipArchive(fixedBytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in made.Entries.OrderBy(Rank).ThenBy(part => part.FullName, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = NoTime;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return fixedBytes.ToArray();
    }

    /// <summary>Readers that look at the first entries only expect these two there.</summary>
    private static int Rank(ZipArchiveEntry part) => part.FullName switch
    {
        "[Content_Types].xml" => 0,
        "_rels/.rels" => 1,
        _ => 2,
    };
}
