using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>Whether a case needs somebody today.</summary>
internal enum Urgency
{
    None,
    DueSoon,
    Overdue,
}

internal static class CaseUrgency
{
    public static Urgency Of(RequestCase subject, DeskRules rules, DateOnly today)
    {
        if (!subject.IsOpen || subject.DeadlineOn(today, rules)?.WorkBy is not { } by)
            return Urgency.None;
        if (by < today)
            return Urgency.Overdue;
        return rules.Deadlines.Legal.Between(today, by).Days <= rules.SoonWorkingDays ? Urgency.DueSoon : Urgency.None;
    }
}
