using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Records;

/// <summary>
/// What the auditor has seen, kept so that it can be shown later: every run, every column's verdict with its evidence, every
/// item published, every probe of the home page. One implementation per engine; no caller knows which it has.
/// </summary>
/// <remarks>
/// Everything but <see cref="RememberAsync"/> is a record in the audit journal and is on the disk when the task completes.
/// The page memory is a cache: losing it costs one full fetch, never a fact.
/// </remarks>
public interface IAuditArchive : IAsyncDisposable
{
    /// <summary>Appends one fact of a run; returns when it is on the disk.</summary>
    Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>The newest run of an agency, finished or not; null before the first.</summary>
    Task<RunSummary?> LastRunAsync(AgencyCode agency, CancellationToken cancellationToken);

    /// <summary>Where each column stood when it was last looked at.</summary>
    Task<IReadOnlyDictionary<ColumnId, ColumnState>> StatesAsync(AgencyCode agency, CancellationToken cancellationToken);

    /// <summary>The columns already looked at in a run, so that an interrupted run goes on instead of starting again.</summary>
    Task<IReadOnlyList<ColumnLooked>> LookedInRunAsync(AgencyCode agency, string runId, CancellationToken cancellationToken);

    /// <summary>Every publication with a day in <paramref name="year"/>, each once however many columns show it.</summary>
    Task<IReadOnlyList<Publication>> PublicationsAsync(AgencyCode agency, int year, CancellationToken cancellationToken);

    /// <summary>How many those publications are. Much cheaper than the list: it is asked at the end of every run.</summary>
    Task<PublicationCount> CountPublicationsAsync(AgencyCode agency, int year, CancellationToken cancellationToken);

    /// <summary>How many items each column showed per year, from the archive.</summary>
    Task<IReadOnlyDictionary<ColumnId, IReadOnlyDictionary<int, int>>> ItemsByYearAsync(AgencyCode agency, CancellationToken cancellationToken);

    /// <summary>
    /// The day each archived item of a column was last archived with, so that a pager can stop at known ground and a day that changed
    /// between runs is noticed (伪造发稿日期).
    /// Looked up by address as the archive compares addresses; an item handed in again with another day takes that day.
    /// </summary>
    Task<IReadOnlyDictionary<string, DateOnly?>> KnownDatesAsync(AgencyCode agency, ColumnId column, CancellationToken cancellationToken);

    /// <summary>Home page probes since an instant, oldest first.</summary>
    Task<IReadOnlyList<HomeProbed>> ProbesAsync(AgencyCode agency, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Alerts not yet handed over, oldest first (a run that died between judging and alerting still alerts).</summary>
    Task<IReadOnlyList<AlertRaised>> AlertsAsync(AgencyCode agency, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>What is remembered of a column's pages for conditional requests, by address; empty when nothing is.</summary>
    Task<IReadOnlyDictionary<string, PageMemory>> RecallAsync(AgencyCode agency, ColumnId column, CancellationToken cancellationToken);

    /// <summary>Remembers a column's pages for the next run's conditional requests, in the place of what was remembered of it. A cache: may be lost.</summary>
    Task RememberAsync(AgencyCode agency, ColumnId column, IReadOnlyCollection<PageMemory> pages, CancellationToken cancellationToken);
}
