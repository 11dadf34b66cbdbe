using Disclosure.Time;

namespace Disclosure.Requests;

/// <summary>One walk through the days of a case by one calendar, which finds the due day and writes down why.</summary>
internal sealed class ClockPass
{
    private readonly ClockHistory _history;
    private readonly WorkingCalendar _calendar;
    private readonly DeadlineRules _rules;
    private readonly DateOnly _asOf;
    private readonly IReadOnlyList<Hold> _holds;
    private readonly Dictionary<DateOnly, List<ClockMark>> _marks = [];
    private readonly List<ClockLine> _lines = [];

    public ClockPass(ClockHistory history, WorkingCalendar calendar, DeadlineRules rules, DateOnly today)
    {
        (_history, _calendar, _rules) = (history, calendar, rules);
        _asOf = history.EndedOn ?? today;
        _holds = [.. history.Holds.Select(Close)];
        foreach (var hold in _holds)
        {
            var number = hold.IsConsultation ? hold.Fact.Consultation : (int?)null;
            Mark(hold.Fact.From, new(hold.IsConsultation ? ClockEvent.ConsultationSent : ClockEvent.ReasonsAsked, number));
            if (hold.EndedBy is { } by)
                Mark(hold.Until, new(by, number));
        }
    }

    public ClockResult Run()
    {
        var (due, number, quota) = ((DateOnly?)null, 0, 0);
        foreach (var (index, run) in _history.Runs.Index())
        {
            var goesOn = run.OpenedBy is ClockEvent.FeePaid && _rules.FeeRemainderFrom <= run.Day0;
            if (!goesOn)
                (number, quota) = (0, _rules.AnswerDays);
            quota += run.Extensions.Sum(extension => extension.WorkingDays);
            (due, number) = Walk(run, number, quota, index + 1 < _history.Runs.Count ? _history.Runs[index + 1].Day0 : null);
        }

        due = SetDay(_history.PostponedTo > due ? _history.PostponedTo : null, ClockEvent.Postponed) ?? due;
        due = SetDay(_history.Term, ClockEvent.TermSet) ?? due;
        if (due is not null)
            _lines[^1] = _lines[^1] with { Marks = [.. _lines[^1].Marks, new(ClockEvent.Due)] };
        return new(Standing(due), due, _lines.Exists(line => line.Provisional), _lines);
    }

    /// <summary>Counts one run up to its due day, its stop or the next day 0.</summary>
    /// <returns>The due day, if the run came so far and nothing follows it; and the number of the last day that counted.</returns>
    private (DateOnly? Due, int Number) Walk(ClockRun run, int number, int quota, DateOnly? next)
    {
        if (run.Stop is { } asked)
            Mark(asked.On, new(asked.Cause is StopCause.Correction ? ClockEvent.CorrectionAsked : ClockEvent.FeeNotice));
        foreach (var extension in run.Extensions)
            Mark(extension.NotifiedOn, new(ClockEvent.ExtensionNotified));
        Write(_calendar.On(run.Day0), null, ClockDay.Start, [], new ClockMark(run.OpenedBy));

        for (var day = run.Day0.AddDays(1); next is null || day < next; day = day.AddDays(1))
        {
            var found = _calendar.On(day);
            if (run.Stop is { } stop && day > stop.On)
            {
                if (next is null && day > _asOf)
                    return (null, number);
                Write(found, null, stop.Cause is StopCause.Correction ? ClockDay.AwaitingCorrection : ClockDay.AwaitingFee, []);
                continue;
            }

            Hold[] open = found.IsWorked ? [.. _holds.Where(hold => hold.LeavesOut(day))] : [];
            int[] consultations = [.. open.Where(hold => hold.IsConsultation).Select(hold => hold.Fact.Consultation)];
            if (!found.IsWorked || open.Length > 0)
            {
                Write(found, null, !found.IsWorked ? KindOf(found) : consultations.Length > 0 ? ClockDay.Consultation : ClockDay.AwaitingReasons, consultations);
                continue;
            }

            Write(found, ++number, KindOf(found), []);
            // More than the quota only where a payment came when no day was left.
            if (number >= quota)
                return (next is null && run.Stop is null ? day : null, number);
        }

        return (null, number);
    }

    private DateOnly? SetDay(DateOnly? day, ClockEvent mark)
    {
        if (day is { } set)
            Write(_calendar.On(set) with { Provisional = false }, null, ClockDay.SetDay, [], new ClockMark(mark));
        return day;
    }

    private ClockStanding Standing(DateOnly? due) => this switch
    {
        { _history.EndedOn: not null } => ClockStanding.Ended,
        { _history.Term: not null } => ClockStanding.Running,
        _ when _history.Runs[^1].Stop is not null => ClockStanding.Stopped,
        _ when _holds.Any(hold => hold.EndedBy is null && hold.Fact.From <= _asOf && hold.Fact.From < due) => ClockStanding.Paused,
        _ => ClockStanding.Running,
    };

    /// <summary>Finds the day a consultation ends by this calendar: the opinion, or the 15 working days from delivery.</summary>
    private Hold Close(ClockFact.Exclude fact)
    {
        var from = _rules.SentDayExcludedFrom <= fact.From ? fact.From : fact.From.AddDays(1);
        var silence = fact.Kind is ConsultationKind.ThirdParty ? ClockEvent.ThirdPartySilent : ClockEvent.AgencySilent;
        var silentOn = fact.DeliveredOn is { } delivered ? _calendar.After(delivered, OpinionDays).Day : (DateOnly?)null;
        if ((fact.To ?? _asOf) > silentOn)
            return new(fact, from, silentOn.Value, silence);
        return fact.To is { } to
            ? new(fact, from, to, fact.Kind is ConsultationKind.Applicant ? ClockEvent.ReasonsReceived : fact.Silent ? silence : ClockEvent.ConsultationReturned)
            : new(fact, from, _asOf, null);
    }

    /// <summary>Art. 32, 34.</summary>
    private const int OpinionDays = 15;

    private void Mark(DateOnly day, ClockMark mark)
    {
        if (!_marks.TryGetValue(day, out var marks))
            _marks[day] = marks = [];
        marks.Add(mark);
    }

    private void Write(CalendarDay day, int? number, ClockDay why, IReadOnlyList<int> consultations, params IEnumerable<ClockMark> first)
    {
        IReadOnlyList<ClockMark> marks = [.. first, .. _marks.Remove(day.Day, out var rest) ? rest : []];
        _lines.Add(new(day.Day, number, why, day.Festival, consultations, marks, day.Provisional));
    }

    private static ClockDay KindOf(CalendarDay day) => day.Kind switch
    {
        DayKind.WorkingDay => ClockDay.WorkingDay,
        DayKind.MakeUpWorkday => ClockDay.MakeUpWorkday,
        DayKind.Weekend => ClockDay.Weekend,
        DayKind.PublicHoliday => ClockDay.PublicHoliday,
        DayKind.RegionalHoliday => ClockDay.RegionalHoliday,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <param name="First">The first day left out.</param>
    /// <param name="Until">The last day left out.</param>
    /// <param name="EndedBy">Null while it is open.</param>
    private sealed record Hold(ClockFact.Exclude Fact, DateOnly First, DateOnly Until, ClockEvent? EndedBy)
    {
        public bool IsConsultation => Fact.Kind is not ConsultationKind.Applicant;

        public bool LeavesOut(DateOnly day) => First <= day && day <= Until;
    }
}

/// <summary>What one pass found.</summary>
internal sealed record ClockResult(ClockStanding Standing, DateOnly? Due, bool Provisional, IReadOnlyList<ClockLine> Lines);
