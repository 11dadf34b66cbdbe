using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Requests;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Tables;

/// <summary>The tables over real cases: folds of lawful entries.</summary>
public class RegisterTablesTests
{
    private const int Steps = 800;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void After_every_lawful_entry_every_year_ties_out(int seed)
    {
        var desk = new LawfulHistories(seed, Some.Rules, Some.Day("2023-10-09"));
        foreach (var step in desk.Walk().Take(Steps))
        {
            ReportFigures? previous = null;
            for (var year = 2023; year <= step.Today.Year; year++)
            {
                var requests = RequestTable.Of(year, desk.Cases.Values.Select(one => one.Counted).OfType<CountedCase>(), previous);
                var remedies = RemedyTable.Of(year, desk.Cases.Values.SelectMany(one => one.CountedRemedies));
                previous = new(TiedReport.Figures.Proactive, requests.Figures, remedies.Figures);

                Assert.False(CrossFooting.Stops(CrossFooting.Check(previous, new(AgencyLevel.Township) { Register = requests })), $"{year} after {step.Proposal.Move}");
            }
        }
    }

    [Fact]
    public void A_thousand_rehearsals_change_no_number_of_any_report()
    {
        var desk = new LawfulHistories(14, Some.Rules, Some.Day("2024-11-04"));
        Assert.Equal(Steps, desk.Walk().Take(Steps).Count());
        var real = desk.Entries.Select(one => RequestCase.Fold(one.Key, one.Value)).ToList();

        var rehearsals = Enumerable.Range(0, 1000)
            .Select(i => desk.Entries.ElementAt(i % desk.Entries.Count))
            .Select((one, i) => RequestCase.Fold(CaseId.Parse($"rehearsal-{i}"), one.Value.Select(Rehearsed)))
            .ToList();

        Assert.Equal(1000, rehearsals.Count(one => one.IsRehearsal));
        foreach (var year in new[] { 2024, 2025, 2026 })
            Assert.Empty(LockedYears.Difference(Figures(year, real), Figures(year, [.. real, .. rehearsals])));
        Assert.NotEmpty(LockedYears.Difference(Figures(2025, real), Figures(2025, [])));
    }

    [Fact]
    public void A_decision_anew_counts_in_table_four_and_leaves_the_first_result_in_table_three()
    {
        var before = Figures(2025, [Story.Closed.Case]);

        var after = Figures(2025, [Story.Redeciding.Case]);

        Assert.Equal(["表四 行政复议 结果纠正", "表四 行政复议 总计"], LockedYears.Difference(before, after).Select(one => one.Place));
    }

    [Fact]
    public void What_was_withdrawn_before_registration_or_agreed_to_be_no_application_counts_nowhere()
    {
        var none = Figures(2025, []);

        Assert.Empty(LockedYears.Difference(none, Figures(2025, [Story.NotAnApplication.Case, Story.Submitted.Case])));
        Assert.NotEmpty(LockedYears.Difference(none, Figures(2025, [Story.Withdrawn.Case])));
    }

    private static LedgerEntry Rehearsed(LedgerEntry entry) => entry.Move switch
    {
        CaseMove.Submit move => entry with { Move = move with { Rehearsal = true } },
        CaseMove.RegisterOnBehalf move => entry with { Move = move with { Rehearsal = true } },
        CaseMove.BornOfSplit move => entry with { Move = move with { Rehearsal = true } },
        _ => entry,
    };

    private static ReportFigures Figures(int year, IReadOnlyList<RequestCase> cases) => new(
        TiedReport.Figures.Proactive,
        RequestTable.Of(year, cases.Select(one => one.Counted).OfType<CountedCase>()).Figures,
        RemedyTable.Of(year, cases.SelectMany(one => one.CountedRemedies)).Figures);
}
