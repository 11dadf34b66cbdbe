using Disclosure.Auditor.Fetch;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor.Discover;

/// <summary>
/// Walks the navigation of one organ's section on a portal and proposes its column file. The proposal is for a person to look over:
/// everything uncertain says why, and what could not be looked at is listed, never dropped.
/// </summary>
public sealed class Discovery(IPageSource source, ILogger<Discovery> logger)
{
    /// <param name="start">The section's home page, or with <see cref="DiscoverOptions.SectionName"/> any page that leads to it.</param>
    public async Task<DiscoveryReport> WalkAsync(Uri start, DiscoverOptions options, CancellationToken cancellationToken)
    {
        var pages = new NavigationSource(source, logger);
        var report = await new SectionFinder(pages).FindAsync(start, options.SectionName, cancellationToken) switch
        {
            (Look.Seen section, _) => await WalkSectionAsync(pages, section, options, cancellationToken),
            var (_, outcome) => new DiscoveryReport(outcome!, start, options.SectionName ?? "", [], [], [], options.Catalogue.Columns, pages.Asked),
        };
        Log.DiscoveryFinished(logger, report.Start, report.Columns.Count, report.NotLookedAt.Count, report.PagesAsked);
        return report;
    }

    private static async Task<DiscoveryReport> WalkSectionAsync(NavigationSource pages, Look.Seen section, DiscoverOptions options, CancellationToken cancellationToken)
    {
        var scope = new SectionScope(ColumnAddress.Clean(section.Final), section.Page, options.SectionName);
        var walk = new SectionWalk(pages, scope, options);
        await walk.RunAsync(section.Page, cancellationToken);

        var columns = ColumnProposal.Of(walk.Found, scope);
        DiscoveryOutcome outcome = columns.Count > 0
            ? new DiscoveryOutcome.Walked()
            : new DiscoveryOutcome.NoNavigation($"{section.Page.Links.Count} links, none of them to a column of the section '{scope.Name}'");
        var missing = options.Catalogue.MissingFrom([.. columns.Select(column => column.Name)]);
        return new(outcome, scope.Start, scope.Name, columns, walk.Unseen, walk.LeftOut, missing, pages.Asked);
    }
}
