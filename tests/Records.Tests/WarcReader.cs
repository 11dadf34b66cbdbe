using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Disclosure.Records.Tests;

/// <summary>A strict reader of WARC 1.1 written from the standard, sharing nothing with the writer: refuses whatever the standard does not allow.</summary>
internal static class WarcReader
{
    public sealed record Record(string Type, IReadOnlyDictionary<string, string> Fields, byte[] Block);

    public static IReadOnlyList<Record> Read(string file, bool tornTailAllowed = false)
    {
        var records = new List<Record>();
        var bytes = File.ReadAllBytes(file);
        for (var at = 0; at < bytes.Length;)
        {
            if (Member(bytes, ref at, tornTailAllowed) is not { } member)
                return records;
            records.Add(Parse(member));
        }

        return records;
    }

    /// <summary>Finds a member's end without the writer's own length field: the shortest span that unpacks whole and is followed by the end or a member.</summary>
    private static byte[]? Member(byte[] bytes, ref int at, bool tornTailAllowed)
    {
        Assert.Equal([0x1f, 0x8b, 8], bytes[at..Math.Min(at + 3, bytes.Length)]);
        for (var end = at + 18; end <= bytes.Length; end++)
        {
            if (end < bytes.Length && !(end + 2 < bytes.Length && bytes[end] == 0x1f && bytes[end + 1] == 0x8b && bytes[end + 2] == 8))
                continue;
            try
            {
                using var gzip = new GZipStream(new MemoryStream(bytes, at, end - at), CompressionMode.Decompress);
                using var content = new MemoryStream();
                gzip.CopyTo(content);
                if (BitConverter.ToUInt32(bytes, end - 4) != content.Length)
                    continue;
                at = end;
                return content.ToArray();
            }
            catch (InvalidDataException)
            {
                continue;
            }
        }

        Assert.True(tornTailAllowed, $"the member at {at} is not whole");
        return null;
    }

    private static Record Parse(byte[] member)
    {
        var headEnd = member.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(headEnd > 0, "no end of the named fields");
        var lines = Encoding.UTF8.GetString(member, 0, headEnd).Split("\r\n");
        Assert.Equal("WARC/1.1", lines[0]);
        var fields = lines[1..].ToDictionary(line => line[..line.IndexOf(": ", StringComparison.Ordinal)], line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..], StringComparer.OrdinalIgnoreCase);
        Assert.Matches("^<urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}>$", fields["WARC-Record-ID"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$", fields["WARC-Date"]);
        var length = int.Parse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture);
        Assert.Equal(headEnd + 4 + length + 4, member.Length);
        Assert.True(member.AsSpan(headEnd + 4 + length).SequenceEqual("\r\n\r\n"u8), "a record ends with two line ends");
        return new(fields["WARC-Type"], fields, member[(headEnd + 4)..(headEnd + 4 + length)]);
    }
}
