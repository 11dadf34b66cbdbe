using System.Globalization;
using System.Text.Json;
using Disclosure.Tests.Shared;
using Disclosure.Time;

namespace Disclosure.Tests.Time;

/// <summary>The calendar as shipped in <c>config/calendar</c>.</summary>
internal static class ConfiguredCalendar
{
    public static readonly WorkingCalendar National = new(Directory.GetFiles(Folder, "*.json").Select(Year));

    public static string Folder => Repository.PathTo("config", "calendar");

    private static CalendarYear Year(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var root = json.RootElement;
        return new(root.GetProperty("year").GetInt32(), root.GetProperty("notice").GetString()!, Days(root.GetProperty("publicHolidays")), Days(root.GetProperty("makeUpWorkdays")));
    }

    private static HashSet<DateOnly> Days(JsonElement days) => [.. days.EnumerateArray().Select(day => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
