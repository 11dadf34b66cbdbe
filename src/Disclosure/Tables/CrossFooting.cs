namespace Disclosure.Tables;

/// <summary>
/// 勾稽关系: every equation and rule the form's figures must keep, by themselves, across years, against the register and against the
/// report's own words (国办公开办函〔2021〕30号).
/// </summary>
/// <remarks>
/// Cheap enough to run after every entry. An equation that touches a cell without a number is reported as not checkable; a blank is never
/// read as 0, because a wrong reassurance is worse than a question.
/// </remarks>
public static class CrossFooting
{
    /// <summary>What does not tie out, tables before words; empty when everything that was given agrees.</summary>
    public static IReadOnlyList<TieOutFinding> Check(ReportFigures figures, CheckContext context)
    {
        var findings = new List<TieOutFinding>();
        ProactiveRules.Check(figures.Proactive, context, findings);
        RequestEquations.Check(figures.Requests, context, findings);
        RemedyEquations.Check(figures.Remedies, findings);
        RollUpRules.Check(figures, context, findings);
        if (context.Prose is { } prose)
        {
            Structure.Check(prose, findings);
            TextCheck.Check(prose, figures, context.Published, findings);
            Repetition.Check(prose, context.PreviousProse, findings);
        }

        return findings;
    }

    /// <summary>Whether a report with these findings must not go out.</summary>
    public static bool Stops(IEnumerable<TieOutFinding> findings) => findings.Any(finding => finding.Severity is FindingSeverity.Error);
}
