namespace Disclosure.Time;

/// <summary>What holds for years of every kind of calendar: each is there once, and its days are its own.</summary>
internal static class YearsOf
{
    /// <exception cref="ArgumentException">The same year twice, or a day that lies outside its year.</exception>
    public static Dictionary<int, T> Distinct<T>(IEnumerable<T> years, Func<T, int> number, Func<T, IEnumerable<DateOnly>> days)
    {
        var found = new Dictionary<int, T>();
        foreach (var year in years)
        {
            if (!found.TryAdd(number(year), year))
                throw new ArgumentException($"The year {number(year)} is given twice.", nameof(years));
            if (days(year).Where(day => day.Year != number(year)).Cast<DateOnly?>().FirstOrDefault() is { } stray)
                throw new ArgumentException($"{stray:yyyy-MM-dd} does not lie in {number(year)}.", nameof(years));
        }

        return found;
    }
}
