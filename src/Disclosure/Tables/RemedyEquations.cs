using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>Table four: T4-INT and T4-ROW (维持 + 纠正 + 其他 + 未审结 = 总计) in each of the three blocks.</summary>
internal static class RemedyEquations
{
    private static readonly RemedyRoute[] Routes = Enum.GetValues<RemedyRoute>();
    private static readonly RemedyHeading[] Headings = Enum.GetValues<RemedyHeading>();

    public static void Check(RemedyFigures figures, List<TieOutFinding> findings)
    {
        foreach (var route in Routes)
        {
            foreach (var heading in Headings)
                WholeNumbers.Check("T4-INT", figures[route, heading], FindingSeverity.Error, FindingSeverity.Error, () => FormLabels.Place(route, heading), findings);
            Side.Compare(
                findings, "T4-ROW", FindingSeverity.Error, FindingSeverity.Error,
                Side.Of(figures[route, RemedyHeading.Upheld], figures[route, RemedyHeading.Corrected], figures[route, RemedyHeading.Other], figures[route, RemedyHeading.Pending]),
                Side.Of(figures[route, RemedyHeading.Total]),
                () => FormLabels.Place(route, RemedyHeading.Total));
        }
    }
}
