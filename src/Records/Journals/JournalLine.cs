using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Disclosure.Records.Journals;

/// <summary>One record as one line of JSON, and back.</summary>
/// <remarks>
/// The hash covers the line's bytes up to <c>,"hash":</c>, and stands at a fixed distance from the end. So a check needs no
/// JSON reader and no canonical form, and anybody can repeat it with <c>head -c</c> and <c>sha256sum</c>.
/// </remarks>
internal static class JournalLine
{
    /// <summary>A longer line is damage, so that a file without line ends cannot fill the memory.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private const int HashLength = 64;
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadOnlySpan<byte> HashLead => ",\"hash\":\""u8;

    private static ReadOnlySpan<byte> PreviousLead => ",\"previous\":\""u8;

    private static int TailLength => HashLead.Length + HashLength + 2;

    /// <summary>Appends the record's line with its line end and gives the record as it now stands.</summary>
    public static JournalRecord Write(ArrayBufferWriter<byte> lines, JournalDraft draft, ReadOnlySpan<byte> body, JournalHead before, long version, DateTimeOffset at)
    {
        var start = lines.WrittenCount;
        var seq = before.Seq + 1;
        using (var json = new Utf8JsonWriter(lines, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("seq", seq);
            json.WriteString("stream", draft.Stream);
            json.WriteNumber("version", version);
            json.WriteString("at", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("kind", draft.Kind);
            json.WritePropertyName("body");
            json.WriteRawValue(body, skipInputValidation: true);
            json.WriteString("previous", before.Hash);
        }

        var hash = HashOf(lines.WrittenSpan[start..]);
        lines.Write(HashLead);
        lines.Write(Encoding.ASCII.GetBytes(hash));
        lines.Write("\"}\n"u8);
        return new(seq, draft.Stream, version, at.ToUniversalTime(), draft.Kind, draft.Body, before.Hash, hash);
    }

    /// <summary>What is wrong with a line (without its line end) that should follow <paramref name="before"/>; null when nothing is.</summary>
    public static string? Problem(ReadOnlySpan<byte> line, JournalHead before, out JournalHead after)
    {
        after = before;
        if (ProblemInItself(line) is { } problem)
            return problem;

        var hashed = line[..^TailLength];
        var hash = line.Slice(line.Length - HashLength - 2, HashLength);
        var previous = hashed.Slice(hashed.Length - HashLength - 1, HashLength);
        if (!previous.SequenceEqual(Encoding.ASCII.GetBytes(before.Hash)))
            return "it does not follow the line before it";

        if (!IsNumber(line, before.Seq + 1))
            return string.Create(CultureInfo.InvariantCulture, $"it is not number {before.Seq + 1}");
        after = new(before.Seq + 1, Encoding.ASCII.GetString(hash));
        return null;
    }

    /// <summary>The record of a line read by itself; null when its bytes are not those that were written.</summary>
    public static JournalRecord? ReadWhole(ReadOnlyMemory<byte> line, long seq) =>
        ProblemInItself(line.Span) is null && IsNumber(line.Span, seq) ? Read(line) : null;

    private static bool IsNumber(ReadOnlySpan<byte> line, long seq) =>
        line.StartsWith(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"seq\":{seq},")));

    private static string? ProblemInItself(ReadOnlySpan<byte> line)
    {
        if (line.Length <= TailLength + PreviousLead.Length + HashLength + 1 || !line[^TailLength..].StartsWith(HashLead) || !line.EndsWith("\"}"u8))
            return "it is not a journal line";
        var hash = line.Slice(line.Length - HashLength - 2, HashLength);
        return hash.SequenceEqual(Encoding.ASCII.GetBytes(HashOf(line[..^TailLength]))) ? null : "its hash does not match its bytes";
    }

    /// <summary>The stream and version, without reading the body.</summary>
    public static (string Stream, long Version) ReadStream(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, isFinalBlock: false, default);
        var stream = "";
        while (json.Read())
        {
            if (json.TokenType is not JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("stream"u8) && json.Read())
                stream = json.GetString()!;
            else if (json.ValueTextEquals("version"u8) && json.Read())
                return (stream, json.GetInt64());
        }

        throw new UnreachableException("A line whose hash is right has a version.");
    }

    /// <summary>The whole record of a line that was checked before.</summary>
    public static JournalRecord Read(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new(
            root.GetProperty("seq").GetInt64(),
            root.GetProperty("stream").GetString()!,
            root.GetProperty("version").GetInt64(),
            root.GetProperty("at").GetDateTimeOffset(),
            root.GetProperty("kind").GetString()!,
            root.GetProperty("body").GetRawText(),
            root.GetProperty("previous").GetString()!,
            root.GetProperty("hash").GetString()!);
    }

    /// <summary>The body's bytes, once it is certain that they can stand in a line.</summary>
    /// <exception cref="ArgumentException">Not a JSON object on one line, or too long.</exception>
    public static byte[] BodyOf(JournalDraft draft)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Stream);
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Kind);
        if (draft.Body.AsSpan().ContainsAny('\n', '\r'))
            throw new ArgumentException("A record's body stands on one line.", nameof(draft));

        var body = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(draft.Body);
        if (body.Length > MaxLength - 4096)
            throw new ArgumentException("A record's body is shorter than 64 MB.", nameof(draft));
        try
        {
            var json = new Utf8JsonReader(body);
            if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
                throw new ArgumentException("A record's body is a JSON object.", nameof(draft));
            while (json.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            throw new ArgumentException("A record's body is a JSON object.", nameof(draft), exception);
        }

        return body;
    }

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
