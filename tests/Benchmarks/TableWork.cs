using System.Diagnostics;
using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Benchmarks;

/// <summary>A county's year: tables three and four of 100,000 requests over five years, and every check of the form after one more entry.</summary>
internal static class TableWork
{
    private const int Cases = 100_000;
    private const int Rounds = 15;

    public static int Measure()
    {
        var (cases, remedies) = Register(new Random(7));
        var previous = FiguresOf(2024, cases, remedies, null);
        var figures = FiguresOf(2025, cases, remedies, previous);
        var context = new CheckContext(AgencyLevel.County) { Previous = previous };

        Report($"tables of {Cases} requests", () => FiguresOf(2025, cases, remedies, previous).Requests[RequestRow.Total, RequestHeading.Total].Value);
        Report("every equation of the form", () => CrossFooting.Check(figures, context).Count);
        return 0;
    }

    private static ReportFigures FiguresOf(int year, List<CountedCase> cases, List<CountedRemedy> remedies, ReportFigures? previous) =>
        new(ProactiveFigures.Of(_ => Figure.Of(0)), RequestTable.Of(year, cases, previous).Figures, RemedyTable.Of(year, remedies).Figures);

    private static void Report(string name, Func<decimal?> work)
    {
        var result = work();
        var times = new List<double>(Rounds);
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            if (work() != result)
                throw new InvalidOperationException($"{name} gave different results.");
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(FormattableString.Invariant($"{name}: {times[Rounds / 2]:0.00} ms (median of {Rounds}, best {times[0]:0.00}, worst {times[^1]:0.00})"));
    }

    private static (List<CountedCase> Cases, List<CountedRemedy> Remedies) Register(Random random)
    {
        var start = new DateOnly(2021, 1, 1);
        var cases = new List<CountedCase>(Cases);
        var remedies = new List<CountedRemedy>();
        for (var i = 1; i <= Cases; i++)
        {
            var received = start.AddDays(random.Next(5 * 365));
            DateOnly? decided = random.Next(20) == 0 ? null : received.AddDays(random.Next(90));
            cases.Add(new(CaseId.Parse($"case-{i}"), new(received.Year, i), (ApplicantKind)random.Next(6), received, decided is null ? null : (Outcome)random.Next(21), decided));
            if (random.Next(10) == 0)
                remedies.Add(new(cases[^1].Id, 1, (RemedyRoute)random.Next(3), received, RemedyResult.Upheld, received.AddDays(random.Next(400))));
        }

        return (cases, remedies);
    }
}
