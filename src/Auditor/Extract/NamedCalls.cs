using System.Text.Json;
using System.Text.RegularExpressions;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Data addresses that a page's own scripts name in a call ($.ajax, fetch, axios), with all their parameters as literals.
/// What has to be computed to be asked is not asked, and nothing is guessed.
/// </summary>
internal static partial class NamedCalls
{
    /// <param name="Own">Whether the call carries something that identifies the column: its number, its folder, its name. Any other list of the page may be a widget of fresh news.</param>
    public sealed record Call(PageRequest Request, bool Own);

    private const int MostCalls = 100;
    private const int LongestLiteral = 8_000;

    /// <summary>The calls that ask for some list.</summary>
    public static IReadOnlyList<Call> Find(PageText page, Column column)
    {
        var marks = MarksOf(page, column);
        var calls = new List<Call>();
        foreach (var match in Opening().Matches(page.Text).Take(MostCalls))
        {
            if (Parse(page, match) is { } request && Lists(request) && calls.TrueForAll(call => call.Request.Address != request.Address || !SameFields(call.Request, request)))
                calls.Add(new(request, marks.Any(mark => Mentions(request, mark))));
        }

        return calls;
    }

    private static bool SameFields(PageRequest one, PageRequest other) =>
        one.Json == other.Json && (one.Form ?? []).SequenceEqual(other.Form ?? []);

    private static PageRequest? Parse(PageText page, Match opening)
    {
        var at = opening.Index + opening.Length;
        while (at < page.Text.Length && char.IsWhiteSpace(page.Text[at]))
            at++;
        var verb = opening.Groups["verb"].Value;
        if (at < page.Text.Length && page.Text[at] == '{')
            return JsLiteral.TryParse(page.Text, at, LongestLiteral) is { ValueKind: JsonValueKind.Object } options ? FromOptions(page, options, verb) : null;
        if (Literal().Match(page.Text, at) is not { Success: true } literal)
            return null;

        var fields = literal.Groups["more"].Success ? JsLiteral.TryParse(page.Text, at + literal.Length, LongestLiteral) : null;
        var isFetch = opening.Value.StartsWith("fetch", StringComparison.Ordinal);
        if (literal.Groups["more"].Success && !isFetch && fields is null)
            return null;
        if (isFetch && fields is { ValueKind: JsonValueKind.Object } init)
            return FromOptions(page, init, verb, literal.Groups["url"].Value);
        if (verb == "get" && opening.Value.StartsWith("axios", StringComparison.Ordinal))
            fields = fields is { ValueKind: JsonValueKind.Object } config && config.TryGetProperty("params", out var query) ? query : null;
        return Request(page, literal.Groups["url"].Value, verb == "post", fields, opening.Value.StartsWith("axios", StringComparison.Ordinal));
    }

    private static PageRequest? FromOptions(PageText page, JsonElement options, string verb, string? url = null)
    {
        url ??= Text(options, "url");
        if (url is null)
            return null;
        var post = verb == "post" || string.Equals(Text(options, "type") ?? Text(options, "method"), "post", StringComparison.OrdinalIgnoreCase);
        JsonElement? fields = null;
        foreach (var name in new[] { "data", "params", "body" })
        {
            if (options.TryGetProperty(name, out var value))
            {
                if (value.ValueKind is JsonValueKind.Null)
                    return null;
                fields = value;
            }
        }

        return Request(page, url, post, fields, options.TryGetProperty("body", out _) || (Text(options, "contentType")?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false));
    }

    private static PageRequest? Request(PageText page, string url, bool post, JsonElement? fields, bool json)
    {
        if (Addresses.Resolve(page.Address, url) is not { } resolved)
            return null;
        var address = new Uri(resolved);
        if (fields is { ValueKind: JsonValueKind.String } body)
            return post && body.GetString()!.StartsWith('{')
                ? new(address, PagePurpose.Data, Json: body.GetString(), Referer: page.Address)
                : null;
        if (fields is not { ValueKind: JsonValueKind.Object } named)
            return new(address, PagePurpose.Data, Form: post ? [] : null, Referer: page.Address);
        if (post && json)
            return HasUnknown(named) ? null : new(address, PagePurpose.Data, Json: named.GetRawText(), Referer: page.Address);

        var form = new List<KeyValuePair<string, string>>();
        foreach (var member in named.EnumerateObject())
        {
            var value = member.Value.ValueKind is JsonValueKind.Null && PageName().IsMatch(member.Name) ? "1"
                : member.Value.ValueKind is JsonValueKind.Null ? null
                : member.Value.ValueKind is JsonValueKind.String ? member.Value.GetString()
                : member.Value.GetRawText();
            if (value is null)
                return null;
            form.Add(new(member.Name, value));
        }

        return post
            ? new(address, PagePurpose.Data, Form: form, Referer: page.Address)
            : new(WithQuery(address, form), PagePurpose.Data, Referer: page.Address);
    }

    private static bool HasUnknown(JsonElement fields) => fields.EnumerateObject().Any(member => member.Value.ValueKind is JsonValueKind.Null);

    private static Uri WithQuery(Uri address, List<KeyValuePair<string, string>> fields)
    {
        var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        var before = address.Query.TrimStart('?');
        return new UriBuilder(address) { Query = before.Length == 0 ? query : query.Length == 0 ? before : $"{before}&{query}" }.Uri;
    }

    private static string? Text(JsonElement options, string name) =>
        options.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static bool Lists(PageRequest request) => ListWord().IsMatch(request.Address.PathAndQuery) && !OtherPurpose().IsMatch(request.Address.AbsolutePath);

    private static bool Mentions(PageRequest request, string mark) =>
        Holds(Uri.UnescapeDataString(request.Address.PathAndQuery), mark)
        || (request.Form?.Any(field => Holds(field.Value, mark)) ?? false)
        || (request.Json is { } json && Holds(json, mark));

    /// <summary>Whether a mark stands in a text as a whole: 123 is in col123 and not in 51234.</summary>
    private static bool Holds(string text, string mark)
    {
        for (var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var before = at == 0 ? ' ' : text[at - 1];
            var after = at + mark.Length == text.Length ? ' ' : text[at + mark.Length];
            if (char.IsAsciiDigit(mark[0]) ? !char.IsAsciiDigit(before) && !char.IsAsciiDigit(after) : !char.IsAsciiLetterOrDigit(before) && !char.IsAsciiLetterOrDigit(after))
                return true;
        }

        return false;
    }

    /// <summary>What tells one column from another: its name, the numbers and folders of its address, the number in the page's metas.</summary>
    private static IReadOnlyList<string> MarksOf(PageText page, Column column) =>
    [
        column.Name,
        .. Number().Matches(column.Url.PathAndQuery + column.Url.Fragment).Select(match => match.Value),
        .. column.Url.AbsolutePath.Split('/').Where(folder => Folder().IsMatch(folder) && !CommonFolder().IsMatch(folder)),
        .. ColumnMeta().Matches(page.Text).Select(match => match.Groups["id"].Value),
    ];

    [GeneratedRegex(@"(?:\$|jQuery)\.(?:ajax|(?<verb>get|post)|getJSON)\s*\(|\bfetch\s*\(|\baxios(?:\.(?<verb>get|post))?\s*\(")]
    private static partial Regex Opening();

    /// <summary>A string that is the whole argument, not the beginning of a concatenation.</summary>
    [GeneratedRegex("""\G["'`](?<url>[^"'`$\s]+)["'`]\s*(?:\)|(?<more>,\s*(?=\{))|,)""")]
    private static partial Regex Literal();

    [GeneratedRegex("list|query|info|search|article|page|data|content|news|publish", RegexOptions.IgnoreCase)]
    private static partial Regex ListWord();

    [GeneratedRegex(@"login|logon|visit|counter|hits?\b|click|share|weather|captcha|comment|mailbox|user|menu|nav|tree|statis|suggest|hotword|\.(?:js|css|png|jpg|gif|svg)$", RegexOptions.IgnoreCase)]
    private static partial Regex OtherPurpose();

    [GeneratedRegex("^(?:page|pageNo|pageNum|pageNumber|pageIndex|currPage|currentPage|current|curPage|cur_page|Paging)$", RegexOptions.IgnoreCase)]
    private static partial Regex PageName();

    /// <summary>Hexadecimal ids and numbers, but no years.</summary>
    [GeneratedRegex("[0-9a-f]{16,}|(?<![0-9])(?!(?:19|20)[0-9]{2}(?![0-9]))[0-9]{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex("^[a-z][a-z0-9_-]{2,}$", RegexOptions.IgnoreCase)]
    private static partial Regex Folder();

    [GeneratedRegex("^(?:index|list|col|xxgk|zwgk|zfxxgk|common|public|site|info|news|api|data|page|content|gkmlpt|govinfopub|module|art)$", RegexOptions.IgnoreCase)]
    private static partial Regex CommonFolder();

    [GeneratedRegex("""<meta\b[^<>]{0,200}?(?:\bname\s*=\s*["']?(?:ColId|ColumnId|ChannelId|ChannelCode)["']?\s[^<>]{0,100}?content|\bchannelId)\s*=\s*["']?(?<id>[0-9A-Za-z-]{3,})""", RegexOptions.IgnoreCase)]
    private static partial Regex ColumnMeta();
}
