using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>Visits a section's home page once: whether it opened in time (站点无法访问), and the newest day it shows (首页不更新).</summary>
internal sealed class HomePage(HomeProbe probe, TimeProvider clock)
{
    /// <returns>Null when the visit says nothing of the site, because robots.txt or a protection turned it away.</returns>
    public async Task<HomeProbed?> ProbeAsync(PortalSection section, DateOnly today, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var visit = await probe.VisitAsync(section.Portal, cancellationToken);
        return visit.Counts
            ? new(section.Agency, at, section.Portal.AbsoluteUri, visit.Opened, visit.Took, visit.Detail, NewestOn(visit.Page, today))
            : null;
    }

    private static DateOnly? NewestOn(FetchOutcome.Page? page, DateOnly today) => page is null
        ? null
        : RowReader.ReadFragment(page.Text, page.Receipt.Final, today).Max(row => row.PublishedOn <= today ? row.PublishedOn : null);
}
