using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>The three tables of an annual report as figures, ours or read from a published one (国办公开办函〔2021〕30号).</summary>
public sealed record ReportFigures(ProactiveFigures Proactive, RequestFigures Requests, RemedyFigures Remedies);

/// <summary>Table two (主动公开政府信息情况): Art. 20 (1), (5), (6), (8).</summary>
/// <param name="Fees">行政事业性收费 in 万元.</param>
public sealed record ProactiveFigures(
    DocumentFigures Rules,
    DocumentFigures NormativeDocuments,
    Figure Licences,
    Figure Penalties,
    Figure CompulsoryMeasures,
    Figure Fees)
{
    public Figure this[ProactiveCell cell] => cell switch
    {
        ProactiveCell.RulesIssued => Rules.Issued,
        ProactiveCell.RulesRepealed => Rules.Repealed,
        ProactiveCell.RulesInForce => Rules.InForce,
        ProactiveCell.DocumentsIssued => NormativeDocuments.Issued,
        ProactiveCell.DocumentsRepealed => NormativeDocuments.Repealed,
        ProactiveCell.DocumentsInForce => NormativeDocuments.InForce,
        ProactiveCell.Licences => Licences,
        ProactiveCell.Penalties => Penalties,
        ProactiveCell.CompulsoryMeasures => CompulsoryMeasures,
        ProactiveCell.Fees => Fees,
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    /// <param name="cell">What stands in each cell.</param>
    public static ProactiveFigures Of(Func<ProactiveCell, Figure> cell) => new(
        new(cell(ProactiveCell.RulesIssued), cell(ProactiveCell.RulesRepealed), cell(ProactiveCell.RulesInForce)),
        new(cell(ProactiveCell.DocumentsIssued), cell(ProactiveCell.DocumentsRepealed), cell(ProactiveCell.DocumentsInForce)),
        cell(ProactiveCell.Licences),
        cell(ProactiveCell.Penalties),
        cell(ProactiveCell.CompulsoryMeasures),
        cell(ProactiveCell.Fees));
}

/// <summary>A kind of document of Art. 20 (1): made and repealed in the year, in force at its end.</summary>
public sealed record DocumentFigures(Figure Issued, Figure Repealed, Figure InForce);

/// <summary>Table three (收到和处理政府信息公开申请情况): 25 rows, 7 headings.</summary>
public sealed class RequestFigures
{
    private readonly Figure[,] _cells;

    /// <param name="cell">What stands in each cell.</param>
    public RequestFigures(Func<RequestRow, RequestHeading, Figure> cell)
    {
        _cells = new Figure[RequestRows.All.Count, RequestHeadings.All.Count];
        foreach (var row in RequestRows.All)
        {
            foreach (var heading in RequestHeadings.All)
                _cells[(int)row, (int)heading] = cell(row, heading);
        }
    }

    public Figure this[RequestRow row, RequestHeading heading] => _cells[(int)row, (int)heading];
}

/// <summary>Table four (行政复议、行政诉讼情况): three blocks of five.</summary>
public sealed class RemedyFigures
{
    private readonly Figure[,] _cells;

    public RemedyFigures(Func<RemedyRoute, RemedyHeading, Figure> cell)
    {
        _cells = new Figure[Enum.GetValues<RemedyRoute>().Length, Enum.GetValues<RemedyHeading>().Length];
        foreach (var route in Enum.GetValues<RemedyRoute>())
        {
            foreach (var heading in Enum.GetValues<RemedyHeading>())
                _cells[(int)route, (int)heading] = cell(route, heading);
        }
    }

    public Figure this[RemedyRoute route, RemedyHeading heading] => _cells[(int)route, (int)heading];
}

/// <summary>The five headings of each block of table four.</summary>
public enum RemedyHeading
{
    /// <summary>结果维持.</summary>
    Upheld,

    /// <summary>结果纠正.</summary>
    Corrected,

    /// <summary>其他结果.</summary>
    Other,

    /// <summary>尚未审结.</summary>
    Pending,

    /// <summary>总计.</summary>
    Total,
}
