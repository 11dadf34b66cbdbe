using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Auditor;
using Disclosure.Columns;

namespace Disclosure.Bot.Commands;

/// <summary>The report as programs read it. Its shape is frozen: keys are added on purpose and never renamed.</summary>
internal static class AuditJson
{
    /// <summary>The file name that stands for standard output.</summary>
    public const string StandardOutput = "-";

    private static readonly AuditJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // Chinese stays readable; the file is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One object for one agency, an array for several.</summary>
    public static string Write(IReadOnlyList<AuditReport> reports)
    {
        var written = reports.Select(WrittenReport.Of).ToArray();
        return written is [var one]
            ? JsonSerializer.Serialize(one, Context.WrittenReport)
            : JsonSerializer.Serialize(written, Context.WrittenReportArray);
    }

    /// <returns>Null when done, otherwise why not.</returns>
    public static Task<string?> TrySaveAsync(string file, IReadOnlyList<AuditReport> reports, CancellationToken cancellationToken) =>
        WholeFiles.TryWriteAsync([(file, Encoding.UTF8.GetBytes(Write(reports) + "\n"))], cancellationToken);
}

[JsonSerializable(typeof(WrittenReport[]))]
internal sealed partial class AuditJsonContext : JsonSerializerContext;

internal sealed record WrittenReport(
    string Agency,
    string Portal,
    string Today,
    string StartedAt,
    string FinishedAt,
    IReadOnlyList<WrittenColumn> Columns,
    IReadOnlyDictionary<string, int> Counts,
    WrittenInspection Inspection)
{
    public static WrittenReport Of(AuditReport report) => new(
        report.Agency.Value,
        report.Portal.OriginalString,
        Iso.Day(report.Today),
        Iso.Instant(report.StartedAt),
        Iso.Instant(report.FinishedAt),
        [.. report.Columns.Select(WrittenColumn.Of)],
        Enum.GetValues<Verdict>().ToDictionary(verdict => verdict.ToString(), verdict => report.Columns.Count(column => column.Judgement.Verdict == verdict)),
        WrittenInspection.Of(report.Inspection));
}

internal sealed record WrittenColumn(
    string Id,
    string Name,
    IReadOnlyList<string> Path,
    string Url,
    string Kind,
    string Window,
    string Verdict,
    string? Newest,
    string? StaleOn,
    int? DaysLeft,
    int? Items,
    bool? ItemsExact,
    IReadOnlyDictionary<string, int> ItemsInYear,
    string Reason,
    WrittenEvidence? Evidence)
{
    public static WrittenColumn Of(ColumnResult result)
    {
        var (column, judgement) = (result.Column, result.Judgement);
        return new(
            column.Id.Value,
            column.Name,
            column.Path,
            column.Url.OriginalString,
            column.Kind.ToString().ToLowerInvariant(),
            column.Window.ToString(),
            judgement.Verdict.ToString(),
            judgement.Newest is { } newest ? Iso.Day(newest) : null,
            judgement.StaleOn is { } staleOn ? Iso.Day(staleOn) : null,
            judgement.DaysLeft,
            result.Count?.Number,
            result.Count?.Exact,
            result.ItemsInYear.OrderByDescending(year => year.Key).ToDictionary(year => year.Key.ToString(CultureInfo.InvariantCulture), year => year.Value),
            judgement.Verdict.IsBlind() && judgement.Detail.Length > 0 ? $"{judgement.Reason}: {judgement.Detail}" : judgement.Reason.ToString(),
            result.Evidence is { } seen ? new(seen.FinalUrl, Iso.Instant(seen.FetchedAt), seen.Status, seen.Sha256, seen.Rung) : null);
    }
}

internal sealed record WrittenEvidence(string Url, string FetchedAt, int Status, string Sha256, string Rung);

internal sealed record WrittenInspection(WrittenCount NewsAndNotices, WrittenCount ShouldUpdate, WrittenCount Blank, WrittenHomePage HomePage, WrittenAvailability Availability)
{
    public static WrittenInspection Of(Inspection inspection) => new(
        WrittenCount.Of(inspection.NewsAndNotices),
        WrittenCount.Of(inspection.ShouldUpdate),
        WrittenCount.Of(inspection.Blank),
        new(inspection.HomePage.Newest is { } newest ? Iso.Day(newest) : null, inspection.HomePage.LimitDays, inspection.HomePage.Stale),
        new(inspection.Availability.Probes, inspection.Availability.Failures, inspection.Availability.FailingShare, inspection.Availability.Limit, inspection.Availability.Exceeded));
}

internal sealed record WrittenCount(int Count, int Limit, bool Exceeded, IReadOnlyList<string> Columns)
{
    public static WrittenCount Of(InspectionCount count) => new(count.Count, count.Limit, count.Exceeded, [.. count.Columns.Select(id => id.Value)]);
}

internal sealed record WrittenHomePage(string? Newest, int LimitDays, bool? Stale);

internal sealed record WrittenAvailability(int Probes, int Failures, double? FailingShare, double Limit, bool? Exceeded);
