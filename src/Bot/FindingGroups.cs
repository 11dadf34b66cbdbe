using Disclosure.Auditor.Reports;
using Disclosure.Tables;

namespace Disclosure.Bot;

/// <summary>The same thing found in many cells of one table, told in one line: a column left blank is one thing to mend, not 22.</summary>
/// <remarks>For people only; files and JSON name every cell.</remarks>
internal static class FindingGroups
{
    /// <summary>Up to so many are told one by one.</summary>
    private const int Few = 3;

    public static IReadOnlyList<TieOutFinding> Joined(IEnumerable<TieOutFinding> findings, Phrases phrases) =>
        [.. Joined(findings.Select(finding => new ReportFinding(finding, null)), phrases).Select(one => one.Finding)];

    public static IReadOnlyList<ReportFinding> Joined(IEnumerable<ReportFinding> findings, Phrases phrases) =>
        [.. findings.GroupBy(KeyOf).SelectMany(group => Joined([.. group], phrases))];

    /// <summary>A finding with cases behind it stays alone: its cases are what people look for.</summary>
    private static object KeyOf(ReportFinding one) => one.Finding.Cases.Count > 0
        ? one
        : (one.Problem, one.Finding.Id, one.Finding.Severity, one.Finding.Unchecked, one.Finding.Left, one.Finding.Right, TableOf(one.Finding.Where));

    private static string TableOf(string where) => where.Split(' ')[0];

    private static IReadOnlyList<ReportFinding> Joined(IReadOnlyList<ReportFinding> group, Phrases phrases)
    {
        if (group.Count <= Few)
            return group;
        var first = group[0];
        return [first with { Finding = first.Finding with { Where = phrases.Of("Equation.Places", ("where", first.Finding.Where), ("n", group.Count)) } }];
    }
}
