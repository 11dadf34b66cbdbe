using Disclosure.Records.Stored;

namespace Disclosure.Records.Ledger;

/// <summary>Whether there is personal text, found by writing or reading with a seal that only looks: no list of fields to keep.</summary>
internal static class TextProbe
{
    public static bool HoldsText(CaseDraft draft)
    {
        using var probe = new ProbingSeal();
        StoredCase.From(draft, probe);
        return probe.FoundText;
    }

    /// <exception cref="FormatException">A value in it cannot be read.</exception>
    public static bool HoldsText(StoredCase one)
    {
        using var probe = new ProbingSeal();
        foreach (var _ in one.ToEntries(probe))
        {
        }

        return probe.FoundText;
    }
}
