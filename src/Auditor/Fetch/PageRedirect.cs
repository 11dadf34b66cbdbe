using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Fetch;

/// <summary>Finds where a page sends its reader by itself: a meta refresh, or a script whose only purpose is to go elsewhere.</summary>
/// <remarks>
/// Only pages without rows are looked at. A refresh with a delay is a notice with a courtesy (often "not found, going home"),
/// and a page that reloads itself goes nowhere: following either would put another page in the column's place.
/// </remarks>
internal static partial class PageRedirect
{
    private const int LongestShell = 16 * 1024;
    private const double LongestDelay = 2;

    /// <summary>The address the page sends to, resolved; null when it stays.</summary>
    public static Uri? Find(string text, in PageGlance glance, Uri page)
    {
        if (text.Length > LongestShell || glance.Rows > 0 || glance.Links > 3 || glance.VisibleText > 200)
            return null;
        var markup = NotForBrowsers().Replace(text, "");
        var target = MetaTarget(markup) ?? ScriptTarget(markup);
        return target is not null && Uri.TryCreate(page, WebUtility.HtmlDecode(target.Trim()), out var address)
            && address.Scheme is "http" or "https" && !SameAddress(address, page)
            ? address
            : null;
    }

    private static bool SameAddress(Uri one, Uri other) => one.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped) == other.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);

    private static string? MetaTarget(string markup)
    {
        foreach (Match meta in Meta().Matches(markup))
        {
            if (!Refresh().IsMatch(meta.Value) || Content().Match(meta.Value) is not { Success: true } content)
                continue;
            var parts = Delayed().Match(content.Groups["value"].Value);
            if (parts.Success && double.TryParse(parts.Groups["delay"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var delay) && delay <= LongestDelay)
                return parts.Groups["url"].Value;
        }

        return null;
    }

    /// <summary>The one literal address all inline scripts go to; null when there are several, or when it depends on the browser.</summary>
    private static string? ScriptTarget(string markup)
    {
        string? target = null;
        foreach (Match script in Script().Matches(markup))
        {
            var code = script.Groups["code"].Value;
            if (Conditional().IsMatch(code))
                return null;
            foreach (Match move in Move().Matches(code))
            {
                var next = move.Groups["url"].Value;
                if (target is not null && target != next)
                    return null;
                target = next;
            }
        }

        return target;
    }

    [GeneratedRegex("<!--.*?-->|<noscript\\b.*?</noscript>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotForBrowsers();

    [GeneratedRegex("<meta\\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Meta();

    [GeneratedRegex("http-equiv\\s*=\\s*[\"']?refresh\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Refresh();

    [GeneratedRegex("content\\s*=\\s*(\"(?<value>[^\"]*)\"|'(?<value>[^']*)')", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Content();

    [GeneratedRegex("^\\s*(?<delay>[0-9.]+)\\s*[;,]\\s*(url\\s*=\\s*)?[\"']?(?<url>[^\"'\\s][^\"']*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Delayed();

    [GeneratedRegex("<script\\b[^>]*>(?<code>.*?)</script", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex("(?<![\\w.])((window|self|top|parent|document)\\s*\\.\\s*)*((location(\\s*\\.\\s*href)?\\s*=)|(location\\s*\\.\\s*(replace|assign)\\s*\\())\\s*[\"'](?<url>[^\"'\\s]+)[\"']\\s*[;)}\\r\\n]?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Move();

    /// <summary>Code that only goes somewhere when called or when the browser is of a kind.</summary>
    [GeneratedRegex("function\\s+\\w|userAgent|\\bif\\s*\\(|onclick|\\.cookie|innerWidth", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conditional();
}
