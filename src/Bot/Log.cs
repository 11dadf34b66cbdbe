using Microsoft.Extensions.Logging;

namespace Disclosure.Bot;

/// <summary>Everything the bot writes to the log. Ids: 3000 serve, 3100 sample portal.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Serving {Agencies} agencies with {Columns} columns")]
    public static partial void Serving(ILogger logger, int agencies, int columns);

    [LoggerMessage(3001, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger logger);
}
