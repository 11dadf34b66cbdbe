using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor;

/// <summary>Everything the auditor writes to the log. Ids: 1000 audit, 1100 fetch, 1200 extract, 1300 discover.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Audit of {Agency} finished: {Columns} columns in {Seconds} s, {Findings} to act on")]
    public static partial void AuditFinished(ILogger logger, string agency, int columns, double seconds, int findings);

    [LoggerMessage(1001, LogLevel.Error, "Column {Column} of {Agency} could not be audited because the auditor failed")]
    public static partial void ColumnFaulted(ILogger logger, Exception exception, string agency, string column);

    [LoggerMessage(1002, LogLevel.Information, "Audit of {Agency} goes on with interrupted run {RunId}: {Columns} columns were already looked at")]
    public static partial void AuditContinued(ILogger logger, string agency, string runId, int columns);

    // 1100 fetch

    // 1200 extract

    // 1300 discover
}
