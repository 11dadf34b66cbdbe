using Disclosure.Agencies;
using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>Ties out a published report: what could not be read of it, every equation of the form, and its words against its tables (勾稽关系).</summary>
public static class ReportCheck
{
    private const string YearRule = "TXT-YEAR";

    /// <param name="previous">The same organ's report of the year before, for what is carried from year to year.</param>
    /// <param name="level">Decides what the organ may have at all.</param>
    /// <returns>The findings, the gravest first.</returns>
    public static IReadOnlyList<ReportFinding> Of(PublishedReport report, PublishedReport? previous, AgencyLevel level)
    {
        var findings = report.Problems.Select(problem => new ReportFinding(FindingOf(problem), problem.Kind)).ToList();
        if (previous is not null)
            findings.AddRange(Doubts(report, previous));

        var context = new CheckContext(level)
        {
            Origin = ReportOrigin.Published,
            Previous = previous?.Figures,
            Prose = ProseOf(report),
            PreviousProse = previous is null ? null : ProseOf(previous),
        };
        var told = report.Problems.SelectMany(problem => problem.Unread).ToHashSet(StringComparer.Ordinal);
        var missing = FindMissing(report);
        findings.AddRange(CrossFooting.Check(report.Figures, context)
            .Where(finding => !IsTold(finding, told, missing) && !(report.Year is null && finding.Id == YearRule))
            .Select(finding => new ReportFinding(finding, null)));
        return [.. findings.Index().OrderBy(one => one.Item.Finding.Severity).ThenBy(one => one.Index).Select(one => one.Item)];
    }

    /// <summary>The level an organ's name tells; only a township's is held against it.</summary>
    public static AgencyLevel LevelOf(string agency)
    {
        var name = agency.EndsWith("人民政府", StringComparison.Ordinal) ? agency[..^4] : agency;
        return name switch
        {
            [.., '镇' or '乡'] => AgencyLevel.Township,
            _ when name.EndsWith("街道办事处", StringComparison.Ordinal) || name.EndsWith("街道", StringComparison.Ordinal) => AgencyLevel.Township,
            [.., '县' or '区' or '旗'] => AgencyLevel.County,
            [.., '市'] => AgencyLevel.Prefecture,
            [.., '省'] => AgencyLevel.Province,
            _ => AgencyLevel.Department,
        };
    }

    /// <summary>A cell that is said to be missing is not said once more to be blank, nor each equation it stands in to be unchecked.</summary>
    private static bool IsTold(TieOutFinding finding, HashSet<string> told, List<string> missing) =>
        (told.Contains(finding.Where) && (finding.Unchecked || (finding.Left is null or "" && finding.Right is null)))
        || (finding.Unchecked && missing.Exists(table => finding.Where.StartsWith(table, StringComparison.Ordinal)));

    private static List<string> FindMissing(PublishedReport report) =>
        [.. report.Problems.Where(problem => problem.Kind is ReadingProblemKind.TableMissing).Select(problem => problem.Where)];

    private static IEnumerable<ReportFinding> Doubts(PublishedReport report, PublishedReport previous)
    {
        if (report.Agency.Length > 0 && previous.Agency.Length > 0 && report.Agency != previous.Agency)
            yield return new(FindingOf(new(ReadingProblemKind.PreviousOfAnother, "", previous.Agency, report.Agency)), ReadingProblemKind.PreviousOfAnother);
    }

    private static TieOutFinding FindingOf(ReadingProblem problem) => new("STRUCT", problem.Kind switch
    {
        ReadingProblemKind.LabelDiffers or ReadingProblemKind.RowByOrder or ReadingProblemKind.YearMissing or ReadingProblemKind.PreviousOfAnother => FindingSeverity.Warning,
        ReadingProblemKind.AgencyMissing => FindingSeverity.Info,
        _ => FindingSeverity.Error,
    }, problem.Where, problem.Left, problem.Right, []);

    private static ReportProse ProseOf(PublishedReport report) => new(
        report.Year ?? 0,
        [new("", string.Join('\n', report.Introduction)), .. report.Sections.Select(section => new ProseSection(section.Heading, string.Join('\n', section.Paragraphs)))]);
}

/// <summary>One finding about a published report.</summary>
/// <param name="Problem">What in its layout is behind it; null for an equation or a rule about its words.</param>
public sealed record ReportFinding(TieOutFinding Finding, ReadingProblemKind? Problem);
