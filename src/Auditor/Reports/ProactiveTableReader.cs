using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>Reads table two (主动公开政府信息情况) by its labels; it is often printed as four tables, one for each item of Art. 20.</summary>
internal sealed class ProactiveTableReader
{
    private const string Table = "表二";

    private static readonly string[] DocumentHeads = ["本年制发件数", "本年废止件数", "现行有效件数"];
    private static readonly string[] CountHeads = ["本年处理决定数量", "处理决定数量"];
    private static readonly string[] FeeHeads = ["本年收费金额单位万元", "本年收费金额万元", "本年收费金额"];

    /// <summary>Headings of the form of 2019 that mean other counts than today's.</summary>
    private static readonly string[] OldHeads = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增减", "采购项目数量", "采购总金额"];

    /// <summary>The rows in the form's order, each with its cells.</summary>
    private static readonly (string Label, ProactiveCell[] Cells)[] Rows =
    [
        ("规章", [ProactiveCell.RulesIssued, ProactiveCell.RulesRepealed, ProactiveCell.RulesInForce]),
        ("行政规范性文件", [ProactiveCell.DocumentsIssued, ProactiveCell.DocumentsRepealed, ProactiveCell.DocumentsInForce]),
        ("行政许可", [ProactiveCell.Licences]),
        ("行政处罚", [ProactiveCell.Penalties]),
        ("行政强制", [ProactiveCell.CompulsoryMeasures]),
        ("行政事业性收费", [ProactiveCell.Fees]),
    ];

    private readonly List<ReadingProblem> _problems = [];
    private readonly Dictionary<int, IReadOnlyList<Figure>?> _rows = [];
    private bool _superseded;

    private ProactiveTableReader()
    {
    }

    /// <returns>The figures, with the problems met; null when no row of the table is there.</returns>
    public static (ProactiveFigures Figures, IReadOnlyList<ReadingProblem> Problems)? Read(IEnumerable<ReportGrid> grids)
    {
        var reader = new ProactiveTableReader();
        var open = false;
        foreach (var grid in grids)
        {
            var signed = IsSigned(grid);
            // A page break may part the head from its rows; a table about something else ends what was open.
            if (signed || open)
                open = reader.ReadGrid(grid) || signed;
        }

        return reader._rows.Count == 0 ? null : reader.Finish();
    }

    private static bool IsSigned(ReportGrid grid) =>
        Enumerable.Range(0, grid.Rows).Any(row => grid.Row(row).Any(cell => cell.Row == row && Core(cell) is var core
            && (core.StartsWith("第二十条第", StringComparison.Ordinal) || IsOneOf(core, DocumentHeads) || IsOneOf(core, CountHeads) || IsOneOf(core, FeeHeads) || IsOneOf(core, OldHeads))));

    private bool ReadGrid(ReportGrid grid)
    {
        var any = false;
        var columns = default(IReadOnlyList<int>);
        for (var at = 0; at < grid.Rows; at++)
        {
            var cells = grid.Row(at);
            if (cells.Any(cell => IsOneOf(Core(cell), OldHeads)))
                _superseded = true;
            if (DocumentColumns(grid, at) is { } head)
                columns = head;
            var label = cells.Index().FirstOrDefault(one => one.Item.Row == at && RowOf(one.Item) is not null);
            if (label.Item is null || RowOf(label.Item) is not { } row)
                continue;
            any = true;
            Keep(row, grid, at, [.. cells.Skip(label.Index + 1).Where(cell => cell.Row == at)], columns);
        }

        return any;
    }

    private void Keep(int row, ReportGrid grid, int at, List<GridCell> values, IReadOnlyList<int>? columns)
    {
        var count = Rows[row].Cells.Length;
        var aligned = count == 1 ? Single(values) : CellAlignment.Align(values, grid, at, columns, count);
        var figures = aligned?.Select(cell => NumberCell.Read(cell.Text)).ToList();
        if (!_rows.TryGetValue(row, out var earlier))
        {
            _rows[row] = figures;
            if (figures is null)
                Tell(Unread(ReadingProblemKind.RowNotAligned, row) with { Left = Printed(values), Right = $"{count}" });
            return;
        }

        if (values.TrueForAll(cell => cell.IsBlank) || (figures is not null && earlier is not null && figures.SequenceEqual(earlier)))
            return;
        _rows[row] = null;
        Tell(Unread(ReadingProblemKind.RowTwice, row) with { Left = earlier is null ? null : string.Join(' ', earlier), Right = Printed(values) });
    }

    /// <summary>The one filled cell, or the blank one when nothing is filled in.</summary>
    private static GridCell[]? Single(List<GridCell> values) => values.FindAll(cell => !cell.IsBlank) switch
    {
        [{ RowSpan: 1 } one] => [one],
        [] when values is [{ RowSpan: 1 } blank, ..] => [blank],
        _ => null,
    };

    private static int[]? DocumentColumns(ReportGrid grid, int at)
    {
        var found = new int[DocumentHeads.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var cell = grid.Row(at).FirstOrDefault(cell => cell.Row == at && Core(cell) == DocumentHeads[i]);
            if (cell is null)
                return null;
            found[i] = cell.Column;
        }

        return found;
    }

    private (ProactiveFigures, IReadOnlyList<ReadingProblem>) Finish()
    {
        if (_superseded)
        {
            // Today's rows under yesterday's headings are other numbers: none of them is taken.
            _problems.Clear();
            _rows.Clear();
            Tell(new(ReadingProblemKind.TableSuperseded, Table) { Unread = [.. Rows.SelectMany(row => row.Cells).Select(FormLabels.Place)] });
        }
        else
        {
            for (var row = 0; row < Rows.Length; row++)
            {
                if (!_rows.ContainsKey(row))
                    Tell(Unread(ReadingProblemKind.RowMissing, row));
            }
        }

        return (ProactiveFigures.Of(FigureOf), _problems);
    }

    private Figure FigureOf(ProactiveCell cell)
    {
        var row = Array.FindIndex(Rows, one => one.Cells.Contains(cell));
        return _rows.GetValueOrDefault(row) is { } figures ? figures[Array.IndexOf(Rows[row].Cells, cell)] : Figure.NotANumber("");
    }

    private static int? RowOf(GridCell cell)
    {
        var core = Core(cell);
        var row = Array.FindIndex(Rows, one => one.Label == core || (core == "规范性文件" && one.Label.EndsWith(core, StringComparison.Ordinal)));
        return row < 0 ? null : row;
    }

    private static ReadingProblem Unread(ReadingProblemKind kind, int row) =>
        new(kind, $"{Table} {Rows[row].Label}") { Unread = [.. Rows[row].Cells.Select(FormLabels.Place)] };

    private static string Printed(IEnumerable<GridCell> cells) => string.Join(" | ", cells.Select(cell => cell.Text));

    private static string Core(GridCell cell) => LabelText.Of(cell.Text).Core;

    private static bool IsOneOf(string core, string[] words) => Array.IndexOf(words, core) >= 0;

    private void Tell(ReadingProblem problem) => _problems.Add(problem);
}
