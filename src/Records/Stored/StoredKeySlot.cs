namespace Disclosure.Records.Stored;

/// <summary>Stored shape of one slot of the case keys' file; its check stands last on the line and covers what is before it.</summary>
/// <param name="Master">Which master key wrapped it.</param>
/// <param name="Wrapped">The case's key, wrapped, in base64; null once destroyed.</param>
/// <param name="Erased">When it was destroyed.</param>
internal sealed record StoredKeySlot(string Case, string? Master = null, string? Wrapped = null, string? Erased = null, string? Check = null);
