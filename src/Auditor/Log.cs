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

    // 1300 discover
    [LoggerMessage(1300, LogLevel.Information, "Discovery from {Start} finished: {Columns} columns, {Unseen} pages not looked at, {Pages} pages asked")]
    public static partial void DiscoveryFinished(ILogger logger, Uri start, int columns, int unseen, int pages);

    [LoggerMessage(1301, LogLevel.Warning, "Discovery could not look at {Address}: {Reason}, {Detail}")]
    public static partial void PageNotLookedAt(ILogger logger, Uri address, Disclosure.Columns.Reason reason, string detail);
}
