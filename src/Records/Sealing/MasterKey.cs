using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Records.Sealing;

/// <summary>The key that wraps every case's key. It is never in the data folder, a backup or a log; its <see cref="Id"/> may be.</summary>
internal sealed class MasterKey : IDisposable
{
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;
    private readonly byte[] _bytes;

    private MasterKey(byte[] bytes)
    {
        _bytes = bytes;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(bytes, "disclosure master key id"u8)).AsSpan(0, 16).ToString();
    }

    /// <summary>Made from the key and telling nothing about it: which of several keys this is.</summary>
    public string Id { get; }

    public static MasterKey Make() => new(RandomNumberGenerator.GetBytes(Length));

    /// <param name="where">What the message calls the place the text came from. The text itself is never in a message.</param>
    /// <exception cref="MasterKeyException">Not 32 bytes in base64.</exception>
    public static MasterKey Parse(string text, string where)
    {
        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Length
            ? new(bytes[..Length])
            : throw new MasterKeyException($"{where} does not hold a master key: 32 random bytes in base64, as `openssl rand -base64 32` prints them.");
    }

    public string ToText() => Convert.ToBase64String(_bytes);

    public bool IsSameAs(MasterKey other) => CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    /// <summary>Wraps a case's key so that it opens for that case only: nonce, ciphertext, tag.</summary>
    public byte[] Wrap(string caseId, ReadOnlySpan<byte> key)
    {
        var wrapped = new byte[NonceLength + key.Length + TagLength];
        var nonce = wrapped.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_bytes, TagLength);
        aes.Encrypt(nonce, key, wrapped.AsSpan(NonceLength, key.Length), wrapped.AsSpan(NonceLength + key.Length), Place(caseId));
        return wrapped;
    }

    /// <exception cref="CryptographicException">It was wrapped with another key, for another case, or was changed.</exception>
    public byte[] Unwrap(string caseId, ReadOnlySpan<byte> wrapped)
    {
        var key = new byte[wrapped.Length - NonceLength - TagLength];
        using var aes = new AesGcm(_bytes, TagLength);
        aes.Decrypt(wrapped[..NonceLength], wrapped.Slice(NonceLength, key.Length), wrapped[^TagLength..], key, Place(caseId));
        return key;
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);

    public override string ToString() => $"master key {Id}";

    private byte[] Place(string caseId) => Encoding.UTF8.GetBytes($"disclosure case key\n{Id}\n{caseId}");
}
