using System.CommandLine;
using System.Globalization;
using Disclosure.Bot.Deadlines;
using Disclosure.Requests;
using Disclosure.Time;

namespace Disclosure.Bot.Commands;

/// <summary><c>deadline</c>: on which day an answer is due, with every day that led there (期限试算).</summary>
internal sealed class DeadlineCommand(Desk desk, SharedOptions shared)
{
    private const int LongestLimit = 250;

    private static readonly Dictionary<string, Channel> Channels =
        Enum.GetValues<Channel>().ToDictionary(channel => string.Concat(channel.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")), StringComparer.Ordinal);

    private readonly Option<string?> _received = new("--received") { Description = desk.Phrases.Of("Cli.Deadline.Received"), HelpName = "D" };
    private readonly Option<string?> _channel = new("--channel") { Description = desk.Phrases.Of("Cli.Deadline.Channel"), HelpName = "C" };
    private readonly Option<string?> _submitted = new("--submitted") { Description = desk.Phrases.Of("Cli.Deadline.Submitted"), HelpName = "D" };
    private readonly Option<string?> _days = new("--working-days") { Description = desk.Phrases.Of("Cli.Deadline.WorkingDays"), HelpName = "N" };
    private readonly Option<string[]> _events = new("--event") { Description = desk.Phrases.Of("Cli.Deadline.Event"), HelpName = "E" };
    private readonly Option<string?> _today = new("--today") { Description = desk.Phrases.Of("Cli.Deadline.Today"), HelpName = "D" };
    private readonly Option<bool> _explain = new("--explain") { Description = desk.Phrases.Of("Cli.Deadline.Explain") };
    private readonly Option<bool> _json = new("--json") { Description = desk.Phrases.Of("Cli.Deadline.Json") };

    public Command Command()
    {
        var command = new Command("deadline", desk.Phrases.Of("Cli.Deadline")) { _received, _channel, _submitted, _days, _events, _today, _explain, _json };
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_received) is null)
            return desk.Refuse("Deadline.NoReceived");
        if (Day(parsed, _received) is not { } received || !TryDay(parsed, _submitted, received, out var submitted) || !TryDay(parsed, _today, TownshipTime.DayOf(desk.Terminal.Clock.GetUtcNow()), out var today))
            return Exit.CouldNotRun;
        if (submitted > received)
            return desk.Refuse("Deadline.SubmittedLater", ("submitted", Iso.Day(submitted)), ("received", Iso.Day(received)));
        if (!TryChannel(parsed.GetValue(_channel), out var channel))
            return desk.Refuse("Deadline.BadChannel", ("value", parsed.GetValue(_channel)), ("known", string.Join(", ", Channels.Keys)));
        if (channel is { } way && Receipt.DayOf(way, submitted, received, received) != received)
            return desk.Refuse("Deadline.ReceivedIsSubmitted", ("submitted", Iso.Day(submitted)));
        if (!TryLength(parsed.GetValue(_days), out var days))
            return desk.Refuse("Deadline.BadDays", ("value", parsed.GetValue(_days)));
        if (desk.LoadCalendar(shared.Place(parsed)) is not { } config)
            return Exit.CouldNotRun;

        var start = new ClockFact.Start(received, submitted);
        var rules = config.Rules.Deadlines with { AnswerDays = days ?? DeadlineRules.LegalAnswerDays };
        if (Events(parsed.GetValue(_events) ?? [], start, rules) is not { } events)
            return Exit.CouldNotRun;

        var trial = DeadlineTrial.Of(start, channel, events, rules, today);
        if (parsed.GetValue(_json))
            desk.Terminal.Out.WriteLine(DeadlineJson.Write(trial));
        else
            new DeadlineTable(desk.Terminal, desk.Phrases).Write(trial, parsed.GetValue(_explain));
        return Exit.Fine;
    }

    /// <summary>The events in order; null when one was refused, which is said.</summary>
    private IReadOnlyList<DeadlineEvent>? Events(IEnumerable<string> texts, ClockFact.Start start, DeadlineRules rules)
    {
        var written = new List<DeadlineEvent>();
        foreach (var text in texts)
        {
            if (DeadlineEvent.Parse(text, written.Count(one => one.Facts is [ClockFact.Exclude]) + 1, out var unreadable) is not { } one)
            {
                desk.Refuse(unreadable, ("event", text));
                return null;
            }

            written.Add(one);
        }

        if (DeadlineHistory.Order(start, written, rules, out var fault) is { } ordered)
            return ordered;
        desk.Refuse(fault.Key, ("event", fault.Event.Text), ("day", fault.Day is { } day ? Iso.Day(day) : ""));
        return null;
    }

    private bool TryDay(ParseResult parsed, Option<string?> option, DateOnly fallback, out DateOnly day)
    {
        var read = parsed.GetValue(option) is null ? fallback : Day(parsed, option);
        day = read ?? default;
        return read is not null;
    }

    /// <summary>The day of an option; null when it is none, which is said.</summary>
    private DateOnly? Day(ParseResult parsed, Option<string?> option)
    {
        var text = parsed.GetValue(option);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            desk.Refuse("Deadline.BadDay", ("option", option.Name), ("value", text));
        else if (day.Year is < DeadlineEvent.FirstYear or > DeadlineEvent.LastYear)
            desk.Refuse("Deadline.FarDay", ("option", option.Name), ("value", text));
        else
            return day;
        return null;
    }

    private static bool TryChannel(string? text, out Channel? channel)
    {
        channel = text is not null && Channels.TryGetValue(text, out var known) ? known : null;
        return text is null || channel is not null;
    }

    private static bool TryLength(string? text, out int? days)
    {
        days = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LongestLimit ? number : null;
        return text is null || days is not null;
    }
}
