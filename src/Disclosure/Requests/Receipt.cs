using System.Diagnostics;

namespace Disclosure.Requests;

/// <summary>Which day is the day of receipt, day 0 of every limit (Art. 31).</summary>
public static class Receipt
{
    /// <summary>The day of receipt by the channel's rule; null while the day that decides is not known.</summary>
    /// <param name="arrivedOn">The day it reached the office.</param>
    /// <param name="signedOn">The day the office signed for it.</param>
    /// <param name="confirmedOn">The day both sides confirmed it (双方确认之日).</param>
    /// <param name="byPublishedRule">The day that the office's published guide names for another channel.</param>
    /// <remarks>
    /// A silent fallback to the day of arrival would start a clock the law has not started: while nobody has confirmed there is no day of
    /// receipt, and <see cref="ClockFact.Start.SubmittedOn"/> keeps the day of arrival for the prudent date.
    /// </remarks>
    public static DateOnly? DayOf(Channel channel, DateOnly arrivedOn, DateOnly? signedOn = null, DateOnly? confirmedOn = null, DateOnly? byPublishedRule = null) => channel switch
    {
        Channel.InPerson or Channel.Oral => arrivedOn,
        Channel.Post => signedOn,
        Channel.OrdinaryMail or Channel.Fax or Channel.Online => confirmedOn,
        Channel.Other => byPublishedRule ?? confirmedOn,
        _ => throw new UnreachableException(),
    };
}
