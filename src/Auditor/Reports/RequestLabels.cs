using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>Recognises the labels of table three as they are really printed: cut short, reworded, run together with their group, numbered wrongly.</summary>
internal static class RequestLabels
{
    /// <summary>Labels this short say too little without their place in the order.</summary>
    private const int Telling = 4;

    private static readonly Dictionary<RequestRow, LabelText> Official = RequestRows.All.ToDictionary(row => row, row => LabelText.Of(FormLabels.Of(row)));

    private static readonly string[] Groups =
        [.. RequestRows.All.Select(FormLabels.GroupOf).Where(group => group.Length > 0).Distinct().Append(FormLabels.Results).Select(group => LabelText.Of(group).Core)];

    private static readonly Dictionary<string, RequestHeading> HeadingNames = RequestHeadings.All.ToDictionary(heading => LabelText.Of(FormLabels.Of(heading)).Core);

    /// <summary>The words of the head that are no heading of a column.</summary>
    private static readonly string[] OtherHeadWords = ["申请人情况", "法人或其他组织"];

    public static RequestHeading? Heading(GridCell cell) => HeadingNames.TryGetValue(LabelText.Of(cell.Text).Core, out var heading) ? heading : null;

    /// <summary>Whether a row belongs to the head of the table: it names kinds of applicants.</summary>
    public static bool IsHead(IReadOnlyList<GridCell> cells)
    {
        var named = cells.Count(cell => Heading(cell) is { } heading && heading is not RequestHeading.OtherOrganisation and not RequestHeading.Total);
        return named >= 2 || cells.Any(cell => LabelText.Of(cell.Text).Core is var core && (Array.IndexOf(OtherHeadWords, core) >= 0 || core == "自然人"));
    }

    public static bool IsGroup(LabelText label) => Array.IndexOf(Groups, label.Core) >= 0;

    /// <summary>（六）其他处理 was a row of its own in the form of 2019.</summary>
    public static bool IsOldOtherRow(LabelText label) => label.Core == "其他处理";

    /// <summary>Whether the label is printed as in the form, as far as it can be seen; numbering done by Word is not in the text.</summary>
    public static bool IsOfficial(RequestRow row, LabelText label) =>
        label.Core == Official[row].Core && (label.Mark.Length == 0 || label.Mark == Official[row].Mark);

    /// <param name="last">The row recognised before this one; null at the table's beginning.</param>
    /// <returns>The row, or null when the words fit none or several.</returns>
    public static RequestRow? Match(LabelText label, RequestRow? last)
    {
        if (label.IsEmpty || IsGroup(label))
            return null;
        if (Exact(label) is { } exact)
            return Official[exact].Core.Length >= Telling || Follows(exact, label, last) ? exact : null;
        var beginning = Only(row => Official[row].Core.StartsWith(label.Core, StringComparison.Ordinal) || (Official[row].Core.Length >= Telling && label.Core.StartsWith(Official[row].Core, StringComparison.Ordinal)), label, last);
        if (beginning is not null || label.Core.Length < Telling)
            return beginning;
        return WithGroup(label) ?? Only(row => Official[row].Core.Length >= Telling && Distance(label.Core, Official[row].Core) <= Math.Max(1, Official[row].Core.Length / 6), label, last);
    }

    /// <summary>Whether a label and what follows it below make up the form's label (a row broken by a page).</summary>
    public static bool Completes(RequestRow row, LabelText beginning, string rest) => beginning.Core + LabelText.Of(rest).Core == Official[row].Core;

    private static RequestRow? Exact(LabelText label)
    {
        foreach (var (row, official) in Official)
        {
            if (official.Core == label.Core)
                return row;
        }

        return null;
    }

    /// <summary>The one row that fits; several are told apart by the number before the label, and a short label must come in its turn.</summary>
    private static RequestRow? Only(Func<RequestRow, bool> fits, LabelText label, RequestRow? last)
    {
        var fitting = RequestRows.All.Where(fits).ToList();
        if (fitting.Count > 1)
            fitting = fitting.FindAll(row => label.Mark.Length > 0 && Official[row].Mark == label.Mark);
        return fitting is [var row] && (label.Core.Length >= Telling || Follows(row, label, last)) ? row : null;
    }

    private static bool Follows(RequestRow row, LabelText label, RequestRow? last) =>
        last == row - 1 || (label.Mark == Official[row].Mark && last < row && last >= row - 3);

    /// <summary>Group and row in one cell.</summary>
    private static RequestRow? WithGroup(LabelText label)
    {
        foreach (var row in RequestRows.All)
        {
            var core = Official[row].Core;
            if (core.Length > Telling && label.Core.Length > core.Length && label.Core.EndsWith(core, StringComparison.Ordinal) && Array.Exists(Groups, group => label.Core.StartsWith(group, StringComparison.Ordinal)))
                return row;
        }

        return null;
    }

    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > other.Length / 6 + 1)
            return int.MaxValue;
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            before = now;
        }

        return before[^1];
    }
}
