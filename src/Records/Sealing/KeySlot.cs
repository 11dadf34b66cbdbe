using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Disclosure.Records.Stored;

namespace Disclosure.Records.Sealing;

/// <summary>One case's place in the keys' file: its key, wrapped, or that it was destroyed.</summary>
/// <remarks>
/// A line of JSON of a fixed length, so that destroying a key overwrites the very bytes that held it; 256 bytes never cross a disk's
/// sector, so it is either the old slot or the new one. A person can read which cases have keys under which master key.
/// </remarks>
internal sealed record KeySlot(string Case, string? Master, byte[]? Wrapped, DateTimeOffset? ErasedAt)
{
    public const int Length = 256;

    private const int CheckLength = 16;

    public bool IsErased => ErasedAt is not null;

    public static KeySlot Of(string caseId, MasterKey master, byte[] key) => new(caseId, master.Id, master.Wrap(caseId, key), null);

    public static KeySlot Erased(string caseId, DateTimeOffset at) => new(caseId, null, null, at);

    public byte[] ToLine()
    {
        var stored = new StoredKeySlot(Case, Master, Wrapped is null ? null : Convert.ToBase64String(Wrapped), ErasedAt is { } at ? StoredText.Of(at) : null);
        var unchecked_ = JsonSerializer.Serialize(stored, RegisterJson.Text.StoredKeySlot);
        var check = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unchecked_))).AsSpan(0, CheckLength);
        var line = $"{unchecked_.AsSpan(0, unchecked_.Length - 1)},\"check\":\"{check}\"}}".PadRight(Length - 1) + "\n";
        return line.Length == Length ? Encoding.ASCII.GetBytes(line) : throw new ArgumentException($"Case id '{Case}' does not fit a key slot.");
    }

    /// <summary>Reads a slot; null when any of its bytes is not as it was written.</summary>
    public static KeySlot? Read(ReadOnlySpan<byte> line)
    {
        try
        {
            if (JsonSerializer.Deserialize(line, RegisterJson.Text.StoredKeySlot) is not { } stored)
                return null;
            var slot = new KeySlot(
                stored.Case,
                stored.Master,
                stored.Wrapped is null ? null : Convert.FromBase64String(stored.Wrapped),
                stored.Erased is null ? null : StoredText.Instant(stored.Erased));
            var isWhole = (slot.IsErased ? slot is { Master: null, Wrapped: null } : slot is { Master: not null, Wrapped: not null }) && line.SequenceEqual(slot.ToLine());
            return isWhole ? slot : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
