namespace Disclosure.Requests;

/// <summary>Where a request stands. One at a time; whatever else is true of it (overdue, a consultation open) is derived.</summary>
/// <remarks>A draft is not a request: it lives in the conversation and never in the register.</remarks>
public enum CaseState
{
    /// <summary>已提交待确认: stored under a provisional number, not yet confirmed by both sides; no clock.</summary>
    Submitted,

    /// <summary>已登记: has its number; the clock runs from the day of receipt.</summary>
    Registered,

    /// <summary>审查中.</summary>
    UnderReview,

    /// <summary>待补正: the clock stands and starts anew when the correction arrives (Art. 30).</summary>
    AwaitingCorrection,

    /// <summary>待说明理由 (Art. 35): the clock runs.</summary>
    AwaitingReasons,

    /// <summary>办理中: consultations open and close here.</summary>
    Processing,

    /// <summary>待缴费: the clock stands and starts anew the day after payment (国办函〔2020〕109号).</summary>
    AwaitingFee,

    /// <summary>拟答复.</summary>
    DecisionDrafted,

    /// <summary>保密审查.</summary>
    SecrecyReview,

    /// <summary>审签中.</summary>
    InApproval,

    /// <summary>已签发待送达.</summary>
    Approved,

    /// <summary>已答复: the clock ended when the answer was dispatched.</summary>
    Answered,

    /// <summary>办结.</summary>
    Closed,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>逾期未补正.</summary>
    LapsedNoCorrection,

    /// <summary>逾期未缴费.</summary>
    LapsedNoFee,

    /// <summary>未成立: the applicant agreed that this is not an application, or a rehearsal ended; never counted, always listed.</summary>
    NotAnApplication,
}
