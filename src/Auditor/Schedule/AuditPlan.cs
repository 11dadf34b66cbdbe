using Disclosure.Records;
using Disclosure.Time;
using Quartz;

namespace Disclosure.Auditor.Schedule;

/// <summary>When one agency's portal is audited: a Quartz cron expression in the office's zone.</summary>
/// <remarks>
/// <c>H</c> in a field is a number fixed by the agency's code, so that the townships of a county, whose portals share one host, do not
/// all start in the same second, and each still starts at the same time every day.
/// </remarks>
public sealed class AuditPlan
{
    private AuditPlan(string text, CronExpression cron) => (Text, Cron) = (text, cron);

    /// <summary>As written in the configuration.</summary>
    public string Text { get; }

    internal CronExpression Cron { get; }

    /// <param name="fault">What is wrong, from the parser, in English.</param>
    public static bool TryParse(string text, string agency, out AuditPlan? plan, out string fault)
    {
        plan = null;
        fault = "";
        try
        {
            var cron = CronExpression.ParseWithHash(text, agency).WithTimeZone(TownshipTime.TimeZone);
            plan = new(text, cron);
            return true;
        }
        catch (FormatException wrong)
        {
            fault = wrong.Message;
            return false;
        }
    }

    /// <summary>The first planned start after an instant; null when the plan has ended.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) => Cron.GetNextValidTimeAfter(instant);

    /// <summary>
    /// Whether a start was missed while nothing ran: no audit was ever started, the newest was broken off, or a planned start lies between
    /// the newest and now. However many were missed, one audit makes good for all of them.
    /// </summary>
    public bool IsBehind(RunSummary? newest, DateTimeOffset now) =>
        newest is null || newest.FinishedAt is null || NextAfter(newest.StartedAt) <= now;

    /// <summary>
    /// Whether the auditor itself has fallen silent: nothing finished although an audit should have, with a grace for a long run. A newest
    /// run that is unfinished counts from its start, because an audit that begins every day and never ends is silent as well.
    /// </summary>
    /// <param name="watchingSince">When this process began to watch; what was missed before it is caught up, not announced.</param>
    public bool IsOverdue(RunSummary? newest, DateTimeOffset watchingSince, TimeSpan grace, DateTimeOffset now)
    {
        var expected = newest switch
        {
            null => watchingSince,
            { FinishedAt: null } => newest.StartedAt,
            _ => NextAfter(newest.StartedAt),
        };
        return expected is { } due && now > (due < watchingSince ? watchingSince : due) + grace;
    }
}
