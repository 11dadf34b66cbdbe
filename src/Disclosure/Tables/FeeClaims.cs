namespace Disclosure.Tables;

/// <summary>TXT-FEE: section six speaks of the 信息处理费, and of the notice where requests ended for not paying (国办函〔2020〕109号).</summary>
internal static class FeeClaims
{
    private const string Fee = "处理费";
    private static readonly string[] Notice = ["收费通知", "缴费通知", "费用通知", "通知缴"];

    public static void Check(ReportProse prose, ReportFigures figures, List<TieOutFinding> findings)
    {
        var section = prose.Sections.FirstOrDefault(one => one.Heading.Contains("其他需要报告", StringComparison.Ordinal));
        // A missing section is STRUCT's finding.
        if (section is null)
            return;
        if (!section.Text.Contains(Fee, StringComparison.Ordinal))
            findings.Add(new("TXT-FEE", FindingSeverity.Warning, section.Heading, null, null, []));
        var unpaid = figures.Requests[RequestRow.OtherNoFee, RequestHeading.Total];
        if (unpaid.Value > 0 && !Notice.Any(words => section.Text.Contains(words, StringComparison.Ordinal)))
            findings.Add(new("TXT-FEE", FindingSeverity.Warning, section.Heading, null, unpaid.Text, []));
    }
}
