using Microsoft.Extensions.Logging;

namespace Disclosure.Records;

/// <summary>Everything the records write to the log. Ids: 2000 journal, 2100 read model, 2200 evidence, 2300 register.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Warning, "The last line {Line} of journal {Journal} was not finished ({Bytes} bytes, never acknowledged) and was cut")]
    public static partial void TornLineCut(ILogger logger, string journal, long line, long bytes);

    [LoggerMessage(2001, LogLevel.Error, "Journal {Journal} could not be written; the append was refused and the file taken back to its last good length")]
    public static partial void AppendFailed(ILogger logger, Exception exception, string journal);

    [LoggerMessage(2002, LogLevel.Error, "Journal {Journal} could not be taken back to its last good length; the next append tries again")]
    public static partial void AppendNotTakenBack(ILogger logger, Exception exception, string journal);

    [LoggerMessage(2100, LogLevel.Information, "The read model of journal {Journal} is dropped and rebuilt from {Records} records: {Why}")]
    public static partial void Rebuilding(ILogger logger, string journal, long records, string why);

    [LoggerMessage(2101, LogLevel.Error, "Journal {Journal} ends at {Records} records but {Seen} were seen before: records were removed from its end")]
    public static partial void JournalIsShorter(ILogger logger, string journal, long records, long seen);

    [LoggerMessage(2102, LogLevel.Error, "The read model of journal {Journal} failed; it will be rebuilt")]
    public static partial void ReadModelFailed(ILogger logger, Exception exception, string journal);

    [LoggerMessage(2103, LogLevel.Warning, "What was remembered of the pages of column {Column} of {Agency} cannot be read; they are fetched in full")]
    public static partial void PagesForgotten(ILogger logger, Exception exception, string agency, string column);

    [LoggerMessage(2104, LogLevel.Warning, "The pages of column {Column} of {Agency} could not be remembered; the next audit fetches in full what is new")]
    public static partial void PagesNotRemembered(ILogger logger, Exception exception, string agency, string column);

    [LoggerMessage(2200, LogLevel.Warning, "Evidence file {File} ended in an unfinished record; {Bytes} bytes were cut")]
    public static partial void TornEvidenceCut(ILogger logger, string file, long bytes);

    [LoggerMessage(2201, LogLevel.Information, "{Files} evidence files from before {Day} were removed")]
    public static partial void EvidencePurged(ILogger logger, int files, DateOnly day);

    [LoggerMessage(2202, LogLevel.Warning, "Evidence file {File} is older than it must be kept and could not be removed")]
    public static partial void EvidenceNotPurged(ILogger logger, Exception exception, string file);

    [LoggerMessage(2300, LogLevel.Warning, "No master key is set: {Cases} cases' personal data stay closed, and no new ones can be stored")]
    public static partial void NoMasterKey(ILogger logger, int cases);

    [LoggerMessage(2301, LogLevel.Information, "{Cases} case keys were brought from master key {Previous} under master key {Current}; the one before need not be named any more")]
    public static partial void KeysRewrapped(ILogger logger, int cases, string previous, string current);

    [LoggerMessage(2302, LogLevel.Error, "{Cases} cases hold personal data and their keys are missing; no record says that they were erased")]
    public static partial void KeysMissing(ILogger logger, int cases);

    [LoggerMessage(2303, LogLevel.Warning, "{Cases} cases' keys were destroyed now: their erasure was recorded before the program ended")]
    public static partial void ErasureFinished(ILogger logger, int cases);
}
