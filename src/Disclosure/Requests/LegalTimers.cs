using Disclosure.Time;

namespace Disclosure.Requests;

/// <summary>The timers beside the answer's: each from a day and the calendar.</summary>
public static class LegalTimers
{
    /// <summary>确认: the office's own promise to confirm a submission.</summary>
    public static CountedDay ConfirmBy(DateOnly submittedOn, WorkingCalendar calendar) => calendar.After(submittedOn, 1);

    /// <summary>补正告知: 7 working days from receipt (Art. 30).</summary>
    public static CountedDay CorrectionNoticeBy(DateOnly receivedOn, WorkingCalendar calendar) => calendar.After(receivedOn, 7);

    /// <summary>第三方意见: 15 working days from its receipt of the letter (Art. 32).</summary>
    public static CountedDay ThirdPartyBy(DateOnly deliveredOn, WorkingCalendar calendar) => calendar.After(deliveredOn, 15);

    /// <summary>共同制作机关意见: 15 working days from its receipt of the letter; silence is consent (Art. 34).</summary>
    public static CountedDay CoAgencyBy(DateOnly deliveredOn, WorkingCalendar calendar) => calendar.After(deliveredOn, 15);

    /// <summary>缴费: 20 working days from the day after the notice was received (国办函〔2020〕109号).</summary>
    public static CountedDay FeeBy(DateOnly deliveredOn, WorkingCalendar calendar) => calendar.After(deliveredOn, 20);

    /// <summary>主动公开: 20 working days from making or changing (Art. 26).</summary>
    public static CountedDay PublishBy(DateOnly madeOn, WorkingCalendar calendar) => calendar.After(madeOn, 20);

    /// <summary>复议答复: from the copy of the application, in working days (行政复议法 Art. 48, 54, 88).</summary>
    public static CountedDay RemedyReplyBy(DateOnly copyReceivedOn, DeadlineRules rules) => rules.Calendar.After(copyReceivedOn, rules.RemedyReplyDays);

    /// <summary>诉讼答辩: from the copy of the complaint, in calendar days (行政诉讼法 Art. 67).</summary>
    public static DateOnly DefenceBy(DateOnly copyReceivedOn, DeadlineRules rules) => copyReceivedOn.AddDays(rules.DefenceDays);
}
