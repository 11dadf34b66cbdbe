using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

public class RemedyTableTests
{
    [Theory]
    [InlineData("2024-11-05", null, null, 2023, null)]
    [InlineData("2024-11-05", null, null, 2024, RemedyHeading.Pending)]
    [InlineData("2024-11-05", null, null, 2025, RemedyHeading.Pending)]
    [InlineData("2024-11-05", RemedyResult.Upheld, "2025-02-01", 2024, RemedyHeading.Pending)]
    [InlineData("2024-11-05", RemedyResult.Upheld, "2025-02-01", 2025, RemedyHeading.Upheld)]
    [InlineData("2024-11-05", RemedyResult.Upheld, "2025-02-01", 2026, null)]
    [InlineData("2025-03-01", RemedyResult.Corrected, "2025-12-31", 2025, RemedyHeading.Corrected)]
    [InlineData("2025-03-01", RemedyResult.Other, "2026-01-01", 2025, RemedyHeading.Pending)]
    public void A_remedy_counts_by_its_result_in_the_year_and_as_pending_before(string opened, RemedyResult? result, string? decided, int year, RemedyHeading? heading)
    {
        var table = RemedyTable.Of(year, [Requests.Remedy(RemedyRoute.DirectLitigation, opened, result, decided)]);

        RemedyHeading[] expected = heading is { } one ? [one, RemedyHeading.Total] : [];
        Assert.Equal(expected, Enum.GetValues<RemedyHeading>().Where(h => table.Figures[RemedyRoute.DirectLitigation, h].Value == 1));
    }

    [Fact]
    public void A_lawsuit_after_reconsideration_is_no_direct_one_and_the_reconsideration_still_counts()
    {
        var table = RemedyTable.Of(2025,
        [
            Requests.Remedy(RemedyRoute.Reconsideration, "2025-03-01", RemedyResult.Upheld, "2025-04-20"),
            Requests.Remedy(RemedyRoute.LitigationAfterReconsideration, "2025-05-06", remedy: 2),
        ]);

        Assert.Equal(
            [(1m, 0m), (0m, 0m), (0m, 1m)],
            Enum.GetValues<RemedyRoute>().Select(route => (table.Figures[route, RemedyHeading.Upheld].Value!.Value, table.Figures[route, RemedyHeading.Pending].Value!.Value)));
    }

    [Fact]
    public void The_total_lists_the_remedies_of_its_block()
    {
        var table = RemedyTable.Of(2025, [Requests.Remedy(RemedyRoute.Reconsideration, "2025-03-01"), Requests.Remedy(RemedyRoute.Reconsideration, "2025-04-01", RemedyResult.Other, "2025-05-01", 2)]);

        Assert.Equal([2, 1], table.RemediesOf(RemedyRoute.Reconsideration, RemedyHeading.Total).Select(one => one.Remedy));
    }

    [Fact]
    public void A_result_before_its_opening_is_refused_instead_of_counted() =>
        Assert.Throws<ArgumentException>(() => RemedyTable.Of(2025, [Requests.Remedy(RemedyRoute.Reconsideration, "2025-03-02", RemedyResult.Other, "2025-03-01")]));
}
