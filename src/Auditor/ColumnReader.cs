using System.Diagnostics;
using Disclosure.Auditor.Extract;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.Logging;

namespace Disclosure.Auditor;

/// <summary>Looks at one column: its first page, where that page says the rows are, the further pages the question needs, and articles where the list shows no day.</summary>
/// <param name="rendered">A browser for pages whose rows are drawn by scripts; null leaves those undetermined.</param>
/// <param name="workingDaysBetween">Working days from making to publishing; null, or a null answer, when the calendar does not know.</param>
public sealed class ColumnReader(
    IPageSource pages,
    ReadingOptions options,
    ILogger<ColumnReader> logger,
    IPageSource? rendered = null,
    Func<DateOnly, DateOnly, int?>? workingDaysBetween = null)
{
    /// <summary>Addresses tried of those that one page names.</summary>
    private const int MostAddresses = 6;

    /// <summary>Pages of an answer for the whole area that may hold no row of this column before it is given up.</summary>
    private const int MostForeignPages = 20;

    public async Task<ColumnReading> ReadAsync(Column column, ReadingQuestion question, CancellationToken cancellationToken)
    {
        var looks = new PageLooks(pages, column, question);
        var first = await looks.AtAsync(new(column.Url, PagePurpose.List), 1, cancellationToken);
        var answer = await FollowAsync(looks, first, column, 0, cancellationToken);
        answer = await RenderAsync(looks, answer, column, cancellationToken);

        var reading = answer.Read is Extraction.Rows
            ? await ReadListAsync(looks, answer, column, question, cancellationToken)
            : Reading(looks, answer, question, column);
        Log.ColumnRead(logger, column.Id.Value, reading.Sighting.GetType().Name, reading.Rung, reading.End, looks.Asked, looks.Parsed);
        return reading;
    }

    /// <summary>
    /// Goes where the page says its rows are, until an answer has rows. Proof of emptiness counts only when no other address named
    /// was left unread: an empty frame beside a frame that failed is not an empty column.
    /// </summary>
    private async Task<Look> FollowAsync(PageLooks looks, Look look, Column column, int depth, CancellationToken cancellationToken)
    {
        if (look.Read is not Extraction.Elsewhere elsewhere)
            return look;
        if (depth == options.FollowDepth)
            return look with { Read = elsewhere.Otherwise };

        Look? proof = null;
        var unread = elsewhere.Requests.Count > MostAddresses;
        var last = elsewhere.Otherwise.Detail;
        foreach (var request in elsewhere.Requests.Take(MostAddresses))
        {
            if (!SiteScope.IsSame(column.Url, request.Address) || !looks.IsNew(request))
            {
                unread = true;
                last = $"{elsewhere.Otherwise.Detail}; {request.Address.Host} was not asked again or is another site";
                continue;
            }

            var found = await FollowAsync(looks, await looks.AtAsync(request, 1, cancellationToken), column, depth + 1, cancellationToken);
            if (found.Read is Extraction.Rows || (found.Read is Extraction.Document && column.Kind is ColumnKind.Document))
                return found;
            if (found.Read is Extraction.Nothing)
                proof ??= found;
            else if (found.Read is not Extraction.Unreadable { Reason: Reason.NoListFound })
                unread = true;
            if (found.Read is Extraction.Unreadable why)
                last = $"{elsewhere.Otherwise.Detail}; {request.Address.AbsolutePath}: {why.Reason} {why.Detail}".TrimEnd();
        }

        return proof is not null && !unread ? proof : look with { Read = elsewhere.Otherwise with { Detail = last } };
    }

    private async Task<Look> RenderAsync(PageLooks looks, Look answer, Column column, CancellationToken cancellationToken)
    {
        if (rendered is null || answer.Read is not Extraction.Unreadable { Reason: Reason.NeedsScripts })
            return answer;
        var drawn = await looks.RenderedAsync(rendered, new(column.Url, PagePurpose.List), cancellationToken);
        return drawn is { Read: Extraction.Rows or Extraction.Nothing or Extraction.Document } ? drawn : answer;
    }

    private async Task<ColumnReading> ReadListAsync(PageLooks looks, Look start, Column column, ReadingQuestion question, CancellationToken cancellationToken)
    {
        var walk = await WalkAsync(looks, start, column, question, cancellationToken);
        var list = walk.List;
        if (list.Items.Count == 0)
            return Reading(looks, start with { Read = new Extraction.Unreadable(Reason.EmptyNotProved, "the answer holds only rows of other columns") }, question, column);

        var rows = (Extraction.Rows)start.Read;
        var certain = list.NewestIsCertain && !start.Truncated;
        var notes = new List<Note>();
        var deciding = walk.Deciding;
        if (!list.IsComfortable(list.Newest) && UndatedRows.ThatMatter(list.Items).Count > 0)
        {
            var undated = new UndatedRows(looks, column, question, options, workingDaysBetween);
            var known = await undated.DateAsync(list.Items, walk.End is WalkEnd.Whole, cancellationToken);
            certain &= known || list.IsComfortable(list.Items.Max(item => item.PublishedOn <= question.Today ? item.PublishedOn : null));
            notes.AddRange(undated.Notes);
            deciding = undated.Deciding ?? deciding;
        }

        notes.InsertRange(0, ItemNotes.Of(list.Items, rows.Text, column, question.Today, options));
        var sighting = new Sighting.Listed(list.Items, Count(walk), certain, rows.Rung);
        return new(sighting, deciding, rows.Rung, rows.Text, [.. notes.Distinct()], looks.Memories, looks.Parsed, walk.End);
    }

    private async Task<Walk> WalkAsync(PageLooks looks, Look start, Column column, ReadingQuestion question, CancellationToken cancellationToken)
    {
        var list = new ListSoFar(column, question);
        var look = start;
        var deciding = start.Receipt;
        var foreign = 0;
        ItemCount? total = null;
        for (var number = 1; ; number++)
        {
            var rows = (Extraction.Rows)look.Read;
            var before = list.Newest;
            var fresh = list.Add(rows.Items);
            if (list.Newest != before)
                deciding = look.Receipt;
            foreign = rows.Items.Count == 0 ? foreign + 1 : 0;

            total = rows.Total ?? total;

            if (EndAt(list, rows with { Total = total }, look, overlaps: number == 2 && look.Asked.Purpose != start.Asked.Purpose, fresh, number, foreign, looks, column) is { } end)
                return Ended(new(list, end, total, deciding), column, look.Asked.Address);
            look = await looks.AtAsync(rows.Next!, number + 1, cancellationToken);
            if (look.Read is not Extraction.Rows)
                return Ended(new(list, EndBeyond(list, look), total, deciding), column, look.Asked.Address);
        }
    }

    /// <summary>Whether the walk ends at a page, and why; null to go on to its next page.</summary>
    /// <param name="overlaps">The first page from a data service beside a first page of markup: it may repeat that page without being stuck.</param>
    /// <param name="fresh">Items new to the walk; null for a page that repeats another.</param>
    private WalkEnd? EndAt(ListSoFar list, Extraction.Rows rows, Look look, bool overlaps, int? fresh, int number, int foreign, PageLooks looks, Column column)
    {
        var whole = rows.Total is { Exact: true } total && list.Seen >= total.Number;
        if (fresh is null && !overlaps && !whole)
            return WalkEnd.Repeats;
        if (rows.Next is null || whole)
        {
            if (look.Truncated || (rows.Total is { } declared && declared.Number > list.Seen) || rows.Items.Count == 0)
                return list.NeedsMore ? WalkEnd.PagerUnknown : list.EndWithoutMore;
            list.SettleWhole();
            return WalkEnd.Whole;
        }

        if (number > 1 && fresh == 0 && foreign == 0 && !overlaps)
            return WalkEnd.NothingNew;
        if (!list.NeedsMore)
            return list.EndWithoutMore;
        if (number >= options.MaxPages || foreign >= MostForeignPages)
            return WalkEnd.PageCap;
        return looks.IsNew(rows.Next) && SiteScope.IsSame(column.Url, rows.Next.Address) ? null : WalkEnd.Repeats;
    }

    /// <summary>A page after the first without rows: the list's end where it proves that, or where a data service runs out; else an unread page.</summary>
    private static WalkEnd EndBeyond(ListSoFar list, Look look)
    {
        var ended = look.Read is Extraction.Nothing || (look.Asked.Purpose is PagePurpose.Data && look.Read is Extraction.Unreadable { Reason: Reason.EmptyNotProved });
        if (!ended)
            return WalkEnd.PageUnread;
        list.SettleWhole();
        return WalkEnd.Whole;
    }

    private Walk Ended(Walk walk, Column column, Uri address)
    {
        if (walk.End is WalkEnd.Repeats or WalkEnd.NothingNew or WalkEnd.PageCap or WalkEnd.PageUnread)
            Log.WalkEndedEarly(logger, column.Id.Value, walk.End, address.AbsolutePath);
        return walk;
    }

    /// <summary>Counted where the walk saw all; else declared; else at least what was seen. A pager that ends at a cap saw no end.</summary>
    private static ItemCount Count(Walk walk) => walk switch
    {
        { End: WalkEnd.Whole, List.Seen: var seen } => new(seen, walk.Total is not { Exact: false } total || total.Number != seen),
        { Total: { } declared, List.Seen: var seen } when declared.Number >= seen => declared,
        { List.Seen: var seen } => new(seen, false),
    };

    private static ColumnReading Reading(PageLooks looks, Look answer, ReadingQuestion question, Column column)
    {
        var (sighting, rung, text) = answer.Read switch
        {
            Extraction.Nothing nothing => (new Sighting.NothingListed(nothing.Proof, nothing.Rung), nothing.Rung, nothing.Proof.Quote),
            Extraction.Document document => (new Sighting.SingleDocument(document.PublishedOn, document.TextLength, document.Rung), document.Rung, document.Text),
            Extraction.Children children => (new Sighting.ChildColumns(children.Addresses, children.Rung), children.Rung, ""),
            Extraction.Unreadable unreadable => ((Sighting)new Sighting.CouldNotLook(unreadable.Reason, unreadable.Detail), "none", ""),
            _ => throw new UnreachableException(),
        };
        return new(sighting, answer.Receipt, rung, text, [.. PersonalData.Find(text, column.Url.AbsoluteUri, question.Today)], looks.Memories, looks.Parsed);
    }

    private sealed record Walk(ListSoFar List, WalkEnd End, ItemCount? Total, Receipt Deciding);
}
