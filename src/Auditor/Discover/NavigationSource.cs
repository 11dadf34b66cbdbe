using System.Diagnostics;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor.Discover;

/// <summary>What came of asking for a page of navigation.</summary>
internal abstract record Look(Uri Asked)
{
    /// <param name="Final">The address that answered.</param>
    /// <param name="Sha256">Tells a page that stands at two addresses.</param>
    public sealed record Seen(Uri Asked, Uri Final, string Sha256, NavigationPage Page) : Look(Asked);

    public sealed record Unseen(Uri Asked, Reason Reason, string Detail) : Look(Asked);
}

/// <summary>Asks for pages one at a time and reads their navigation; counts what it asked.</summary>
internal sealed class NavigationSource(IPageSource source, ILogger logger)
{
    public int Asked { get; private set; }

    public async Task<Look> LookAsync(Uri address, Uri? referer, CancellationToken cancellationToken)
    {
        Asked++;
        var look = await source.FetchAsync(new PageRequest(address, PagePurpose.List, Referer: referer), cancellationToken) switch
        {
            FetchOutcome.Page page => Read(address, page),
            FetchOutcome.Failed failed => new Look.Unseen(address, failed.Reason, failed.Detail),
            // No validators were sent, so a source that says so has nothing to show for it.
            FetchOutcome.Unchanged => new Look.Unseen(address, Reason.WrongFormat, "unchanged, though nothing was known of it"),
            _ => throw new UnreachableException(),
        };
        if (look is Look.Unseen unseen)
            Log.PageNotLookedAt(logger, address, unseen.Reason, unseen.Detail);
        return look;
    }

    private static Look Read(Uri address, FetchOutcome.Page page)
    {
        // The fragment chooses a category of a catalogue and never reaches the server.
        var final = page.Receipt.Final.Fragment.Length == 0 && page.Receipt.Hops.Count == 0 ? new Uri(page.Receipt.Final, address.Fragment) : page.Receipt.Final;
        var read = NavigationReader.TryRead(final, page.Text, out var fault);
        return read switch
        {
            null => new Look.Unseen(address, Reason.TooBroken, fault ?? "the markup could not be read"),
            { Shell: { } script } => new Look.Unseen(address, Reason.NeedsScripts, $"nothing to read but {script}"),
            _ => new Look.Seen(address, final, page.Receipt.Sha256, read),
        };
    }
}
