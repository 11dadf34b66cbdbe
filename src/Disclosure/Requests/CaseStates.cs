namespace Disclosure.Requests;

/// <summary>Groups of states that the rules speak of.</summary>
public static class CaseStates
{
    public static IReadOnlyList<CaseState> All { get; } = Enum.GetValues<CaseState>();

    /// <summary>Registered and not ended: the office owes something.</summary>
    public static IReadOnlyList<CaseState> Open { get; } = [.. All.Where(state => state is >= CaseState.Registered and <= CaseState.Approved)];

    /// <summary>Ended with a result that table three counts.</summary>
    public static IReadOnlyList<CaseState> Ended { get; } =
        [CaseState.Answered, CaseState.Closed, CaseState.Archived, CaseState.Withdrawn, CaseState.LapsedNoCorrection, CaseState.LapsedNoFee];

    public static bool IsOpen(CaseState state) => state is >= CaseState.Registered and <= CaseState.Approved;
}
