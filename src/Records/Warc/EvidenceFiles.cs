using System.Globalization;
using System.Net;
using Disclosure.Agencies;
using Disclosure.Time;
using Microsoft.Extensions.Logging;

namespace Disclosure.Records.Warc;

/// <summary>An answer as it came from the portal, to be kept as evidence.</summary>
/// <param name="Target">The address that answered.</param>
/// <param name="Head">Status line and header fields as received.</param>
/// <param name="Body">After content decoding.</param>
/// <param name="Truncated">The body was longer than the cap and only its beginning is here.</param>
public sealed record CapturedResponse(Uri Target, DateTimeOffset At, IPAddress? IpAddress, string Head, ReadOnlyMemory<byte> Body, bool Truncated);

/// <summary>The pages behind the verdicts, kept so that a finding can be shown after the page was mended: one WARC file per agency and run.</summary>
public sealed class EvidenceFiles
{
    private const string DayFormat = "yyyy-MM-dd";

    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    public EvidenceFiles(DataFolder folder, TimeProvider time, ILogger<EvidenceFiles> logger) => (_folder, _time, _logger) = (folder.Evidence, time, logger);

    /// <summary>Opens a run's file; one that was interrupted goes on after its last whole record.</summary>
    /// <param name="today">The run's day; a run that is taken up again keeps its own.</param>
    public Task<EvidenceFile> OpenRunAsync(AgencyCode agency, string runId, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(runId);
        var run = string.Concat(runId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
        var file = Path.Combine(_folder, agency.Value, $"{today.ToString(DayFormat, CultureInfo.InvariantCulture)}-{run}.warc.gz");
        return EvidenceFile.OpenAsync(file, agency.Value, runId, _time.GetUtcNow(), _logger, cancellationToken);
    }

    /// <summary>Removes the files of runs longer ago than that, by the day in their names.</summary>
    /// <remarks>A file that cannot be removed is tried again at the next call; it must not make the audit fail that calls.</remarks>
    /// <returns>How many.</returns>
    public int PurgeOlderThan(TimeSpan age)
    {
        if (!Directory.Exists(_folder))
            return 0;

        var first = TownshipTime.DayOf(_time.GetUtcNow() - age);
        var removed = Directory.GetFiles(_folder, "*.warc.gz", SearchOption.AllDirectories).Count(file => DayOf(file) < first && TryRemove(file));
        if (removed > 0)
            Log.EvidencePurged(_logger, removed, first);
        return removed;
    }

    private bool TryRemove(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Log.EvidenceNotPurged(_logger, refused, file);
            return false;
        }
    }

    private static DateOnly? DayOf(string file)
    {
        var name = Path.GetFileName(file);
        return name.Length > DayFormat.Length && DateOnly.TryParseExact(name[..DayFormat.Length], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
