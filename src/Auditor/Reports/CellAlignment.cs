namespace Disclosure.Auditor.Reports;

/// <summary>Says which cell of a row stands under which heading, or that it cannot be told.</summary>
/// <remarks>
/// Two proofs are accepted. Either every heading's grid column holds a cell of its own in this row and everything else in it is blank; or
/// the row has exactly as many filled cells side by side as there are headings, as in tables whose label cells lost their spans. A row that
/// has a cell too few or too many is never pushed into place, because one step aside makes every number of it another one's.
/// </remarks>
internal static class CellAlignment
{
    /// <param name="columns">The grid column of each heading; null when no heading tells.</param>
    /// <param name="count">How many headings there are.</param>
    /// <returns>A cell per heading, or null.</returns>
    public static IReadOnlyList<GridCell>? Align(IReadOnlyList<GridCell> values, ReportGrid grid, int row, IReadOnlyList<int>? columns, int count) =>
        (columns is null ? null : ByHeadings(values, grid, row, columns)) ?? InOrder(values, count);

    /// <summary>The filled cells, when there are exactly so many side by side.</summary>
    public static IReadOnlyList<GridCell>? InOrder(IReadOnlyList<GridCell> values, int count)
    {
        var first = 0;
        while (first < values.Count && values[first].IsBlank)
            first++;
        var end = values.Count;
        while (end > first && values[end - 1].IsBlank)
            end--;
        if (end - first != count)
            return null;
        var filled = values.Skip(first).Take(count).ToList();
        return filled.TrueForAll(cell => !cell.IsBlank && cell.RowSpan == 1) ? filled : null;
    }

    private static GridCell[]? ByHeadings(IReadOnlyList<GridCell> values, ReportGrid grid, int row, IReadOnlyList<int> columns)
    {
        var cells = new GridCell[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            // A cell merged downwards belongs to no single row, one merged sideways to no single heading.
            if (grid[row, columns[i]] is not { RowSpan: 1 } cell || !Contains(values, cell) || cells.Take(i).Any(other => ReferenceEquals(other, cell)))
                return null;
            cells[i] = cell;
        }

        return values.All(cell => cell.IsBlank || cells.Any(one => ReferenceEquals(one, cell))) ? cells : null;
    }

    private static bool Contains(IReadOnlyList<GridCell> values, GridCell cell)
    {
        foreach (var value in values)
        {
            if (ReferenceEquals(value, cell))
                return true;
        }

        return false;
    }
}
