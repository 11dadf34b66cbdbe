using System.Text.RegularExpressions;

namespace Disclosure.Tests.Time;

/// <summary>
/// A second, differently made answer to "which is the n-th working day": all working days in one sorted list, found by binary search. It reads
/// the shipped files as text and knows none of the product's types.
/// </summary>
internal static partial class CalendarOracle
{
    private static readonly int[] WorkingDays = Read();

    /// <summary>Null when the answer lies past the last year that has a file.</summary>
    public static DateOnly? After(DateOnly day, int n)
    {
        var at = Array.BinarySearch(WorkingDays, day.DayNumber);
        var index = (at >= 0 ? at : ~at - 1) + n;
        return index < WorkingDays.Length ? DateOnly.FromDayNumber(WorkingDays[index]) : null;
    }

    public static int Count(int year) => WorkingDays.Count(number => DateOnly.FromDayNumber(number).Year == year);

    private static int[] Read()
    {
        var days = new SortedSet<int>();
        foreach (var file in Directory.GetFiles(ConfiguredCalendar.Folder, "*.json"))
        {
            var halves = File.ReadAllText(file).Split("\"makeUpWorkdays\"");
            var year = int.Parse(Path.GetFileNameWithoutExtension(file), null);
            for (var day = new DateTime(year, 1, 1); day.Year == year; day = day.AddDays(1))
            {
                if (((int)day.DayOfWeek + 6) % 7 < 5)
                    days.Add(DateOnly.FromDateTime(day).DayNumber);
            }

            days.ExceptWith(Numbers(halves[0]));
            days.UnionWith(Numbers(halves[1]));
        }

        return [.. days];
    }

    private static IEnumerable<int> Numbers(string text) => IsoDay().Matches(text).Select(match => DateOnly.Parse(match.Value, null).DayNumber);

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex IsoDay();
}
