using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Reads a page of markup: the known platforms first, then what any list looks like, then why there is none.
/// </summary>
/// <remarks>
/// The order is the argument. Rows that are there are used before anything is said of their absence; rows written where no browser
/// shows them come before proofs of emptiness; and what could still fill the page turns every such proof down.
/// </remarks>
internal static class PageReader
{
    private const int MostText = 2_000;

    /// <summary>A list column is taken for an article only with this much text; below it a page without rows is no evidence of anything.</summary>
    private const int ArticleText = 200;

    /// <summary>A container is certain enough to be called empty: it stands in the breadcrumb's box, or under the column's own name.</summary>
    private const int CertainScope = 3;

    public static Extraction Read(PageText page, Column column, DateOnly today)
    {
        if (IsNoMarkup(page))
            return new Extraction.Unreadable(Reason.WrongFormat, page.MediaType.Length > 0 ? page.MediaType : "not markup");
        if (Families.TryRead(page, column, today) is { } known)
            return known;
        if (page.Text.AsSpan().TrimStart() is ['{' or '[', ..])
            return new Extraction.Unreadable(Reason.WrongFormat, "data in no known shape");
        if (OutlineReader.Read(page.Text, out var fault) is not { } outline)
            return new Extraction.Unreadable(Reason.TooBroken, fault ?? "");

        var names = new PageNames(outline, column);
        if (PageSigns.Gone(outline, names.Title) is { } gone)
            return gone;
        if (PageSigns.IsStub(page.Text, outline))
            return new Extraction.Unreadable(Reason.StubPage, $"{page.Text.Length} characters");

        var sheet = new Sheet(outline, BaseOf(outline, page.Address), today);
        var lists = ColumnLists.Find(sheet, names);
        return (Extraction?)Article(sheet, names, lists, column)
            ?? Rows(sheet, lists)
            ?? Hidden(sheet, names)
            ?? Framed(sheet, page)
            ?? PageSigns.Challenge(outline)
            ?? PageSigns.Login(outline, names.Title)
            ?? Children(sheet, names, lists, column)
            ?? Document(sheet, names, lists, column)
            ?? Empty(page, sheet, names, lists, column)
            ?? Blind(page, outline, lists);
    }

    private static Extraction.Rows? Rows(Sheet sheet, ColumnLists lists)
    {
        if (lists.Own is not { Group: { } group } own || RowReader.ReadGroup(sheet, group) is not { Count: > 0 } items)
            return null;
        var container = sheet.Outline.NameOf(own.Container);
        var rung = PageSigns.IsArchived(sheet.Outline) ? $"rows:{container} archived" : $"rows:{container}";
        return new Extraction.Rows(items, null, null, rung, container, sheet.Outline.Text(own.Container, MostText));
    }

    private static Extraction.Rows? Hidden(Sheet sheet, PageNames names) =>
        HiddenRows.Find(sheet, names.Crumb) is var (items, container)
            ? new Extraction.Rows(items, null, null, $"hidden:{container}", container, string.Join('\n', items.Take(20).Select(item => $"{item.Title} {item.PublishedOn:yyyy-MM-dd}")))
            : null;

    /// <summary>An article where a list was expected, or the document of a document column that also has lists around it.</summary>
    private static Extraction.Document? Article(Sheet sheet, PageNames names, ColumnLists lists, Column column)
    {
        var body = ArticleReader.BodyOf(sheet.Outline);
        var marked = body >= 0 && sheet.Outline[body].TextLength - sheet.Outline[body].LinkText >= Judge.DocumentMinimumText;
        var listed = lists.Own is { IsDated: true } own && (body < 0 || !sheet.Outline.Holds(body, own.Container));
        if (column.Kind is ColumnKind.Document ? !marked || listed && !names.HasArticleMeta : !(marked && names.HasArticleMeta))
            return null;
        return DocumentOf(sheet, names, ArticleReader.Read(sheet.Outline, sheet.Today, names.Crumb), sheet.Outline.NameOf(body));
    }

    private static Extraction.Document? Document(Sheet sheet, PageNames names, ColumnLists lists, Column column)
    {
        var article = ArticleReader.Read(sheet.Outline, sheet.Today, names.Crumb);
        if (column.Kind is ColumnKind.Document)
        {
            return article.TextLength - lists.TextOfOthers(sheet.Outline, names.Crumb) >= Judge.DocumentMinimumText || HasPictureOrFile(sheet, names.Crumb, lists)
                ? DocumentOf(sheet, names, article, "text")
                : null;
        }

        return article.TextLength >= ArticleText && article.PublishedOn is not null && lists.Own is null && (names.HasArticleMeta || !lists.HasDatedElsewhere) && EmptySigns.Filler(sheet.Outline, 0) is null
            ? DocumentOf(sheet, names, article, "text")
            : null;
    }

    private static Extraction.Document DocumentOf(Sheet sheet, PageNames names, Article article, string container)
    {
        var (day, origin) = (article.PublishedOn, article.Origin);
        if (day is null && DateReader.FromAddress(sheet.Base.AbsoluteUri, sheet.Today) is { } named)
            (day, origin) = (named, DateOrigin.Address);
        return new(article.Title.Length > 0 ? article.Title : names.Title, day, origin, article.TextLength, $"article:{container}", article.Text);
    }

    private static Extraction? Framed(Sheet sheet, PageText page)
    {
        var outside = "";
        var requests = new List<PageRequest>();
        foreach (var frame in Frames.In(sheet.Outline))
        {
            if (Addresses.Resolve(sheet.Base, sheet.Outline.Attribute(frame, "src") ?? "") is not { } address || address == page.Address.AbsoluteUri)
                continue;
            if (Addresses.SameHost(page.Address, address))
                requests.Add(new(new Uri(address), PagePurpose.List, Referer: page.Address));
            else
                outside = address;
        }

        if (requests.Count > 0)
            return new Extraction.Elsewhere(requests, "frame", new(Reason.EmptyNotProved, $"the list is in a frame: {requests[0].Address}"));
        return outside.Length > 0 && ArticleReader.Matter(sheet.Outline, -1).Length < Judge.DocumentMinimumText
            ? new Extraction.Unreadable(Reason.NoListFound, $"the page is a frame of another site: {outside}")
            : null;
    }

    private static Extraction.Children? Children(Sheet sheet, PageNames names, ColumnLists lists, Column column)
    {
        if (column.Kind is ColumnKind.Document || (column.Kind is not ColumnKind.Container && lists.Own is not null))
            return null;
        return ChildLinks.Find(sheet, names, lists, column.Kind) is { Count: > 0 } addresses ? new(addresses, "children") : null;
    }

    private static Extraction? Empty(PageText page, Sheet sheet, PageNames names, ColumnLists lists, Column column)
    {
        if (page.Truncated)
            return new Extraction.Unreadable(Reason.TooLarge, "the page was cut off before any row");
        var outline = sheet.Outline;
        if (column.Kind is ColumnKind.Document)
        {
            if (EmptySigns.Filler(outline, 0) is { } drawn)
                return new Extraction.Unreadable(Reason.NeedsScripts, drawn);
            var (length, text) = ArticleReader.Matter(outline, names.Crumb);
            return new Extraction.Nothing(new(EmptySign.NoText, "page", $"{length} characters: {text}"), "document");
        }

        if (lists.Own is not { Group: null } own)
            return null;
        if (EmptySigns.Filler(outline, own.Container) is { } filler)
            return new Extraction.Unreadable(Reason.NeedsScripts, filler);
        var certain = own.Score >= CertainScope || (own.Score >= 0 && !lists.All.Any(candidate => candidate.IsDated));
        return certain && EmptySigns.Proof(outline, own.Container) is { } proof
            ? new Extraction.Nothing(proof, $"empty:{outline.NameOf(own.Container)}")
            : new Extraction.Unreadable(Reason.EmptyNotProved, $"{outline.NameOf(own.Container)} holds no rows and nothing says that there are none");
    }

    private static Extraction.Unreadable Blind(PageText page, Outline outline, ColumnLists lists)
    {
        if (page.Truncated)
            return new(Reason.TooLarge, "the page was cut off before any row");
        if (PageSigns.SaysGone(outline) is { } gone)
            return gone;
        if (EmptySigns.Filler(outline, 0) is { } filler)
            return new(Reason.NeedsScripts, filler);
        if (PageSigns.Shell(outline) is { } shell)
            return new(Reason.NeedsScripts, shell);
        var others = lists.All.Count(candidate => candidate.Group is not null);
        return new(Reason.NoListFound, others > 0 ? $"{others} lists, none of them the column's own" : "no list on the page");
    }

    private static bool HasPictureOrFile(Sheet sheet, int crumb, ColumnLists lists)
    {
        for (var at = crumb < 0 ? 1 : sheet.Outline[crumb].End; at < sheet.Outline.Count; at++)
        {
            ref readonly var spot = ref sheet.Outline[at];
            if (spot.Tag is not (Tag.Text or Tag.Comment) && (Scope.IsAside(sheet.Outline, at, crumb) || lists.IsOthers(at)))
            {
                at = spot.End - 1;
                continue;
            }

            if (spot.Tag == Tag.Object || (spot.Tag == Tag.A && RowReader.AddressOf(sheet, at) is { } address && LinkShape.IsArticle(address, sheet.Today)))
                return true;
            if (spot.Tag == Tag.Img && crumb >= 0 && sheet.Outline.Attribute(at, "src") is { } source && (source.Contains("W0", StringComparison.Ordinal) || source.Contains("P0", StringComparison.Ordinal) || source.Contains("upload", StringComparison.OrdinalIgnoreCase) || source.Contains("/20", StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    private static bool IsNoMarkup(PageText page) =>
        page.Text.StartsWith("%PDF", StringComparison.Ordinal) || page.MediaType.StartsWith("image/", StringComparison.Ordinal) || page.MediaType is "application/pdf" or "application/msword" or "application/octet-stream" or "application/zip";

    private static Uri BaseOf(Outline outline, Uri address)
    {
        for (var at = 1; at < outline.Count && outline[at].Tag != Tag.Body; at++)
        {
            if (outline[at].Tag == Tag.Base && outline.Attribute(at, "href") is { } href && Addresses.Resolve(address, href) is { } based)
                return new Uri(based);
        }

        return address;
    }
}
