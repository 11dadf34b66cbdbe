using Disclosure.Agencies;

namespace Disclosure.Tables;

/// <summary>Table two: T2-NUM, T2-TOWN (a township makes no 规章) and T2-STOCK (现行有效 follows from last year's).</summary>
internal static class ProactiveRules
{
    /// <summary>万元: more than a township ever collects in a year, so probably yuan.</summary>
    private const decimal SuspiciousFees = 1000;

    public static void Check(ProactiveFigures figures, CheckContext context, List<TieOutFinding> findings)
    {
        var own = context.Origin is ReportOrigin.Own;
        Numbers(figures, own ? FindingSeverity.Error : FindingSeverity.Warning, findings);
        if (context.Level is AgencyLevel.Township)
            Township(figures, findings);
        if (context.Previous is { } previous)
        {
            Stock(figures.Rules, previous.Proactive.Rules, ProactiveCell.RulesInForce, findings);
            Stock(figures.NormativeDocuments, previous.Proactive.NormativeDocuments, ProactiveCell.DocumentsInForce, findings);
        }
    }

    private static void Numbers(ProactiveFigures figures, FindingSeverity severity, List<TieOutFinding> findings)
    {
        for (var cell = ProactiveCell.RulesIssued; cell < ProactiveCell.Fees; cell++)
        {
            var at = cell;
            WholeNumbers.Check("T2-NUM", figures[cell], severity, severity, () => FormLabels.Place(at), findings);
        }

        if (figures.Fees.Value is not >= 0)
            findings.Add(new("T2-NUM", severity, FormLabels.Place(ProactiveCell.Fees), figures.Fees.Text, null, []));
    }

    private static void Township(ProactiveFigures figures, List<TieOutFinding> findings)
    {
        for (var cell = ProactiveCell.RulesIssued; cell <= ProactiveCell.RulesInForce; cell++)
        {
            if (figures[cell].Value is { } value && value != 0)
                findings.Add(new("T2-TOWN", FindingSeverity.Error, FormLabels.Place(cell), figures[cell].Text, "0", []));
        }

        if (figures.Fees.Value > SuspiciousFees)
            findings.Add(new("T2-NUM", FindingSeverity.Warning, FormLabels.Place(ProactiveCell.Fees), figures.Fees.Text, null, []));
    }

    /// <summary>Amended and merged documents break it lawfully, so a person looks.</summary>
    private static void Stock(DocumentFigures now, DocumentFigures before, ProactiveCell place, List<TieOutFinding> findings) => Side.Compare(
        findings, "T2-STOCK", FindingSeverity.Warning, FindingSeverity.Warning,
        Side.Of(now.InForce), Side.Of(before.InForce, now.Issued) - now.Repealed,
        () => FormLabels.Place(place));
}
