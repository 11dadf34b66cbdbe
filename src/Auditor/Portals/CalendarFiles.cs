using System.Globalization;
using Disclosure.Time;

namespace Disclosure.Auditor.Portals;

/// <summary>Reads <c>config/calendar/&lt;year&gt;.json</c>: one file per State Council holiday notice.</summary>
public static class CalendarFiles
{
    /// <summary>The folder's name in the configuration folder.</summary>
    public const string FolderName = "calendar";

    /// <summary>The keys a year's file may have.</summary>
    public static readonly IReadOnlyList<string> Keys = ["year", "notice", "publicHolidays", "makeUpWorkdays"];

    /// <summary>Every year in a folder; an absent folder gives a calendar that knows no year.</summary>
    /// <param name="folder">The configuration folder.</param>
    /// <param name="problems">Gets every problem of every file; a year with one is not in the calendar.</param>
    public static WorkingCalendar Read(string folder, ICollection<ConfigProblem> problems)
    {
        var place = Path.Combine(folder, FolderName);
        string[] files = Directory.Exists(place) ? Directory.GetFiles(place, "*.json") : [];
        var years = new Dictionary<int, CalendarYear>();
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            if (ConfigFile.Read(file, Keys, problems) is { } root && ReadYear(root) is { } year && !years.TryAdd(year.Year, year))
                root.Add("year", ProblemKind.DuplicateYear, Text(year.Year));
        }

        return new WorkingCalendar(years.Values);
    }

    private static CalendarYear? ReadYear(ConfigObject root)
    {
        var year = root.Number("year", required: true);
        var notice = root.Text("notice", required: true);
        var off = root.Days("publicHolidays", required: true);
        var worked = root.Days("makeUpWorkdays", required: true);
        if (year is not { } number || notice is null || off is null || worked is null)
            return null;
        if (Path.GetFileNameWithoutExtension(root.File) != Text(number))
            root.Add("year", ProblemKind.YearDiffers, Text(number));

        var stray = Stray(root, "publicHolidays", off, number).Concat(Stray(root, "makeUpWorkdays", worked, number)).ToList();
        foreach (var day in worked.Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)))
            root.Add("makeUpWorkdays", ProblemKind.NotAWeekend, Text(day));
        foreach (var day in worked.Intersect(off))
            root.Add("makeUpWorkdays", ProblemKind.OffAndWorked, Text(day));
        if (StatutoryFestivals.Of(number).Keys.Except(off).Order().ToList() is { Count: > 0 } missing)
            root.Add("publicHolidays", ProblemKind.StatutoryDayMissing, string.Join(", ", missing.Select(Text)));
        return stray.Count > 0 ? null : new(number, notice, off.ToHashSet(), worked.ToHashSet());
    }

    /// <summary>The days of a list that lie outside the year, each told.</summary>
    internal static IEnumerable<DateOnly> Stray(ConfigObject root, string key, IEnumerable<DateOnly> days, int year)
    {
        foreach (var day in days.Where(day => day.Year != year))
        {
            root.Add(key, ProblemKind.DayOutsideYear, Text(day), Text(year));
            yield return day;
        }
    }

    internal static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
