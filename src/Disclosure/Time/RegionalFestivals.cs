namespace Disclosure.Time;

/// <summary>
/// The festivals of a region beside the national ones (放假办法 lets autonomous areas set them). Whether such days count in statutory limits
/// is unsettled, so they are an overlay that a dated setting puts in force.
/// </summary>
public sealed class RegionalFestivals
{
    private readonly Dictionary<int, RegionalYear> _years;

    /// <param name="region">The overlay's name, as the settings name it.</param>
    /// <param name="name">What people call the region; its name in the settings when absent.</param>
    /// <exception cref="ArgumentException">The same year twice, or a day that lies outside its year.</exception>
    public RegionalFestivals(string region, IEnumerable<RegionalYear> years, string? name = null)
    {
        (Region, Name) = (region, name ?? region);
        _years = YearsOf.Distinct(years, year => year.Year, year => year.DaysOff.Keys.Concat(year.MakeUpWorkdays));
    }

    public string Region { get; }

    /// <summary>What people call the region.</summary>
    public string Name { get; }

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
