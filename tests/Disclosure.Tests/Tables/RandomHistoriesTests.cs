using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

/// <summary>Ten thousand requests over five years: whatever happens to them, every year ties out.</summary>
public class RandomHistoriesTests
{
    private const int First = 2021;
    private const int Last = 2025;
    private const int Cases = 10_000;

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_year_ties_out_by_itself_with_the_year_before_and_with_its_cases(int seed)
    {
        var (cases, remedies) = History(new Random(seed));
        ReportFigures? previous = null;
        for (var year = First; year <= Last + 1; year++)
        {
            var (requests, remedied) = (RequestTable.Of(year, cases, previous), RemedyTable.Of(year, remedies));
            var figures = new ReportFigures(TiedReport.Figures.Proactive, requests.Figures, remedied.Figures);

            Assert.DoesNotContain(CrossFooting.Check(figures, new(AgencyLevel.Township) { Previous = previous, Register = requests }), finding => finding.Id is not ("T2-STOCK" or "T3-CARRY") || finding.Severity is FindingSeverity.Error);
            Assert.All(
                from row in RequestRows.All from heading in RequestHeadings.All select (row, heading),
                cell => Assert.Equal(requests.Figures[cell.row, cell.heading].Value, requests.CasesOf(cell.row, cell.heading).Distinct().Count()));
            Assert.Equal(cases.Count(one => one.ReceivedOn.Year == year), requests.Figures[RequestRow.NewlyReceived, RequestHeading.Total].Value);
            Assert.Equal(cases.Count(one => one.DecidedOn?.Year == year), requests.Figures[RequestRow.Total, RequestHeading.Total].Value);
            Assert.Equal(remedies.Count(one => one.OpenedOn.Year <= year && !(one.DecidedOn?.Year < year)), Enum.GetValues<RemedyRoute>().Sum(route => remedied.Figures[route, RemedyHeading.Total].Value));
            previous = figures;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_request_stands_in_one_incoming_and_one_outgoing_row_in_each_year_it_is_open(int seed)
    {
        foreach (var one in History(new Random(seed)).Cases.Take(500))
        {
            var years = Enumerable.Range(First, Last - First + 2).Select(year => (Year: year, Rows: RequestTable.RowsOf(one, year))).Where(seen => seen.Rows is not null).ToList();

            Assert.Equal(one.ReceivedOn.Year, years[0].Year);
            Assert.Equal(one.DecidedOn?.Year ?? Last + 1, years[^1].Year);
            Assert.Equal(1, years.Count(seen => seen.Rows!.Value.In is RequestRow.NewlyReceived));
            Assert.Equal(one.DecidedOn is null ? 0 : 1, years.Count(seen => seen.Rows!.Value.Out is not RequestRow.CarriedOut));
        }
    }

    private static (List<CountedCase> Cases, List<CountedRemedy> Remedies) History(Random random)
    {
        var start = new DateOnly(First, 1, 1);
        var days = new DateOnly(Last, 12, 31).DayNumber - start.DayNumber;
        var cases = new List<CountedCase>(Cases);
        var remedies = new List<CountedRemedy>();
        for (var i = 1; i <= Cases; i++)
        {
            var received = start.AddDays(random.Next(days + 1));
            // Most end within two months, some take years, some never end.
            DateOnly? decided = random.Next(20) switch { 0 => null, 1 => received.AddDays(random.Next(900)), _ => received.AddDays(random.Next(60)) };
            decided = decided > new DateOnly(Last, 12, 31) ? null : decided;
            var id = CaseId.Parse($"case-{i}");
            cases.Add(new(id, new(received.Year, i), (ApplicantKind)random.Next(6), received, decided is null ? null : (Outcome)random.Next(21), decided));
            if (decided is { } day && random.Next(10) == 0)
            {
                DateOnly? ended = random.Next(3) == 0 ? null : day.AddDays(random.Next(500));
                ended = ended > new DateOnly(Last, 12, 31) ? null : ended;
                remedies.Add(new(id, 1, (RemedyRoute)random.Next(3), day, ended is null ? null : (RemedyResult)random.Next(3), ended));
            }
        }

        return (cases, remedies);
    }
}
