using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Tests;

/// <summary>Ordinary values, so that a test names only what matters to it.</summary>
internal static class Some
{
    public static readonly AgencyCode Agency = AgencyCode.Parse("town");

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Column Column(string id = "tzgg", ColumnKind kind = ColumnKind.Notice, string? window = null, string? exempt = null, params string[] path) => new(
        ColumnId.Parse(id), "通知公告", path, new Uri($"http://portal.example/{id}/"), kind,
        window is null ? UpdateWindow.For(kind) : UpdateWindow.Parse(window), KeyArea: false, exempt);

    public static Sighting.Listed List(bool certain, params string?[] days) => new(
        [.. days.Select((day, i) => new SightedItem($"公告{i}", $"http://portal.example/{i}.html", day is null ? null : Day(day), day is null ? DateOrigin.None : DateOrigin.Shown))],
        new ItemCount(days.Length, true), certain, "rows:ul.list");

    public static Sighting.Listed List(params string?[] days) => List(certain: true, days);

    public static Judgement Judged(Verdict verdict, string? newest = null, string? staleOn = null, int? daysLeft = null, Reason reason = Reason.WithinWindow) =>
        new(verdict, reason, newest is null ? null : Day(newest), staleOn is null ? null : Day(staleOn), daysLeft);
}
