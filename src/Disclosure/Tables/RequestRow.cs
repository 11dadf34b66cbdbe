using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>The 25 rows of table three in the form's order (国办公开办函〔2021〕30号).</summary>
public enum RequestRow
{
    /// <summary>一、本年新收.</summary>
    NewlyReceived,

    /// <summary>二、上年结转.</summary>
    CarriedIn,

    Granted,
    PartlyGranted,
    RefusedStateSecret,
    RefusedLawForbids,
    RefusedSecurity,
    RefusedThirdParty,
    RefusedInternal,
    RefusedProcess,
    RefusedCaseFile,
    RefusedRegistryQuery,
    UnableNotHeld,
    UnableNeedsCreation,
    UnableStillUnclear,
    NotHandledPetition,
    NotHandledRepeat,
    NotHandledPublication,
    NotHandledExcessive,
    NotHandledReconfirm,
    OtherNoCorrection,
    OtherNoFee,
    OtherOther,

    /// <summary>三（七）总计.</summary>
    Total,

    /// <summary>四、结转下年度继续办理.</summary>
    CarriedOut,
}

public static class RequestRows
{
    public static IReadOnlyList<RequestRow> All { get; } = Enum.GetValues<RequestRow>();

    /// <summary>The rows that （七） adds up.</summary>
    public static IReadOnlyList<RequestRow> Results { get; } = [.. All.Where(row => row is >= RequestRow.Granted and <= RequestRow.OtherOther)];

    /// <summary>The row an outcome counts in: the two lists have one order.</summary>
    public static RequestRow Of(Outcome outcome) => RequestRow.Granted + (int)outcome;
}
