using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>A page being read: its outline, what its links are relative to, and the day of reading.</summary>
internal sealed record Sheet(Outline Outline, Uri Base, DateOnly Today)
{
    private readonly TextSign[] _signs = new TextSign[Outline.Count];

    /// <summary>What a text place shows. Every box around it asks again, so the answer is kept.</summary>
    public TextSign SignsOf(int at)
    {
        ref var signs = ref _signs[at];
        return signs is TextSign.Unknown ? signs = TextSigns.Of(Outline, at, Today) : signs;
    }
}

/// <summary>Reads the rows of a list: title, address and day of each.</summary>
internal static class RowReader
{
    /// <summary>No portal prints a longer title; what is longer has swallowed its neighbours.</summary>
    private const int LongestTitle = 300;

    private static readonly string[] NotTitles = ["更多", "详情", "查看", "查看详情", "下载", "阅读全文", "[详细]", "详细", "全文", "预览"];

    /// <summary>
    /// The rows of a piece of markup that holds nothing but a list: an API's answer, a record list in CDATA, the inside of a comment. Empty
    /// when there are none or the markup cannot be read.
    /// </summary>
    public static IReadOnlyList<SightedItem> ReadFragment(string html, Uri baseAddress, DateOnly today)
    {
        var markup = html.Contains("<![CDATA[", StringComparison.Ordinal) ? html.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal) : html;
        if (OutlineReader.Read(markup, out _) is not { } outline)
            return [];
        var sheet = new Sheet(outline, baseAddress, today);
        var groups = RowGroups.Find(sheet, 0, sheet.Outline.Count);
        if (groups.OrderByDescending(group => group.Dated).ThenByDescending(group => group.Rows.Count).FirstOrDefault() is not { } best)
            return [];

        // Records come one to a wrapper; wrappers of one kind side by side hold one list.
        var parent = sheet.Outline[best.Container].Parent;
        var wrapper = sheet.Outline[best.Container].Node.Name;
        return parent < 0 || best.Rows.Count > 1
            ? ReadGroup(sheet, best)
            : [.. groups.Where(group => group.RowTag == best.RowTag && sheet.Outline[group.Container].Parent == parent && sheet.Outline[group.Container].Node.Name == wrapper).SelectMany(group => ReadGroup(sheet, group))];
    }

    /// <summary>Every row of a group that leads somewhere or shows a day, in page order.</summary>
    public static IReadOnlyList<SightedItem> ReadGroup(Sheet sheet, RowGroup group)
    {
        var cell = RowDates.PublishedCell(sheet, group);
        var year = RowDates.YearAbove(sheet.Outline, group.Container);
        var items = new List<SightedItem>(group.Rows.Count);
        foreach (var row in group.Rows)
        {
            if (ReadRow(sheet, row, cell, year) is { } item)
                items.Add(item);
        }

        return items;
    }

    private static SightedItem? ReadRow(Sheet sheet, RowRange row, int cell, int? year)
    {
        var link = MainLink(sheet, row);
        if (link < 0)
            return null;
        var title = TitleOf(sheet, row, link);
        var (day, origin) = RowDates.Of(sheet, row, link, cell, year);
        var address = AddressOf(sheet, link) ?? AddressOf(sheet, row.From);
        if (address is null && day is null)
            return null;

        // A row that leads nowhere is still an item; its title tells it from its neighbours.
        address ??= $"{sheet.Base.GetLeftPart(UriPartial.Query)}#{Uri.EscapeDataString(title[..Math.Min(60, title.Length)])}";
        var addressDay = DateReader.FromAddress(address, sheet.Today);
        return day is null && addressDay is not null
            ? new(title, address, addressDay, DateOrigin.Address, addressDay)
            : new(title, address, day, origin, addressDay);
    }

    /// <summary>The link with the longest text; "more" and "download" beside it are not titles.</summary>
    private static int MainLink(Sheet sheet, RowRange row)
    {
        var outline = sheet.Outline;
        var (best, bestLength) = (-1, -1);
        for (var at = row.From; at < row.To; at++)
        {
            ref readonly var spot = ref outline[at];
            if (at > row.From && best >= 0 && spot.Links > 0 && spot.Tag is Tag.Ul or Tag.Ol or Tag.Table)
            {
                at = spot.End - 1;
                continue;
            }

            if (spot.Tag != Tag.A)
                continue;
            var length = spot.TextLength;
            if (length <= 6 && NotTitles.Contains(outline.Text(at, 8), StringComparer.Ordinal))
                length = 0;
            if (length > bestLength)
                (best, bestLength) = (at, length);
        }

        return best;
    }

    private static string TitleOf(Sheet sheet, RowRange row, int link)
    {
        var shown = ShownTitle(sheet, link);
        var attribute = sheet.Outline.Attribute(link, "title");
        if (attribute is not null && (shown.Length == 0 || attribute.Length >= shown.Length || shown.EndsWith("...", StringComparison.Ordinal) || shown.EndsWith('…')))
            shown = Folded(attribute);
        if (shown.Length == 0)
            shown = PictureText(sheet.Outline, link) ?? sheet.Outline.Text(row.From, row.To, LongestTitle);
        shown = shown.TrimStart('·', '•', '▪', '■', '●', '>', '»', '◆', '※', '-', ' ');
        return shown.Length > LongestTitle ? shown[..LongestTitle] : shown;
    }

    /// <summary>The link's first block of text, without a day that stands alone in it.</summary>
    private static string ShownTitle(Sheet sheet, int link)
    {
        var outline = sheet.Outline;
        var (from, to) = (link, outline[link].End);
        for (var at = link + 1; at < to; at++)
        {
            if (outline[at].Tag == Tag.Heading && outline[at].TextLength > 0)
                (from, to) = (at, outline[at].End);
        }

        var title = "";
        for (var at = from; at < to; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Tag is Tag.P or Tag.Div or Tag.Heading or Tag.Br && title.Length > 0)
                break;
            if (spot.Tag == Tag.Text && outline.Text(at) is { Length: > 0 } text && DateReader.Alone(text, sheet.Today) is null && !IsDigits(text))
                title += title.Length > 0 && char.IsAsciiLetterOrDigit(title[^1]) ? $" {text}" : text;
        }

        return title.Trim();
    }

    private static bool IsDigits(string text) => text.Length <= 7 && text.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '.' or '/' or '年' or '月' or '日');

    private static string? PictureText(Outline outline, int link)
    {
        for (var at = link + 1; at < outline[link].End; at++)
        {
            if (outline[at].Tag == Tag.Img && (outline.Attribute(at, "alt") ?? outline.Attribute(at, "title")) is { } text)
                return Folded(text);
        }

        return null;
    }

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where a link leads: its href, or what its script or data attribute opens.</summary>
    internal static string? AddressOf(Sheet sheet, int at)
    {
        var outline = sheet.Outline;
        if (outline.Attribute(at, "href") is { } href)
        {
            if (Addresses.Resolve(sheet.Base, href) is { } address)
                return address;
            if (href.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) && Quoted(href) is { } called)
                return Addresses.Resolve(sheet.Base, called);
        }

        if (outline.Attribute(at, "onclick") is { } script && Quoted(script) is { } target)
            return Addresses.Resolve(sheet.Base, target);
        foreach (var name in (string[])["data-url", "data-href", "data-link"])
        {
            if (outline.Attribute(at, name) is { } data)
                return Addresses.Resolve(sheet.Base, data);
        }

        return null;
    }

    /// <summary>The first quoted text of a script that looks like an address.</summary>
    private static string? Quoted(string script)
    {
        for (var open = script.AsSpan().IndexOfAny('\'', '"'); open >= 0;)
        {
            var close = script.IndexOf(script[open], open + 1);
            if (close < 0)
                return null;
            var text = script[(open + 1)..close];
            if (text.Contains('/', StringComparison.Ordinal) || text.Contains(".htm", StringComparison.OrdinalIgnoreCase) || text.Contains(".shtml", StringComparison.OrdinalIgnoreCase))
                return text;
            var next = script.AsSpan(close + 1).IndexOfAny('\'', '"');
            open = next < 0 ? -1 : close + 1 + next;
        }

        return null;
    }
}
