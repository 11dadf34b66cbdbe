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

    // 1200 extract
    [LoggerMessage(1200, LogLevel.Debug, "Column {Column}: {Sighting} by {Rung}, walk ended {End} after {Pages} pages, {Parsed} parsed")]
    public static partial void ColumnRead(ILogger logger, string column, string sighting, string rung, WalkEnd end, int pages, int parsed);

    [LoggerMessage(1201, LogLevel.Warning, "Column {Column}: the walk of its pages ended early ({End}) at {Address}")]
    public static partial void WalkEndedEarly(ILogger logger, string column, WalkEnd end, string address);

    // 1300 discover
}
