namespace Disclosure.Tables;

/// <summary>What became of a <see cref="YearMove"/>: an entry to keep, or the reason it was refused and what is possible instead.</summary>
public abstract record YearDecision
{
    private YearDecision()
    {
    }

    public sealed record Accepted(YearEntry Entry) : YearDecision;

    /// <param name="Details">What stands in the way: equation ids, places, a state.</param>
    /// <param name="AllowedNow">What this person may do with the year as it stands.</param>
    public sealed record Rejected(YearRefusal Refusal, IReadOnlyList<string> Details, IReadOnlyList<YearStep> AllowedNow) : YearDecision;
}

/// <summary>Why a move of a report year is refused.</summary>
public enum YearRefusal
{
    /// <summary>Not from the state the year is in.</summary>
    WrongState,

    WrongRole,

    /// <summary>Its day has not come.</summary>
    InTheFuture,

    /// <summary>Its day lies before the last entry's.</summary>
    BeforeTheLastEntry,

    /// <summary>The report year has not ended.</summary>
    YearNotOver,

    /// <summary>Nobody has entered table two.</summary>
    NoProactiveFigures,

    /// <summary>An error equation does not hold.</summary>
    ErrorsStand,

    /// <summary>Places that a person must write are empty.</summary>
    PlacesUnwritten,

    /// <summary>二人原则: who prepared it does not approve it.</summary>
    SamePerson,

    /// <summary>The report has no such place.</summary>
    UnknownPlace,

    /// <summary>A text, source or ground is empty, or a count negative.</summary>
    NothingSaid,

    /// <summary>Not an http address.</summary>
    BadAddress,

    /// <summary>Not a SHA-256, or not that of the figures.</summary>
    BadHash,

    /// <summary>The figures to freeze are not those the register and the entries give.</summary>
    OtherFigures,

    /// <summary>A correction changes nothing, names no cell of the form, or another published value than the frozen one.</summary>
    NoSuchCorrection,
}
