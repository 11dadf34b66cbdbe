using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// The record list of Hanweb's jpage: <c>&lt;datastore&gt;</c> with one CDATA piece of markup per row, in a script of the column
/// page or as the whole answer of <c>dataproxy.jsp</c>.
/// </summary>
/// <remarks>
/// Found by its tags in the text, not with an XML or HTML parser: a <c>&lt;/script&gt;</c> inside a CDATA section cuts the script off
/// for the one, a control character (0x0B) stops the other, and both occur.
/// </remarks>
internal static partial class JpageStore
{
    private const string Rung = "hanweb:jpage";
    private const int DefaultPerPage = 15;

    /// <summary>Screen pages in one group of records.</summary>
    private const int ScreensInGroup = 3;

    /// <summary>Reads the page's store, or the store that is this column's when there are several; null when the page has none to go by.</summary>
    public static Extraction? TryRead(PageText page, Column column, DateOnly today)
    {
        var stores = All(page.Text);
        if (stores.Count == 0)
            return null;
        var columnId = ColumnIdIn(page.Address) ?? ColumnIdIn(column.Url);
        var store = stores.Count == 1 ? stores[0] : stores.FirstOrDefault(one => columnId is not null && one.ColumnId == columnId);
        return store is null ? null : Read(store, page, today);
    }

    /// <summary>The number in <c>/col/col123/</c>, which also stands in the addresses of the column's own articles (<c>art_123_4</c>).</summary>
    public static string? ColumnIdIn(Uri address) => ColumnFolder().Match(address.AbsolutePath) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The proxy's next page, while the answer or the page says that there is more.</summary>
    public static PageRequest? Next(PageRequest asked, PageText page, Column column, int rows)
    {
        var columnId = ColumnIdIn(page.Address) ?? ColumnIdIn(column.Url);
        var stores = All(page.Text);
        var store = stores.Count == 1 ? stores[0] : stores.FirstOrDefault(one => columnId is not null && one.ColumnId == columnId);
        if (store is null)
            return null;
        if (IsProxy(asked.Address))
            return PageParameters.Next(asked) is { } next && (store.Pages is null || PageParameters.Number(next) <= store.Pages) && rows > 0 ? next : null;

        return store.Proxy is { } proxy ? new(Resolve(page, proxy, FirstGroupIsWhole(page.Text, rows) ? 2 : 1), PagePurpose.Data, Referer: page.Address) : null;
    }

    /// <summary>
    /// Whether the rows in the page are a whole group, so that the proxy goes on at page 2. With fewer, the page may hold one
    /// screen only, and page 1 is asked: twice-read rows cost one request, skipped ones falsify the year's count.
    /// </summary>
    private static bool FirstGroupIsWhole(string text, int rows)
    {
        var perPage = PerPage().Match(text) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : DefaultPerPage;
        return rows >= ScreensInGroup * perPage;
    }

    private static bool IsProxy(Uri address) => address.AbsolutePath.Contains("dataproxy", StringComparison.OrdinalIgnoreCase);

    private static Extraction Read(Store store, PageText page, DateOnly today)
    {
        var items = Rows(store, page, today);
        var container = store.ColumnId is null ? "datastore" : $"datastore {store.ColumnId}";
        if (items.Count > 0)
            return new Extraction.Rows(items, store.Total >= items.Count ? new(store.Total.Value, true) : null, null, Rung, container, string.Join('\n', items.Select(item => $"{item.PublishedOn:yyyy-MM-dd} {item.Title}")));
        if (store.Records.Count > 0)
            return new Extraction.Unreadable(Reason.WrongFormat, $"{store.Records.Count} records in {container}, none with a link");
        if (store.Total == 0)
            return new Extraction.Nothing(new(EmptySign.TotalZero, container, "totalrecord 0"), Rung);

        var unproved = new Extraction.Unreadable(Reason.EmptyNotProved, $"{container} without records and without a total of 0");
        return store.Proxy is { } proxy && !IsProxy(page.Address)
            ? new Extraction.Elsewhere([new(Resolve(page, proxy, 1), PagePurpose.Data, Referer: page.Address)], Rung, unproved)
            : unproved;
    }

    /// <summary>All records at once, or one by one when a broken one swallows its neighbours.</summary>
    private static IReadOnlyList<SightedItem> Rows(Store store, PageText page, DateOnly today)
    {
        if (store.Records.Count == 0)
            return [];
        var together = RowReader.ReadFragment($"<ul>{string.Concat(store.Records)}</ul>", page.Address, today);
        if (together.Count == store.Records.Count)
            return together;
        SightedItem[] apart = [.. store.Records.SelectMany(record => RowReader.ReadFragment(record, page.Address, today).Take(1))];
        return apart.Length >= together.Count ? apart : together;
    }

    private static Uri Resolve(PageText page, string proxy, int number)
    {
        var address = new Uri(page.Address, proxy);
        return PageParameters.Next(new(address, PagePurpose.Data)) is null ? address : PageParameters.WithNumber(new(address, PagePurpose.Data), number).Address;
    }

    private static List<Store> All(string text)
    {
        var stores = new List<Store>();
        for (var at = text.IndexOf("<datastore", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var end = text.IndexOf("</datastore", at, StringComparison.OrdinalIgnoreCase);
            var stop = end < 0 ? text.Length : end;
            stores.Add(Parse(text[at..stop]));
            at = end < 0 ? -1 : text.IndexOf("<datastore", end, StringComparison.OrdinalIgnoreCase);
        }

        return stores;
    }

    private static Store Parse(string inside)
    {
        var records = new List<string>();
        for (var at = inside.IndexOf("<record>", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var from = at + "<record>".Length;
            at = inside.IndexOf("<record>", from, StringComparison.OrdinalIgnoreCase);
            var room = inside.AsSpan(from..(at < 0 ? inside.Length : at));
            var close = room.IndexOf("</record>", StringComparison.OrdinalIgnoreCase);
            var record = Clean(room[..(close < 0 ? room.Length : close)].ToString());
            if (!string.IsNullOrWhiteSpace(record))
                records.Add(record);
        }

        var proxy = Proxy().Match(inside) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;
        return new(records, Number(TotalRecord().Match(inside)), Number(TotalPage().Match(inside)), proxy, proxy is null ? null : Number(ProxyColumn().Match(proxy))?.ToString(CultureInfo.InvariantCulture));
    }

    private static string Clean(string record)
    {
        var text = new StringBuilder(record.Length);
        foreach (var c in record.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal))
        {
            if (!char.IsControl(c) || c is '\n' or '\t' or '\r')
                text.Append(c);
        }

        return Debris().Replace(text.ToString(), "<li>");
    }

    private static int? Number(Match match) =>
        match.Success && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="Proxy">The address of the data proxy, as the page names it.</param>
    private sealed record Store(IReadOnlyList<string> Records, int? Total, int? Pages, string? Proxy, string? ColumnId);

    /// <summary>What a template with an unset style leaves of a row's beginning (<c>&lt;li style=&lt;br/&gt;</c>): a parser closes the row there.</summary>
    [GeneratedRegex(@"<li\b[^<>]{0,80}<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Debris();

    [GeneratedRegex(@"/col/col(\d+)(?:/|$)")]
    private static partial Regex ColumnFolder();

    [GeneratedRegex("""<nextgroup>.{0,60}?href\s*=\s*["']([^"']+)["']""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Proxy();

    [GeneratedRegex(@"[?&]columnid=(\d{1,9})", RegexOptions.IgnoreCase)]
    private static partial Regex ProxyColumn();

    [GeneratedRegex(@"<totalrecord>\s*(?:<!\[CDATA\[)?\s*(\d{1,9})", RegexOptions.IgnoreCase)]
    private static partial Regex TotalRecord();

    [GeneratedRegex(@"<totalpage>\s*(?:<!\[CDATA\[)?\s*(\d{1,9})", RegexOptions.IgnoreCase)]
    private static partial Regex TotalPage();

    [GeneratedRegex(@"perpage['""]?\s*[:=]\s*['""]?(\d{1,3})", RegexOptions.IgnoreCase)]
    private static partial Regex PerPage();
}
