using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Columns;
using Disclosure.Requests;
using Disclosure.Tests.Time;

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

    /// <summary>The law as read by default, with the calendar as shipped.</summary>
    public static DeskRules Rules { get; } = new(new DeadlineRules(ConfiguredCalendar.National));

    /// <summary>Nine in the morning at the office.</summary>
    public static DeskDay DeskDay(string iso) => new(new DateTimeOffset(Day(iso).ToDateTime(new(1, 0)), TimeSpan.Zero), Rules);

    public static PersonalText Text { get; } = PersonalText.Of("说明");

    public static Application Application { get; } = new(
        ApplicantKind.NaturalPerson, PersonalText.Of("买买提"), IdentityProof.ShownAtCounter, null, PersonalText.Of("0998-1234567"), PersonalText.Of("2023年度灌溉工程预算"), InformationForm.Paper, ObtainingRoute.Collect);
}
