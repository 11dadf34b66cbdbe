namespace Disclosure.Columns;

/// <summary>Why a column got its verdict: one sentence for people each, in every language.</summary>
public enum Reason
{
    // Seen
    WithinWindow,
    NoWindow,
    ExemptFromWindow,
    TurnsStaleSoon,
    PastWindow,
    ProvedEmpty,
    NoItemIsDated,
    OnlyFutureDates,
    DocumentIsThere,
    JudgedByChildren,

    /// <summary>A parent whose children are not in the column file: run discover.</summary>
    ChildrenNotConfigured,

    // Unreachable
    HostNotFound,
    ConnectionFailed,
    TimedOut,
    TlsFailed,
    ServerError,
    AnswerCutShort,

    // Blocked
    ChallengePage,
    AccessRefused,
    LoginRequired,
    RobotsDisallow,
    RateLimited,

    /// <summary>The address lies in a network the configuration does not allow.</summary>
    AddressNotAllowed,

    // Broken
    PageNotFound,
    SoftNotFound,
    StubPage,
    RedirectLoop,
    LeftTheSite,

    // Undetermined
    NeedsScripts,
    TooLarge,
    TooBroken,
    NoListFound,
    EmptyNotProved,
    PartlyRead,
    WrongFormat,
    RobotsUnavailable,
    NotLookedYet,

    /// <summary>The auditor itself failed on this column; the log says how.</summary>
    AuditorFault,
}
