using Disclosure.Time;

namespace Disclosure.Auditor.Portals;

/// <summary>Reads <c>config/calendar/regional/&lt;region&gt;.json</c>: the festivals of a region, year by year.</summary>
public static class RegionalFiles
{
    /// <summary>The folder beside the years.</summary>
    public const string FolderName = "regional";

    /// <summary>The keys a region's file may have.</summary>
    public static readonly IReadOnlyList<string> Keys = ["region", "name", "years"];

    /// <summary>The keys one year may have.</summary>
    public static readonly IReadOnlyList<string> YearKeys = ["year", "notice", "festivals", "makeUpWorkdays"];

    /// <summary>The keys one festival may have.</summary>
    public static readonly IReadOnlyList<string> FestivalKeys = ["festival", "days"];

    private static readonly Dictionary<string, Festival> Festivals =
        new[] { Festival.Roza, Festival.Corban }.ToDictionary(festival => festival.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The festivals of one region.</summary>
    /// <param name="folder">The configuration folder.</param>
    /// <param name="setting">The setting that names the region, for the messages.</param>
    /// <returns>Null when its file cannot be used; the problems say why.</returns>
    public static RegionalFestivals? Read(string folder, string region, string setting, ICollection<ConfigProblem> problems)
    {
        var place = Path.Combine(folder, CalendarFiles.FolderName, FolderName);
        string[] known = Directory.Exists(place) ? [.. Directory.GetFiles(place, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)] : [];
        if (!known.Contains(region))
        {
            problems.Add(new(folder, setting, ProblemKind.NoRegion, region, known.Length == 0 ? "–" : string.Join(", ", known)));
            return null;
        }

        var before = problems.Count;
        if (ConfigFile.Read(Path.Combine(place, region + ".json"), Keys, problems) is not { } root)
            return null;
        if (root.Text("region", required: true) is { } name && name != region)
            root.Add("region", ProblemKind.RegionDiffers, name);
        var years = new Dictionary<int, RegionalYear>();
        foreach (var entry in root.Objects("years", YearKeys, ProblemKind.EmptyText) ?? [])
        {
            if (ReadYear(entry) is { } year && !years.TryAdd(year.Year, year))
                entry.Add("year", ProblemKind.DuplicateYear, CalendarFiles.Text(year.Year));
        }

        return problems.Count > before ? null : new(region, years.Values, root.Text("name"));
    }

    private static RegionalYear? ReadYear(ConfigObject entry)
    {
        var year = entry.Number("year", required: true);
        var notice = entry.Text("notice", required: true);
        var worked = entry.Days("makeUpWorkdays") ?? [];
        var days = new Dictionary<DateOnly, Festival>();
        foreach (var one in entry.Objects("festivals", FestivalKeys, ProblemKind.EmptyText) ?? [])
        {
            var off = one.Days("days", required: true) ?? [];
            if (one.Text("festival", required: true) is not { } name)
                continue;
            if (!Festivals.TryGetValue(name, out var festival))
                one.Add("festival", ProblemKind.BadFestival, name, string.Join(", ", Festivals.Keys));
            foreach (var day in off)
                days[day] = festival;
            if (year is { } number && CalendarFiles.Stray(one, "days", off, number).Any())
                return null;
        }

        if (year is not { } found || notice is null || CalendarFiles.Stray(entry, "makeUpWorkdays", worked, found).Any())
            return null;
        return new(found, notice, days, worked.ToHashSet());
    }
}
