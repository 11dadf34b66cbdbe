using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>
/// Table four of a year, made from the register: reconsiderations and lawsuits by their result in the year; what is open on 31 December is
/// pending, and appears again the next year, for the form has no carry row (Art. 50(3); 国办公开办函〔2021〕30号).
/// </summary>
public sealed class RemedyTable
{
    private readonly Dictionary<(RemedyRoute, RemedyHeading), List<CountedRemedy>> _remedies = [];

    private RemedyTable(int year) => Year = year;

    public int Year { get; }

    public RemedyFigures Figures { get; private set; } = null!;

    /// <param name="remedies">Every remedy of the register, of all years and in any order.</param>
    /// <exception cref="ArgumentException">A remedy was decided before it was opened, or has a result without a day.</exception>
    public static RemedyTable Of(int year, IEnumerable<CountedRemedy> remedies)
    {
        var table = new RemedyTable(year);
        foreach (var one in remedies)
            table.Count(one);
        table.Figures = new((route, heading) => Figure.Of(table.RemediesOf(route, heading).Count));
        return table;
    }

    /// <summary>The heading a remedy counts under; null for a year that does not see it.</summary>
    public static RemedyHeading? HeadingOf(CountedRemedy one, int year)
    {
        if (one.OpenedOn.Year > year || one.DecidedOn?.Year < year)
            return null;
        return one.DecidedOn?.Year == year ? (RemedyHeading)(int)one.Result!.Value : RemedyHeading.Pending;
    }

    /// <summary>The remedies behind a cell.</summary>
    public IReadOnlyList<CountedRemedy> RemediesOf(RemedyRoute route, RemedyHeading heading)
    {
        if (heading is not RemedyHeading.Total)
            return _remedies.GetValueOrDefault((route, heading)) ?? [];
        return [.. Enum.GetValues<RemedyHeading>().Where(one => one is not RemedyHeading.Total).SelectMany(one => RemediesOf(route, one))];
    }

    private void Count(CountedRemedy one)
    {
        if (one.DecidedOn < one.OpenedOn || (one.DecidedOn is null) != (one.Result is null))
            throw new ArgumentException($"Remedy {one.Remedy} of case {one.Case} was decided before it was opened, or has a result without a day.", nameof(one));
        if (HeadingOf(one, Year) is not { } heading)
            return;
        if (!_remedies.TryGetValue((one.Route, heading), out var cell))
            _remedies[(one.Route, heading)] = cell = [];
        cell.Add(one);
    }
}
