using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Disclosure.Alerts;
using Disclosure.Auditor.Discover;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Reports;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Tables;

namespace Disclosure.Bot;

/// <summary>Every sentence for people, in one language: the only door to <c>Texts/</c>.</summary>
/// <remarks>
/// The texts are plain files of key and sentence, one folder per language and one file per subject, so that a translator can work without
/// building anything. A missing key or an unfilled
/// placeholder is a fault of ours and throws; tests walk every key.
/// </remarks>
internal sealed partial class Phrases
{
    private readonly FrozenDictionary<string, string> _texts;
    private readonly CultureInfo _dates;

    private Phrases(Language language, FrozenDictionary<string, string> texts)
    {
        Language = language;
        _texts = texts;
        // Only patterns of digits and English month names are used, so no installed culture data can change the output.
        _dates = CultureInfo.InvariantCulture;
    }

    public Language Language { get; }

    /// <summary>Every key with its sentence.</summary>
    public IReadOnlyDictionary<string, string> All => _texts;

    public static Phrases In(Language language)
    {
        var texts = Load(Language.Zh);
        if (language is not Language.Zh)
        {
            foreach (var (key, text) in Load(language))
                texts[key] = text;
        }

        return new(language, texts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The sentence of a key, with its placeholders filled.</summary>
    public string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_texts.TryGetValue(key, out var text))
            throw new InvalidOperationException($"No text for {key}.");

        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
            filled[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return Placeholder().Replace(text, match => filled.TryGetValue(match.Groups[1].Value, out var value)
            ? value
            : throw new InvalidOperationException($"Nothing fills {match.Value} of {key}."));
    }

    public string Verdict(Verdict verdict) => Of($"Verdict.{verdict}");

    public string Kind(ColumnKind kind) => Of($"Kind.{kind}");

    public string Note(NoteKind kind) => Of($"Note.{kind}");

    public string Doubt(Doubt doubt) => Of($"Doubt.{doubt}");

    /// <summary>Why a column got its verdict, as one sentence that says what to do.</summary>
    public string Reason(Column column, Judgement judgement, DateOnly today) =>
        Reason(judgement, today, Window(column.Window), column.Exempt ?? "");

    /// <summary>Why a page outside any column could not be looked at.</summary>
    public string Unseen(Reason reason, string detail) => WithoutEmptyBrackets(Of($"Reason.{reason}", ("detail", detail)));

    /// <summary>What an alert says. Without its column the window is not known and the sentence does without.</summary>
    public string Alert(Alert alert, Column? column, DateOnly today) => Of(
        $"Alert.{alert.Kind}",
        ("column", alert.ColumnName),
        ("columns", alert.Columns),
        ("address", alert.Report?.Address.OriginalString),
        ("findings", alert.Report is { } report ? string.Join(Of("Summary.Comma"), report.Findings.Select(ReportFinding)) : ""),
        ("reason", alert.Judgement is { } judgement ? Reason(judgement, today, column is null ? "" : Window(column.Window), column?.Exempt ?? "") : ""));

    public string Problem(ConfigProblem problem)
    {
        var values = problem.Arguments.Select((text, index) => (index.ToString(CultureInfo.InvariantCulture), (object?)Translated(text))).ToArray();
        var place = problem.Where.Length == 0 ? problem.File : $"{problem.File} {problem.Where}";
        return Of("Problem.Line", ("place", place), ("message", Of($"Problem.{problem.Kind}", values)));
    }

    /// <summary>What does not tie out in a report, as one sentence with both sides; a blank cell is called one.</summary>
    /// <remarks>A rule that has no sides, or could not be checked, is told in other words than one that is broken.</remarks>
    public string Equation(TieOutFinding finding)
    {
        var sides = (finding.Left, finding.Right) switch
        {
            (null, null) => ".NoSides",
            (null, _) => ".NoLeft",
            (_, null) => ".NoRight",
            _ => "",
        };
        var key = $"Equation.{finding.Id}{(finding.Unchecked ? ".Unchecked" : "")}";
        string[] keys = finding.Unchecked ? [key + sides, key, "Equation.Unchecked"] : [key + sides, key];
        return Of(keys.FirstOrDefault(_texts.ContainsKey) ?? keys[^1], ("id", finding.Id), ("where", finding.Where), ("left", Side(finding.Left)), ("right", Side(finding.Right)));
    }

    /// <summary>What was found in a published report, as one sentence.</summary>
    public string Finding(ReportFinding finding) => finding.Problem is { } problem
        ? Of($"CheckReport.Problem.{problem}", ("where", finding.Finding.Where), ("left", Side(finding.Finding.Left)), ("right", Side(finding.Finding.Right)))
        : Equation(finding.Finding);

    /// <summary>Why a published report could not be read, and what to do about it.</summary>
    public string Fault(ReportReading.Unreadable unreadable) => WithoutEmptyBrackets(Of(
        $"CheckReport.Fault.{unreadable.Fault}",
        ("detail", unreadable.NotFetched is { } reason ? Unseen(reason, unreadable.Detail) : unreadable.Detail)));

    public string Window(UpdateWindow window)
    {
        var text = window.ToString();
        return window.IsLimited ? Of($"Window.{text[^1]}", ("n", text[1..^1])) : Of("Window.none");
    }

    public string Weekday(DateOnly day) => Of($"Weekday.{day.DayOfWeek}");

    /// <summary>A day as one says it; the year only where it is another one.</summary>
    public string Day(DateOnly day, DateOnly today) => day.ToString(Of(day.Year == today.Year ? "Day.SameYear" : "Day.OtherYear"), _dates);

    private string Reason(Judgement judgement, DateOnly today, string window, string exempt) => WithoutEmptyBrackets(Of(
        $"Reason.{judgement.Reason}",
        ("newest", judgement.Newest is { } newest ? Day(newest, today) : ""),
        ("staleOn", judgement.StaleOn is { } staleOn ? Day(staleOn, today) : ""),
        ("daysLeft", judgement.DaysLeft),
        ("daysOver", judgement.DaysLeft is { } left ? 1 - left : null),
        ("window", window),
        ("exempt", exempt),
        ("detail", judgement.Detail)));

    /// <summary>An equation goes by its id; a fault by its name.</summary>
    private string ReportFinding(string id) => _texts.GetValueOrDefault($"CheckReport.FaultShort.{id}", id);

    private string Side(string? printed) => string.IsNullOrWhiteSpace(printed) ? Of("Equation.Blank") : printed;

    private static string WithoutEmptyBrackets(string sentence) =>
        sentence.Replace("（）", "", StringComparison.Ordinal).Replace(" ()", "", StringComparison.Ordinal);

    /// <summary>An argument may itself be a key (what a setting should have been).</summary>
    private string Translated(string argument) => argument.StartsWith("Setting.", StringComparison.Ordinal) && _texts.TryGetValue(argument, out var text) ? text : argument;

    /// <summary>Every text of a language; none where it has no files.</summary>
    private static Dictionary<string, string> Load(Language language)
    {
        var assembly = typeof(Phrases).Assembly;
        var folder = $"Disclosure.Bot.Texts.{language.ToString().ToLowerInvariant()}.";
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
                texts.Add(key, text);
        }

        return texts;
    }

    [GeneratedRegex(@"\{([A-Za-z0-9]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
