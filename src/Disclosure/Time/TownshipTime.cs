namespace Disclosure.Time;

/// <summary>
/// The one place that knows the office's time zone. All limits run in Beijing time (Asia/Shanghai); Asia/Urumqi is UTC+6 and
/// wrong for deadlines even where clocks on the wall follow it.
/// </summary>
public static class TownshipTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The zone itself, for a scheduler that must be told.</summary>
    public static TimeZoneInfo TimeZone => Zone;

    /// <summary>The office's calendar day at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The instant as the office's clock shows it.</summary>
    public static DateTimeOffset AtOffice(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
