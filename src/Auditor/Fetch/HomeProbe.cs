using System.Globalization;
using Disclosure.Columns;

namespace Disclosure.Auditor.Fetch;

/// <summary>What one probe of a home page showed.</summary>
/// <param name="Counts">
/// Whether it says anything of the site: a visit that robots.txt, a protection or our own configuration stopped was no visit, and
/// must not enter the inspection's share of failed ones.
/// </param>
/// <param name="Opened">Whether it opened within the limit.</param>
/// <param name="Took">Time to open, or until it was given up.</param>
internal sealed record HomeVisit(bool Counts, bool Opened, TimeSpan Took, string Detail);

/// <summary>
/// Opens the home page once, as an inspector would: within 15 seconds or not (国办秘函〔2019〕19号, 站点无法访问).
/// </summary>
/// <remarks>No second try and no rest for a failing host: a probe that was spared would hide what it is there to find.</remarks>
internal sealed class HomeProbe(IPageSource pages, FetchOptions options)
{
    public async Task<HomeVisit> VisitAsync(Uri home, CancellationToken cancellationToken)
    {
        var outcome = await pages.FetchAsync(new(home, PagePurpose.Home), cancellationToken);
        var took = outcome.Receipt.Opened;
        if (outcome is FetchOutcome.Failed failed)
            return new(Judge.VerdictOf(failed.Reason) is not Verdict.Blocked && failed.Reason is not Reason.RobotsUnavailable, false, took, $"{failed.Reason}: {failed.Detail}");
        return took < options.OpeningLimit
            ? new(true, true, took, "")
            : new(true, false, took, string.Create(CultureInfo.InvariantCulture, $"opened after {took.TotalSeconds:0.0} s"));
    }
}
