using System.Security.Cryptography;
using System.Text;
using Disclosure.Alerts;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Tables;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor.Reports;

/// <summary>
/// Ties out the newest annual report in a portal's 年报 column: when it is new, and once a week in case it was changed. Told once for each
/// report and content, that it ties out as well as that it does not.
/// </summary>
/// <remarks>
/// At most two articles are asked for in a run, the report and the one of the year before it. A report that could not be read is said to be
/// unchecked and asked for again on the next run; it is never taken for one that ties out.
/// </remarks>
internal sealed class ReportWatch(PublishedReports reports, IAuditArchive archive, TimeProvider clock, ILogger<ReportWatch> logger)
{
    /// <summary>How far back it is looked up what was told; a report is replaced by the next after a year.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(500);

    /// <summary>Reports come a year apart; what is nearer belongs to the same one.</summary>
    private const int DaysBetweenReports = 180;

    /// <summary>A report changed in place is noticed within a week.</summary>
    private const int DaysBetweenLooks = 7;

    private static readonly string[] Names = ["年报", "年度报告"];
    private static readonly string[] OtherReports = ["统计", "财政", "决算", "预算", "法治", "环境", "企业", "工作报告"];

    /// <returns>What is to be told of it, if anything is new.</returns>
    public async Task<IReadOnlyList<Alert>> CheckAsync(PortalSection section, DateOnly today, CancellationToken cancellationToken)
    {
        if (section.Columns.FirstOrDefault(IsReportColumn) is not { } column)
            return [];
        try
        {
            return await CheckAsync(section, column, today, cancellationToken) is { } alert ? [alert] : [];
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // part of the edge around one column: a report that cannot be checked must not end the audit
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Log.ReportFaulted(logger, fault, section.Agency.Value);
            return [NotRead(section, column, column.Url, ReportFault.Damaged, fault.GetType().Name)];
        }
    }

    /// <summary>Whether a column holds the yearly disclosure reports.</summary>
    internal static bool IsReportColumn(Column column) =>
        column.Exempt is null
        && Array.Exists(Names, name => column.Name.Contains(name, StringComparison.Ordinal))
        && !Array.Exists(OtherReports, name => column.Name.Contains(name, StringComparison.Ordinal));

    private async Task<Alert?> CheckAsync(PortalSection section, Column column, DateOnly today, CancellationToken cancellationToken)
    {
        var shown = await ShownAsync(section, column, cancellationToken);
        if (shown.Count == 0)
            return null;

        var (newest, _) = shown[0];
        var told = await archive.AlertsAsync(section.Agency, clock.GetUtcNow() - Remembered, cancellationToken);
        var keys = told.Select(alert => alert.Key).ToHashSet(StringComparer.Ordinal);
        var checkedBefore = told.Any(alert => alert.Kind != nameof(AlertKind.ReportNotRead) && alert.Key.StartsWith(KeyOf(section, column, newest, ""), StringComparison.Ordinal));
        if (checkedBefore && (today.DayNumber + column.Id.Value.Length) % DaysBetweenLooks != 0)
            return null;

        var alert = await ReadAsync(newest, cancellationToken) switch
        {
            ReportReading.Read read => await JudgeAsync(section, column, shown, read.Report, keys, cancellationToken),
            ReportReading.Unreadable unreadable => NotRead(section, column, newest, unreadable.Fault, unreadable.NotFetched?.ToString() ?? unreadable.Detail),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return alert is not null && keys.Contains(alert.Key) ? null : alert;
    }

    /// <summary>A file that could not be read anyway is not downloaded to find that out.</summary>
    private async Task<ReportReading> ReadAsync(Uri address, CancellationToken cancellationToken) => Path.GetExtension(address.AbsolutePath).ToUpperInvariant() switch
    {
        ".PDF" => new ReportReading.Unreadable(ReportFault.Pdf, "not downloaded"),
        ".OFD" => new ReportReading.Unreadable(ReportFault.Ofd, "not downloaded"),
        ".DOC" or ".XLS" or ".WPS" or ".ET" => new ReportReading.Unreadable(ReportFault.OldOffice, "not downloaded"),
        ".ZIP" or ".RAR" or ".7Z" => new ReportReading.Unreadable(ReportFault.Archive, "not downloaded"),
        ".JPG" or ".JPEG" or ".PNG" => new ReportReading.Unreadable(ReportFault.Picture, "not downloaded"),
        _ => await reports.ReadAsync(address, cancellationToken),
    };

    /// <summary>The column's items with a day, newest first; of a column that is one document, the document.</summary>
    private async Task<IReadOnlyList<(Uri Address, DateOnly Day)>> ShownAsync(PortalSection section, Column column, CancellationToken cancellationToken)
    {
        if (column.Kind is ColumnKind.Document)
            return [(column.Url, DateOnly.MaxValue)];
        var known = await archive.KnownDatesAsync(section.Agency, column.Id, cancellationToken);
        return [.. from item in known
                   let day = item.Value ?? DateOnly.MinValue
                   let address = PublishedReports.AddressOf(item.Key)
                   where item.Value is not null && address is not null
                   orderby day descending, item.Key
                   select (address, day)];
    }

    private async Task<Alert?> JudgeAsync(PortalSection section, Column column, IReadOnlyList<(Uri Address, DateOnly Day)> shown, PublishedReport report, HashSet<string> keys, CancellationToken cancellationToken)
    {
        var (newest, day) = shown[0];
        var key = KeyOf(section, column, newest, HashOf(report));
        if (keys.Contains(key))
            return null;

        var previous = shown.FirstOrDefault(item => item.Day.DayNumber <= day.DayNumber - DaysBetweenReports).Address is { } before
            && await ReadAsync(before, cancellationToken) is ReportReading.Read { Report: var last } && last.Year == report.Year - 1
            ? last
            : null;
        var wrong = ReportCheck.Of(report, previous, ReportCheck.LevelOf(report.Agency)).Where(one => one.Finding.Severity is not FindingSeverity.Info).ToList();
        Log.ReportChecked(logger, section.Agency.Value, newest, wrong.Count);
        return new(wrong.Count == 0 ? AlertKind.ReportTied : AlertKind.ReportNotTied, section.Agency, key, column.Id, column.Name, null)
        {
            Report = new(newest, [.. wrong.GroupBy(one => one.Finding.Id).Select(group => $"{group.Key}×{group.Count()}")]),
        };
    }

    private Alert NotRead(PortalSection section, Column column, Uri address, ReportFault fault, string detail)
    {
        Log.ReportNotRead(logger, section.Agency.Value, address, fault, detail);
        return new(AlertKind.ReportNotRead, section.Agency, KeyOf(section, column, address, fault.ToString()), column.Id, column.Name, null) { Report = new(address, [fault.ToString()]) };
    }

    private static string KeyOf(PortalSection section, Column column, Uri address, string content) => $"{section.Agency}/{column.Id}/report@{address.AbsoluteUri}#{content}";

    /// <summary>The report's own content: what the page around it says today does not make it another report.</summary>
    private static string HashOf(PublishedReport report)
    {
        var content = new StringBuilder(report.Title);
        foreach (var figure in ReportCells.Of(report.Figures))
            content.Append('\n').Append(figure.Text);
        foreach (var section in report.Sections)
            content.Append('\n').Append(section.Heading).AppendJoin('\n', section.Paragraphs);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..16];
    }
}
