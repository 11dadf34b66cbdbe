using System.Globalization;

namespace Disclosure.Requests;

/// <summary>The register's number of a request, running through a year of one agency: <c>2026-0003</c>, printed 〔2026〕0003号.</summary>
public readonly record struct RequestNumber : IComparable<RequestNumber>
{
    public RequestNumber(int year, int serial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2008);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2999);
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(serial, 999_999);
        (Year, Serial) = (year, serial);
    }

    /// <summary>The year of registration.</summary>
    public int Year { get; }

    /// <summary>From 1.</summary>
    public int Serial { get; }

    /// <exception cref="FormatException">The text is not a number of the register.</exception>
    public static RequestNumber Parse(string text) => TryParse(text, out var number)
        ? number
        : throw new FormatException($"'{text}' is not a request number; one looks like 2026-0003.");

    public static bool TryParse(string? text, out RequestNumber number)
    {
        number = default;
        if (text is not { Length: >= 6 and <= 11 } || text[4] != '-')
            return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            || year is < 2008 or > 2999
            || serial is < 1 or > 999_999)
        {
            return false;
        }

        number = new(year, serial);
        return true;
    }

    public int CompareTo(RequestNumber other) => Year == other.Year ? Serial.CompareTo(other.Serial) : Year.CompareTo(other.Year);

    public static bool operator <(RequestNumber left, RequestNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(RequestNumber left, RequestNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(RequestNumber left, RequestNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RequestNumber left, RequestNumber right) => left.CompareTo(right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Serial:0000}");
}
