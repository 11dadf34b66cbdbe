using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Bot.Deadlines;
using Disclosure.Requests;

namespace Disclosure.Bot.Commands;

/// <summary>A trial of limits as programs read it. Its shape is frozen: keys are added on purpose and never renamed.</summary>
internal static class DeadlineJson
{
    private static readonly DeadlineJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // Chinese stays readable; the text is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(DeadlineTrial trial) => JsonSerializer.Serialize(WrittenDeadline.Of(trial), Context.WrittenDeadline);
}

[JsonSerializable(typeof(WrittenDeadline))]
internal sealed partial class DeadlineJsonContext : JsonSerializerContext;

/// <param name="WorkBy">The national count, never later than the legal day.</param>
/// <param name="WorkingDaysLeft">Negative once the day has passed; null without a day or when it is done.</param>
internal sealed record WrittenDeadline(
    string ReceivedOn,
    string SubmittedOn,
    string? Channel,
    string Today,
    int WorkingDays,
    string Standing,
    string? Awaited,
    string? AnswerBy,
    string? WorkBy,
    int? WorkingDaysLeft,
    bool Overdue,
    bool Provisional,
    string? PrudentBy,
    WrittenRegion? Region,
    IReadOnlyList<WrittenTimer> Timers,
    IReadOnlyList<WrittenClockLine> Ledger)
{
    public static WrittenDeadline Of(DeadlineTrial trial)
    {
        var deadline = trial.Deadline;
        var due = deadline.Standing is ClockStanding.Ended ? null : deadline.AnswerBy;
        return new(
            Iso.Day(trial.Start.On),
            Iso.Day(trial.Start.SubmittedOn),
            trial.Channel?.ToString(),
            Iso.Day(trial.Today),
            trial.Rules.AnswerDays,
            deadline.Standing.ToString(),
            trial.Awaited?.ToString(),
            Text(deadline.AnswerBy),
            Text(deadline.WorkBy),
            due is { } day ? trial.WorkingDaysTo(day) * (day < trial.Today ? -1 : 1) : null,
            due < trial.Today,
            deadline.Provisional,
            Text(deadline.PrudentBy),
            trial.Rules.Region is { } region ? new(region.Region, Text(deadline.Regional), deadline.RegionalProvisional, Text(trial.Rules.RegionDecidesFrom)) : null,
            [.. trial.Timers.Select(timer => new WrittenTimer(timer.Kind.ToString(), timer.Consultation, Text(timer.By?.Day), timer.By?.Provisional ?? false, timer.Basis.ToString()))],
            [.. deadline.Lines.Select(WrittenClockLine.Of)]);
    }

    private static string? Text(DateOnly? day) => day is { } known ? Iso.Day(known) : null;
}

/// <param name="AnswerBy">Null where it is the national day.</param>
/// <param name="Provisional">A year's festivals are not known, so the day may be too early.</param>
internal sealed record WrittenRegion(string Name, string? AnswerBy, bool Provisional, string? DecidesFrom);

internal sealed record WrittenTimer(string Timer, int? Consultation, string? By, bool Provisional, string Basis);

internal sealed record WrittenClockLine(string Day, int? Number, string Why, string? Festival, IReadOnlyList<int> Consultations, string Basis, bool Provisional, IReadOnlyList<WrittenMark> Marks)
{
    public static WrittenClockLine Of(ClockLine line) => new(
        Iso.Day(line.Day),
        line.Number,
        line.Why.ToString(),
        line.Festival?.ToString(),
        line.Consultations,
        line.Basis.ToString(),
        line.Provisional,
        [.. line.Marks.Select(mark => new WrittenMark(mark.Event.ToString(), mark.Consultation, mark.Basis.ToString()))]);
}

internal sealed record WrittenMark(string Event, int? Consultation, string Basis);
