using Disclosure.Columns;

namespace Disclosure.Tables;

/// <summary>Holds what a report says in words against its tables: TXT-N, TXT-CLASS, TXT-T4, TXT-T2, TXT-ITEMS, TXT-YEAR, TXT-FEE, naming the sentence.</summary>
/// <remarks>
/// Reads only the phrases officials really use, and lets pass what it cannot read with certainty: comparisons with other years, numbers of one
/// channel or one kind of applicant, round numbers. A finding that is wrong costs the check its credit.
/// </remarks>
internal static class TextCheck
{
    public static void Check(ReportProse prose, ReportFigures figures, PublicationCount? published, List<TieOutFinding> findings)
    {
        var items = new ItemClaims(published);
        foreach (var section in prose.Sections)
        {
            foreach (var sentence in ProseSentence.Of(section.Text, prose.Year))
            {
                YearClaims.Check(sentence, prose.Year, section, findings);
                var (read, untrue) = (new HashSet<int>(), new List<(int At, TieOutFinding Finding)>());
                foreach (var rule in TextClaims.Rules)
                    rule.Check(sentence, figures, read, untrue);
                findings.AddRange(untrue.OrderBy(one => one.At).Select(one => one.Finding).Distinct());
                items.Read(sentence, read);
            }
        }

        items.Check(findings);
        FeeClaims.Check(prose, figures, findings);
    }
}
