using Disclosure.Requests;
using Disclosure.Time;

namespace Disclosure.Bot.Deadlines;

/// <summary>
/// 期限说明书: every day of a limit, whether it counts, why and by which rule, with a sum that adds up; for the clerk's file and for an applicant
/// or review organ that asks.
/// </summary>
/// <param name="calendar">The calendar the lines were counted with, for the notices behind the days.</param>
/// <param name="region">The region's festivals, when they decide.</param>
internal sealed class DeadlineStatement(Phrases phrases, WorkingCalendar calendar, RegionalFestivals? region)
{
    public static readonly IReadOnlyList<string> HeadingKeys = ["Deadline.Ledger.Day", "Deadline.Ledger.Weekday", "Deadline.Ledger.Count", "Deadline.Ledger.Why"];

    /// <summary>One row of cells a day.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<ClockLine> lines) => lines.Select(line => (IReadOnlyList<string>)[Iso.Day(line.Day), Weekday(line.Day), Count(line), Why(line)]);

    /// <summary>What the last run comes to; nothing while it has no end.</summary>
    public string? Sum(Deadline deadline)
    {
        var start = deadline.Lines.ToList().FindLastIndex(line => line.Why is ClockDay.Start);
        if (deadline.AnswerBy is not { } due || start < 0 || deadline.Lines[^1].Why is ClockDay.SetDay)
            return null;
        var run = deadline.Lines.Skip(start + 1).ToList();
        var counted = run.Count(line => line.Number is not null);
        var parts = run.Where(line => line.Number is null).GroupBy(line => line.Why).OrderBy(group => group.Key)
            .Select(group => phrases.Of("Deadline.Ledger.Part", ("what", phrases.Of($"Deadline.Day.{group.Key}")), ("n", group.Count())));
        var list = string.Join(phrases.Of("Deadline.Ledger.Comma"), parts);
        return phrases.Of(
            "Deadline.Ledger.Sum",
            ("from", Iso.Day(deadline.Lines[start].Day)),
            ("to", Iso.Day(due)),
            ("total", run.Count),
            ("counted", counted),
            ("left", run.Count - counted),
            ("parts", list.Length == 0 ? "" : phrases.Of("Deadline.Ledger.Parts", ("parts", list))));
    }

    public string Weekday(DateOnly day) => phrases.Weekday(day);

    /// <summary>A rule as one cites it.</summary>
    public string Basis(LegalBasis basis, DateOnly day) => basis switch
    {
        LegalBasis.HolidayNotice when calendar.In(day.Year) is { } year => phrases.Of("Deadline.Basis.HolidayNotice", ("notice", year.Notice)),
        LegalBasis.HolidayNotice => phrases.Of("Deadline.Basis.HolidayRules"),
        LegalBasis.RegionalNotice => phrases.Of("Deadline.Basis.RegionalNotice", ("notice", region?.In(day.Year)?.Notice)),
        _ => phrases.Of($"Deadline.Basis.{basis}"),
    };

    private string Count(ClockLine line) => line switch
    {
        { Number: { } number } => phrases.Of("Deadline.Ledger.Counted", ("n", number)),
        { Why: ClockDay.Start } => phrases.Of("Deadline.Ledger.Zero"),
        { Why: ClockDay.SetDay } => "",
        _ => phrases.Of("Deadline.Ledger.NotCounted"),
    };

    private string Why(ClockLine line)
    {
        var marks = line.Marks.Select(mark => WithBasis(phrases.Of($"Deadline.Mark.{mark.Event}", ("n", mark.Consultation)), mark.Basis, line.Day));
        // What a day 0 or a set day is, its marks say.
        IEnumerable<string> kind = line.Why is ClockDay.Start or ClockDay.SetDay ? [] : [Kind(line)];
        var text = string.Join(phrases.Of("Deadline.Ledger.Semicolon"), kind.Concat(marks));
        return line.Provisional ? phrases.Of("Deadline.Ledger.Provisional", ("what", text)) : text;
    }

    private string Kind(ClockLine line)
    {
        var what = line switch
        {
            { Festival: { } festival } => phrases.Of("Deadline.Ledger.Festival", ("festival", phrases.Of($"Deadline.Festival.{festival}"))),
            { Why: ClockDay.Consultation } => phrases.Of("Deadline.Ledger.Consultations", ("n", string.Join(phrases.Of("Deadline.Ledger.Comma"), line.Consultations))),
            _ => phrases.Of($"Deadline.Day.{line.Why}"),
        };
        // An ordinary week needs no rule: everything that departs from it does.
        return line.Why is ClockDay.WorkingDay or ClockDay.Weekend ? what : WithBasis(what, line.Basis, line.Day);
    }

    private string WithBasis(string what, LegalBasis basis, DateOnly day) => phrases.Of("Deadline.Ledger.WithBasis", ("what", what), ("basis", Basis(basis, day)));
}
