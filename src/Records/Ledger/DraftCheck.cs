using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Records.Ledger;

/// <summary>What a draft must be whichever engine keeps it. A breach is a fault of the program, not of a person.</summary>
internal static class DraftCheck
{
    /// <exception cref="ArgumentException">The draft could not be one command's.</exception>
    public static void Check(RegisterDraft draft)
    {
        if (draft.Cases.Count == 0)
            throw new ArgumentException("A command touches at least one case.", nameof(draft));
        if (draft.Cases.Select(one => one.Id).Distinct().Count() != draft.Cases.Count)
            throw new ArgumentException("A command names each case once, with all its entries.", nameof(draft));
        foreach (var one in draft.Cases)
            Check(one, draft.Agency);
    }

    private static void Check(CaseDraft one, AgencyCode agency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(one.ExpectedVersion);
        if (one.Entries.Count == 0)
            throw new ArgumentException($"Nothing happens to case {one.Id}.");
        foreach (var (index, entry) in one.Entries.Index())
        {
            var isFirst = one.ExpectedVersion == 0 && index == 0;
            if (BirthIn(entry.Move) is not { } born ? isFirst : !isFirst || born != agency)
                throw new ArgumentException($"Case {one.Id} begins with its submission, registration or birth by a split, in agency {agency}, and has no second one.");
        }
    }

    private static AgencyCode? BirthIn(CaseMove move) => move switch
    {
        CaseMove.Submit submit => submit.Agency,
        CaseMove.RegisterOnBehalf registered => registered.Agency,
        CaseMove.BornOfSplit born => born.Agency,
        _ => null,
    };
}
