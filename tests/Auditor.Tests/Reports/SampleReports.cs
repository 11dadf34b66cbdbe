using System.Text.Json;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Reports;

/// <summary>Figures to print and read back: of nothing, of random numbers that tie out, and of real published reports.</summary>
internal static class SampleReports
{
    public const string Agency = "某县某镇人民政府";
    public const int Year = 2023;

    public static readonly string Collected = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "annual-reports.json"));

    public static ReportFigures Zero { get; } = Of((_, _) => 0, (_, _) => 0, _ => 0);

    /// <summary>Every cell another number, so that no cell can be taken for another.</summary>
    public static ReportFigures Distinct { get; } = Of(
        (row, heading) => 1000 + ((int)row * 10) + (int)heading,
        (route, heading) => 5000 + ((int)route * 10) + (int)heading,
        at => at == 9 ? 8068.2449m : 7000 + at);

    /// <summary>Random and tied out.</summary>
    public static ReportFigures Random(Random random)
    {
        var cells = new decimal[25, 7];
        for (var heading = 0; heading < 6; heading++)
        {
            for (var row = (int)RequestRow.Granted; row <= (int)RequestRow.OtherOther; row++)
                cells[row, heading] = random.Next(4) == 0 ? random.Next(0, 1500) : 0;
            var total = RequestRows.Results.Sum(row => cells[(int)row, heading]);
            cells[(int)RequestRow.Total, heading] = total;
            cells[(int)RequestRow.CarriedOut, heading] = random.Next(0, 60);
            cells[(int)RequestRow.CarriedIn, heading] = random.Next(0, (int)total + 1);
            cells[(int)RequestRow.NewlyReceived, heading] = total + cells[(int)RequestRow.CarriedOut, heading] - cells[(int)RequestRow.CarriedIn, heading];
        }

        for (var row = 0; row < 25; row++)
            cells[row, 6] = Enumerable.Range(0, 6).Sum(heading => cells[row, heading]);
        var remedies = Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 4).Select(_ => (decimal)random.Next(0, 90)).ToArray()).ToArray();
        var proactive = Enumerable.Range(0, 10).Select(_ => (decimal)random.Next(0, 100_000)).ToArray();
        return Of(
            (row, heading) => cells[(int)row, (int)heading],
            (route, heading) => heading is RemedyHeading.Total ? remedies[(int)route].Sum() : remedies[(int)route][(int)heading],
            at => at == 9 ? proactive[at] / 100 : proactive[at]);
    }

    public static ReportFigures Of(Func<RequestRow, RequestHeading, decimal> request, Func<RemedyRoute, RemedyHeading, decimal> remedy, Func<int, decimal> proactive)
    {
        Figure At(int at) => Figure.Of(proactive(at));
        return new(
            new(new(At(0), At(1), At(2)), new(At(3), At(4), At(5)), At(6), At(7), At(8), At(9)),
            new((row, heading) => Figure.Of(request(row, heading))),
            new((route, heading) => Figure.Of(remedy(route, heading))));
    }

    /// <summary>The reports collected from portals that have all three tables of today's form; null when the collection is not on this machine.</summary>
    public static IReadOnlyList<(string Agency, int Year, ReportFigures Figures)>? Real()
    {
        if (!File.Exists(Collected))
            return null;
        using var document = JsonDocument.Parse(File.ReadAllText(Collected));
        return [.. document.RootElement.EnumerateArray()
            .Where(one => one.GetProperty("complete_table3").GetBoolean() && one.GetProperty("table2").TryGetProperty("第二十条第（一）项 规章", out _))
            .Select(one => (one.GetProperty("agency").GetString()!, one.GetProperty("year").GetInt32(), Figures(one)))];
    }

    private static ReportFigures Figures(JsonElement one)
    {
        var two = one.GetProperty("table2").EnumerateObject().ToList();
        var three = one.GetProperty("table3").EnumerateObject().Select(row => row.Value.EnumerateArray().Select(cell => cell.GetDecimal()).ToArray()).ToArray();
        var four = one.GetProperty("table4").EnumerateArray().Select(cell => cell.GetDecimal()).ToArray();
        decimal[] proactive = [.. two.Take(2).SelectMany(kind => kind.Value.EnumerateObject().Select(cell => cell.Value.GetDecimal())), .. two.Skip(2).Select(cell => cell.Value.GetDecimal())];
        return Of((row, heading) => three[(int)row][(int)heading], (route, heading) => four[((int)route * 5) + (int)heading], at => proactive[at]);
    }
}
