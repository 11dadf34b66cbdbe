using Disclosure.Agencies;
using Disclosure.Alerts;
using Disclosure.Auditor;
using Disclosure.Columns;
using Disclosure.Records;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Bot.Tests;

/// <summary>Reports with one column of every verdict, as an audit of 23 November 2026 would give them.</summary>
internal static class Some
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2026-11-23T07:00:00+08:00", null);

    public static readonly Judgement Fine = new(Verdict.Fresh, Reason.WithinWindow, new(2026, 11, 20), new(2026, 12, 5), 12);

    public static Column Column(string id, string name, ColumnKind kind = ColumnKind.General, string[]? path = null, string? exempt = null) =>
        new(ColumnId.Parse(id), name, path ?? [], new($"http://a.cn/{id}/"), kind, UpdateWindow.For(kind), false, exempt);

    public static ColumnResult Result(Column column, Judgement judgement, ItemCount? count = null, Evidence? evidence = null, params Note[] notes) =>
        new(column, judgement, count, new Dictionary<int, int>(), evidence, notes);

    public static AuditReport Report(params ColumnResult[] columns) => Report("town", [], columns);

    public static AuditReport Report(string agency, IReadOnlyList<Alert> alerts, params ColumnResult[] columns)
    {
        var judged = columns.Select(c => new JudgedColumn(c.Column, c.Judgement)).ToList();
        return new(
            AgencyCode.Parse(agency),
            new("http://a.cn/"),
            Today,
            Morning,
            Morning.AddSeconds(42),
            columns,
            Inspection.Of(judged, Today, null, [.. Enumerable.Range(0, 150).Select(i => new ProbeResult(Morning.AddHours(-i), i % 10 != 0))], new InspectionLimits()),
            HalfYearPromise.Of(judged, Today),
            new PublicationCount(Today.Year, 9, 24),
            alerts,
            Resumed: false);
    }

    /// <summary>One of everything, in an order that is not the table's.</summary>
    public static AuditReport OneOfEach()
    {
        var stale = Result(Column("ys", "财政预决算", ColumnKind.General, ["法定主动公开内容", "重点领域"]), new(Verdict.Stale, Reason.PastWindow, new(2026, 5, 1), new(2026, 11, 2), -21), new(7, true));
        var due = Result(Column("tz", "通知公告", ColumnKind.Notice), new(Verdict.DueSoon, Reason.TurnsStaleSoon, new(2026, 5, 29), new(2026, 11, 30), 7), new(200, false));
        var evidence = new Evidence("http://a.cn/dt", "http://a.cn/dt/", Morning, 200, new string('a', 64), "rows:ul.list", "text", null);
        return Report(
            "town",
            [
                new(AlertKind.TurnedStale, AgencyCode.Parse("town"), "k1", stale.Column.Id, stale.Column.Name, stale.Judgement),
                new(AlertKind.DueSoon, AgencyCode.Parse("town"), "k2", due.Column.Id, due.Column.Name, due.Judgement),
                new(AlertKind.ColumnRemoved, AgencyCode.Parse("town"), "k3", ColumnId.Parse("gone"), "旧栏目", Fine),
            ],
            new ColumnResult(Column("dt", "工作动态", ColumnKind.News), Fine, new(31, true), new Dictionary<int, int> { [2025] = 12, [2026] = 19 }, evidence, []),
            Result(Column("zn", "公开指南", ColumnKind.Document), new(Verdict.Document, Reason.DocumentIsThere, new(2025, 3, 1), null, null)),
            Result(Column("fd", "法定主动公开内容", ColumnKind.Container), new(Verdict.Container, Reason.JudgedByChildren, null, null, null)),
            Result(Column("js", "脚本栏目"), new(Verdict.Undetermined, Reason.NeedsScripts, null, null, null, "app.3f2a.js")),
            Result(Column("gone", "搬走的栏目"), new(Verdict.Broken, Reason.PageNotFound, null, null, null, "HTTP 404")),
            Result(Column("waf", "被拦的栏目"), new(Verdict.Blocked, Reason.ChallengePage, null, null, null, "HTTP 521")),
            Result(Column("down", "打不开的栏目"), new(Verdict.Unreachable, Reason.TimedOut, null, null, null, "no answer\nwithin 30 s")),
            Result(Column("nodate", "无日期栏目"), new(Verdict.Undated, Reason.NoItemIsDated, null, null, null), new(3, true), null, new Note(NoteKind.UndatedItem, "http://a.cn/1", "")),
            due,
            Result(Column("kb", "空白栏目甲"), new(Verdict.Empty, Reason.ProvedEmpty, null, null, null), new(0, true)),
            stale,
            Result(Column("old", "历史专题", ColumnKind.General, null, "已归档专题"), new(Verdict.Fresh, Reason.ExemptFromWindow, new(2021, 6, 1), null, null), new(40, true)));
    }

    public static Terminal Terminal(StringWriter output, StringWriter error, bool interactive = false) =>
        new(output, error, interactive, Colour: false, interactive ? 150 : int.MaxValue, new FakeTimeProvider(Morning));
}
