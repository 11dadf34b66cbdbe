namespace Disclosure.Tables;

/// <summary>A table of the form as it is laid out: a grid whose cells may span, so that every writer draws the same one.</summary>
/// <param name="Columns">Grid columns.</param>
/// <param name="Rows">Grid rows.</param>
/// <param name="Cells">Every cell once, by row and then column; together they cover the grid.</param>
public sealed record FormTable(FormTableKind Kind, int Columns, int Rows, IReadOnlyList<FormCell> Cells);

public enum FormTableKind
{
    /// <summary>表二, 4 × 14.</summary>
    Proactive,

    /// <summary>表三, 10 × 28.</summary>
    Requests,

    /// <summary>表四, 15 × 4.</summary>
    Remedies,
}

/// <summary>One cell of a form's grid.</summary>
/// <param name="Row">Its first grid row, from 0.</param>
/// <param name="Column">Its first grid column, from 0.</param>
/// <param name="Label">The official words; empty in a cell for a number.</param>
/// <param name="Figure">What stands in a cell for a number; null in a label.</param>
/// <param name="Place">The number's place in words (“（七）总计”“自然人”), for findings and for readers that cannot see the grid; empty in a label.</param>
/// <param name="Sum">For a total: the cells it adds up, so that a spreadsheet can carry a live formula; empty otherwise.</param>
public sealed record FormCell(int Row, int Column, int RowSpan, int ColumnSpan, string Label, Figure? Figure, string Place, IReadOnlyList<(int Row, int Column)> Sum)
{
    public static FormCell Of(int row, int column, string label, int rowSpan = 1, int columnSpan = 1) => new(row, column, rowSpan, columnSpan, label, null, "", []);

    public static FormCell Of(int row, int column, Figure figure, string place, int columnSpan = 1, params IReadOnlyList<(int Row, int Column)> sum) =>
        new(row, column, 1, columnSpan, "", figure, place, sum);
}
