using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Requests;

namespace Disclosure.Bot.Deadlines;

/// <summary>What happened to a request, as people write it for a trial of its deadline: <c>consult 2025-05-26..2025-06-12</c>.</summary>
/// <param name="Text">As written.</param>
/// <param name="On">The day it happened; null for what has no day of its own (a postponement, a term that was set).</param>
/// <param name="Facts">What it says to the clock.</param>
internal sealed partial record DeadlineEvent(string Text, DateOnly? On, IReadOnlyList<ClockFact> Facts)
{
    /// <summary>The first year of the Regulations, and the last one whose lunar festivals are known: a day outside is a slip of the pen.</summary>
    public const int FirstYear = 2008, LastYear = 2099;

    /// <summary>When a fee notice was received; its 20 working days start the day after.</summary>
    public DateOnly? FeeNoticeDeliveredOn { get; init; }

    /// <param name="number">The number a consultation gets.</param>
    /// <returns>Null when the text is none of the allowed forms or a day in it is no day; <paramref name="fault"/> says which.</returns>
    public static DeadlineEvent? Parse(string text, int number, out string fault)
    {
        fault = "Deadline.Event.Unknown";
        if (Form().Match(text.Trim()) is not { Success: true } form)
            return null;

        var groups = form.Groups;
        fault = "Deadline.Event.NoSuchDay";
        if (!TryDay(groups["from"], out var from) || !TryDay(groups["to"], out var to) || !TryDay(groups["delivered"], out var delivered) || !TryDay(groups["on"], out var on))
            return null;
        if (to < from || delivered < from || to < delivered)
        {
            fault = "Deadline.Event.Reversed";
            return null;
        }

        return groups["span"].Value switch
        {
            "consult" => new(text, from, [new ClockFact.Exclude(number, ConsultationKind.ThirdParty, from!.Value, delivered, to)]),
            "agency" => new(text, from, [new ClockFact.Exclude(number, ConsultationKind.CoAgency, from!.Value, delivered, to)]),
            "correction" => new(text, from, [new ClockFact.Stop(from!.Value, StopCause.Correction), .. to is { } corrected ? [new ClockFact.RestartByCorrection(corrected)] : Array.Empty<ClockFact>()]),
            "fee" => new(text, from, [new ClockFact.Stop(from!.Value, StopCause.Fee), .. to is { } paid ? [new ClockFact.RestartByFee(paid)] : Array.Empty<ClockFact>()]) { FeeNoticeDeliveredOn = delivered },
            _ => groups["single"].Value switch
            {
                "postpone" => new(text, null, [new ClockFact.Postpone(on!.Value)]),
                "term" => new(text, null, [new ClockFact.SetBy(on!.Value)]),
                "answered" or "withdrawn" => new(text, on, [new ClockFact.End(on!.Value)]),
                _ => new(text, on, [new ClockFact.Extend(on!.Value, int.Parse(groups["days"].ValueSpan, CultureInfo.InvariantCulture))]),
            },
        };
    }

    private static bool TryDay(Group group, out DateOnly? day)
    {
        day = null;
        if (!group.Success)
            return true;
        if (!DateOnly.TryParseExact(group.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < FirstYear or > LastYear)
            return false;
        day = read;
        return true;
    }

    // span     = ("consult" | "agency" | "correction" | "fee") day ".." [day] ["delivered" day]
    // extend   = "extend" number "notified" day
    // single   = ("postpone" | "term" | "answered" | "withdrawn") day
    [GeneratedRegex(@"^(?:(?<span>consult|agency|correction|fee)\s+(?<from>[\d-]+)\s*\.\.\s*(?<to>[\d-]+)?(?:\s*delivered\s+(?<delivered>[\d-]+))?|extend\s+(?<days>\d{1,3})\s+notified\s+(?<on>[\d-]+)|(?<single>postpone|term|answered|withdrawn)\s+(?<on>[\d-]+))$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
