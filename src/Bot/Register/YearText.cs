using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Register;

/// <summary>How a report year is told to the staff: the three tables as they stand, and what does not tie out.</summary>
internal sealed class YearText(RegisterWords words)
{
    private readonly Phrases _phrases = words.Phrases;

    public IEnumerable<string> Lines(string agency, ReportYear year, AnnualReport report)
    {
        yield return _phrases.Of("Year.Head", ("agency", agency), ("year", year.Year), ("state", _phrases.Of($"Year.State.{year.State}")));
        yield return "";
        yield return _phrases.Of("Year.Table.Proactive");
        foreach (var cell in ReportForm.Of(report.Figures.Proactive).Cells.Where(cell => cell.Figure is not null))
            yield return $"  {Shown(cell.Figure!.Value),10}  {cell.Place[3..]}";
        yield return "";
        foreach (var line in Requests(report.Figures.Requests).Concat(Remedies(report.Figures.Remedies)).Concat(Findings(report)))
            yield return line;
        foreach (var line in Ending(year, report))
            yield return line;
    }

    public string Shown(Figure figure) => figure.Text.Length == 0 ? _phrases.Of("Year.Blank") : figure.Text;

    private IEnumerable<string> Requests(RequestFigures figures)
    {
        yield return _phrases.Of("Year.Table.Requests");
        yield return "  " + string.Concat(RequestHeadings.All.Select(heading => RightAligned(FormLabels.Of(heading), heading)));
        foreach (var row in RequestRows.All)
            yield return "  " + string.Concat(RequestHeadings.All.Select(heading => RightAligned(Shown(figures[row, heading]), heading))) + "  " + FormLabels.GroupOf(row) + FormLabels.Of(row);
        yield return "";
    }

    private IEnumerable<string> Remedies(RemedyFigures figures)
    {
        var headings = Enum.GetValues<RemedyHeading>();
        yield return _phrases.Of("Year.Table.Remedies");
        yield return "  " + string.Concat(headings.Select(heading => Padded(FormLabels.Of(heading), 10)));
        foreach (var route in Enum.GetValues<RemedyRoute>())
            yield return "  " + string.Concat(headings.Select(heading => Padded(Shown(figures[route, heading]), 10))) + "  " + FormLabels.Of(route);
        yield return "";
    }

    private IEnumerable<string> Findings(AnnualReport report)
    {
        yield return report.Findings.Count == 0 ? _phrases.Of("Year.Ties") : _phrases.Of("Year.Findings", ("n", report.Findings.Count));
        foreach (var finding in FindingGroups.Joined(report.Findings.OrderBy(finding => finding.Severity), _phrases))
        {
            var sentence = _phrases.Equation(finding) + (finding.Cases.Count == 0 ? "" : _phrases.Of("Year.FindingCases", ("cases", string.Join(_phrases.Of("Register.Comma"), finding.Cases))));
            yield return _phrases.Of("Year.Finding", ("severity", _phrases.Of($"Severity.{finding.Severity}")), ("id", finding.Id), ("sentence", sentence));
        }
    }

    private IEnumerable<string> Ending(ReportYear year, AnnualReport report)
    {
        if (ReportPlaces.Unwritten(report) is { Count: > 0 } places && year.Frozen is null)
            yield return _phrases.Of("Year.Unwritten", ("places", string.Join(_phrases.Of("Register.Comma"), places)));
        if (year.Frozen is not { } frozen)
            yield break;
        yield return _phrases.Of("Year.Locked", ("hash", frozen.Sha256));
        if (year.Corrections.Count > 0)
            yield return _phrases.Of("Year.Corrections");
        foreach (var one in year.Corrections.SelectMany(correction => correction.Corrections))
            yield return _phrases.Of("Year.Correction", ("place", one.Place), ("published", one.Published), ("corrected", one.Corrected));
    }

    private static string RightAligned(string text, RequestHeading heading) => Padded(text, Width(FormLabels.Of(heading)) + 2);

    /// <summary>Spaces in front, counting a Chinese character as two columns as every terminal does.</summary>
    private static string Padded(string text, int width) => new string(' ', Math.Max(1, width - Width(text))) + text;

    private static int Width(string text) => text.Sum(letter => letter >= '\u2E80' ? 2 : 1);
}
