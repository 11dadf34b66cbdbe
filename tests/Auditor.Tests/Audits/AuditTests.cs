using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Auditor.Tests.Audits;

public sealed class AuditTests : AuditFixture
{
    [Fact]
    public async Task An_audit_journals_every_column_with_its_verdict()
    {
        Put("fresh", "2026-11-20", "2026-11-02");
        Put("stale", "2026-05-01");
        Put("blank");

        var report = await AuditAsync(Column("fresh"), Column("stale"), Column("blank"), Column("gone"));

        Assert.Equal("fresh:Fresh stale:Stale blank:Empty gone:Broken", VerdictsOf(report));
        var looked = await LookedAsync();
        Assert.Equal(report.Columns.Select(column => (column.Column.Id, column.Judgement)), looked.Select(one => (one.Column, one.Judgement)));
        Assert.NotNull((await AskAsync(archive => archive.LastRunAsync(Town, Token)))!.FinishedAt);
    }

    [Fact]
    public async Task Many_columns_side_by_side_are_each_looked_at_once()
    {
        var columns = Enumerable.Range(0, 40).Select(number => Column($"c{number}")).ToArray();
        foreach (var column in columns)
            Put(column.Id.Value, "2026-11-20");

        var report = await AuditAsync(16, Token, columns);

        Assert.All(report.Columns, column => Assert.Equal(Verdict.Fresh, column.Judgement.Verdict));
        Assert.Equal(columns.Select(column => column.Url.AbsolutePath).Order(), AskedSince(0).Order());
        Assert.Equal(40, (await LookedAsync()).Count);
    }

    [Fact]
    public async Task A_column_on_which_the_auditor_fails_is_said_to_be_so_and_the_others_are_judged()
    {
        Put("one", "2026-11-20");
        Put("two", "2026-11-20");
        Put("three", "2026-05-01");
        Parts = services => services.AddSingleton<IPageSource>(provider => new FailingPages(provider.GetRequiredService<HttpPageSource>(), "/two/"));

        var report = await AuditAsync(Column("one"), Column("two"), Column("three"));

        Assert.Equal("one:Fresh two:Undetermined three:Stale", VerdictsOf(report));
        Assert.Equal((Reason.AuditorFault, nameof(InvalidOperationException)), (report.Columns[1].Judgement.Reason, report.Columns[1].Judgement.Detail));
        Assert.True(Heard.Of(1001).IsCompleted);
    }

    [Fact]
    public async Task What_a_column_was_compared_with_is_kept_beside_what_was_seen()
    {
        Portal.Page("/tz/", Page(Row(Day("2026-11-20"), 1)));
        await AuditAsync(Column("tz"));
        Clock.Advance(TimeSpan.FromDays(1));
        Portal.Page("/tz/", Page(Row(Day("2026-11-24"), 2) + Row(Day("2026-11-20"), 1)));

        await AuditAsync(Column("tz"));

        var looked = Assert.Single(await LookedAsync());
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 24)), (looked.Before!.Judgement.Newest, looked.Judgement.Newest));
        Assert.Equal(new DateOnly(2026, 11, 24), Assert.Single(looked.NewItems).PublishedOn);
    }

    [Fact]
    public async Task A_day_that_was_changed_after_publication_is_noted()
    {
        Portal.Page("/tz/", Page(Row(Day("2026-05-01"), 1)));
        await AuditAsync(Column("tz"));
        Clock.Advance(TimeSpan.FromDays(1));
        Portal.Page("/tz/", Page(Row(Day("2026-05-01"), 1).Replace("<span>2026-05-01", "<span>2026-11-20", StringComparison.Ordinal)));

        var report = await AuditAsync(Column("tz"));

        var moved = Assert.Single(report.Columns[0].Notes, note => note.Kind is NoteKind.DateMoved);
        Assert.Equal("2026-05-01 → 2026-11-20", moved.Detail);
    }

    [Fact]
    public async Task An_item_that_several_columns_show_is_published_once_and_counts_as_key_area_if_one_of_them_is()
    {
        Portal.Page("/a/", Page(RowsOf("2026-11-20", "2026-11-02", "2026-10-01")));
        Portal.Page("/b/", Page(RowsOf("2026-11-20")));
        Put("c", "2026-09-09", "2025-12-31");

        await AuditAsync(Column("a"), Column("b", keyArea: true), Column("c"));

        var year = await AskAsync(archive => archive.PublicationsAsync(Town, 2026, Token));
        Assert.Equal((4, 1), (year.Count, year.Count(one => one.KeyArea)));
        Assert.Equal(["a", "b"], Assert.Single(year, one => one.KeyArea).Columns.Select(id => id.Value));
    }

    [Fact]
    public async Task A_walk_that_stops_at_known_ground_keeps_the_number_counted_before()
    {
        Portal.Page("/tz/", Ten("2026-11-20", 1, Trs(3, 0)));
        Portal.Page("/tz/index_1.html", Ten("2026-09-08", 2, Trs(3, 1)));
        Portal.Page("/tz/index_2.html", Ten("2026-06-30", 3, Trs(3, 2)));
        var first = await AuditAsync(Column("tz"));
        Clock.Advance(TimeSpan.FromDays(1));
        var asked = Portal.Log.Count;
        Portal.Page("/tz/", Ten("2026-11-20", 1, Trs(3, 0)).Replace("<ul class=\"list\">", "<ul class=\"list\">" + Row(Day("2026-11-24"), 99), StringComparison.Ordinal));

        var second = await AuditAsync(Column("tz"));

        Assert.Equal((new ItemCount(30, true), new ItemCount(31, false)), (first.Columns[0].Count!.Value, second.Columns[0].Count!.Value));
        Assert.DoesNotContain("/tz/index_2.html", AskedSince(asked));
    }

    /// <summary>Pages over HTTP, but one address makes the program itself fail.</summary>
    private sealed class FailingPages(IPageSource pages, string path) : IPageSource
    {
        public Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken) =>
            request.Address.AbsolutePath == path ? throw new InvalidOperationException("a bug") : pages.FetchAsync(request, cancellationToken);
    }
}
