using System.Security.Cryptography;
using System.Text;
using Disclosure.Records.Stored;
using Disclosure.Requests;

namespace Disclosure.Records.Sealing;

/// <summary>Closes and opens the personal texts of one case with its key: AES-256-GCM, a random nonce each, bound to case and place.</summary>
/// <remarks>The place is authenticated, so a ciphertext moved to another field, entry or case does not open there. Stored as base64 of format, nonce, ciphertext, tag.</remarks>
internal sealed class CaseSeal : TextSeal
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly CaseId _case;
    private readonly Action<Span<byte>> _fillNonce;
    private readonly AesGcm _aes;

    public CaseSeal(CaseId id, byte[] key)
        : this(id, key, RandomNumberGenerator.Fill)
    {
    }

    /// <param name="fillNonce">A test that freezes what is stored gives nonces that stay the same.</param>
    internal CaseSeal(CaseId id, byte[] key, Action<Span<byte>> fillNonce) => (_case, _fillNonce, _aes) = (id, fillNonce, new(key, TagLength));

    public override string Close(string path, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var stored = new byte[1 + NonceLength + plain.Length + TagLength];
        stored[0] = Format;
        var nonce = stored.AsSpan(1, NonceLength);
        _fillNonce(nonce);
        _aes.Encrypt(nonce, plain, stored.AsSpan(1 + NonceLength, plain.Length), stored.AsSpan(^TagLength..), Place(path));
        return Convert.ToBase64String(stored);
    }

    /// <exception cref="CaseKeyDamagedException">It was not closed with this case's key in this place.</exception>
    public override PersonalText Open(string path, string stored)
    {
        var bytes = Convert.FromBase64String(stored);
        if (bytes.Length < 1 + NonceLength + TagLength || bytes[0] != Format)
            throw new FormatException($"The text at '{path}' is closed in a way that is not known.");

        var plain = new byte[bytes.Length - 1 - NonceLength - TagLength];
        try
        {
            _aes.Decrypt(bytes.AsSpan(1, NonceLength), bytes.AsSpan(1 + NonceLength, plain.Length), bytes.AsSpan(^TagLength..), plain, Place(path));
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new CaseKeyDamagedException($"The text at '{path}' of case {_case} does not open with the case's key: the key or the text was changed.", exception);
        }

        return PersonalText.Of(Encoding.UTF8.GetString(plain));
    }

    protected override void Release() => _aes.Dispose();

    private byte[] Place(string path) => Encoding.UTF8.GetBytes($"disclosure personal text\n{_case.Value}\n{path}");
}
