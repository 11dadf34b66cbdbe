using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>Reads table four (行政复议、行政诉讼情况): which number is which follows from the headings above it, in one wide table or in several narrow ones.</summary>
internal sealed class RemedyTableReader
{
    private const string Table = "表四";

    private static readonly RemedyRoute[] Routes = Enum.GetValues<RemedyRoute>();
    private static readonly RemedyHeading[] Headings = Enum.GetValues<RemedyHeading>();
    private static readonly (RemedyRoute Route, RemedyHeading Heading)[] Form = [.. from route in Routes from heading in Headings select (route, heading)];
    private static readonly Dictionary<string, RemedyHeading> HeadingNames = Headings.ToDictionary(heading => LabelText.Of(FormLabels.Of(heading)).Core);
    private static readonly Dictionary<string, RemedyRoute> RouteNames = Routes.ToDictionary(route => LabelText.Of(FormLabels.Of(route)).Core);

    private readonly List<ReadingProblem> _problems = [];
    private readonly Dictionary<(RemedyRoute, RemedyHeading), Figure> _cells = [];
    private IReadOnlyList<(int Column, RemedyRoute Route, RemedyHeading Heading)>? _head;
    private ReportGrid? _headGrid;
    private bool _headComplete;
    private bool _seen;

    private RemedyTableReader()
    {
    }

    /// <returns>The figures, with the problems met; null when neither the table's head nor its numbers are there.</returns>
    public static (RemedyFigures Figures, IReadOnlyList<ReadingProblem> Problems)? Read(IEnumerable<ReportGrid> grids)
    {
        var reader = new RemedyTableReader();
        foreach (var grid in grids)
            reader.ReadGrid(grid);
        return reader._seen ? reader.Finish() : null;
    }

    private void ReadGrid(ReportGrid grid)
    {
        for (var at = 0; at < grid.Rows; at++)
        {
            var cells = grid.Row(at);
            if (IsHead(cells))
                at = TakeHead(grid, at);
            else if (_head is not null)
                TakeNumbers(grid, at, [.. cells.Where(cell => cell.Row == at)]);
        }
    }

    /// <summary>A row of the head holds results or routes and no numbers; results of disputes are named nowhere else in a report's tables.</summary>
    private static bool IsHead(IReadOnlyList<GridCell> cells) =>
        cells.Count(cell => HeadingOf(cell) is { } heading && heading is not RemedyHeading.Total) >= 2
        || (cells.Any(cell => RouteOf(cell) is not null) && !cells.Any(cell => NumberCell.Read(cell.Text).IsNumber));

    /// <returns>The last row of the head.</returns>
    private int TakeHead(ReportGrid grid, int first)
    {
        var last = first;
        for (var next = first + 1; next < grid.Rows && (IsHead(grid.Row(next)) || grid.Row(next).All(cell => cell.Row < next || cell.IsBlank)); next++)
            last = IsHead(grid.Row(next)) ? next : last;

        var head = new List<(int, RemedyRoute, RemedyHeading)>();
        GridCell? before = null;
        for (var column = 0; column < grid.Columns; column++)
        {
            var above = Enumerable.Range(first, last - first + 1).Select(row => grid[row, column]).OfType<GridCell>().ToList();
            var heading = above.Select(HeadingOf).LastOrDefault(found => found is not null);
            var cell = above.LastOrDefault(one => HeadingOf(one) is not null);
            if (heading is { } named && !ReferenceEquals(cell, before) && above.Select(RouteOf).LastOrDefault(found => found is not null) is { } route)
                head.Add((column, route, named));
            before = cell;
        }

        if (head.Count == 0)
        {
            // Results without their routes: the upper rows of the head are on the page before.
            if (_cells.Count == 0 && Enumerable.Range(first, last - first + 1).Any(row => grid.Row(row).Any(cell => HeadingOf(cell) is not null)))
                (_head, _headGrid) = ([], grid);
            return last;
        }

        _seen = true;
        // Heads that lost their spans stand over other columns than they name; that shows in their order.
        var sound = head.Select(Place).Distinct().Count() == head.Count && head.Select(Place).SequenceEqual(head.Select(Place).Order());
        (_head, _headGrid) = (sound ? head : [], grid);
        _headComplete |= sound && head.Count == Form.Length;
        return last;

        static int Place((int Column, RemedyRoute Route, RemedyHeading Heading) one) => Array.IndexOf(Form, (one.Route, one.Heading));
    }

    private void TakeNumbers(ReportGrid grid, int at, List<GridCell> values)
    {
        var ours = ReferenceEquals(grid, _headGrid);
        if (ours && _head is { Count: > 0 } known)
            values = values.FindAll(cell => cell.Column >= known.Min(one => one.Column));
        var numbers = values.Count(cell => NumberCell.Read(cell.Text).IsNumber);
        if (_cells.Count == Form.Length)
        {
            // What comes after the numbers is of interest only when it claims to be the same fifteen again.
            if (ours && numbers > 0 && CellAlignment.InOrder(values, Form.Length) is { } again)
                Keep(Form, again);
            return;
        }

        if (_head is not { Count: > 0 } head || (!ours && grid.Columns != _headGrid!.Columns))
        {
            // The head is broken or on the page before: only a whole row of fifteen can be told by its order.
            if (numbers >= Headings.Length && CellAlignment.InOrder(values, Form.Length) is { } whole)
                Keep(Form, whole);
            return;
        }

        if (numbers == 0 && (!ours || head.All(one => _cells.ContainsKey((one.Route, one.Heading)))))
            return;
        var aligned = CellAlignment.Align(values, grid, at, [.. head.Select(one => one.Column)], head.Count);
        if (aligned is not null)
            Keep([.. head.Select(one => (one.Route, one.Heading))], aligned);
        else if (CellAlignment.InOrder(values, Form.Length) is { } fifteen)
            Keep(Form, fifteen);
        else if (numbers > 0 && ours)
            Tell(new(ReadingProblemKind.RowNotAligned, Table, string.Join(" | ", values.Select(cell => cell.Text)), $"{head.Count}") { Unread = Missing() });
    }

    private void Keep(IReadOnlyList<(RemedyRoute Route, RemedyHeading Heading)> places, IReadOnlyList<GridCell> cells)
    {
        var figures = cells.Select(cell => NumberCell.Read(cell.Text)).ToList();
        if (places.Any(place => _cells.ContainsKey(place)))
        {
            if (!places.Index().All(one => _cells.TryGetValue(one.Item, out var earlier) && earlier == figures[one.Index]))
            {
                Tell(new(ReadingProblemKind.RowTwice, Table, string.Join(' ', places.Select(place => _cells.GetValueOrDefault(place).Text)), string.Join(' ', figures)));
                foreach (var place in places)
                    _cells[place] = Figure.NotANumber("");
            }

            return;
        }

        _seen = true;
        foreach (var (index, place) in places.Index())
            _cells[place] = figures[index];
    }

    private (RemedyFigures, IReadOnlyList<ReadingProblem>) Finish()
    {
        var missing = Missing();
        if (!_headComplete && _cells.Count > 0 && _head is not null && _cells.Count == Form.Length && _head.Count != Headings.Length)
            Tell(new(ReadingProblemKind.HeadingsMissing, Table));
        if (missing.Count > 0 && !_problems.Exists(problem => problem.Kind is ReadingProblemKind.RowNotAligned))
            Tell(new(ReadingProblemKind.RowMissing, Table, $"{_cells.Count}", $"{Form.Length}") { Unread = missing });
        return (new((route, heading) => _cells.GetValueOrDefault((route, heading), Figure.NotANumber(""))), _problems);
    }

    private List<string> Missing() => [.. Form.Where(place => !_cells.ContainsKey(place)).Select(place => FormLabels.Place(place.Route, place.Heading))];

    private static RemedyHeading? HeadingOf(GridCell cell) => HeadingNames.TryGetValue(LabelText.Of(cell.Text).Core, out var heading) ? heading : null;

    private static RemedyRoute? RouteOf(GridCell cell) => RouteNames.TryGetValue(LabelText.Of(cell.Text).Core, out var route) ? route : null;

    private void Tell(ReadingProblem problem) => _problems.Add(problem);
}
