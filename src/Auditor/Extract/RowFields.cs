using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Disclosure.Columns;
using Disclosure.Time;

namespace Disclosure.Auditor.Extract;

/// <summary>Under which names platforms keep a row's title, address and day, and an answer's total; the first name that is there wins.</summary>
internal sealed record FieldNames(IReadOnlyList<string> Title, IReadOnlyList<string> Link, IReadOnlyList<string> Date, IReadOnlyList<string> Total)
{
    public static readonly FieldNames None = new([], [], [], []);

    public FieldNames And(FieldNames more) => new([.. Title, .. more.Title], [.. Link, .. more.Link], [.. Date, .. more.Date], [.. Total, .. more.Total]);
}

/// <summary>One row out of named fields, whatever carried them: a JSON object or the children of an XML element.</summary>
internal static partial class RowFields
{
    /// <param name="field">The value under a name, compared without case; null when there is none.</param>
    /// <returns>The row, or null when it has no title, or neither an address nor a day.</returns>
    public static SightedItem? Read(Func<string, string?> field, FieldNames names, Uri baseAddress, DateOnly today)
    {
        if (First(field, names.Title) is not { } shown || Plain(shown) is not { Length: > 0 } title)
            return null;
        var link = First(field, names.Link) is { } href ? Address(href, baseAddress) : null;
        var day = names.Date.Select(name => field(name) is { Length: > 0 } value ? Day(value, today) : null).FirstOrDefault(found => found is not null);
        if (link is null && day is null)
            return null;

        var inAddress = link is null ? null : DateReader.FromAddress(link, today);
        var origin = day is not null ? DateOrigin.Data : inAddress is not null ? DateOrigin.Address : DateOrigin.None;
        return new(title, link ?? $"{baseAddress.AbsoluteUri}#{Uri.EscapeDataString(title)}", day ?? inAddress, origin, inAddress);
    }

    /// <summary>A day in any shape a data field has: text, ISO with an offset, seconds or milliseconds since 1970.</summary>
    public static DateOnly? Day(string value, DateOnly today)
    {
        var text = value.Trim();
        if (text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch))
        {
            var day = TownshipTime.DayOf(text.Length == 13 ? DateTimeOffset.FromUnixTimeMilliseconds(epoch) : DateTimeOffset.FromUnixTimeSeconds(epoch));
            return day.Year >= 1990 ? day : null;
        }

        if (WithOffset().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return TownshipTime.DayOf(instant);
        return DateReader.FromText(text, today);
    }

    /// <summary>Markup and entities out of a title; white space folded.</summary>
    public static string Plain(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(html.Contains('<', StringComparison.Ordinal) ? Tags().Replace(html, "") : html), " ").Trim();

    private static string? First(Func<string, string?> field, IReadOnlyList<string> names) =>
        names.Select(field).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>An address, or the one for desktops out of an object of addresses (<c>{"pc":"/…"}</c>), which some platforms keep as text inside JSON.</summary>
    private static string? Address(string value, Uri baseAddress)
    {
        var href = value.Trim();
        if (href.StartsWith('{') && JsLiteral.TryParseJson(href) is { ValueKind: JsonValueKind.Object } byDevice)
        {
            href = byDevice.TryGetProperty("pc", out var pc) && pc.ValueKind is JsonValueKind.String
                ? pc.GetString()!
                : byDevice.EnumerateObject().Where(one => one.Value.ValueKind is JsonValueKind.String).Select(one => one.Value.GetString()!).FirstOrDefault() ?? "";
        }

        return href.Length == 0 || href.StartsWith("javascript", StringComparison.OrdinalIgnoreCase) ? null : Addresses.Resolve(baseAddress, href);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$")]
    private static partial Regex WithOffset();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
