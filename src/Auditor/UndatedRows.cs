using System.Text.RegularExpressions;
using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>Dates the rows that show no day by opening their articles: few, and those first that are likely newest.</summary>
internal sealed partial class UndatedRows(PageLooks looks, Column column, ReadingQuestion question, ReadingOptions options, Func<DateOnly, DateOnly, int?>? workingDaysBetween)
{
    private static readonly string[] Attachments = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".et", ".zip", ".rar", ".ofd", ".jpg", ".png", ".mp4"];

    public List<Note> Notes { get; } = [];

    /// <summary>The receipt of the article with the newest day.</summary>
    public Receipt? Deciding { get; private set; }

    /// <summary>
    /// Rows whose day matters: all when none shows one, else those above the first that does (below it they are older).
    /// </summary>
    public static IReadOnlyList<int> ThatMatter(IReadOnlyList<SightedItem> items)
    {
        var undated = Enumerable.Range(0, items.Count).Where(index => items[index].PublishedOn is null).ToArray();
        return undated.Length == items.Count ? undated : [.. undated.TakeWhile((index, place) => index == place)];
    }

    /// <summary>Fills in what the articles say.</summary>
    /// <param name="isWhole">Whether these are all rows the column has.</param>
    /// <returns>Whether the newest of these rows is now known for certain.</returns>
    public async Task<bool> DateAsync(List<SightedItem> items, bool isWhole, CancellationToken cancellationToken)
    {
        var matter = ThatMatter(items);
        var (order, byNumber) = NewestLookingFirst(items, matter);
        var opened = new List<DateOnly?>();
        var skipped = 0;
        foreach (var index in order)
        {
            if (opened.Count == options.MaxArticles)
                break;
            if (!CanOpen(items[index], out var address) || await looks.ArticleAsync(address, cancellationToken) is not { } page)
            {
                skipped++;
                continue;
            }

            opened.Add(page.Article.PublishedOn);
            Take(items, index, page.Article, page.Receipt);
        }

        if (skipped > 0 || opened.Count == 0)
            return false;
        var allOpened = opened.Count == matter.Count && (isWhole || matter.Count < items.Count);
        return allOpened || opened.TrueForAll(day => day is null) || (byNumber && opened.Count >= 3 && Descends(opened));
    }

    private void Take(List<SightedItem> items, int index, Article article, Receipt receipt)
    {
        Notes.AddRange(ItemNotes.Of(article, items[index].Address, question.Today, options, workingDaysBetween));
        if (article.PublishedOn is not { } day)
            return;
        items[index] = items[index] with { PublishedOn = day, DateOrigin = article.Origin };
        if (items.TrueForAll(item => item.PublishedOn is null || item.PublishedOn <= day))
            Deciding = receipt;
    }

    private bool CanOpen(SightedItem item, out Uri address) =>
        Uri.TryCreate(item.Address, UriKind.Absolute, out address!)
        && address.Scheme is "http" or "https"
        && SiteScope.IsSame(column.Url, address)
        && !Attachments.Contains(Path.GetExtension(address.AbsolutePath).ToLowerInvariant());

    /// <summary>By the number at the end of the address, which grows with every article, where all have one; else as listed.</summary>
    private static (IReadOnlyList<int> Order, bool ByNumber) NewestLookingFirst(List<SightedItem> items, IReadOnlyList<int> matter)
    {
        var numbers = matter.ToDictionary(index => index, index => LastNumber().Match(items[index].Address) is { Success: true } match && decimal.TryParse(match.Groups[1].ValueSpan, out var number) ? number : (decimal?)null);
        return numbers.Values.All(number => number is not null)
            ? ([.. matter.OrderByDescending(index => numbers[index])], true)
            : (matter, false);
    }

    private static bool Descends(List<DateOnly?> days) => days.TrueForAll(day => day is not null) && days.Zip(days.Skip(1)).All(pair => pair.First >= pair.Second);

    [GeneratedRegex(@"(\d{1,25})(?:\.[a-z]{2,5})?$", RegexOptions.IgnoreCase)]
    private static partial Regex LastNumber();
}
