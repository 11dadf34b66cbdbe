using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>The places of the number cells of a form, in its order.</summary>
internal static class FormPlaces
{
    private static readonly Figure None = Figure.NotANumber("");

    public static IReadOnlyList<string> Of(FormTableKind kind) => [.. FormOf(kind).Cells.Where(cell => cell.Figure is not null).Select(cell => cell.Place)];

    private static FormTable FormOf(FormTableKind kind) => kind switch
    {
        FormTableKind.Proactive => ReportForm.Of(new ProactiveFigures(new(None, None, None), new(None, None, None), None, None, None, None)),
        FormTableKind.Requests => ReportForm.Of(new RequestFigures((_, _) => None)),
        _ => ReportForm.Of(new RemedyFigures((_, _) => None)),
    };
}
