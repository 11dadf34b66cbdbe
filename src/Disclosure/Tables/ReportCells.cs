using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>The 200 numbers of a report in one fixed order, table after table: for adding up, comparing and freezing whole reports.</summary>
public static class ReportCells
{
    private static readonly ProactiveCell[] Proactive = Enum.GetValues<ProactiveCell>();
    private static readonly int Headings = RequestHeadings.All.Count;
    private static readonly int RemedyHeadings = Enum.GetValues<RemedyHeading>().Length;
    private static readonly int FirstRemedy = Proactive.Length + (RequestRows.All.Count * Headings);

    /// <summary>Every cell's place in words.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        .. Proactive.Select(FormLabels.Place),
        .. from row in RequestRows.All from heading in RequestHeadings.All select FormLabels.Place(row, heading),
        .. from route in Enum.GetValues<RemedyRoute>() from heading in Enum.GetValues<RemedyHeading>() select FormLabels.Place(route, heading),
    ];

    /// <summary>A report's figures in the order of <see cref="Places"/>.</summary>
    public static IReadOnlyList<Figure> Of(ReportFigures figures) =>
    [
        .. Proactive.Select(cell => figures.Proactive[cell]),
        .. from row in RequestRows.All from heading in RequestHeadings.All select figures.Requests[row, heading],
        .. from route in Enum.GetValues<RemedyRoute>() from heading in Enum.GetValues<RemedyHeading>() select figures.Remedies[route, heading],
    ];

    /// <summary>The report whose cells are given by their index in <see cref="Places"/>.</summary>
    public static ReportFigures Figures(Func<int, Figure> at) => new(
        ProactiveFigures.Of(cell => at((int)cell)),
        new((row, heading) => at(Proactive.Length + ((int)row * Headings) + (int)heading)),
        new((route, heading) => at(FirstRemedy + ((int)route * RemedyHeadings) + (int)heading)));
}
