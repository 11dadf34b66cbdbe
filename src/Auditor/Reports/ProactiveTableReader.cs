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

    private static readonly string[] Rows = ["规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费"];

    private readonly List<ReadingProblem> _problems = [];
    private readonly Dictionary<string, IReadOnlyList<Figure>?> _rows = new(StringComparer.Ordinal);
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
            if (label.Item is null || RowOf(label.Item) is not { } name)
                continue;
            any = true;
            Keep(name, grid, at, [.. cells.Skip(label.Index + 1).Where(cell => cell.Row == at)], columns);
        }

        return any;
    }

    private void Keep(string name, ReportGrid grid, int at, List<GridCell> values, IReadOnlyList<int>? columns)
    {
        var three = IsDocument(name);
        var aligned = three ? CellAlignment.Align(values, grid, at, columns, DocumentHeads.Length) : Single(values);
        var figures = aligned?.Select(cell => NumberCell.Read(cell.Text)).ToList();
        if (!_rows.TryGetValue(name, out var earlier))
        {
            _rows[name] = figures;
            if (figures is null)
                Tell(Unread(ReadingProblemKind.RowNotAligned, name) with { Left = Printed(values), Right = three ? "3" : "1" });
            return;
        }

        if (values.TrueForAll(cell => cell.IsBlank) || (figures is not null && earlier is not null && figures.SequenceEqual(earlier)))
            return;
        _rows[name] = null;
        Tell(Unread(ReadingProblemKind.RowTwice, name) with { Left = earlier is null ? null : string.Join(' ', earlier), Right = Printed(values) });
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
            Tell(new(ReadingProblemKind.TableSuperseded, Table) { Unread = [.. Rows.SelectMany(Places)] });
        }
        else
        {
            foreach (var name in Rows.Where(name => !_rows.ContainsKey(name)))
                Tell(Unread(ReadingProblemKind.RowMissing, name));
        }

        return (new(Document("规章"), Document("行政规范性文件"), One("行政许可"), One("行政处罚"), One("行政强制"), One("行政事业性收费")), _problems);
    }

    private DocumentFigures Document(string name) => _rows.GetValueOrDefault(name) is [var issued, var repealed, var inForce]
        ? new(issued, repealed, inForce)
        : new(Figure.NotANumber(""), Figure.NotANumber(""), Figure.NotANumber(""));

    private Figure One(string name) => _rows.GetValueOrDefault(name) is [var one] ? one : Figure.NotANumber("");

    private static string? RowOf(GridCell cell) => Core(cell) switch
    {
        "规范性文件" => "行政规范性文件",
        var core when IsOneOf(core, Rows) => core,
        _ => null,
    };

    private static bool IsDocument(string name) => name is "规章" or "行政规范性文件";

    private static ReadingProblem Unread(ReadingProblemKind kind, string name) => new(kind, $"{Table} {name}") { Unread = [.. Places(name)] };

    private static IEnumerable<string> Places(string name) => name switch
    {
        "规章" or "行政规范性文件" => DocumentHeads.Select(head => $"{Table} {name} {head}"),
        "行政事业性收费" => [$"{Table} {name} 本年收费金额"],
        _ => [$"{Table} {name} 本年处理决定数量"],
    };

    private static string Printed(IEnumerable<GridCell> cells) => string.Join(" | ", cells.Select(cell => cell.Text));

    private static string Core(GridCell cell) => LabelText.Of(cell.Text).Core;

    private static bool IsOneOf(string core, string[] words) => Array.IndexOf(words, core) >= 0;

    private void Tell(ReadingProblem problem) => _problems.Add(problem);
}
