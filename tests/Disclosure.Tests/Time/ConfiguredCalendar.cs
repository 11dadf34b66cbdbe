using System.Globalization;
using System.Text.Json;
using Disclosure.Tests.Shared;
using Disclosure.Time;

namespace Disclosure.Tests.Time;

/// <summary>The calendar as shipped in <c>config/calendar</c>.</summary>
internal static class ConfiguredCalendar
{
    public static readonly IReadOnlyList<CalendarYear> Years = [.. Directory.GetFiles(Folder, "*.json").Select(ReadYear)];

    public static readonly WorkingCalendar National = new(Years);

    public static readonly RegionalFestivals Xinjiang = ReadRegion("xinjiang");

    public static string Folder => Repository.PathTo("config", "calendar");

    private static CalendarYear ReadYear(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        return new(root.GetProperty("year").GetInt32(), root.GetProperty("notice").GetString()!, Days(root.GetProperty("publicHolidays")), Days(root.GetProperty("makeUpWorkdays")));
    }

    private static RegionalFestivals ReadRegion(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "regional", name + ".json")));
        return new(name, [.. json.RootElement.GetProperty("years").EnumerateArray().Select(year => new RegionalYear(
            year.GetProperty("year").GetInt32(),
            year.GetProperty("notice").GetString()!,
            year.GetProperty("festivals").EnumerateArray()
                .SelectMany(one => Days(one.GetProperty("days")).Select(day => (Day: day, Festival: Enum.Parse<Festival>(one.GetProperty("festival").GetString()!, ignoreCase: true))))
                .ToDictionary(one => one.Day, one => one.Festival),
            Days(year.GetProperty("makeUpWorkdays"))))]);
    }

    private static HashSet<DateOnly> Days(JsonElement days) => [.. days.EnumerateArray().Select(day => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
