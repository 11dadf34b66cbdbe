using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>Finds the next page towards older items, by what the page itself declares; never a page beyond.</summary>
internal static partial class Pagers
{
    private static readonly string[] NextTexts = ["下一页", "下页", "后一页", "下一页>", "下一页>>", "下一页»", "Next", "next", ">", "»", "›"];

    /// <param name="asked">The request that this page answered.</param>
    /// <param name="number">1-based number of this page in the walk.</param>
    public static PageRequest? Next(PageRequest asked, PageText page, Extraction.Rows rows, Column column, int number) =>
        Next(asked, page, rows, column, number, PlatformProfiles.Current);

    public static PageRequest? Next(PageRequest asked, PageText page, Extraction.Rows rows, Column column, int number, PlatformProfiles profiles)
    {
        if (rows.Next is not null)
            return rows.Next;
        if (JpageStore.Next(asked, page, column, rows.Items.Count) is { } jpage)
            return jpage;
        if (asked.Purpose is PagePurpose.Data)
            return OfData(asked, rows, number);
        if (PagerCall.Find(page.Text) is { } call)
            return OfCall(call, page, number, profiles);
        return OfLinks(page, number);
    }

    private static PageRequest? OfData(PageRequest asked, Extraction.Rows rows, int number)
    {
        var size = Math.Max(PageParameters.Size(asked) ?? 0, rows.Items.Count);
        if (rows.Total is { Exact: true } total && (long)number * size >= total.Number)
            return null;
        return PageParameters.Next(asked);
    }

    private static PageRequest? OfCall(PagerCall call, PageText page, int number, PlatformProfiles profiles)
    {
        var next = Math.Max(call.Current, number) + 1;
        if (next > call.Pages)
            return null;
        var fromOne = call.CountsFromOne || profiles.All.Any(profile => profile.CountsFromOne && profile.Matches(page));
        return At(page, call.FileOf(next, fromOne));
    }

    /// <summary>A pager of links: one that says 下一页, else the link with the next number inside a pager, else the pager that Yunnan keeps in base64.</summary>
    private static PageRequest? OfLinks(PageText page, int number)
    {
        var next = (number + 1).ToString(CultureInfo.InvariantCulture);
        string? numbered = null;
        foreach (Match match in Anchor().Matches(page.Text))
        {
            var text = RowFields.Plain(match.Groups["text"].Value);
            if (text.Length is 0 or > 8 || HrefOf(match) is not { } href)
                continue;
            if (NextTexts.Contains(text))
                return At(page, href);
            if (numbered is null && text == next && IsInPager(page.Text, match.Index))
                numbered = href;
        }

        if (numbered is not null)
            return At(page, numbered);
        return Encoded(page.Text) is { } hidden ? OfLinks(page with { Text = $"<div class=\"page\">{hidden}</div>" }, number) : null;
    }

    private static string? HrefOf(Match anchor)
    {
        var match = Href().Match(anchor.Groups["attributes"].Value);
        var href = HtmlEntity.DeEntitize(match.Groups["href"].Value).Trim();
        return !match.Success || href.Length == 0 || href.StartsWith('#') || href.StartsWith("javascript", StringComparison.OrdinalIgnoreCase) ? null : href;
    }

    /// <summary>Whether the nearest container opened before the link is named as a pager (<c>class="p_no"</c>, <c>id="pages"</c>).</summary>
    private static bool IsInPager(string text, int at)
    {
        const int reach = 600;
        var from = Math.Max(0, at - reach);
        return PagerName().IsMatch(text[from..at]);
    }

    private static string? Encoded(string text)
    {
        if (EncodedPager().Match(text) is not { Success: true } match)
            return null;
        var bytes = new byte[match.Groups[1].Length];
        return Convert.TryFromBase64String(match.Groups[1].Value.Trim(), bytes, out var length)
            ? Uri.UnescapeDataString(Encoding.UTF8.GetString(bytes, 0, length).Replace('+', ' '))
            : null;
    }

    private static PageRequest? At(PageText page, string href) =>
        Addresses.Resolve(page.Address, href) is { } address && new Uri(address) is var next && next != page.Address
            ? new(next, PagePurpose.List, Referer: page.Address)
            : null;

    [GeneratedRegex(@"<a\b(?<attributes>[^<>]{0,600})>(?<text>(?:[^<]|<(?!/?a\b)){1,80})</a>", RegexOptions.IgnoreCase)]
    private static partial Regex Anchor();

    [GeneratedRegex("""\bhref\s*=\s*(?:"(?<href>[^"]*)"|'(?<href>[^']*)'|(?<href>[^\s"'>]+))""", RegexOptions.IgnoreCase)]
    private static partial Regex Href();

    [GeneratedRegex("""(?:class|id)\s*=\s*["'][^"']*(?:pag(?:e|ing|ination)|\bp_)[^"']*["']""", RegexOptions.IgnoreCase)]
    private static partial Regex PagerName();

    [GeneratedRegex("""<div[^<>]*\bid\s*=\s*["']pages["'][^<>]*>\s*([A-Za-z0-9+/=\s]{24,})\s*</div>""", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedPager();
}
