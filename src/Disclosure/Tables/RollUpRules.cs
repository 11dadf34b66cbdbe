namespace Disclosure.Tables;

/// <summary>ROLLUP: a parent's cell is the sum of its children's, where both are known.</summary>
internal static class RollUpRules
{
    public static void Check(ReportFigures figures, CheckContext context, List<TieOutFinding> findings)
    {
        if (context.Children is not { } children)
            return;
        foreach (var left in children.Missing.Concat(children.Untied))
            findings.Add(new("ROLLUP", FindingSeverity.Info, left.Name, null, null, [], Unchecked: true));
        if (!children.IsComplete)
            return;

        var sums = ReportCells.Of(children.Sum);
        foreach (var (at, figure) in ReportCells.Of(figures).Index())
            Side.Compare(findings, "ROLLUP", FindingSeverity.Info, FindingSeverity.Info, Side.Of(figure), Side.Of(sums[at]), () => ReportCells.Places[at]);
    }
}
