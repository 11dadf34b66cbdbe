using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>The workbook's two lists: the year's register, and what does not tie out.</summary>
internal static class XlsxLists
{
    /// <summary>One request per row. The organ's name stands before each only where there are several.</summary>
    public static void Register(XlsxSheet sheet, IReadOnlyList<RegisterRow> rows, bool severalAgencies, Phrases texts)
    {
        string[] headings = ["Number", "Applicant", "Channel", "ReceivedOn", "AnswerBy", "Outcome", "DecidedOn", "State"];
        Headings(sheet, [.. severalAgencies ? ["Agency"] : (string[])[], .. headings], "Export.Register", texts);
        foreach (var row in rows)
        {
            string[] words = [row.Number.ToString(), FormLabels.Of(RequestHeadings.Of(row.Applicant)), texts.Of($"Register.Channel.{row.Channel}")];
            string[] before = severalAgencies ? [row.Agency, .. words] : words;
            var outcome = row.Outcome is { } known ? ResultOf(known) : "";
            sheet.StartRow([.. before, "", "", outcome]);
            Texts(sheet, before);
            sheet.Day(before.Length, row.ReceivedOn);
            AnswerBy(sheet, before.Length + 1, row, texts);
            sheet.Text(before.Length + 2, outcome, XlsxStyles.Text);
            DayOrBlank(sheet, before.Length + 3, row.DecidedOn);
            sheet.Text(before.Length + 4, texts.State(row.State), XlsxStyles.Text);
        }

        NoneIf(rows.Count == 0, sheet, texts.Of("Export.Register.None"));
    }

    public static void Findings(XlsxSheet sheet, IReadOnlyList<TieOutFinding> findings, Phrases texts)
    {
        Headings(sheet, ["Severity", "Id", "Where", "Left", "Right", "Message", "Cases"], "Finding", texts);
        foreach (var finding in findings.OrderBy(finding => finding.Severity))
        {
            string[] cells = [texts.Of($"Severity.{finding.Severity}"), finding.Id, finding.Where, finding.Left ?? "", finding.Right ?? "", texts.Equation(finding), string.Join(' ', finding.Cases)];
            sheet.StartRow(cells);
            Texts(sheet, cells);
        }

        NoneIf(findings.Count == 0, sheet, texts.Of("Finding.None"));
    }

    private static void Headings(XlsxSheet sheet, IReadOnlyList<string> names, string subject, Phrases texts)
    {
        sheet.StartRow(20);
        foreach (var (column, name) in names.Index())
            sheet.Text(column, texts.Of($"{subject}.{name}"), XlsxStyles.Heading);
    }

    /// <summary>An empty list says that it is one; a sheet without rows could as well have been cut off.</summary>
    private static void NoneIf(bool none, XlsxSheet sheet, string sentence)
    {
        if (!none)
            return;
        sheet.StartRow(20);
        sheet.Text(0, sentence, XlsxStyles.Note);
    }

    private static void Texts(XlsxSheet sheet, IReadOnlyList<string> texts)
    {
        foreach (var (column, text) in texts.Index())
            sheet.Text(column, text, XlsxStyles.Text);
    }

    private static void AnswerBy(XlsxSheet sheet, int column, RegisterRow row, Phrases texts)
    {
        if (row is { AnswerBy: { } day, Provisional: true })
            sheet.Text(column, texts.Of("Export.Register.Provisional", ("day", Iso.Day(day))), XlsxStyles.Text);
        else
            DayOrBlank(sheet, column, row.AnswerBy);
    }

    private static void DayOrBlank(XlsxSheet sheet, int column, DateOnly? day)
    {
        if (day is { } known)
            sheet.Day(column, known);
        else
            sheet.Blank(column, XlsxStyles.Day);
    }

    private static string ResultOf(Outcome outcome)
    {
        var row = RequestRows.Of(outcome);
        return FormLabels.GroupOf(row) + FormLabels.Of(row);
    }
}
