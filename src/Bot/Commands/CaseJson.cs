using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Bot.Register;
using Disclosure.Requests;

namespace Disclosure.Bot.Commands;

/// <summary>The JSON of <c>case list</c> and <c>case show</c>; programs read it, so it changes only on purpose.</summary>
/// <remarks>Personal text is left out unless it is revealed: a list has no field for it at all.</remarks>
internal static class CaseJson
{
    private static readonly CaseJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string List(IEnumerable<KeptCase> cases, OpenRegister open) =>
        JsonSerializer.Serialize(cases.Select(kept => Head(kept.Case, open)).ToList(), Context.ListCaseHeadJson);

    public static string One(KeptCase kept, OpenRegister open, bool reveal) => JsonSerializer.Serialize(
        new CaseShownJson(Head(kept.Case, open), [.. kept.History.Entries.Select(entry => Entry(entry, open, reveal))]),
        Context.CaseShownJson);

    private static CaseHeadJson Head(RequestCase subject, OpenRegister open)
    {
        var deadline = subject.DeadlineOn(open.Cases.Today, open.Cases.Rules);
        return new(
            subject.Id.Value,
            subject.Number?.ToString(),
            subject.State.ToString(),
            subject.Application.Kind.ToString(),
            subject.Channel.ToString(),
            Day(subject.ReceivedOn),
            Day(deadline?.AnswerBy),
            deadline?.Provisional ?? false,
            [.. Enum.GetValues<CaseMarks>().Where(mark => mark is not CaseMarks.None && subject.MarksOn(open.Cases.Today, open.Cases.Rules).HasFlag(mark)).Select(mark => mark.ToString())],
            subject.Outcome?.ToString(),
            Day(subject.DecidedOn),
            subject.Assignee,
            subject.IsRehearsal);
    }

    private static CaseEntryJson Entry(LedgerEntry entry, OpenRegister open, bool reveal)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (field, value) in MoveForm.Of(entry.Move.GetType()).Values(entry.Move))
        {
            if (!fields.TryGetValue(field.Name, out var values))
                fields[field.Name] = values = [];
            values.Add(Value(value, open, reveal));
        }

        return new(entry.Move.GetType().Name, entry.By.Id, Day(entry.On)!, entry.RecordedAt.ToString("O", CultureInfo.InvariantCulture), entry.Reason is { } reason ? open.Text.Personal(reason, reveal) : null, fields);
    }

    private static string Value(object value, OpenRegister open, bool reveal) => value switch
    {
        PersonalText text => open.Text.Personal(text, reveal),
        DateOnly day => Day(day)!,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string? Day(DateOnly? day) => day is { } known ? Iso.Day(known) : null;
}

internal sealed record CaseHeadJson(
    string Id, string? Number, string State, string Applicant, string Channel, string? ReceivedOn, string? AnswerBy, bool Provisional, List<string> Marks, string? Outcome, string? DecidedOn, string? Assignee, bool Rehearsal);

internal sealed record CaseEntryJson(string Move, string By, string On, string RecordedAt, string? Reason, Dictionary<string, List<string>> Fields);

internal sealed record CaseShownJson(CaseHeadJson Case, List<CaseEntryJson> History);

[JsonSerializable(typeof(List<CaseHeadJson>))]
[JsonSerializable(typeof(CaseShownJson))]
internal sealed partial class CaseJsonContext : JsonSerializerContext;
