using Disclosure.Time;

namespace Disclosure.Requests;

/// <summary>One calendar day of the ledger.</summary>
/// <param name="Number">The day's number in the running count; null for a day that does not count.</param>
/// <param name="Why">What the day is to the count.</param>
/// <param name="Festival">Whose day off it is, when that is known.</param>
/// <param name="Consultations">The open consultations that leave the day out.</param>
/// <param name="Marks">What happened on the day.</param>
/// <param name="Provisional">暂定: the year's notice has not been published.</param>
public sealed record ClockLine(DateOnly Day, int? Number, ClockDay Why, Festival? Festival, IReadOnlyList<int> Consultations, IReadOnlyList<ClockMark> Marks, bool Provisional)
{
    /// <summary>The rule by which the day counts or not.</summary>
    public LegalBasis Basis => Why switch
    {
        ClockDay.Start => LegalBasis.Art31,
        ClockDay.AwaitingCorrection => LegalBasis.Art30,
        ClockDay.AwaitingFee => LegalBasis.FeeMeasures,
        ClockDay.AwaitingReasons => LegalBasis.Art35,
        ClockDay.PublicHoliday or ClockDay.MakeUpWorkday => LegalBasis.HolidayNotice,
        ClockDay.RegionalHoliday => LegalBasis.RegionalNotice,
        _ => LegalBasis.Art33,
    };
}

/// <summary>What a day is to the count.</summary>
public enum ClockDay
{
    /// <summary>Day 0, of the first run or of a restart; it does not count whatever day it is.</summary>
    Start,

    /// <summary>工作日.</summary>
    WorkingDay,

    /// <summary>调休上班: a weekend day that is worked, and counts.</summary>
    MakeUpWorkday,

    Weekend,

    PublicHoliday,

    /// <summary>A festival of the region, where the setting lets it count as a day off.</summary>
    RegionalHoliday,

    /// <summary>A working day on which a consultation is open (Art. 33).</summary>
    Consultation,

    /// <summary>A correction is awaited (Art. 30).</summary>
    AwaitingCorrection,

    /// <summary>A payment is awaited (国办函〔2020〕109号).</summary>
    AwaitingFee,

    /// <summary>The applicant's reasons are awaited, where the office's rule lets that time not count (Art. 35).</summary>
    AwaitingReasons,

    /// <summary>A day that someone set, reached without counting: a postponement told (Art. 35), a term set by a review organ or court.</summary>
    SetDay,
}

/// <summary>Something that happened on a day of the ledger.</summary>
/// <param name="Consultation">Which consultation; null for everything else.</param>
public sealed record ClockMark(ClockEvent Event, int? Consultation = null)
{
    /// <summary>The rule it rests on.</summary>
    public LegalBasis Basis => Event switch
    {
        ClockEvent.Received => LegalBasis.Art31,
        ClockEvent.CorrectionAsked or ClockEvent.CorrectionReceived => LegalBasis.Art30,
        ClockEvent.ThirdPartySilent => LegalBasis.Art32,
        ClockEvent.AgencySilent => LegalBasis.Art34,
        ClockEvent.Postponed or ClockEvent.ReasonsAsked or ClockEvent.ReasonsReceived => LegalBasis.Art35,
        ClockEvent.FeeNotice or ClockEvent.FeePaid => LegalBasis.FeeMeasures,
        ClockEvent.TermSet => LegalBasis.Decision,
        _ => LegalBasis.Art33,
    };
}

public enum ClockEvent
{
    /// <summary>收到申请.</summary>
    Received,

    /// <summary>告知补正.</summary>
    CorrectionAsked,

    /// <summary>收到补正: day 0 anew.</summary>
    CorrectionReceived,

    /// <summary>收费通知.</summary>
    FeeNotice,

    /// <summary>缴费 or 减免: day 0 anew.</summary>
    FeePaid,

    /// <summary>征求意见 sent.</summary>
    ConsultationSent,

    /// <summary>The opinion came.</summary>
    ConsultationReturned,

    /// <summary>15 working days without an opinion of the third party.</summary>
    ThirdPartySilent,

    /// <summary>15 working days without an opinion of the co-making organ: consent.</summary>
    AgencySilent,

    /// <summary>要求说明理由.</summary>
    ReasonsAsked,

    /// <summary>理由收到.</summary>
    ReasonsReceived,

    /// <summary>延期告知.</summary>
    ExtensionNotified,

    /// <summary>合理延迟 to this day.</summary>
    Postponed,

    /// <summary>责令重作: the day set.</summary>
    TermSet,

    /// <summary>期限届满: the last day in time.</summary>
    Due,
}

/// <summary>What a day or an event of the ledger rests on.</summary>
public enum LegalBasis
{
    /// <summary>《条例》第三十条.</summary>
    Art30,
    Art31,
    Art32,
    Art33,
    Art34,
    Art35,

    /// <summary>国办函〔2020〕109号.</summary>
    FeeMeasures,

    /// <summary>国务院办公厅放假通知, or 放假办法 where there is none yet.</summary>
    HolidayNotice,

    /// <summary>自治区放假通知.</summary>
    RegionalNotice,

    /// <summary>复议决定 or 判决.</summary>
    Decision,
}
