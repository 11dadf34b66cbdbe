namespace Disclosure.Tables;

/// <summary>Table three: T3-INT, T3-FLOW (一 + 二 = 三（七） + 四), T3-RESULT, T3-ROW and T3-CARRY.</summary>
internal static class RequestEquations
{
    public static void Check(RequestFigures figures, CheckContext context, List<TieOutFinding> findings)
    {
        // A portal's blank cell is pointed out; a blank of our own must not go out.
        var unread = context.Origin is ReportOrigin.Own ? FindingSeverity.Error : FindingSeverity.Warning;
        Cells(figures, unread, findings);
        foreach (var heading in RequestHeadings.All)
        {
            Flow(figures, heading, unread, findings);
            Results(figures, heading, unread, findings);
        }

        foreach (var row in RequestRows.All)
            Row(figures, row, unread, findings);
        foreach (var heading in RequestHeadings.All)
            Carry(figures, heading, context, findings);
        if (context is { Origin: ReportOrigin.Own, Previous: null })
            findings.Add(new("T3-CARRY", FindingSeverity.Info, FormLabels.Place(RequestRow.CarriedIn, RequestHeading.Total), figures[RequestRow.CarriedIn, RequestHeading.Total].Text, null, [], Unchecked: true));
    }

    private static void Cells(RequestFigures figures, FindingSeverity unread, List<TieOutFinding> findings)
    {
        foreach (var row in RequestRows.All)
        {
            foreach (var heading in RequestHeadings.All)
                WholeNumbers.Check("T3-INT", figures[row, heading], unread, FindingSeverity.Error, () => FormLabels.Place(row, heading), findings);
        }
    }

    private static void Flow(RequestFigures figures, RequestHeading heading, FindingSeverity unread, List<TieOutFinding> findings) => Side.Compare(
        findings, "T3-FLOW", FindingSeverity.Error, unread,
        Side.Of(figures[RequestRow.NewlyReceived, heading], figures[RequestRow.CarriedIn, heading]),
        Side.Of(figures[RequestRow.Total, heading], figures[RequestRow.CarriedOut, heading]),
        () => FormLabels.Place(heading));

    private static void Results(RequestFigures figures, RequestHeading heading, FindingSeverity unread, List<TieOutFinding> findings)
    {
        var sum = default(Side);
        foreach (var row in RequestRows.Results)
            sum += figures[row, heading];
        Side.Compare(findings, "T3-RESULT", FindingSeverity.Error, unread, sum, Side.Of(figures[RequestRow.Total, heading]), () => FormLabels.Place(RequestRow.Total, heading));
    }

    private static void Row(RequestFigures figures, RequestRow row, FindingSeverity unread, List<TieOutFinding> findings)
    {
        var sum = default(Side);
        foreach (var heading in RequestHeadings.Applicants)
            sum += figures[row, heading];
        Side.Compare(findings, "T3-ROW", FindingSeverity.Error, unread, sum, Side.Of(figures[row, RequestHeading.Total]), () => FormLabels.Place(row, RequestHeading.Total));
    }

    private static void Carry(RequestFigures figures, RequestHeading heading, CheckContext context, List<TieOutFinding> findings)
    {
        var printed = Side.Of(figures[RequestRow.CarriedIn, heading]);
        if (context.Previous is { } previous)
            Side.Compare(findings, "T3-CARRY", FindingSeverity.Error, FindingSeverity.Warning, printed, Side.Of(previous.Requests[RequestRow.CarriedOut, heading]), Where);
        // Each applicant heading names its own cases; the total would only repeat them.
        if (context.Register is { } register && heading is not RequestHeading.Total)
            Side.Compare(findings, "T3-CARRY", FindingSeverity.Error, FindingSeverity.Error, printed, new(register.CasesOf(RequestRow.CarriedIn, heading).Count, 0), Where, () => register.ExplainCarry(heading));

        string Where() => FormLabels.Place(RequestRow.CarriedIn, heading);
    }
}
