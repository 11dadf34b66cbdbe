using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>Reads table three (收到和处理政府信息公开申请情况) out of all tables of a report, by its labels, wherever its rows stand.</summary>
/// <remarks>
/// Word breaks the table over pages and repeats its head; portals put it into layout tables. So no table is looked for: each row that bears
/// a label of the form is a row of table three, and the rows not found are said to be missing.
/// </remarks>
internal sealed class RequestTableReader
{
    private const string Table = "表三";
    private static readonly int Headings = RequestHeadings.All.Count;

    /// <summary>A row of the form has seven numbers; with this many a row that is none of the form's still claims to be one.</summary>
    private const int ManyNumbers = 5;

    private readonly List<ReadingProblem> _problems = [];
    private readonly Dictionary<RequestRow, IReadOnlyList<Figure>?> _rows = [];
    private readonly List<(RequestRow After, RowSight Row)> _unknown = [];
    private RequestRow? _last;
    private ReportGrid? _lastGrid;
    private (RequestRow Row, LabelText Label)? _cut;
    private IReadOnlyList<int>? _columns;
    private int _width;
    private bool _headRead;
    private bool _superseded;
    private bool _disordered;

    private RequestTableReader()
    {
    }

    /// <summary>A row with what is left of its numbers as label and what is right of it as values.</summary>
    private sealed record RowSight(ReportGrid Grid, int At, string Label, IReadOnlyList<GridCell> Values);

    /// <returns>The figures, with the problems met; null when no row of the table is there.</returns>
    public static (RequestFigures Figures, IReadOnlyList<ReadingProblem> Problems)? Read(IEnumerable<ReportGrid> grids)
    {
        var reader = new RequestTableReader();
        foreach (var grid in grids)
            reader.ReadGrid(grid);
        return reader._rows.Count == 0 ? null : reader.Finish();
    }

    private void ReadGrid(ReportGrid grid)
    {
        var rows = Enumerable.Range(0, grid.Rows).Select(row => (At: row, Cells: grid.Row(row))).ToList();
        var heads = rows.FindAll(row => RequestLabels.IsHead(row.Cells));
        if (heads.Count > 0)
            TakeHead(grid, heads);
        var columns = heads.Count > 0 || grid.Columns == _width ? _columns : null;
        columns ??= Learned(rows);
        foreach (var (at, cells) in rows)
        {
            if (!heads.Exists(head => head.At == at))
                ReadRow(grid, at, cells, columns);
        }
    }

    /// <summary>Which grid column stands under which heading, from all rows of the head; repeated heads say the same again.</summary>
    private void TakeHead(ReportGrid grid, List<(int At, IReadOnlyList<GridCell> Cells)> heads)
    {
        var found = new SortedDictionary<RequestHeading, int>();
        var twice = false;
        for (var column = 0; column < grid.Columns; column++)
        {
            var lowest = heads.Select(head => grid[head.At, column]).OfType<GridCell>().Select(RequestLabels.Heading).LastOrDefault(heading => heading is not null);
            if (lowest is not { } named)
                continue;
            var spansFromLeft = column > 0 && heads.Exists(head => grid[head.At, column] is { } cell && ReferenceEquals(cell, grid[head.At, column - 1]) && RequestLabels.Heading(cell) == named);
            twice |= !found.TryAdd(named, column) && !spansFromLeft;
        }

        // Heads that lost their spans stand over other columns than they name; that shows in their order.
        _columns = !twice && found.Count == Headings && found.Values.Order().SequenceEqual(found.Values) ? [.. found.Values] : null;
        _headRead |= _columns is not null;
        _width = grid.Columns;
    }

    /// <summary>Without a head, rows that are filled from end to end show where the numbers stand, when most of them agree.</summary>
    private static IReadOnlyList<int>? Learned(List<(int At, IReadOnlyList<GridCell> Cells)> rows)
    {
        var shapes = new List<IReadOnlyList<int>>();
        RequestRow? last = null;
        foreach (var (at, cells) in rows)
        {
            if (Labelled(cells, at, last) is not var (row, end, _))
                continue;
            last = row;
            if (CellAlignment.InOrder(ValuesAfter(cells, at, end), Headings) is { } filled)
                shapes.Add([.. filled.Select(cell => cell.Column)]);
        }

        var common = shapes.GroupBy(shape => string.Join(',', shape)).MaxBy(group => group.Count());
        return common is not null && common.Count() >= 2 && common.Count() * 2 > shapes.Count ? common.First() : null;
    }

    private void ReadRow(ReportGrid grid, int at, IReadOnlyList<GridCell> cells, IReadOnlyList<int>? columns)
    {
        if (Labelled(cells, at, _last) is not var (row, end, label))
        {
            TakeUnknown(grid, at, cells);
            return;
        }

        var official = RequestLabels.IsOfficial(row, label);
        _cut = official ? null : (row, label);
        if (!official)
            Tell(new(ReadingProblemKind.LabelDiffers, Table, Printed(cells, at, end), FormLabels.Of(row)));
        var repeated = _rows.ContainsKey(row);
        Keep(row, new(grid, at, Printed(cells, at, end), ValuesAfter(cells, at, end)), columns);
        if (_last is { } before && row < before && !repeated && !_disordered)
        {
            _disordered = true;
            Tell(new(ReadingProblemKind.RowsOutOfOrder, $"{Table} {FormLabels.Of(row)}", FormLabels.Of(row), FormLabels.Of(before)));
        }

        (_last, _lastGrid) = (row, grid);
    }

    private void Keep(RequestRow row, RowSight sight, IReadOnlyList<int>? columns)
    {
        var aligned = CellAlignment.Align(sight.Values, sight.Grid, sight.At, columns, Headings);
        var figures = aligned is null ? null : aligned.Select(cell => NumberCell.Read(cell.Text)).ToList();
        if (!_rows.TryGetValue(row, out var earlier))
        {
            _rows[row] = figures;
            if (figures is null)
                Tell(Unread(ReadingProblemKind.RowNotAligned, row) with { Left = Values(sight.Values), Right = $"{Headings}" });
            return;
        }

        // A row repeated over a page with blank cells, or with the very same numbers, says nothing new.
        if (sight.Values.All(cell => cell.IsBlank) || (figures is not null && earlier is not null && figures.SequenceEqual(earlier)))
            return;
        _rows[row] = null;
        Tell(Unread(ReadingProblemKind.RowTwice, row) with { Left = earlier is null ? null : string.Join(' ', earlier), Right = Values(sight.Values) });
    }

    private void TakeUnknown(ReportGrid grid, int at, IReadOnlyList<GridCell> cells)
    {
        var own = cells.Where(cell => cell.Row == at).ToList();
        var words = own.FindAll(cell => !cell.IsBlank && !NumberCell.Read(cell.Text).IsNumber);
        var numbers = own.Count(cell => NumberCell.Read(cell.Text).IsNumber);
        if (numbers == 0)
        {
            if (_cut is var (row, label) && words.Exists(cell => RequestLabels.Completes(row, label, cell.Text)))
                _problems.RemoveAll(problem => problem.Kind is ReadingProblemKind.LabelDiffers && problem.Right == FormLabels.Of(row));
            return;
        }

        _superseded |= _last is not null && words.Exists(cell => RequestLabels.IsOldOtherRow(LabelText.Of(cell.Text)));
        if (_last is { } after and < RequestRow.CarriedOut && numbers >= ManyNumbers && ReferenceEquals(grid, _lastGrid))
        {
            var last = own.FindLastIndex(cell => words.Contains(cell));
            _unknown.Add((after, new(grid, at, string.Concat(words.Select(cell => cell.Text)), own[(last + 1)..])));
        }
    }

    private (RequestFigures, IReadOnlyList<ReadingProblem>) Finish()
    {
        TakeByOrder();
        var missing = RequestRows.All.Where(row => !_rows.ContainsKey(row)).ToList();
        if (_superseded && missing.Exists(row => row is >= RequestRow.OtherNoCorrection and <= RequestRow.OtherOther))
            Tell(new(ReadingProblemKind.TableSuperseded, Table));
        if (!_headRead)
            Tell(new(ReadingProblemKind.HeadingsMissing, Table));
        foreach (var row in missing)
            Tell(Unread(ReadingProblemKind.RowMissing, row));
        var none = Figure.NotANumber("");
        return (new((row, heading) => _rows.GetValueOrDefault(row) is { } figures ? figures[(int)heading] : none), _problems);
    }

    /// <summary>A row whose label cannot be read is the missing one, when exactly one is missing where it stands.</summary>
    private void TakeByOrder()
    {
        foreach (var (after, sight) in _unknown)
        {
            var alone = _unknown.Count(other => other.After == after) == 1;
            var row = after + 1;
            if (alone && !_disordered && !_rows.ContainsKey(row) && _rows.ContainsKey(row + 1))
            {
                Keep(row, sight, sight.Grid.Columns == _width ? _columns : null);
                Tell(new(ReadingProblemKind.RowByOrder, $"{Table} {FormLabels.Of(row)}", sight.Label, FormLabels.Of(row)));
            }
            else
            {
                Tell(new(ReadingProblemKind.RowUnknown, Table, sight.Label.Length > 0 ? sight.Label : Values(sight.Values)));
            }
        }
    }

    /// <summary>The row a line of cells is labelled as, and where its label ends; the label may be spread over neighbouring cells.</summary>
    private static (RequestRow Row, int End, LabelText Label)? Labelled(IReadOnlyList<GridCell> cells, int at, RequestRow? last)
    {
        (RequestRow Row, int End, LabelText Label)? found = null;
        for (var start = 0; start < cells.Count && !NumberCell.Read(cells[start].Text).IsNumber; start++)
        {
            var text = "";
            for (var end = start; end < Math.Min(start + 3, cells.Count) && !NumberCell.Read(cells[end].Text).IsNumber; end++)
            {
                if (cells[end].Row != at)
                    break;
                text += cells[end].Text;
                var label = LabelText.Of(text);
                if (RequestLabels.Match(label, last) is { } row && (found is null || RequestLabels.IsOfficial(row, label) || label.Core.Length > found.Value.Label.Core.Length))
                {
                    found = (row, end, label);
                    if (RequestLabels.IsOfficial(row, label))
                        return found;
                }
            }
        }

        return found;
    }

    private static List<GridCell> ValuesAfter(IReadOnlyList<GridCell> cells, int at, int end) => [.. cells.Skip(end + 1).Where(cell => cell.Row == at)];

    private static string Printed(IReadOnlyList<GridCell> cells, int at, int end) => cells.Take(end + 1).Last(cell => cell.Row == at && !cell.IsBlank).Text;

    private static string Values(IEnumerable<GridCell> cells) => string.Join(" | ", cells.Select(cell => cell.Text));

    private static ReadingProblem Unread(ReadingProblemKind kind, RequestRow row) =>
        new(kind, $"{Table} {FormLabels.GroupOf(row)}{FormLabels.Of(row)}") { Unread = [.. RequestHeadings.All.Select(heading => FormLabels.Place(row, heading))] };

    private void Tell(ReadingProblem problem)
    {
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }
}
