using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>One page asked for and read.</summary>
/// <param name="Failed">No page came; <paramref name="Read"/> holds the reason.</param>
/// <param name="Truncated">Only the beginning of the page is known.</param>
internal sealed record Look(PageRequest Asked, Receipt Receipt, Extraction Read, bool Failed, bool Truncated);

/// <summary>Asks for pages on behalf of one column and reads them: conditional where a page is remembered, each address once, and counted.</summary>
internal sealed class PageLooks(IPageSource pages, Column column, ReadingQuestion question)
{
    private const int LongestText = 2_000;

    /// <summary>Pages remembered of a column at most; of those not asked for this time the last are forgotten first.</summary>
    private const int MostRemembered = 500;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, PageMemory> _memories = new(StringComparer.Ordinal);
    private bool _isNew;

    /// <summary>What to remember from now on; null when no page was read anew.</summary>
    public IReadOnlyCollection<PageMemory>? Memories => _isNew
        ? [.. _memories.Values.Concat(question.Remembered.Values.Where(memory => !_memories.ContainsKey(memory.Address))).Take(MostRemembered)]
        : null;

    public int Parsed { get; private set; }

    public int Asked => _asked.Count;

    /// <summary>Whether an address (with its form) has not been asked yet; session marks do not make it another one.</summary>
    public bool IsNew(PageRequest request) => !_asked.Contains(KeyOf(request));

    /// <param name="number">1-based number of the page in the walk.</param>
    public async Task<Look> AtAsync(PageRequest request, int number, CancellationToken cancellationToken)
    {
        _asked.Add(KeyOf(request));
        var memory = question.InFull ? null : question.Remembered.GetValueOrDefault(MemoryKey(request));
        var remembered = memory is null ? null : StoredExtraction.Read(memory.Extraction, column, number);
        var conditional = remembered is null ? request : request with { ETag = memory!.ETag, LastModified = memory.LastModified, KnownSha256 = memory.Sha256 };
        return await pages.FetchAsync(conditional, cancellationToken) switch
        {
            FetchOutcome.Page page => Remember(Read(request, page, number), number),
            FetchOutcome.Unchanged unchanged when remembered is not null => Confirm(new(request, unchanged.Receipt with { Sha256 = memory!.Sha256 }, remembered, Failed: false, Truncated: false), memory),
            FetchOutcome.Unchanged unchanged => new(request, unchanged.Receipt, new Extraction.Unreadable(Reason.WrongFormat, "answered 'not modified' to an unconditional request"), Failed: true, Truncated: false),
            FetchOutcome.Failed failed => new(request, failed.Receipt, new Extraction.Unreadable(failed.Reason, failed.Detail), Failed: true, Truncated: false),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The same page drawn by a browser: read like any other, and not remembered, because its bytes are not the server's.</summary>
    public async Task<Look?> RenderedAsync(IPageSource browser, PageRequest request, CancellationToken cancellationToken) =>
        await browser.FetchAsync(request, cancellationToken) is FetchOutcome.Page page ? Read(request, page, 1) : null;

    /// <summary>An article, or null with the page unread.</summary>
    public async Task<(Article Article, Receipt Receipt)?> ArticleAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new PageRequest(address, PagePurpose.Article, Referer: column.Url);
        _asked.Add(KeyOf(request));
        if (await pages.FetchAsync(request, cancellationToken) is not FetchOutcome.Page page)
            return null;
        Parsed++;
        return (ArticleReader.Read(TextOf(page), question.Today), page.Receipt);
    }

    private Look Read(PageRequest request, FetchOutcome.Page page, int number)
    {
        Parsed++;
        var text = TextOf(page);
        var read = PageReader.Read(text, column, question.Today);
        if (request.Purpose is PagePurpose.List)
            read = Families.Beyond(read, text, column);
        read = read switch
        {
            Extraction.Rows rows => rows with
            {
                Items = [.. rows.Items.Select(item => item with { Address = Sessions.Strip(item.Address) })],
                Total = rows.Total ?? (request.Purpose is PagePurpose.List ? Totals.Declared(text.Text, rows.Items.Count) : null),
                Next = Pagers.Next(request, text, rows, column, number),
                Text = Shortened(rows.Text),
            },
            Extraction.Document document => document with { Text = Shortened(document.Text) },
            Extraction.Nothing or Extraction.Children or Extraction.Unreadable { Reason: not (Reason.LoginRequired or Reason.ChallengePage) } when page.Truncated
                => new Extraction.Unreadable(Reason.TooLarge, "only the beginning of the page was read"),
            _ => read,
        };
        return new(request, page.Receipt, read, Failed: false, page.Truncated);
    }

    private Look Remember(Look look, int number)
    {
        if (look.Truncated)
            return look;
        var key = MemoryKey(look.Asked);
        _memories[key] = new(key, look.Receipt.ETag, look.Receipt.LastModified, look.Receipt.Sha256, StoredExtraction.Write(look.Read, column, number));
        _isNew = true;
        return look;
    }

    private Look Confirm(Look look, PageMemory memory)
    {
        _memories[memory.Address] = memory;
        return look;
    }

    private static PageText TextOf(FetchOutcome.Page page) => new(page.Receipt.Final, page.Text, page.Truncated, page.Receipt.MediaType);

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText];

    private static string KeyOf(PageRequest request) => Sessions.Key(request.Address.AbsoluteUri) + Body(request);

    private static string MemoryKey(PageRequest request) => request.Address.AbsoluteUri + Body(request);

    private static string Body(PageRequest request) =>
        request.Form is { } form ? " " + string.Join('&', form.Select(field => $"{field.Key}={field.Value}")) : request.Json is { } json ? " " + json : "";
}
