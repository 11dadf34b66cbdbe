using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Bot.Sample;

/// <summary>One item of a column on one day.</summary>
internal sealed record SampleItem(string Title, string Href, DateOnly Date, string Serial);

/// <summary>One node of the sample portal's tree on one day: its place, its items, and what its templates may name.</summary>
internal sealed class SampleColumn
{
    private static readonly Uri Base = new("http://sample/");

    private SampleColumn(SeedColumn seed, SampleColumn? parent) => (Seed, Parent) = (seed, parent);

    public SeedColumn Seed { get; }

    public SampleColumn? Parent { get; }

    public List<SampleColumn> Children { get; } = [];

    public List<SampleItem> Items { get; } = [];

    /// <summary>Every node by its id, in file order.</summary>
    public static Dictionary<string, SampleColumn> Tree(SampleSeed seed, DateOnly today)
    {
        var columns = new Dictionary<string, SampleColumn>(StringComparer.Ordinal);
        foreach (var column in seed.Columns)
        {
            var node = new SampleColumn(column, column.Parent is null ? null : columns[column.Parent]);
            node.Parent?.Children.Add(node);
            node.Items.AddRange(column.AllItems().Select(item => node.ItemOf(item, seed.Families[column.Family], columns.Count, today)));
            node._today = today;
            columns.Add(column.Id, node);
        }

        return columns;
    }

    private DateOnly _today;

    public int Pages(SeedFamily family) => Math.Max(1, (Items.Count + family.Size - 1) / family.Size);

    public string PageAddress(SeedFamily family, int n) =>
        n == 1 ? Seed.Path : Resolve(Fill(family.Page ?? throw new SamplePortalException($"The family {Seed.Family} has no page address."), Numbers(family, n), _today));

    /// <summary>An address beside the column's page, as a path.</summary>
    public string Resolve(string relative) => new Uri(new Uri(Base, Seed.Path), relative).AbsolutePath;

    /// <summary>What the page number <paramref name="n"/> of the column may name.</summary>
    public SampleValues Values(SeedFamily family, SampleColumn root, int n)
    {
        var pages = Pages(family);
        var texts = Shared(root);
        foreach (var (name, value) in Numbers(family, n))
            texts[name] = value;
        texts["part"] = family.Part is { } part ? Resolve(part) : "";
        texts["older"] = family.Page is not null && n < pages ? PageAddress(family, n + 1) : "";
        texts["oldest"] = family.Page is not null && pages > 1 ? PageAddress(family, pages) : "";
        texts["text"] = Seed.Text;
        texts["hex"] = Hex(Seed.Id);

        var lists = SharedLists(root);
        lists["items"] = [.. Items.Skip((n - 1) * family.Size).Take(family.Size).Select(ItemValues)];
        lists["latest"] = [.. Children.SelectMany(child => child.Items).OrderByDescending(item => item.Date).Take(8).Select(ItemValues)];
        lists["grandchildren"] = [.. Children.SelectMany(child => child.Children).Select(child => child.Link())];
        return new(texts, lists, _today.AddDays(Seed.Day));
    }

    /// <summary>What the page of one of its items may name.</summary>
    public SampleValues ValuesOf(SampleItem item, SampleColumn root)
    {
        var texts = Shared(root);
        texts["title"] = item.Title;
        return new(texts, SharedLists(root), item.Date);
    }

    private static SampleValues ItemValues(SampleItem item) => new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = item.Title,
            ["href"] = item.Href,
            ["serial"] = item.Serial,
            ["epoch"] = new DateTimeOffset(item.Date, TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        },
        item.Date);

    private static string Hex(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)))[..32];

    private static string Fill(string pattern, Dictionary<string, string> texts, DateOnly today, DateOnly? date = null) =>
        SampleTemplate.Parse("portal.json: " + pattern, pattern, name => throw new SamplePortalException($"portal.json: '{pattern}' includes {name}.")).Render(new(texts, date), today);

    /// <summary>An item's serial follows from its day, so that on another day the same address never shows another date.</summary>
    private SampleItem ItemOf(SeedItem item, SeedFamily family, int number, DateOnly today)
    {
        var date = today.AddDays(item.Day);
        var serial = string.Create(CultureInfo.InvariantCulture, $"{date.DayNumber}{number:00}");
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["serial"] = serial, ["key"] = Seed.Key, ["hex"] = Hex(serial) };
        var address = Fill(family.Article ?? throw new SamplePortalException($"portal.json: the family '{Seed.Family}' has no article address, but '{Seed.Id}' has items."), texts, today, date);
        return new(Fill(item.Title, [], today), Resolve(address), date, serial);
    }

    private Dictionary<string, string> Numbers(SeedFamily family, int n) => new(StringComparer.Ordinal)
    {
        ["n"] = n.ToString(CultureInfo.InvariantCulture),
        ["n0"] = (n - 1).ToString(CultureInfo.InvariantCulture),
        ["back"] = (Pages(family) - n + 1).ToString(CultureInfo.InvariantCulture),
        ["pages"] = Pages(family).ToString(CultureInfo.InvariantCulture),
        ["total"] = Items.Count.ToString(CultureInfo.InvariantCulture),
        ["stem"] = Path.GetFileNameWithoutExtension(Seed.Path),
    };

    private Dictionary<string, string> Shared(SampleColumn root) => new(StringComparer.Ordinal)
    {
        ["id"] = Seed.Id,
        ["name"] = Seed.Name,
        ["key"] = Seed.Key,
        ["href"] = Seed.Path,
        ["host"] = "sample.invalid",
        ["site"] = root.Seed.Name,
        ["area"] = Trail().Select(node => node.Seed.Name).ElementAtOrDefault(1) ?? root.Seed.Name,
        ["parentName"] = Parent?.Seed.Name ?? "",
        ["hasScripted"] = Children.Any(child => child.Seed.Listed == "script") ? "yes" : "",
    };

    private Dictionary<string, IReadOnlyList<SampleValues>> SharedLists(SampleColumn root) => new(StringComparer.Ordinal)
    {
        ["county"] = Links(root.Children, "html"),
        ["trail"] = [.. Trail().Select(node => node.Link())],
        ["siblings"] = Links(Parent?.Children ?? [], "html"),
        ["children"] = Links(Children, "html"),
        ["scripted"] = Links(Children, "script"),
        ["catalogue"] = Links(Children, "tree"),
    };

    /// <summary>From below the root down to itself.</summary>
    private IEnumerable<SampleColumn> Trail() => Parent is null ? [] : Parent.Trail().Append(this);

    private static List<SampleValues> Links(IEnumerable<SampleColumn> columns, string listed) =>
        [.. columns.Where(column => column.Seed.Listed == listed).Select(column => column.Link())];

    private SampleValues Link() => new(
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = Seed.Id,
            ["name"] = Seed.Name,
            ["key"] = Seed.Key,
            ["href"] = Seed.Path,
            ["total"] = Items.Count.ToString(CultureInfo.InvariantCulture),
            ["hasChildren"] = Children.Any(child => child.Seed.Listed == "html") ? "yes" : "",
        },
        new Dictionary<string, IReadOnlyList<SampleValues>>(StringComparer.Ordinal) { ["children"] = Links(Children, "html") });
}
