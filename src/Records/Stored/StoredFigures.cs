using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="ReportFigures"/>. Tables three and four stand by row and by route, each cell in the order of the form's headings.</summary>
internal sealed record StoredReportFigures(StoredProactive Proactive, Dictionary<string, List<string>> Requests, Dictionary<string, List<string>> Remedies)
{
    private static readonly RemedyRoute[] Routes = Enum.GetValues<RemedyRoute>();
    private static readonly RemedyHeading[] Headings = Enum.GetValues<RemedyHeading>();

    public static StoredReportFigures From(ReportFigures one) => new(
        StoredProactive.From(one.Proactive),
        RequestRows.All.ToDictionary(row => StoredText.Of(row), row => RequestHeadings.All.Select(heading => StoredFigure.Of(one.Requests[row, heading])).ToList()),
        Routes.ToDictionary(route => StoredText.Of(route), route => Headings.Select(heading => StoredFigure.Of(one.Remedies[route, heading])).ToList()));

    public ReportFigures ToValue()
    {
        var requests = Cells<RequestRow>(Requests, RequestRows.All, RequestHeadings.All.Count);
        var remedies = Cells<RemedyRoute>(Remedies, Routes, Headings.Length);
        return new(Proactive.ToValue(), new((row, heading) => requests[row][(int)heading]), new((route, heading) => remedies[route][(int)heading]));
    }

    private static Dictionary<T, List<Figure>> Cells<T>(Dictionary<string, List<string>> stored, IReadOnlyList<T> rows, int headings)
        where T : struct, Enum
    {
        var cells = stored.ToDictionary(row => StoredText.Name<T>(row.Key), row => row.Value.Select(StoredFigure.Read).ToList());
        return cells.Count == rows.Count && cells.Values.All(row => row.Count == headings)
            ? cells
            : throw new FormatException($"The figures are not {rows.Count} rows of {headings}.");
    }
}

/// <summary>Stored shape of <see cref="ProactiveFigures"/>.</summary>
internal sealed record StoredProactive(StoredDocuments Rules, StoredDocuments NormativeDocuments, string Licences, string Penalties, string CompulsoryMeasures, string Fees)
{
    public static StoredProactive From(ProactiveFigures one) => new(
        StoredDocuments.From(one.Rules),
        StoredDocuments.From(one.NormativeDocuments),
        StoredFigure.Of(one.Licences),
        StoredFigure.Of(one.Penalties),
        StoredFigure.Of(one.CompulsoryMeasures),
        StoredFigure.Of(one.Fees));

    public ProactiveFigures ToValue() => new(
        Rules.ToValue(),
        NormativeDocuments.ToValue(),
        StoredFigure.Read(Licences),
        StoredFigure.Read(Penalties),
        StoredFigure.Read(CompulsoryMeasures),
        StoredFigure.Read(Fees));
}

/// <summary>Stored shape of <see cref="DocumentFigures"/>.</summary>
internal sealed record StoredDocuments(string Issued, string Repealed, string InForce)
{
    public static StoredDocuments From(DocumentFigures one) => new(StoredFigure.Of(one.Issued), StoredFigure.Of(one.Repealed), StoredFigure.Of(one.InForce));

    public DocumentFigures ToValue() => new(StoredFigure.Read(Issued), StoredFigure.Read(Repealed), StoredFigure.Read(InForce));
}

/// <summary>A figure as text: a number as it is, anything else after an apostrophe, so that a blank cell never reads as 0.</summary>
internal static class StoredFigure
{
    public static string Of(Figure figure) => figure.Value is { } value ? StoredText.Of(value) : "'" + figure.Text;

    public static Figure Read(string stored) => stored.StartsWith('\'') ? Figure.NotANumber(stored[1..]) : Figure.Of(StoredText.Number(stored));
}
