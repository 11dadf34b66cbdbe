using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Discover;

/// <summary>What can be told from an address alone: whether it is an article's, and which column's first page it is.</summary>
internal static partial class ColumnAddress
{
    private const int MaxSegments = 14;

    /// <summary>One text for all the addresses of a column's first page: without scheme, index file, page number and parameters that only turn pages.</summary>
    public static string Key(Uri address)
    {
        var path = PageNumber().Replace(IndexFile().Replace(PathOf(address), "/"), "$1$2");
        var fragment = IsCatalogue(address) ? address.Fragment : "";
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        return $"{host}{port}{path.TrimEnd('/')}{Query(address)}{fragment}";
    }

    /// <summary>The address as it is proposed: without fragment (but a catalogue's) and without parameters that only turn pages.</summary>
    public static Uri Clean(Uri address) => new(address.GetLeftPart(UriPartial.Authority) + PathOf(address) + Query(address) + (IsCatalogue(address) ? address.Fragment : ""));

    /// <summary>Whether the address has the shape of a single article's page.</summary>
    public static bool IsArticle(Uri address) => Article().IsMatch(address.AbsolutePath);

    /// <summary>Whether a column could stand at this address at all: no article, no file to download, no archive by date, no path that repeats itself.</summary>
    public static bool MayBeColumn(Uri address) =>
        !IsArticle(address) && !Download().IsMatch(address.AbsolutePath) && !DateArchive().IsMatch(address.AbsolutePath) && !RunsAway(address);

    /// <summary>Whether the address names its column by a number, so that its place says nothing about the section.</summary>
    public static bool IsNumbered(Uri address) => Numbered().IsMatch(address.AbsolutePath) || IsCatalogue(address) || Query(address).Length > 0;

    /// <summary>The directory of an address that holds its columns' pages; ends in '/'.</summary>
    public static string Directory(Uri address)
    {
        var path = address.AbsolutePath;
        var file = path[(path.LastIndexOf('/') + 1)..];
        // A VSB parent a.htm keeps its children under a/.
        return file.EndsWith(".htm", StringComparison.Ordinal) && !file.StartsWith("index", StringComparison.Ordinal) ? path[..^4] + "/" : path[..(path.Length - file.Length)];
    }

    /// <summary>The parts of an address that tell one column from another, outermost first: what an id is made of.</summary>
    public static IReadOnlyList<string> Names(Uri address)
    {
        var names = Key(address).Split('/', '?', '&', '#', '=')
            .Skip(1)
            .Select(part => Extension().Replace(part, ""))
            .Where(part => part.Length > 0 && part is not ("col" or "index" or "list" or "common_list" or "nav_list" or "zfxxgk_list" or "zwgklist" or "default"))
            .Select(part => Unwanted().Replace(part.ToLowerInvariant(), "-").Trim('-'))
            .Where(part => part.Length > 0)
            .ToList();
        if (IsCatalogue(address) && address.Fragment.Length > 1)
            names = [.. names[..^2], $"{names[^2]}-{names[^1]}"];
        return names;
    }

    private static string PathOf(Uri address) => SessionId().Replace(address.AbsolutePath, "");

    private static bool IsCatalogue(Uri address) => address.AbsolutePath.Contains("/gkmlpt/", StringComparison.Ordinal);

    /// <summary>Parameters that choose a column stay; those that turn pages, sort, or carry a session or a date go (a calendar is an endless portal).</summary>
    private static string Query(Uri address)
    {
        var kept = address.Query.TrimStart('?').Split('&').Where(part => Chooses().IsMatch(part)).Order(StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? "" : "?" + string.Join('&', kept);
    }

    private static bool RunsAway(Uri address) =>
        address.Segments.Length > MaxSegments || address.Segments.GroupBy(segment => segment, StringComparer.Ordinal).Any(same => same.Key != "/" && same.Count() > 2);

    [GeneratedRegex(@"/(?:index|default)(?:_\d+)?\.[a-z]{3,5}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndexFile();

    [GeneratedRegex(@"(list)_\d+(\.s?html?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@";jsessionid=[^/?]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SessionId();

    [GeneratedRegex(@"^(?:id|cid|channel_?id|column_?id|colid|cat_?id|cat|node_?id|type_?id|type|typenode|organ_?id|wbtreeid|urltype|aid|divid|infotypeid)=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Chooses();

    /// <summary>
    /// t20240506_1 and t28115724 (TRS), art_1_2 (Hanweb), 32 hex (Ucap), content_1 and post_1, info/1/2 (VSB), a date among the directories, a bare number.
    /// </summary>
    [GeneratedRegex(@"/t\d{5,}(?:_\d+)?\.s?html?$|/art_\d+_\d+\.html?$|/art/\d{4}/|/[0-9a-f]{32}\.s?html?$|/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}|/(?:content|post)_\d+\.s?html?$|/info/\d+/\d+\.htm$|/(?:19|20)\d{2}[-/]?[01]\d?(?:[-/][0-3]?\d)?/[^/]+\.s?html?$|/(?:19|20)\d{6}/|/ARTI\w+\.s?html?$|/\d{10,}/|/\d{4,}\.s?html?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();

    [GeneratedRegex(@"\.(?:pdf|docx?|wps|xlsx?|et|pptx?|ofd|zip|rar|7z|jpe?g|png|gif|mp[34]|apk|css|js|xml|json|rss|ico|svg)$|/downfile|/download\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Download();

    [GeneratedRegex(@"/(?:19|20)\d{2}[-/](?:0?[1-9]|1[0-2])(?:[-/]\d{1,2})?/?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateArchive();

    [GeneratedRegex(@"/col/col\d+/|/c\d{4,}/|/public/column/\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\.[a-z]{3,5}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[^a-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();
}
