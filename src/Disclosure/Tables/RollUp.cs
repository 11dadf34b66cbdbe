using Disclosure.Agencies;

namespace Disclosure.Tables;

/// <summary>A subordinate organ's report, as far as there is one.</summary>
/// <param name="Figures">Null while it has not reported.</param>
/// <param name="Findings">What its own check found.</param>
public sealed record ChildReport(AgencyCode Agency, string Name, ReportFigures? Figures, IReadOnlyList<TieOutFinding> Findings)
{
    /// <summary>Only such a report may be added up: no equation fails, and every cell holds a number.</summary>
    public bool TiesOut => Figures is not null && !CrossFooting.Stops(Findings) && ReportCells.Of(Figures).All(figure => figure.IsNumber);
}

/// <summary>
/// A parent's tables as the sum of its children's. What is missing or does not tie out is left out and named: a sum that hides a gap would
/// look complete.
/// </summary>
/// <param name="Sum">Of <paramref name="Summed"/>; cells without a number when nothing could be added.</param>
/// <param name="Missing">Children without a report.</param>
/// <param name="Untied">Children whose report does not tie out or cannot be read in full.</param>
public sealed record RollUp(ReportFigures Sum, IReadOnlyList<ChildReport> Summed, IReadOnlyList<ChildReport> Missing, IReadOnlyList<ChildReport> Untied)
{
    public bool IsComplete => Missing.Count + Untied.Count == 0 && Summed.Count > 0;

    /// <summary>Every child that is not in the sum, as a finding that stops a rolled-up report.</summary>
    public IReadOnlyList<TieOutFinding> Findings =>
    [
        .. Missing.Concat(Untied).OrderBy(child => child.Agency.Value, StringComparer.Ordinal)
            .Select(child => new TieOutFinding("ROLLUP", FindingSeverity.Error, child.Name, null, null, [], Unchecked: true)),
    ];

    public static RollUp Of(IEnumerable<ChildReport> children)
    {
        var all = children.ToList();
        var summed = all.Where(child => child.TiesOut).ToList();
        var cells = summed.ConvertAll(child => ReportCells.Of(child.Figures!));
        return new(
            ReportCells.Figures(at => cells.Count == 0 ? Figure.NotANumber("") : Figure.Of(cells.Sum(child => child[at].Value!.Value))),
            summed,
            all.FindAll(child => child.Figures is null),
            all.FindAll(child => child.Figures is not null && !child.TiesOut));
    }
}
