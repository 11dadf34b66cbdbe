namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Where pages come from: over HTTP for every site, and a headless browser for the pages that draw their rows with
/// scripts. Both give text through the same outcome, so extraction never knows which it was.
/// </summary>
/// <remarks>Expected failures are outcomes, not exceptions; only cancellation and bugs throw.</remarks>
public interface IPageSource
{
    Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken);
}

/// <summary>What a request is for; it decides the size cap and whether redirects inside the page (meta, script) are followed.</summary>
public enum PagePurpose
{
    /// <summary>A column's list page.</summary>
    List,

    /// <summary>An article, opened because the list shows no date.</summary>
    Article,

    /// <summary>A data address the page itself names: JSON, a jpage proxy, a fragment.</summary>
    Data,

    /// <summary>The home page, probed for availability with its own 15-second limit.</summary>
    Home,

    /// <summary>A published report: a page, or the office file it was put up as. The only purpose for which a file is downloaded.</summary>
    Report,
}

/// <summary>One page to ask for.</summary>
/// <param name="Address">Absolute http(s) address.</param>
/// <param name="Form">Form fields for a POST; null for a GET.</param>
/// <param name="Json">A JSON body for a POST; null for a GET.</param>
/// <param name="Referer">The page that names this address; some data services refuse without it.</param>
/// <param name="ETag">Validator of the last visit, sent back as it came.</param>
/// <param name="LastModified">Validator of the last visit, sent back as it came.</param>
/// <param name="KnownSha256">Hash of the last body; equal bytes are <see cref="FetchOutcome.Unchanged"/> even from a server without validators.</param>
public sealed record PageRequest(
    Uri Address,
    PagePurpose Purpose,
    IReadOnlyList<KeyValuePair<string, string>>? Form = null,
    string? Json = null,
    Uri? Referer = null,
    string? ETag = null,
    string? LastModified = null,
    string? KnownSha256 = null);
