using System.Globalization;
using Disclosure.Requests;
using Disclosure.Time;

namespace Disclosure.Bot.Register;

/// <summary>How a case is told to the staff: one line without anyone's name, its clock in a sentence, its history line by line.</summary>
internal sealed class CaseText(RegisterWords words, DeskRules rules, DateOnly today)
{
    private readonly Phrases _phrases = words.Phrases;

    public string Number(RequestCase subject) => subject.Number is { } number ? NumberText.Printed(number) : _phrases.Of("Case.Unnumbered", ("id", subject.Id));

    /// <summary>One line of a list: fit for a group, because it tells nothing about a person.</summary>
    public string Line(RequestCase subject)
    {
        var line = _phrases.Of("Case.Line", ("number", Number(subject)), ("state", words.Of(subject.State)), ("due", Due(subject)), ("assignee", Assignee(subject)));
        return subject.IsRehearsal ? $"{line} · {_phrases.Of("Case.Rehearsal")}" : line;
    }

    public string Assignee(RequestCase subject) => subject.Assignee ?? _phrases.Of("Case.Unassigned");

    /// <summary>Where the clock stands, in one sentence.</summary>
    public string Due(RequestCase subject)
    {
        if (subject is { State: CaseState.Submitted })
            return _phrases.Of("Case.Due.Unconfirmed");
        if (!subject.IsOpen && !subject.IsRedeciding)
            return subject is { Outcome: { } outcome, DecidedOn: { } on } ? _phrases.Of("Case.Due.Ended", ("outcome", words.Of(outcome)), ("day", Iso.Day(on))) : _phrases.Of("Case.Due.NotCounted");
        if (subject.DeadlineOn(today, rules) is not { } deadline)
            return _phrases.Of("Case.Due.None");
        if (deadline.AnswerBy is not { } due)
            return _phrases.Of(subject.State is CaseState.AwaitingFee ? "Case.Due.StoppedFee" : "Case.Due.StoppedCorrection");

        var key = deadline.Standing is ClockStanding.Paused ? "Paused" : due < today ? "Overdue" : due == today ? "Today" : "Running";
        var days = due < today ? WorkingDays(due, today) : WorkingDays(today, due);
        return _phrases.Of(
            $"Case.Due.{key}",
            ("day", Iso.Day(due)),
            ("weekday", Weekday(due)),
            ("n", days),
            ("mark", deadline.Provisional ? _phrases.Of("Case.Due.Provisional") : ""));
    }

    /// <summary>The history, line by line.</summary>
    /// <param name="reveal">Shows personal text too.</param>
    public IEnumerable<string> History(IEnumerable<LedgerEntry> entries, bool reveal)
    {
        foreach (var entry in entries)
        {
            var line = "  " + _phrases.Of("Case.Show.Entry", ("on", Iso.Day(entry.On)), ("move", words.Move(entry.Move.GetType())), ("by", entry.By.Id));
            var recorded = TownshipTime.DayOf(entry.RecordedAt);
            yield return recorded == entry.On ? line : line + _phrases.Of("Case.Show.Backdated", ("recorded", Iso.Day(recorded)), ("reason", entry.Reason is { } reason ? Personal(reason, reveal) : "–"));
            foreach (var (field, value) in MoveForm.Of(entry.Move.GetType()).Values(entry.Move))
                yield return _phrases.Of("Case.Show.Field", ("field", words.Field(field)), ("value", Value(value, reveal)));
        }
    }

    public string Weekday(DateOnly day) => _phrases.Weekday(day);

    /// <summary>A value of a record in words.</summary>
    public string Value(object value, bool reveal) => value switch
    {
        PersonalText text => Personal(text, reveal),
        DateOnly day => Iso.Day(day),
        Enum one => words.Of(one),
        bool flag => _phrases.Of(flag ? "Register.Yes" : "Register.No"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public string Personal(PersonalText text, bool reveal) => text.IsErased ? _phrases.Of("Case.Show.Erased") : reveal ? text.Reveal()! : text.ToString();

    private int WorkingDays(DateOnly from, DateOnly to) => rules.Deadlines.Legal.Between(from, to).Days;
}
