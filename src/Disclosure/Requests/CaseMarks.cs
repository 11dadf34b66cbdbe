namespace Disclosure.Requests;

/// <summary>What else is true of a case on a day; derived whenever asked for, stored nowhere.</summary>
[Flags]
public enum CaseMarks
{
    None = 0,

    /// <summary>The deadline is near and not past.</summary>
    DueSoon = 1,

    /// <summary>逾期: open after its deadline.</summary>
    Overdue = 2,

    /// <summary>The answer went out after the deadline.</summary>
    AnsweredLate = 4,

    /// <summary>暂定: the deadline counts through a year without a published notice.</summary>
    Provisional = 8,

    /// <summary>A consultation is open (Art. 33).</summary>
    ConsultOpen = 16,

    /// <summary>延期未告知: approved, and without effect until told.</summary>
    ExtensionUnnotified = 32,

    /// <summary>A submission, or an applicant's correction, that nobody of the office has confirmed.</summary>
    Unconfirmed = 64,

    /// <summary>Registered and open, and nobody's.</summary>
    Unassigned = 128,

    /// <summary>上年结转: open and received in an earlier year.</summary>
    CarriedOver = 256,

    /// <summary>补正超期: the correction was asked for after the seventh working day.</summary>
    CorrectionNoticeLate = 512,

    /// <summary>The principal leader signed a draft of their own.</summary>
    OwnDraftSigned = 1024,

    /// <summary>A sent answer is not known to have arrived; the clock runs.</summary>
    DeliveryDoubtful = 2048,

    /// <summary>A second person has still to agree.</summary>
    CountersignOpen = 4096,
}
