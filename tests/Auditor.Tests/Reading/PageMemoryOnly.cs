using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor.Tests.Reading;

/// <summary>The page memory of an archive, which is all of it that reading a column touches; anything else is a mistake and throws.</summary>
internal sealed class PageMemoryOnly : IAuditArchive
{
    private readonly Dictionary<string, PageMemory> _pages = new(StringComparer.Ordinal);

    public Task<PageMemory?> RecallAsync(string address, CancellationToken cancellationToken) => Task.FromResult(_pages.GetValueOrDefault(address));

    public Task RememberAsync(IReadOnlyList<PageMemory> pages, CancellationToken cancellationToken)
    {
        foreach (var page in pages)
            _pages[page.Address] = page;
        return Task.CompletedTask;
    }

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RunSummary?> LastRunAsync(AgencyCode agency, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<ColumnId, ColumnState>> StatesAsync(AgencyCode agency, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ColumnLooked>> LookedInRunAsync(AgencyCode agency, string runId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Publication>> PublicationsAsync(AgencyCode agency, int year, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<ColumnId, IReadOnlyDictionary<int, int>>> ItemsByYearAsync(AgencyCode agency, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, DateOnly?>> KnownDatesAsync(AgencyCode agency, ColumnId column, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<HomeProbed>> ProbesAsync(AgencyCode agency, DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<AlertRaised>> AlertsAsync(AgencyCode agency, DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
