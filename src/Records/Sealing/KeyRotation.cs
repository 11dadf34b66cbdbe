using Disclosure.Requests;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.Sealing;

/// <summary>Brings every case's key under the master key in use, when the one before it is named too.</summary>
internal static class KeyRotation
{
    /// <returns>The slots as they stand in the file now: in the same order, all under <paramref name="master"/>.</returns>
    /// <remarks>All or nothing in one replaced file, so an interrupted start leaves the old keys, and the next one does it again.</remarks>
    /// <exception cref="MasterKeyException">A key is under a master key that is neither.</exception>
    public static IReadOnlyList<KeySlot> Bring(string file, IReadOnlyList<KeySlot> slots, MasterKey master, MasterKeyPlace place, ILogger logger)
    {
        var elsewhere = slots.Where(slot => !slot.IsErased && slot.Master != master.Id).ToList();
        if (elsewhere.Count == 0)
        {
            ProveKey(slots, master);
            return slots;
        }

        using var previous = place.FindPrevious();
        if (elsewhere.Find(slot => slot.Master != previous?.Id) is { } unknown)
        {
            throw new MasterKeyException(
                $"{file} holds case keys under master key {unknown.Master}, but the one that is set is {master.Id}. Set the key they were made with; to change the key, set the new one and name the one before it in {MasterKeyPlace.PreviousVariable}. Nothing was changed.");
        }

        var rewrapped = slots.Select(slot => slot.Master == previous!.Id ? Rewrap(slot, previous, master) : slot).ToList();
        CaseKeyFile.Replace(file, rewrapped);
        Log.KeysRewrapped(logger, elsewhere.Count, previous!.Id, master.Id);
        return rewrapped;
    }

    private static KeySlot Rewrap(KeySlot slot, MasterKey previous, MasterKey master)
    {
        byte[] key;
        try
        {
            key = previous.Unwrap(slot.Case, slot.Wrapped);
        }
        catch (System.Security.Cryptography.CryptographicException exception)
        {
            throw new CaseKeyDamagedException($"The key of case {slot.Case} does not open with {previous}, which it names: it was changed. No key was rewrapped.", exception);
        }

        var fresh = KeySlot.Of(slot.Case, master, key);
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(key);
        return fresh;
    }

    /// <summary>One key is opened at the start, so that a wrong master key is noticed then and not at the first citizen's case.</summary>
    private static void ProveKey(IReadOnlyList<KeySlot> slots, MasterKey master)
    {
        if (slots.FirstOrDefault(slot => !slot.IsErased) is { } first)
            CaseKeys.Seal(master, CaseId.Parse(first.Case), first).Dispose();
    }
}
