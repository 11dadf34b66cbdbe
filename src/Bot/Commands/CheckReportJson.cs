using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Auditor.Reports;
using Disclosure.Tables;

namespace Disclosure.Bot.Commands;

/// <summary>What <c>check-report --json</c> writes. Its shape is frozen: keys are added on purpose and never renamed.</summary>
internal static class CheckReportJson
{
    private static readonly CheckReportJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // Chinese stays readable; the file is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(PublishedReport report, IReadOnlyList<ReportFinding> findings, Phrases phrases) => JsonSerializer.Serialize(
        new WrittenCheck(
            report.Agency,
            report.Year,
            CellsOf(report),
            [.. findings.Select(one => new WrittenFinding(one.Finding.Id, one.Finding.Severity.ToString().ToLowerInvariant(), one.Finding.Where, one.Finding.Left, one.Finding.Right, phrases.Finding(one)))]),
        Context.WrittenCheck);

    /// <summary>Every cell of the form by its place: a number, what stands there instead, or null when the cell was not found.</summary>
    private static Dictionary<string, JsonElement> CellsOf(PublishedReport report)
    {
        var missing = report.Problems.SelectMany(problem => problem.Unread).ToHashSet(StringComparer.Ordinal);
        return ReportCells.Places.Zip(ReportCells.Of(report.Figures)).ToDictionary(
            cell => cell.First,
            cell => cell.Second switch
            {
                { Value: { } value } => JsonSerializer.SerializeToElement(value, Context.Decimal),
                var none when missing.Contains(cell.First) => JsonSerializer.SerializeToElement(none.Text.Length > 0 ? none.Text : null, Context.String!),
                var none => JsonSerializer.SerializeToElement(none.Text, Context.String),
            });
    }
}

[JsonSerializable(typeof(WrittenCheck))]
[JsonSerializable(typeof(decimal))]
[JsonSerializable(typeof(string))]
internal sealed partial class CheckReportJsonContext : JsonSerializerContext;

internal sealed record WrittenCheck(string Agency, int? Year, IReadOnlyDictionary<string, JsonElement> Tables, IReadOnlyList<WrittenFinding> Findings);

internal sealed record WrittenFinding(string Id, string Severity, string Where, string? Left, string? Right, string Message);
