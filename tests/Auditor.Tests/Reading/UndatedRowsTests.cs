using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor.Tests.Reading;

public class UndatedRowsTests : ReadingFixture
{
    [Fact]
    public async Task Rows_without_days_are_dated_by_their_articles()
    {
        Portal.Page("/zn/", Undated("3001", "3002", "3003"));
        Articles(("3001", "2026-09-01"), ("3002", "2026-10-01"), ("3003", "2026-11-01"));

        var reading = await ReadAsync("zn/");

        Assert.Equal((Day("2026-11-01"), Verdict.Fresh), (NewestOf(reading), VerdictOf(reading)));
        Assert.Equal("/info/3003.htm", reading.Deciding!.Final.AbsolutePath);
    }

    [Fact]
    public async Task The_highest_numbers_are_opened_first_and_few_of_them()
    {
        Portal.Page("/zn/", Undated("3001", "3009", "3002", "3008", "3003", "3007", "3004"));
        Articles(("3009", "2026-11-01"), ("3008", "2026-10-01"));

        await ReadAsync("zn/", options: new() { MaxArticles = 2 });

        Assert.Equal(["/zn/", "/info/3009.htm", "/info/3008.htm"], Asked);
    }

    [Fact]
    public async Task Old_articles_do_not_prove_a_column_stale_while_others_are_unopened()
    {
        Portal.Page("/zn/", Undated("a", "b", "c", "d"));
        Articles(("a", "2025-03-01"), ("b", "2025-02-01"));

        var reading = await ReadAsync("zn/", options: new() { MaxArticles = 2 });

        Assert.Equal(Verdict.Undetermined, VerdictOf(reading));
    }

    [Fact]
    public async Task Articles_whose_days_fall_with_their_numbers_prove_a_column_stale()
    {
        Portal.Page("/zn/", Undated("3001", "3009", "3002", "3008", "3003", "3007", "3004"));
        Articles(("3009", "2025-03-01"), ("3008", "2025-02-01"), ("3007", "2025-01-01"));

        var reading = await ReadAsync("zn/", options: new() { MaxArticles = 3 });

        Assert.Equal((Day("2025-03-01"), Verdict.Stale), (NewestOf(reading), VerdictOf(reading)));
    }

    [Fact]
    public async Task A_column_without_a_day_anywhere_is_undated()
    {
        Portal.Page("/zn/", Undated("3001", "3002", "3003"));
        Articles(("3001", ""), ("3002", ""), ("3003", ""));

        Assert.Equal(Verdict.Undated, VerdictOf(await ReadAsync("zn/")));
    }

    [Fact]
    public async Task A_column_whose_articles_cannot_be_opened_is_undetermined()
    {
        Portal.Page("/zn/", Undated("3001", "3002", "3003"));

        Assert.Equal(Verdict.Undetermined, VerdictOf(await ReadAsync("zn/")));
    }

    [Fact]
    public async Task An_opened_article_is_noted_when_it_came_late_or_holds_personal_numbers()
    {
        Portal.Page("/zn/", Undated("3001", "3002", "3003"));
        Articles(("3001", "2026-09-01"), ("3002", "2026-10-01"));
        Portal.Page("/info/3003.htm", Article("2026-11-01", "<p>成文日期：2026-05-06</p><p>证件号 11010519491231002X，电话 13912345678。</p>"));

        var reading = await ReadAsync("zn/", workingDays: (made, published) => published.DayNumber - made.DayNumber);

        Assert.Equal([NoteKind.PublishedLate, NoteKind.IdNumber, NoteKind.MobileNumber], reading.Notes.Where(note => note.Address.EndsWith("3003.htm", StringComparison.Ordinal)).Select(note => note.Kind));
        Assert.All(reading.Notes, note => Assert.DoesNotContain("1234", note.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_of_lateness_when_the_calendar_does_not_know()
    {
        Portal.Page("/zn/", Undated("3001", "3002", "3003"));
        Articles(("3001", "2026-09-01"), ("3002", "2026-10-01"));
        Portal.Page("/info/3003.htm", Article("2026-11-01", "<p>成文日期：2026-05-06</p>"));

        Assert.Empty((await ReadAsync("zn/", workingDays: (_, _) => null)).Notes);
    }

    [Fact]
    public async Task The_list_itself_is_noted_where_an_inspector_would_look()
    {
        const string rows = "<li><span>2026-12-24</span><a href=\"/tzgg/202611/t20261120_1.html\">关于来年事项的公告</a></li>"
            + "<li><span>2026-11-20</span><a href=\"/tzgg/202605/t20260506_2.html\">关于前事项的公告</a></li>"
            + "<li><span>2026-11-19</span><a href=\"/tzgg/202611/t20261119_3.html\">关于某人（13912345678）的公示</a></li>"
            + "<li><a href=\"/tzgg/info/4.html\">关于无日期事项的公告</a></li>";
        Portal.Page("/tzgg/", Page(rows));

        var reading = await ReadAsync("tzgg/");

        Assert.Equal((Day("2026-12-24"), Verdict.Fresh), (NewestOf(reading), VerdictOf(reading)));
        Assert.Superset(
            new HashSet<NoteKind> { NoteKind.FutureDate, NoteKind.DateFarFromAddress, NoteKind.MobileNumber, NoteKind.UndatedItem },
            reading.Notes.Select(note => note.Kind).ToHashSet());
        Assert.All(reading.Notes, note => Assert.DoesNotContain("12345", note.Detail, StringComparison.Ordinal));
    }

    private void Articles(params (string Id, string Day)[] articles)
    {
        foreach (var (id, day) in articles)
            Portal.Page($"/info/{id}.htm", Article(day, "<p>正文若干字。</p>"));
    }

    private static string Article(string day, string body) =>
        $"<html><head><title>某事项</title><meta name=\"ArticleTitle\" content=\"某事项\">{(day.Length == 0 ? "" : $"<meta name=\"PubDate\" content=\"{day} 09:00\">")}</head><body><h1>某事项</h1><div class=\"content\">{body}</div></body></html>";

    private static string Undated(params string[] ids) => Page(string.Concat(ids.Select((id, index) => $"<li><a href=\"/info/{id}.htm\" target=\"_blank\">关于某事项的公告之{index}</a></li>\n")));
}
