using Disclosure.Columns;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Auditor.Tests.Audits;

/// <summary>What staff are told over several days of audits.</summary>
public sealed class ChangesTests : AuditFixture
{
    [Fact]
    public async Task A_stale_column_is_told_once_and_its_recovery_too()
    {
        Put("tz", "2026-05-01");
        Put("xw", "2026-11-20");

        var told = await DaysAsync([Column("tz"), Column("xw")], 4, before: day =>
        {
            if (day == 2)
                Put("tz", "2026-11-25");
        });

        Assert.Equal(["tz:TurnedStale", "", "tz:Recovered", ""], told);
    }

    [Fact]
    public async Task A_column_is_lost_sight_of_after_two_runs_and_found_again_without_being_called_stale()
    {
        Put("tz", "2026-11-20");
        Put("xw", "2026-11-20");

        var told = await DaysAsync([Column("tz"), Column("xw")], 5, before: day =>
        {
            if (day == 1)
                Portal.Page("/tz/", "down", status: StatusCodes.Status503ServiceUnavailable);
            if (day == 4)
                Put("tz", "2026-11-20");
        });

        Assert.Equal(["", "", "tz:LostSight", "", "tz:Recovered"], told);
    }

    [Fact]
    public async Task A_portal_that_is_down_is_one_alert()
    {
        var columns = Enumerable.Range(0, 12).Select(number => Column($"c{number}")).ToArray();
        foreach (var column in columns)
            Put(column.Id.Value, "2026-11-20");

        var told = await DaysAsync(columns, 6, before: day =>
        {
            foreach (var id in columns.Select(column => column.Id.Value))
            {
                if (day == 1)
                    Portal.Page($"/{id}/", "down", status: StatusCodes.Status502BadGateway);
                if (day == 5)
                    Put(id, "2026-11-20");
            }
        });

        Assert.Equal(["", "", ":PortalLost", "", ""], told[..5]);
        Assert.StartsWith(":PortalRecovered", told[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_taken_off_or_put_on_the_list_is_told_once_each_time()
    {
        Put("tz", "2026-11-20");
        Put("xw", "2026-11-20");
        Column[] both = [Column("tz"), Column("xw")];
        Column[] one = [Column("tz")];

        var told = new List<string>();
        foreach (var columns in new[] { one, both, both, one, one, both, both, one, one })
            told.AddRange(await DaysAsync(columns, 1));

        Assert.Equal(["", "xw:ColumnAdded", "", "xw:ColumnRemoved", "", "xw:ColumnAdded", "", "xw:ColumnRemoved", ""], told);
        Assert.Equal(
            ["town/xw/added@2026-11-24", "town/xw/removed@2026-11-26", "town/xw/added@2026-11-28", "town/xw/removed@2026-11-30"],
            await AlertKeysAsync());
    }

    [Fact]
    public async Task An_exempt_column_is_shown_and_never_told()
    {
        Put("old", "2020-05-01");
        Put("tz", "2026-11-20");

        var told = await DaysAsync([Column("old", exempt: "已归档专题"), Column("tz")], 2);

        Assert.Equal(["", ""], told);
    }

    /// <summary>Audits on so many days in a row.</summary>
    /// <returns>What each audit told.</returns>
    private async Task<string[]> DaysAsync(Column[] columns, int days, Action<int>? before = null)
    {
        var told = new string[days];
        for (var day = 0; day < days; day++)
        {
            before?.Invoke(day);
            told[day] = AlertsOf(await AuditAsync(columns));
            Clock.Advance(TimeSpan.FromDays(1));
        }

        return told;
    }
}
