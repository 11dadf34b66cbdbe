using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Time;

namespace Disclosure.Auditor.Portals;

/// <summary>Reads <c>config/calendar/&lt;year&gt;.json</c>: one file per State Council holiday notice.</summary>
public static class CalendarFiles
{
    /// <summary>Every year in a folder; an absent folder gives a calendar that knows no year.</summary>
    /// <param name="problems">One line for each file that could not be used, naming the file and what to do.</param>
    public static WorkingCalendar Read(string folder, out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        var years = new List<CalendarYear>();
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            try
            {
                var stored = JsonSerializer.Deserialize(File.ReadAllBytes(file), CalendarJson.Default.StoredYear)!;
                var year = stored.ToYear();
                _ = new WorkingCalendar([.. years, year]);
                years.Add(year);
            }
            catch (Exception problem) when (problem is JsonException or FormatException or ArgumentException or IOException)
            {
                found.Add($"{file}: {problem.Message} Write {{\"year\": 2026, \"notice\": \"…\", \"publicHolidays\": [\"2026-01-01\"], \"makeUpWorkdays\": []}}.");
            }
        }

        problems = found;
        return new WorkingCalendar(years);
    }
}

/// <summary>The file's shape.</summary>
internal sealed class StoredYear
{
    public required int Year { get; init; }

    public required string Notice { get; init; }

    public required List<string> PublicHolidays { get; init; }

    public required List<string> MakeUpWorkdays { get; init; }

    public CalendarYear ToYear() => new(Year, Notice, Days(PublicHolidays), Days(MakeUpWorkdays));

    private static HashSet<DateOnly> Days(List<string> days) => [.. days.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StoredYear))]
internal sealed partial class CalendarJson : JsonSerializerContext;
