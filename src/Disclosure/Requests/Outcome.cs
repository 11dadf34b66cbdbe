namespace Disclosure.Requests;

/// <summary>
/// How a request ended: the 21 result rows of table three (本年度办理结果) in the form's order, each with its own legal basis
/// (国办公开办函〔2021〕30号).
/// </summary>
public enum Outcome
{
    /// <summary>（一）予以公开, "already published, here is where" included (Art. 36(1), (2)).</summary>
    Granted,

    /// <summary>（二）部分公开; a separable answer counts here only (Art. 37).</summary>
    PartlyGranted,

    /// <summary>（三）1 国家秘密 (Art. 14).</summary>
    RefusedStateSecret,

    /// <summary>（三）2 其他法律行政法规禁止公开 (Art. 14).</summary>
    RefusedLawForbids,

    /// <summary>（三）3 危及“三安全一稳定” (Art. 14).</summary>
    RefusedSecurity,

    /// <summary>（三）4 保护第三方合法权益 (Art. 15).</summary>
    RefusedThirdParty,

    /// <summary>（三）5 三类内部事务信息 (Art. 16 para. 1).</summary>
    RefusedInternal,

    /// <summary>（三）6 四类过程性信息 (Art. 16 para. 2).</summary>
    RefusedProcess,

    /// <summary>（三）7 行政执法案卷 (Art. 16 para. 2).</summary>
    RefusedCaseFile,

    /// <summary>（三）8 行政查询事项 (Art. 36(7)).</summary>
    RefusedRegistryQuery,

    /// <summary>（四）1 本机关不掌握相关政府信息 (Art. 36(4), (5)).</summary>
    UnableNotHeld,

    /// <summary>（四）2 没有现成信息需要另行制作 (Art. 38).</summary>
    UnableNeedsCreation,

    /// <summary>（四）3 补正后申请内容仍不明确 (Art. 30).</summary>
    UnableStillUnclear,

    /// <summary>（五）1 信访举报投诉类申请 (Art. 39 para. 1).</summary>
    NotHandledPetition,

    /// <summary>（五）2 重复申请 (Art. 36(6)).</summary>
    NotHandledRepeat,

    /// <summary>（五）3 要求提供公开出版物 (Art. 39 para. 2).</summary>
    NotHandledPublication,

    /// <summary>（五）4 无正当理由大量反复申请 (Art. 35).</summary>
    NotHandledExcessive,

    /// <summary>（五）5 要求行政机关确认或重新出具已获取信息.</summary>
    NotHandledReconfirm,

    /// <summary>（六）1 申请人无正当理由逾期不补正 (Art. 30).</summary>
    OtherNoCorrection,

    /// <summary>（六）2 申请人逾期未按收费通知要求缴纳费用 (国办函〔2020〕109号).</summary>
    OtherNoFee,

    /// <summary>（六）3 其他, above all withdrawn by the applicant.</summary>
    OtherOther,
}
