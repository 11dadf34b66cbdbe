using System.Diagnostics;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>How a form's grid is set on a page: what the form itself leaves to whoever prints it.</summary>
/// <param name="Widths">Of each grid column, in twentieths of a point; together the text's width.</param>
/// <param name="RowHeight">At least, in twentieths of a point. Table three is set so that it and its heading fill one page and no more.</param>
/// <param name="HeadRows">The rows that are repeated where the table runs over a page; none for a table with headings in its middle.</param>
internal sealed record FormLayout(FormTableKind Kind, IReadOnlyList<int> Widths, int RowHeight, int HeadRows)
{
    private static readonly FormLayout Proactive = new(FormTableKind.Proactive, [2212, 2211, 2211, 2211], 520, 0);
    private static readonly FormLayout Requests = new(FormTableKind.Requests, [567, 950, 2960, 624, 624, 624, 624, 624, 624, 624], 330, 3);
    private static readonly FormLayout Remedies = new(FormTableKind.Remedies, [590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 589, 589], 420, 3);

    public static FormLayout Of(FormTableKind kind) => kind switch
    {
        FormTableKind.Proactive => Proactive,
        FormTableKind.Requests => Requests,
        FormTableKind.Remedies => Remedies,
        _ => throw new UnreachableException(),
    };

    /// <summary>The words that name a row of table three: long, so they start at the left.</summary>
    public bool IsRowLabel(FormCell cell) => Kind is FormTableKind.Requests && cell.Figure is null && cell.Row >= HeadRows;

    /// <summary>Where a group's label in its narrow cell starts a new line: after its number （三）, as the form is printed. 0 for every other label.</summary>
    public int BreakIn(FormCell cell) => IsRowLabel(cell) && cell is { RowSpan: > 1, Column: 1 } ? cell.Label.IndexOf('）', StringComparison.Ordinal) + 1 : 0;
}
