using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor;

/// <summary>Everything the auditor writes to the log. Ids: 1000 audit, 1100 fetch, 1200 extract, 1300 discover, 1400 schedule.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Audit of {Agency} finished: {Columns} columns in {Seconds} s, {Findings} to act on")]
    public static partial void AuditFinished(ILogger logger, string agency, int columns, double seconds, int findings);

    [LoggerMessage(1001, LogLevel.Error, "Column {Column} of {Agency} could not be audited because the auditor failed")]
    public static partial void ColumnFaulted(ILogger logger, Exception exception, string agency, string column);

    [LoggerMessage(1002, LogLevel.Information, "Audit of {Agency} goes on with interrupted run {RunId}: {Columns} columns were already looked at")]
    public static partial void AuditContinued(ILogger logger, string agency, string runId, int columns);

    [LoggerMessage(1003, LogLevel.Information, "The annual report of {Agency} at {Address} was checked: {Findings} findings")]
    public static partial void ReportChecked(ILogger logger, string agency, Uri address, int findings);

    [LoggerMessage(1004, LogLevel.Warning, "The annual report of {Agency} at {Address} could not be checked: {Fault}, {Detail}")]
    public static partial void ReportNotRead(ILogger logger, string agency, Uri address, Reports.ReportFault fault, string detail);

    [LoggerMessage(1005, LogLevel.Error, "The annual report of {Agency} could not be checked because the auditor failed")]
    public static partial void ReportFaulted(ILogger logger, Exception exception, string agency);

    // 1100 fetch
    [LoggerMessage(1100, LogLevel.Debug, "Asking {Host} again, attempt {Attempt}: status {Status} {Detail}")]
    public static partial void FetchRetried(ILogger logger, string host, int attempt, int status, string detail);

    [LoggerMessage(1101, LogLevel.Warning, "{Host} asked to be left alone for {Seconds} s; no portal on it is asked before")]
    public static partial void HostParked(ILogger logger, string host, double seconds);

    [LoggerMessage(1102, LogLevel.Warning, "{Host} only fails; it is left alone for {Seconds} s")]
    public static partial void HostLeftAlone(ILogger logger, string host, double seconds);

    [LoggerMessage(1103, LogLevel.Warning, "{Host} asks for a Crawl-delay of {Asked} s; it is kept at Fetch:MaxCrawlDelay, {Kept} s")]
    public static partial void CrawlDelayAboveCap(ILogger logger, string host, double asked, double kept);

    [LoggerMessage(1104, LogLevel.Debug, "{Address} gave {Outcome} with status {Status} in {Milliseconds} ms")]
    public static partial void Fetched(ILogger logger, string address, string outcome, int status, double milliseconds);

    [LoggerMessage(1105, LogLevel.Error, "Chromium at {Path} could not draw {Address}")]
    public static partial void RenderingFailed(ILogger logger, Exception exception, string path, string address);

    // 1200 extract
    [LoggerMessage(1200, LogLevel.Debug, "Column {Column}: {Sighting} by {Rung}, walk ended {End} after {Pages} pages, {Parsed} parsed")]
    public static partial void ColumnRead(ILogger logger, string column, string sighting, string rung, WalkEnd end, int pages, int parsed);

    [LoggerMessage(1201, LogLevel.Warning, "Column {Column}: the walk of its pages ended early ({End}) at {Address}")]
    public static partial void WalkEndedEarly(ILogger logger, string column, WalkEnd end, string address);

    // 1300 discover
    [LoggerMessage(1300, LogLevel.Information, "Discovery from {Start} finished: {Columns} columns, {Unseen} pages not looked at, {Pages} pages asked")]
    public static partial void DiscoveryFinished(ILogger logger, Uri start, int columns, int unseen, int pages);

    [LoggerMessage(1301, LogLevel.Warning, "Discovery could not look at {Address}: {Reason}, {Detail}")]
    public static partial void PageNotLookedAt(ILogger logger, Uri address, Disclosure.Columns.Reason reason, string detail);

    // 1400 schedule
    [LoggerMessage(1400, LogLevel.Information, "{Agency} is audited on schedule {Schedule}, next at {Next}")]
    public static partial void Scheduled(ILogger logger, string agency, string schedule, DateTimeOffset? next);

    [LoggerMessage(1401, LogLevel.Information, "{Agency} missed at least one audit while nothing ran; one audit now makes good for all")]
    public static partial void CatchingUp(ILogger logger, string agency);

    [LoggerMessage(1402, LogLevel.Information, "Audit of {Agency} is not needed: the run started at {Started} made good for it")]
    public static partial void AuditNotNeeded(ILogger logger, string agency, DateTimeOffset started);

    [LoggerMessage(1403, LogLevel.Information, "Audit of {Agency} was stopped; what it looked at is kept")]
    public static partial void AuditStopped(ILogger logger, string agency);

    [LoggerMessage(1404, LogLevel.Error, "Audit of {Agency} was broken off after {Limit}, the longest allowed")]
    public static partial void AuditTooLong(ILogger logger, Exception exception, string agency, TimeSpan limit);

    [LoggerMessage(1405, LogLevel.Error, "Audit of {Agency} failed")]
    public static partial void AuditFailed(ILogger logger, Exception exception, string agency);

    [LoggerMessage(1406, LogLevel.Warning, "The home page of {Agency}, {Address}, did not open: {Seconds} s, {Detail}")]
    public static partial void HomeDidNotOpen(ILogger logger, string agency, string address, double seconds, string detail);

    [LoggerMessage(1407, LogLevel.Error, "The home page of {Agency} could not be probed because the auditor failed")]
    public static partial void ProbeFailed(ILogger logger, Exception exception, string agency);

    [LoggerMessage(1408, LogLevel.Error, "No audit of {Agency} has finished when it should have; the last one finished at {Finished}")]
    public static partial void AuditorSilent(ILogger logger, string agency, DateTimeOffset? finished);

    [LoggerMessage(1409, LogLevel.Error, "Whether audits of {Agency} still finish could not be checked")]
    public static partial void WatchFailed(ILogger logger, Exception exception, string agency);

    [LoggerMessage(1410, LogLevel.Warning, "The probe of the home page of {Agency} was not let in, so it does not count as a visit")]
    public static partial void ProbeWasNoVisit(ILogger logger, string agency);
}
