using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>Lays figures out as the form prints them: 4 × 14, 10 × 28 and 15 × 4 grids (国办公开办函〔2021〕30号).</summary>
public static class ReportForm
{
    public static FormTable Of(ProactiveFigures figures)
    {
        var cells = new List<FormCell>();
        Documents(cells, figures);
        Decisions(cells, 4, "第二十条第（五）项", [("行政许可", figures.Licences)]);
        Decisions(cells, 7, "第二十条第（六）项", [("行政处罚", figures.Penalties), ("行政强制", figures.CompulsoryMeasures)]);
        cells.Add(FormCell.Of(11, 0, "第二十条第（八）项", columnSpan: 4));
        cells.Add(FormCell.Of(12, 0, "信息内容"));
        cells.Add(FormCell.Of(12, 1, "本年收费金额（单位：万元）", columnSpan: 3));
        cells.Add(FormCell.Of(13, 0, "行政事业性收费"));
        cells.Add(FormCell.Of(13, 1, figures.Fees, "表二 行政事业性收费 本年收费金额", columnSpan: 3));
        return new(FormTableKind.Proactive, 4, 14, cells);
    }

    public static FormTable Of(RequestFigures figures)
    {
        const int labels = 3;
        const int heads = 3;
        List<FormCell> cells =
        [
            FormCell.Of(0, 0, FormLabels.RequestTableNote, rowSpan: heads, columnSpan: labels),
            FormCell.Of(0, labels, "申请人情况", columnSpan: 7),
            FormCell.Of(1, labels, FormLabels.Of(RequestHeading.NaturalPerson), rowSpan: 2),
            FormCell.Of(1, labels + 1, "法人或其他组织", columnSpan: 5),
            FormCell.Of(1, labels + 6, FormLabels.Of(RequestHeading.Total), rowSpan: 2),
        ];
        foreach (var heading in RequestHeadings.Applicants.Skip(1))
            cells.Add(FormCell.Of(2, labels + (int)heading, FormLabels.Of(heading)));
        foreach (var row in RequestRows.All)
        {
            cells.AddRange(LabelsOf(row, heads + (int)row));
            foreach (var heading in RequestHeadings.All)
                cells.Add(FormCell.Of(heads + (int)row, labels + (int)heading, figures[row, heading], FormLabels.Place(row, heading), sum: SumOf(row, heading, heads, labels)));
        }

        return new(FormTableKind.Requests, 10, 28, cells);
    }

    public static FormTable Of(RemedyFigures figures)
    {
        List<FormCell> cells = [FormCell.Of(0, 0, "行政复议", columnSpan: 5), FormCell.Of(0, 5, "行政诉讼", columnSpan: 10)];
        var headings = Enum.GetValues<RemedyHeading>();
        foreach (var heading in headings)
            cells.Add(FormCell.Of(1, (int)heading, FormLabels.Of(heading), rowSpan: 2));
        cells.Add(FormCell.Of(1, 5, FormLabels.Of(RemedyRoute.DirectLitigation), columnSpan: 5));
        cells.Add(FormCell.Of(1, 10, FormLabels.Of(RemedyRoute.LitigationAfterReconsideration), columnSpan: 5));
        foreach (var (block, heading) in from block in Enumerable.Range(1, 2) from heading in headings select (block, heading))
            cells.Add(FormCell.Of(2, (block * 5) + (int)heading, FormLabels.Of(heading)));
        foreach (var (route, heading) in from route in Enum.GetValues<RemedyRoute>() from heading in headings select (route, heading))
        {
            var first = (int)route * 5;
            IReadOnlyList<(int, int)> sum = heading is RemedyHeading.Total ? [.. Enumerable.Range(first, 4).Select(column => (3, column))] : [];
            cells.Add(FormCell.Of(3, first + (int)heading, figures[route, heading], FormLabels.Place(route, heading), sum: sum));
        }

        return new(FormTableKind.Remedies, 15, 4, cells);
    }

    private static void Documents(List<FormCell> cells, ProactiveFigures figures)
    {
        cells.Add(FormCell.Of(0, 0, "第二十条第（一）项", columnSpan: 4));
        string[] headings = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"];
        cells.AddRange(headings.Select((label, column) => FormCell.Of(1, column, label)));
        (string, DocumentFigures)[] rows = [("规章", figures.Rules), ("行政规范性文件", figures.NormativeDocuments)];
        foreach (var (at, (name, document)) in rows.Index())
        {
            cells.Add(FormCell.Of(2 + at, 0, name));
            cells.Add(FormCell.Of(2 + at, 1, document.Issued, $"表二 {name} 本年制发件数"));
            cells.Add(FormCell.Of(2 + at, 2, document.Repealed, $"表二 {name} 本年废止件数"));
            cells.Add(FormCell.Of(2 + at, 3, document.InForce, $"表二 {name} 现行有效件数"));
        }
    }

    private static void Decisions(List<FormCell> cells, int row, string article, IReadOnlyList<(string Name, Figure Count)> kinds)
    {
        cells.Add(FormCell.Of(row, 0, article, columnSpan: 4));
        cells.Add(FormCell.Of(row + 1, 0, "信息内容"));
        cells.Add(FormCell.Of(row + 1, 1, "本年处理决定数量", columnSpan: 3));
        foreach (var (at, (name, count)) in kinds.Index())
        {
            cells.Add(FormCell.Of(row + 2 + at, 0, name));
            cells.Add(FormCell.Of(row + 2 + at, 1, count, $"表二 {name} 本年处理决定数量", columnSpan: 3));
        }
    }

    private static IEnumerable<FormCell> LabelsOf(RequestRow row, int at)
    {
        if (row is RequestRow.NewlyReceived or RequestRow.CarriedIn or RequestRow.CarriedOut)
        {
            yield return FormCell.Of(at, 0, FormLabels.Of(row), columnSpan: 3);
            yield break;
        }

        if (row is RequestRow.Granted)
            yield return FormCell.Of(at, 0, FormLabels.Results, rowSpan: 22);
        var group = FormLabels.GroupOf(row);
        if (group.Length == 0)
        {
            yield return FormCell.Of(at, 1, FormLabels.Of(row), columnSpan: 2);
            yield break;
        }

        if (FormLabels.GroupOf(row - 1) != group)
            yield return FormCell.Of(at, 1, group, rowSpan: RequestRows.All.Count(other => FormLabels.GroupOf(other) == group));
        yield return FormCell.Of(at, 2, FormLabels.Of(row));
    }

    private static List<(int Row, int Column)> SumOf(RequestRow row, RequestHeading heading, int heads, int labels)
    {
        if (heading is RequestHeading.Total)
            return [.. RequestHeadings.Applicants.Select(one => (heads + (int)row, labels + (int)one))];
        return row is RequestRow.Total ? [.. RequestRows.Results.Select(one => (heads + (int)one, labels + (int)heading))] : [];
    }
}
