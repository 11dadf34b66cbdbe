using System.Globalization;
using Disclosure.Time;

namespace Disclosure.Bot;

/// <summary>Dates and instants as they are written in files; instants by the office's clock.</summary>
internal static class Iso
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) => TownshipTime.AtOffice(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
