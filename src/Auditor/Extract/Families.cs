using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// What the generic reading of markup cannot see because a platform keeps its rows its own way: data answers, record stores in
/// scripts, inline JSON, catalogues, and templates a profile has selectors for.
/// </summary>
internal static partial class Families
{
    /// <summary>Values of one piece looked at in a page.</summary>
    private const int MostValues = 50;

    /// <summary>Reads the page the way its platform wrote it; null when the generic reading should go on.</summary>
    public static Extraction? TryRead(PageText page, Column column, DateOnly today) =>
        TryRead(page, column, today, PlatformProfiles.Current);

    public static Extraction? TryRead(PageText page, Column column, DateOnly today, PlatformProfiles profiles)
    {
        if (DataAnswer(page, column, today, profiles) is { } answer)
            return answer;
        if (JpageStore.TryRead(page, column, today) is { } store)
            return store;

        foreach (var profile in profiles.All)
        {
            if (!profile.ReadsPages || !profile.Matches(page))
                continue;
            var read = (profile.Catalogue ? Catalogue.TryRead(page, column) : null)
                ?? (profile.Inline is { } inline ? ReadInline(page, inline, profiles.Fields, today) : null)
                ?? (profile.Rows is { } rows && HtmlTree.TryParse(page.Text, out _) is { } tree ? ReadSelected(page, tree, rows, profile.Family, today) : null);
            if (read is not null)
                return read;
        }

        return null;
    }

    /// <summary>
    /// Adds the data addresses that the page names to what the generic reading made of it. Rows on the page win; a page without
    /// rows whose script names a list is not empty, not a document, and not unreadable before that list was asked.
    /// </summary>
    public static Extraction Beyond(Extraction read, PageText page, Column column) => Beyond(read, page, column, PlatformProfiles.Current);

    public static Extraction Beyond(Extraction read, PageText page, Column column, PlatformProfiles profiles)
    {
        if (read is Extraction.Rows or Extraction.Unreadable { Reason: Reason.SoftNotFound or Reason.LoginRequired } || column.Kind is ColumnKind.Document or ColumnKind.Container)
            return read;

        var named = profiles.All.Where(profile => profile.Apis.Count > 0 && profile.Matches(page)).SelectMany(profile => profile.Apis).Select(api => Requests(api, page, column)).FirstOrDefault(requests => requests.Count > 0) ?? [];
        if (named.Count == 0 && read is (Extraction.Nothing or Extraction.Unreadable or Extraction.Elsewhere))
        {
            var calls = NamedCalls.Find(page, column);
            named = [.. calls.Where(call => call.Own).Select(call => call.Request)];
            if (named.Count == 0 && calls.Count > 0 && read is Extraction.Unreadable)
                return new Extraction.Unreadable(Reason.NeedsScripts, $"the page asks {calls[0].Request.Address.AbsolutePath}, and nothing says that this is the column's list");
        }

        if (named.Count == 0)
            return read;
        if (named.Count > 1 && read is Extraction.Elsewhere)
            return read;
        if (named.Count > 1)
            return new Extraction.Unreadable(Reason.NeedsScripts, $"the page names {named.Count} lists and does not say which is the column's: {string.Join(" ", named.Take(4).Select(request => request.Address.AbsolutePath))}");

        var frames = (read as Extraction.Elsewhere)?.Requests ?? [];
        return new Extraction.Elsewhere([.. named, .. frames], "api", new(Reason.NeedsScripts, $"rows come from {named[0].Address.AbsolutePath}, which did not answer with any"));
    }

    /// <summary>JSON, JSON with padding, XML, and the fragment of Hanweb's disclosure module.</summary>
    private static Extraction? DataAnswer(PageText page, Column column, DateOnly today, PlatformProfiles profiles)
    {
        var text = page.Text.AsSpan().TrimStart("\uFEFF \t\r\n");
        if (page.Address.AbsolutePath.EndsWith("/module/xxgk/search.jsp", StringComparison.OrdinalIgnoreCase))
            return OwnRows(RowReader.ReadFragment(page.Text, page.Address, today), page, column);
        if (text.StartsWith("<"))
            return page.MediaType.EndsWith("xml", StringComparison.Ordinal) && !page.MediaType.Contains("xhtml", StringComparison.Ordinal) && !page.Text.Contains("<datastore", StringComparison.OrdinalIgnoreCase)
                ? XmlRows.Read(text.ToString(), page.Address, profiles.Fields, today)
                : null;

        var declared = page.MediaType.Contains("json", StringComparison.Ordinal);
        var inside = text is ['{' or '[', ..] ? text.ToString() : Unpadded(text);
        if (inside is null)
            return declared ? new Extraction.Unreadable(Reason.WrongFormat, "declared as JSON and is not") : null;
        if (inside.StartsWith('<'))
            return XmlAnswer(inside, page, column, today, profiles);
        if (JsLiteral.TryParseJson(inside) is not { } root)
            return new Extraction.Unreadable(Reason.WrongFormat, page.Truncated ? "JSON cut off at the size cap" : "not JSON");
        return root is { ValueKind: JsonValueKind.String } && root.GetString()!.TrimStart() is ['<', ..] xml
            ? XmlAnswer(xml, page, column, today, profiles)
            : JsonRows.Read(root, page.Address, profiles.Fields, today);
    }

    /// <summary>What stands in the call of a JSONP answer (<c>callback({…});</c>).</summary>
    private static string? Unpadded(ReadOnlySpan<char> text)
    {
        var open = text.IndexOf('(');
        var end = text.TrimEnd("; \r\n\t");
        return open is > 0 and < 100 && CallName().IsMatch(text[..open]) && end.EndsWith(")") ? end[(open + 1)..^1].Trim().ToString() : null;
    }

    private static Extraction XmlAnswer(string xml, PageText page, Column column, DateOnly today, PlatformProfiles profiles) =>
        JpageStore.TryRead(page with { Text = xml }, column, today) ?? XmlRows.Read(xml, page.Address, profiles.Fields, today);

    /// <summary>
    /// Only the column's own rows of an answer that may be the whole area's, told by the column's number in the address
    /// (<c>art_123_4</c>). Without this every column of such a portal looks as fresh as the freshest.
    /// </summary>
    private static Extraction? OwnRows(IReadOnlyList<SightedItem> items, PageText page, Column column)
    {
        if (items.Count == 0)
            return null;
        var numbers = items.Select(item => ArticleColumn().Match(item.Address) is { Success: true } match ? match.Groups[1].Value : null).ToArray();
        var mine = JpageStore.ColumnIdIn(column.Url);
        if (mine is null)
            return numbers.Distinct().Count() == 1
                ? Of(items)
                : new Extraction.Unreadable(Reason.NoListFound, "the answer holds rows of several columns, and the column's address does not say which are its own");

        SightedItem[] own = [.. items.Where((_, index) => numbers[index] is null || numbers[index] == mine)];
        return own.Length == 0 && items.Count > 0 ? new Extraction.Rows([], null, null, "hanweb:xxgk", "search.jsp", "") : Of(own);

        Extraction.Rows Of(IReadOnlyList<SightedItem> rows) =>
            new(rows, rows.Count == items.Count ? Totals.Declared(page.Text, rows.Count) : null, null, "hanweb:xxgk", "search.jsp", string.Join('\n', rows.Select(item => $"{item.PublishedOn:yyyy-MM-dd} {item.Title}")));
    }

    private static Extraction? ReadInline(PageText page, InlineRule rule, FieldNames names, DateOnly today)
    {
        var lists = rule.Lists.SelectMany(name => JsLiteral.Named(page.Text, name)).Where(list => list.ValueKind is JsonValueKind.Array).ToArray();
        var filled = lists.Where(list => list.GetArrayLength() > 0).ToArray();
        if (lists.Length == 0 || filled.Length > 1)
            return null;

        var self = rule.Self is null ? default : JsLiteral.Named(page.Text, rule.Self).FirstOrDefault(literal => literal.ValueKind is JsonValueKind.Object);
        var total = Member(self, rule.Total);
        var rung = $"inline:{rule.Lists[0]}";
        if (filled.Length == 0)
            return total == 0 && Member(self, rule.Children) is null or 0
                ? new Extraction.Nothing(new(EmptySign.TotalZero, rung, $"{rule.Total} 0"), rung)
                : new Extraction.Unreadable(Reason.EmptyNotProved, $"an empty {rule.Lists[0]}; {rule.Total} is {total?.ToString(CultureInfo.InvariantCulture) ?? "not there"}");

        return JsonRows.Read(filled[0], page.Address, names, today) switch
        {
            Extraction.Rows rows => rows with { Rung = rung, Container = rule.Lists[0], Total = total >= rows.Items.Count ? new(total.Value, true) : null },
            var other => other,
        };
    }

    private static int? Member(JsonElement value, string? name) =>
        name is not null && value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var member) && int.TryParse(member.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static Extraction.Rows? ReadSelected(PageText page, HtmlDocument tree, RowsRule rule, string family, DateOnly today)
    {
        foreach (var selector in rule.Containers)
        {
            foreach (var container in selector.Find(tree.DocumentNode))
            {
                IReadOnlyList<SightedItem> items = rule.Row is null
                    ? RowReader.ReadFragment(container.InnerHtml, page.Address, today)
                    : [.. rule.Row.Find(container).Select(row => ReadRow(row, rule, page.Address, today)).OfType<SightedItem>()];
                if (items.Count > 0)
                    return new(items, null, null, $"{family}:{selector.Text}", selector.Text, RowFields.Plain(container.InnerText));
            }
        }

        return null;
    }

    private static SightedItem? ReadRow(HtmlNode row, RowsRule rule, Uri address, DateOnly today)
    {
        var link = row.Descendants("a").FirstOrDefault(a => a.GetAttributeValue("href", "") is { Length: > 0 } href && !href.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        if (link is null || Addresses.Resolve(address, HtmlEntity.DeEntitize(link.GetAttributeValue("href", ""))) is not { } target)
            return null;
        var title = RowFields.Plain(rule.TitleAttribute is { } named && link.GetAttributeValue(named, "") is { Length: > 0 } attribute ? attribute : link.InnerText);
        var dated = rule.Date is null ? row : rule.Date.Find(row).FirstOrDefault();
        var text = dated is null ? "" : rule.DateAttribute is { } where ? dated.GetAttributeValue(where, "") : dated.InnerText;
        var day = DateReader.FromText(RowFields.Plain(text), today);
        var inAddress = DateReader.FromAddress(target, today);
        var origin = day is not null ? DateOrigin.Shown : inAddress is not null ? DateOrigin.Address : DateOrigin.None;
        return title.Length == 0 ? null : new(title, target, day ?? inAddress, origin, inAddress);
    }

    /// <summary>The requests that a rule makes of the pieces the page holds: one for each distinct set of pieces, narrowed to the preferred.</summary>
    private static List<PageRequest> Requests(ApiRule api, PageText page, Column column)
    {
        if (!api.Needs.All(need => page.Text.Contains(need, StringComparison.Ordinal)))
            return [];
        var sets = api.Block is null
            ? Alternatives(api, $"{page.Address.AbsoluteUri}\n{page.Text}", $"{page.Address.AbsoluteUri} {column.Url.AbsoluteUri}")
            : [.. api.Block.Matches(page.Text).Select(match => match.Value).Distinct().Select(block => Pieces(api, block)).OfType<Dictionary<string, string>>()];
        if (sets.Count > 1 && sets.Where(set => Preferred(set, [column.Name])).ToList() is { Count: > 0 } named)
            sets = named;
        else if (sets.Count > 1 && sets.Where(set => Preferred(set, api.Prefer)).ToList() is { Count: > 0 } preferred)
            sets = preferred;
        return [.. sets.Select(set => Request(api, set, page)).OfType<PageRequest>().DistinctBy(request => request.Address.AbsoluteUri)];
    }

    /// <summary>
    /// The pieces of a page without blocks: one set, or one for each value of a piece that stands there with several and of which
    /// the column's address does not hold exactly one. Taking the first would read a neighbour's list as the column's.
    /// </summary>
    private static List<Dictionary<string, string>> Alternatives(ApiRule api, string text, string addresses)
    {
        if (Pieces(api, text) is not { } first)
            return [];
        var sets = new List<Dictionary<string, string>> { first };
        foreach (var (name, expression) in api.Captures)
        {
            var values = expression.Matches(text).Take(MostValues).Select(match => match.Groups[1].Value).Distinct().ToArray();
            var own = values.Where(value => value.Length >= 3 && addresses.Contains(value, StringComparison.OrdinalIgnoreCase)).ToArray();
            var kept = own.Length == 1 ? own : values;
            sets = [.. sets.SelectMany(set => kept.Take(2).Select(value => new Dictionary<string, string>(set, StringComparer.Ordinal) { [name] = value }))];
        }

        return sets;
    }

    private static bool Preferred(Dictionary<string, string> pieces, IReadOnlyList<string> words) =>
        words.Any(word => pieces.Values.Any(piece => piece.Contains(word, StringComparison.Ordinal)));

    private static Dictionary<string, string>? Pieces(ApiRule api, string block)
    {
        var pieces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, expression) in api.Captures)
        {
            if (expression.Match(block) is not { Success: true } match)
                return null;
            pieces[name] = match.Groups[1].Value;
        }

        return pieces;
    }

    private static PageRequest? Request(ApiRule api, Dictionary<string, string> pieces, PageText page)
    {
        var written = PlatformProfiles.Piece().Replace(api.Address, match => match.Value[1] == '+' ? HtmlEntity.DeEntitize(pieces[match.Groups[1].Value]) : Uri.EscapeDataString(pieces[match.Groups[1].Value]));
        if (Addresses.Resolve(page.Address, written) is not { } address)
            return null;
        KeyValuePair<string, string>[]? form = api.Form is null
            ? null
            : [.. api.Form.Select(field => new KeyValuePair<string, string>(field.Key, PlatformProfiles.Piece().Replace(field.Value, match => pieces[match.Groups[1].Value])))];
        return new(new(address), PagePurpose.Data, Form: form, Referer: page.Address);
    }

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$.]*\s*$")]
    private static partial Regex CallName();

    [GeneratedRegex(@"/art_(\d+)_")]
    private static partial Regex ArticleColumn();
}
