using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor;

/// <summary>Everything the auditor writes to the log. Ids: 1000 audit, 1100 fetch, 1200 extract, 1300 discover.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Audit of {Agency} finished: {Columns} columns in {Seconds} s, {Findings} to act on")]
    public static partial void AuditFinished(ILogger logger, string agency, int columns, double seconds, int findings);

    [LoggerMessage(1001, LogLevel.Error, "Column {Column} of {Agency} could not be audited because the auditor failed")]
    public static partial void ColumnFaulted(ILogger logger, Exception exception, string agency, string column);

    // 1100 fetch
    [LoggerMessage(1100, LogLevel.Information, "Asking {Host} again, attempt {Attempt}: status {Status} {Detail}")]
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

    // 1300 discover
}
