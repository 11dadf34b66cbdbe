using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Records.Tests;

/// <summary>Ordinary values to build cases from.</summary>
internal static class Some
{
    public static readonly AgencyCode Town = AgencyCode.Parse("town");

    public static readonly DateTimeOffset Morning = new(2025, 3, 4, 9, 0, 0, TimeSpan.FromHours(8));

    public static SightedItem Item(string address, string title = "公告", string? day = "2025-03-01") =>
        new(title, address, day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), day is null ? DateOrigin.None : DateOrigin.Shown);

    public static ColumnLooked Looked(string column, params SightedItem[] items) => Looked(column, Verdict.Fresh, Reason.WithinWindow, items);

    public static ColumnLooked Looked(string column, Verdict verdict, Reason reason, params SightedItem[] items) => new(
        Town, Morning, "run-1", ColumnId.Parse(column), column, false, new(verdict, reason, null, null, null), null, null, 0, items, [], null);
}
