using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Reports;

/// <summary>Where published reports come from: a file, or an address asked as politely and as guardedly as every other page.</summary>
/// <param name="mostBytes">The largest file that is opened.</param>
public sealed class PublishedReports(IPageSource pages, int mostBytes)
{
    private static readonly string[] ReadableFiles = [".docx", ".xlsx"];

    /// <summary>Reads a file, or an http(s) address.</summary>
    public Task<ReportReading> ReadAsync(string fileOrAddress, CancellationToken cancellationToken) =>
        AddressOf(fileOrAddress) is { } address ? ReadAsync(address, cancellationToken) : ReadFileAsync(fileOrAddress, cancellationToken);

    /// <summary>The address that a text is; null for the name of a file.</summary>
    public static Uri? AddressOf(string fileOrAddress) =>
        Uri.TryCreate(fileOrAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>Reads a page; where it has no tables and links to one office file of its own site, that file.</summary>
    public async Task<ReportReading> ReadAsync(Uri address, CancellationToken cancellationToken)
    {
        var (reading, final) = await FetchAsync(address, referer: null, cancellationToken);
        if (reading is not ReportReading.Unreadable { Fault: ReportFault.NoTables, Links: var links } || AttachmentOf(final, links) is not { } attachment)
            return reading;
        var (attached, _) = await FetchAsync(attachment, final, cancellationToken);
        return attached;
    }

    private async Task<(ReportReading Reading, Uri Final)> FetchAsync(Uri address, Uri? referer, CancellationToken cancellationToken)
    {
        var outcome = await pages.FetchAsync(new(address, PagePurpose.Report, Referer: referer), cancellationToken);
        var reading = outcome switch
        {
            FetchOutcome.Page { Truncated: true } => new ReportReading.Unreadable(ReportFault.TooLarge, $"more than {outcome.Receipt.Body.Length} bytes"),
            FetchOutcome.Page page => ReportReader.Read(page.Receipt.Body, page.Text.Length > 0 ? page.Text : null),
            FetchOutcome.Failed failed => new ReportReading.Unreadable(ReportFault.NotFetched, failed.Detail) { NotFetched = failed.Reason },
            _ => throw new InvalidOperationException("A request without validators cannot be unchanged."),
        };
        return (reading, outcome.Receipt.Final);
    }

    /// <summary>The one office file a page links to. Of several none is chosen: which is the report is for a person to say.</summary>
    private static Uri? AttachmentOf(Uri page, IReadOnlyList<string> links)
    {
        var files = links.Select(link => Uri.TryCreate(page, link, out var target) ? target : null)
            .OfType<Uri>()
            .Where(target => target.Scheme is "http" or "https" && Array.Exists(ReadableFiles, end => target.AbsolutePath.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && SiteScope.IsSame(page, target))
            .Distinct()
            .ToList();
        return files is [var one] ? one : null;
    }

    private async Task<ReportReading> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return new ReportReading.Unreadable(ReportFault.FileNotFound, path);
            return file.Length > mostBytes
                ? new ReportReading.Unreadable(ReportFault.TooLarge, $"{file.Length} bytes")
                : ReportReader.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new ReportReading.Unreadable(ReportFault.FileNotOpened, refused.Message);
        }
    }
}
