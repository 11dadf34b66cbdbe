using System.Globalization;
using Disclosure.Auditor.Extract;
using Disclosure.Columns;

namespace Disclosure.Auditor;

/// <summary>What the walk over a column's pages has brought so far, and whether it has to go on.</summary>
/// <remarks>
/// Newest is not first: pinned rows fill the head of a list, sometimes the whole first page. So a first page that looks stale is
/// not believed before a later page brought nothing newer.
/// </remarks>
internal sealed class ListSoFar(Column column, ReadingQuestion question)
{
    /// <summary>No portal pins as many rows: a longer page shows ordinary rows too.</summary>
    public const int PinnedAtMost = 30;

    private const int MostKept = 5_000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private int _pagesAdded;
    private bool _settled;
    private bool _sinceReached;
    private bool _known;

    /// <summary>In page order: all of the first two pages, and of later ones what is not older than the question asks.</summary>
    public List<SightedItem> Items { get; } = [];

    /// <summary>Distinct items seen, kept or not.</summary>
    public int Seen => _seen.Count;

    /// <summary>Newest day that is not in the future.</summary>
    public DateOnly? Newest { get; private set; }

    /// <summary>Whether everything that could hold a newer item was read.</summary>
    public bool NewestIsCertain => _settled;

    /// <returns>How many items were new; null when the page repeats one already read.</returns>
    public int? Add(IReadOnlyList<SightedItem> rows)
    {
        var signature = string.Join('\n', rows.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Title}|{item.PublishedOn?.DayNumber}")));
        if (rows.Count > 0 && !_pages.Add(signature))
            return null;

        _pagesAdded++;
        var fresh = rows.Where(item => _seen.Add(Sessions.Key(item.Address))).ToArray();
        Items.AddRange(fresh.Where(item => (_pagesAdded <= 2 || item.PublishedOn is null || item.PublishedOn >= (question.ItemsSince ?? question.Today)) && Items.Count < MostKept));
        Judge(rows);
        return fresh.Length;
    }

    public bool NeedsMore => !_settled || (question.ItemsSince is not null && !_sinceReached && !_known);

    /// <summary>Why no more is needed.</summary>
    public WalkEnd EndWithoutMore => Newest is null ? WalkEnd.NoDates : _known && !_sinceReached && question.ItemsSince is not null ? WalkEnd.KnownGround : WalkEnd.Enough;

    /// <summary>The list ended: what was read is all there is.</summary>
    public void SettleWhole() => _settled = true;

    /// <summary>A newest day so recent that nothing newer could change the verdict.</summary>
    public bool IsComfortable(DateOnly? newest) =>
        !column.Window.IsLimited || column.Exempt is not null || column.Kind is ColumnKind.Document or ColumnKind.Container
        || (newest is { } day && column.Window.StaleOn(day)!.Value.DayNumber - question.Today.DayNumber > column.Window.ApproximateDays / 2);

    private void Judge(IReadOnlyList<SightedItem> rows)
    {
        var before = Newest;
        var newest = rows.Max(item => item.PublishedOn <= question.Today ? item.PublishedOn : null);
        if (newest is not null && (before is null || newest > before))
            Newest = newest;

        var broughtNothingNewer = _pagesAdded > 1 && newest is not null && before is not null && newest <= before;
        _settled = rows.Count > 0 && (Items.TrueForAll(item => item.PublishedOn is null) || IsComfortable(Newest) || broughtNothingNewer || rows.Count > PinnedAtMost);
        _sinceReached = newest is null ? rows.Count > 0 && Items.TrueForAll(item => item.PublishedOn is null) : newest < question.ItemsSince;
        _known = rows.Count > 0 && rows.All(item => question.Known.Contains(item.Address)) && (_pagesAdded > 1 || IsInOrder(rows));
    }

    private static bool IsInOrder(IReadOnlyList<SightedItem> rows)
    {
        DateOnly? above = null;
        foreach (var day in rows.Select(item => item.PublishedOn).OfType<DateOnly>())
        {
            if (day > above)
                return false;
            above = day;
        }

        return true;
    }
}
