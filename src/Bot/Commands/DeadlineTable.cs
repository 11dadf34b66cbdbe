using Disclosure.Bot.Deadlines;
using Disclosure.Requests;

namespace Disclosure.Bot.Commands;

/// <summary>Shows people a trial of limits: the answer's day first, then every other limit that runs.</summary>
internal sealed class DeadlineTable(Terminal terminal, Phrases phrases)
{
    private const string None = "—";

    private static readonly string[] HeadingKeys = ["Deadline.Column.What", "Deadline.Column.Day", "Deadline.Column.Weekday", "Deadline.Column.Left", "Deadline.Column.Note"];

    public void Write(DeadlineTrial trial, bool explain)
    {
        var statement = new DeadlineStatement(phrases, trial.Rules.Calendar, trial.Rules.Region);
        terminal.Out.WriteLine(phrases.Of("Deadline.Title", ("received", Iso.Day(trial.Start.On)), ("weekday", statement.Weekday(trial.Start.On)), ("today", Iso.Day(trial.Today))));
        if (trial.Channel is { } channel)
            terminal.Out.WriteLine(phrases.Of($"Deadline.Receipt.{channel}"));
        RowsTable.Write(terminal, Texts(HeadingKeys), Rows(trial, statement), wide: 4);
        if (!explain)
            return;

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(phrases.Of("Deadline.Ledger.Title"));
        RowsTable.Write(terminal, Texts(DeadlineStatement.HeadingKeys), statement.Rows(trial.Deadline.Lines), wide: 3);
        if (statement.Sum(trial.Deadline) is { } sum)
            terminal.Out.WriteLine(sum);
    }

    private IEnumerable<IReadOnlyList<string>> Rows(DeadlineTrial trial, DeadlineStatement statement)
    {
        var (deadline, rules) = (trial.Deadline, trial.Rules);
        string[] Row(string what, DateOnly? day, params IEnumerable<string?> notes) =>
            [what, day is { } on ? Iso.Day(on) : None, day is { } of ? statement.Weekday(of) : None, day is { } by && deadline.Standing is not ClockStanding.Ended ? Left(trial, by) : None, Sentence(notes)];

        var unknown = Years("Deadline.Note.RegionUnknown", trial.YearsWithoutFestivals);
        var provisional = deadline.Provisional ? Years("Deadline.Note.Provisional", trial.YearsWithoutNotice) ?? unknown : null;
        yield return Row(phrases.Of(trial.IsAnswer ? "Deadline.Row.AnswerBy" : "Deadline.Row.Limit"), deadline.AnswerBy, Standing(trial), provisional);
        if (deadline.WorkBy != deadline.AnswerBy)
            yield return Row(phrases.Of("Deadline.Row.WorkBy"), deadline.WorkBy, phrases.Of("Deadline.Note.RegionDecides"));
        if (rules.Region is { } region && deadline.AnswerBy is not null)
        {
            var differs = deadline.Regional is not null && deadline.Regional != deadline.AnswerBy;
            if (differs || (unknown is not null && provisional != unknown))
                yield return Row(phrases.Of("Deadline.Row.Regional", ("region", region.Name)), differs ? deadline.Regional : null, differs ? phrases.Of("Deadline.Note.RegionBeside") : null, unknown);
        }

        if (deadline.PrudentBy is { } prudent)
            yield return Row(phrases.Of("Deadline.Row.PrudentBy"), prudent, phrases.Of("Deadline.Note.Prudent"));
        foreach (var timer in trial.Timers)
        {
            yield return Row(
                phrases.Of($"Deadline.Row.{timer.Kind}", ("n", timer.Consultation)),
                timer.By?.Day,
                timer.By is null ? phrases.Of(timer.Kind is TimerKind.FeeBy ? "Deadline.Note.NoticeNotDelivered" : "Deadline.Note.NotDelivered") : null,
                statement.Basis(timer.Basis, trial.Today));
        }
    }

    private string Standing(DeadlineTrial trial)
    {
        var deadline = trial.Deadline;
        var start = deadline.Lines.LastOrDefault(line => line.Why is ClockDay.Start);
        return deadline switch
        {
            { Standing: ClockStanding.Ended } => phrases.Of("Deadline.Standing.Ended"),
            { Standing: ClockStanding.Stopped } => phrases.Of(trial.Awaited is StopCause.Correction ? "Deadline.Standing.StoppedForCorrection" : "Deadline.Standing.StoppedForFee"),
            { Standing: ClockStanding.Paused } => phrases.Of("Deadline.Standing.Paused", ("n", deadline.Lines.Count(line => line.Why is ClockDay.Consultation && line.Day <= trial.Today))),
            { Lines: [.., { Why: ClockDay.SetDay }] } => phrases.Of("Deadline.Standing.SetDay"),
            _ when start is not null && start.Day != trial.Start.On => phrases.Of("Deadline.Standing.Restarted", ("day", Iso.Day(start.Day)), ("n", deadline.Lines[^1].Number)),
            _ => phrases.Of("Deadline.Standing.Running", ("n", deadline.Lines[^1].Number)),
        };
    }

    private string Left(DeadlineTrial trial, DateOnly day)
    {
        var days = trial.WorkingDaysTo(day);
        if (day == trial.Today)
            return phrases.Of("Deadline.Left.Today");
        if (day < trial.Today)
            return days == 0 ? phrases.Of("Deadline.Left.Passed") : phrases.Of("Deadline.Left.PassedDays", ("n", days));
        return phrases.Of("Deadline.Left.Days", ("n", days));
    }

    private string? Years(string key, IReadOnlyList<int> years) => years.Count == 0 ? null : phrases.Of(key, ("years", string.Join(phrases.Of("Deadline.Ledger.Comma"), years)));

    private string Sentence(IEnumerable<string?> notes) => string.Join(phrases.Of("Deadline.Ledger.Semicolon"), notes.OfType<string>());

    private string[] Texts(IEnumerable<string> keys) => [.. keys.Select(key => phrases.Of(key))];
}
