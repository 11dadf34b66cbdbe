using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Bot.Sample;

/// <summary>One answer of the sample portal.</summary>
/// <param name="ETag">Quoted; null for a data service, which has no validators.</param>
internal sealed record SamplePage(int Status, string ContentType, byte[] Body, string? ETag);

/// <summary>
/// Every page of the sample portal on one day, rendered at once, so that a fault in a seed is found at the start and not by a visitor.
/// </summary>
internal sealed class SampleSite
{
    private readonly Dictionary<string, SamplePage> _pages = new(StringComparer.Ordinal);
    private readonly SampleSeed _seed;
    private readonly SampleTemplates _templates;
    private readonly Dictionary<string, SampleColumn> _columns;

    /// <exception cref="SamplePortalException">A seed or a template is at fault; the message says where.</exception>
    public SampleSite(SampleSeed seed, SampleTemplates templates, DateOnly today)
    {
        (_seed, _templates, Today) = (seed, templates, today);
        _columns = SampleColumn.Tree(seed, today);
        foreach (var column in _columns.Values)
            Add(column);
        Put("/robots.txt", 200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /search/\n", Encoding.UTF8);
    }

    public DateOnly Today { get; }

    /// <summary>Every path that answers, without the data services.</summary>
    public IEnumerable<string> Paths => _pages.Keys.Where(path => !path.Contains('#', StringComparison.Ordinal));

    /// <returns>The answer, or null when the portal has no such page.</returns>
    /// <param name="query">Reads one parameter of the query; null when it is absent.</param>
    public SamplePage? Find(string path, Func<string, string?> query)
    {
        if (_seed.Families.Values.Select(family => family.Service).FirstOrDefault(service => service is not null && IsAsked(service, path)) is not { } asked)
            return _pages.GetValueOrDefault(path);
        var key = asked.Query is { } parameter ? query(parameter) : path[asked.Path.Length..];
        return _pages.GetValueOrDefault(ServiceKey(asked, key ?? "", query("page") ?? "1"));
    }

    private static bool IsAsked(SeedService service, string path) =>
        service.Query is null ? path.StartsWith(service.Path, StringComparison.Ordinal) : path == service.Path;

    private static string ServiceKey(SeedService service, string key, string page) => $"{service.Path}#{key}#{page}";

    private void Add(SampleColumn column)
    {
        var family = _seed.Families[column.Seed.Family];
        var pages = column.Pages(family);
        for (var n = 1; n <= pages; n++)
        {
            var values = column.Values(family, _columns[_seed.Root], n);
            if (n == 1 || family.Page is not null)
                Put(column.PageAddress(family, n), family.Status, "text/html", _templates.Render(family.Template, values, Today), EncodingOf(family));
            if (family.Service is { } service)
                _pages.Add(ServiceKey(service, column.Seed.Key, n.ToString(CultureInfo.InvariantCulture)), Page(200, service.Type + "; charset=utf-8", _templates.Render(service.Template, values, Today), Encoding.UTF8) with { ETag = null });
        }

        if (family is { Part: { } part, PartTemplate: { } partTemplate })
            Put(column.Resolve(part), 200, "text/html", _templates.Render(partTemplate, column.Values(family, _columns[_seed.Root], 1), Today), Encoding.UTF8);
        foreach (var item in column.Items)
            Put(item.Href, 200, "text/html", _templates.Render(family.ArticleTemplate, column.ValuesOf(item, _columns[_seed.Root]), Today), Encoding.UTF8);
    }

    private void Put(string address, int status, string type, string text, Encoding encoding)
    {
        var path = address.Split('#')[0];
        // Several categories of one catalogue share its page.
        if (_pages.ContainsKey(path) && path != address)
            return;
        var page = Page(status, encoding.CodePage == Encoding.UTF8.CodePage && type == "text/html" ? "text/html; charset=utf-8" : type, text, encoding);
        if (!_pages.TryAdd(path, page))
            throw new SamplePortalException($"Two pages of the sample portal have the address {path}.");
        if (path.EndsWith('/'))
            _pages.Add(path + "index.html", page);
    }

    private static SamplePage Page(int status, string type, string text, Encoding encoding)
    {
        var body = encoding.GetBytes(text);
        return new(status, type, body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..16]}\"");
    }

    private static Encoding EncodingOf(SeedFamily family) => family.Encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(family.Encoding)
        ?? throw new SamplePortalException($"The family of {family.Template} names an unknown encoding '{family.Encoding}'.");
}
