using System.Runtime.InteropServices;

namespace Disclosure.Records.LiteDb;

/// <summary>A text as 64 bits, for comparing many texts within one process. Keyed anew in every process, so that no page can be written to collide.</summary>
internal static class TextHash
{
    private const ulong Spread = 0x9E3779B97F4A7C15;
    private static readonly ulong Key = (ulong)Random.Shared.NextInt64() | 1;

    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Key ^ (uint)text.Length;
        foreach (var four in MemoryMarshal.Cast<char, ulong>(text))
            hash = Mixed(hash ^ four);
        foreach (var letter in text[(text.Length & ~3)..])
            hash = Mixed(hash ^ letter);
        return Mixed(hash ^ Key);
    }

    private static ulong Mixed(ulong value)
    {
        var high = Math.BigMul(value ^ Key, Spread, out var low);
        return high ^ low;
    }
}
