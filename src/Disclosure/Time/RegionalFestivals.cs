namespace Disclosure.Time;

/// <summary>
/// The festivals of a region beside the national ones (放假办法 lets autonomous areas set them). Whether such days count in statutory limits
/// is unsettled, so they are an overlay that a dated setting puts in force.
/// </summary>
public sealed class RegionalFestivals
{
    private readonly Dictionary<int, RegionalYear> _years = [];

    /// <param name="region">The overlay's name, as the settings name it.</param>
    /// <exception cref="ArgumentException">The same year twice, or a day that lies outside its year.</exception>
    public RegionalFestivals(string region, IEnumerable<RegionalYear> years)
    {
        Region = region;
        foreach (var year in years)
        {
            if (!_years.TryAdd(year.Year, year))
                throw new ArgumentException($"The year {year.Year} is given twice.", nameof(years));
            if (year.DaysOff.Keys.Concat(year.MakeUpWorkdays).Where(day => day.Year != year.Year).Cast<DateOnly?>().FirstOrDefault() is { } stray)
                throw new ArgumentException($"{stray:yyyy-MM-dd} does not lie in {year.Year}.", nameof(years));
        }
    }

    public string Region { get; }

    /// <summary>The year's festivals; null when they are not known, which is not the same as none.</summary>
    public RegionalYear? In(int year) => _years.GetValueOrDefault(year);
}

/// <summary>One year of a region's festivals.</summary>
/// <param name="Notice">Where the days were read.</param>
/// <param name="DaysOff">Each day off with its festival.</param>
/// <param name="MakeUpWorkdays">Weekend days worked instead.</param>
public sealed record RegionalYear(int Year, string Notice, IReadOnlyDictionary<DateOnly, Festival> DaysOff, IReadOnlySet<DateOnly> MakeUpWorkdays)
{
    /// <summary>Whether both name the same days.</summary>
    public bool SaysTheSameAs(RegionalYear other) => DaysOff.Keys.ToHashSet().SetEquals(other.DaysOff.Keys) && MakeUpWorkdays.SetEquals(other.MakeUpWorkdays);
}
