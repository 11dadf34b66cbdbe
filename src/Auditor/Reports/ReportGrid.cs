namespace Disclosure.Auditor.Reports;

/// <summary>A table as it is laid out: every place of the grid leads to the cell that covers it, so merged cells are one cell seen from all its places.</summary>
internal sealed class ReportGrid
{
    /// <summary>More rows or columns than any form, spreadsheet scribble included; what lies beyond is not part of a report.</summary>
    public const int MostRows = 2_000;

    public const int MostColumns = 200;

    private readonly List<GridCell?[]> _rows = [];

    public int Rows => _rows.Count;

    public int Columns { get; private set; }

    public GridCell? this[int row, int column] => row < _rows.Count && column < _rows[row].Length ? _rows[row][column] : null;

    /// <summary>Puts a cell at a place, over what is free of the places it spans; a span never takes another cell's place.</summary>
    public void Put(GridCell cell)
    {
        var (bottom, right) = (Math.Min(cell.Row + cell.RowSpan, MostRows), Math.Min(cell.Column + cell.ColumnSpan, MostColumns));
        for (var row = cell.Row; row < bottom; row++)
        {
            for (var column = cell.Column; column < right; column++)
                Take(row, column, cell);
        }
    }

    /// <summary>Lets a cell cover one more row (a vertical merge is told row by row).</summary>
    public void Extend(GridCell cell, int row, int column, int columnSpan)
    {
        for (var at = column; at < Math.Min(column + columnSpan, MostColumns); at++)
            Take(row, at, cell);
    }

    /// <summary>The first free place of a row from a column on.</summary>
    public int FreeColumn(int row, int from)
    {
        var column = from;
        while (this[row, column] is not null)
            column++;
        return column;
    }

    /// <summary>Makes sure that a row is there, even without cells.</summary>
    public void Open(int row)
    {
        while (_rows.Count <= Math.Min(row, MostRows - 1))
            _rows.Add([]);
    }

    /// <summary>The cells that cover a row, from left to right, each once.</summary>
    public IReadOnlyList<GridCell> Row(int row)
    {
        var cells = new List<GridCell>();
        foreach (var cell in _rows[row])
        {
            if (cell is not null && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell)))
                cells.Add(cell);
        }

        return cells;
    }

    private void Take(int row, int column, GridCell cell)
    {
        Open(row);
        if (row >= _rows.Count)
            return;
        if (_rows[row].Length <= column)
        {
            var longer = _rows[row];
            Array.Resize(ref longer, Math.Min(Math.Max(column + 1, 16), MostColumns));
            _rows[row] = longer;
        }

        _rows[row][column] ??= cell;
        Columns = Math.Max(Columns, column + 1);
    }
}

/// <summary>One cell and the places it covers.</summary>
/// <param name="Text">As printed, white space collapsed; lines parted by a line feed.</param>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, string Text)
{
    public bool IsBlank => Text.Length == 0;
}
