namespace Disclosure.Tables;

/// <summary>Where a year's report stands on its way out.</summary>
public enum YearState
{
    /// <summary>编制中: figures and texts are entered.</summary>
    Open,

    /// <summary>已备稿.</summary>
    Prepared,

    /// <summary>勾稽通过.</summary>
    TiedOut,

    /// <summary>已审定.</summary>
    Approved,

    /// <summary>已发布.</summary>
    Published,

    /// <summary>已锁定: the figures are frozen; from here on there are only corrections beside them.</summary>
    Locked,
}

/// <summary>The kinds of <see cref="YearMove"/>, to name what is allowed now.</summary>
public enum YearStep
{
    EnterProactive,
    EnterText,
    EnterPreviousPublished,
    ReviewChannel,
    Prepare,
    TieOut,
    Approve,
    Publish,
    Lock,
    Reopen,
    CorrectAfterLock,
}
