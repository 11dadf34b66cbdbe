using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Columns;

/// <summary>
/// How long a column may go without a new item: days, months or years, or no limit at all. Written as an ISO 8601 period
/// (<c>P14D</c>, <c>P2W</c>, <c>P6M</c>, <c>P1Y</c>) or <c>none</c>.
/// </summary>
/// <remarks>
/// The boundary, decided once: an item dated exactly one window ago still passes (the inspection counts 前 2 周内 and
/// 前 6 个月内 inclusively), so a column turns stale on the day after. Months are added forward from the newest item with
/// <see cref="DateOnly.AddMonths"/>: 31 August + 6 months is the last day of February, and the column is stale on 1 March.
/// Counting back from the check day would let an item of 28 February live until 31 August.
/// </remarks>
public sealed partial record UpdateWindow
{
    public static readonly UpdateWindow None = new(0, 0);
    public static readonly UpdateWindow TwoWeeks = new(0, 14);
    public static readonly UpdateWindow HalfYear = new(6, 0);
    public static readonly UpdateWindow OneYear = new(12, 0);

    private readonly int _months;
    private readonly int _days;

    private UpdateWindow(int months, int days) => (_months, _days) = (months, days);

    /// <summary>Whether a column under this window can turn stale at all.</summary>
    public bool IsLimited => _months + _days > 0;

    /// <summary>The window's length in days, for choosing warnings; a month counts as 30.</summary>
    public int ApproximateDays => _months * 30 + _days;

    /// <summary>The window the inspection rules and the township's half-year promise give a kind of column.</summary>
    public static UpdateWindow For(ColumnKind kind) => kind switch
    {
        ColumnKind.News => TwoWeeks,
        ColumnKind.Notice or ColumnKind.Policy or ColumnKind.General => HalfYear,
        ColumnKind.Yearly => OneYear,
        _ => None,
    };

    /// <summary>The first day on which a column whose newest item is of <paramref name="newest"/> is stale; null without a limit.</summary>
    public DateOnly? StaleOn(DateOnly newest) => IsLimited ? newest.AddMonths(_months).AddDays(_days + 1) : null;

    /// <exception cref="FormatException">Not a period of whole days, weeks, months or years, and not <c>none</c>.</exception>
    public static UpdateWindow Parse(string text) => TryParse(text, out var window)
        ? window
        : throw new FormatException($"'{text}' is not an update window: write P14D, P2W, P6M, P1Y or none.");

    public static bool TryParse(string? text, out UpdateWindow window)
    {
        window = None;
        if (text is null)
            return false;
        if (string.Equals(text, "none", StringComparison.OrdinalIgnoreCase))
            return true;
        if (Shape().Match(text) is not { Success: true } match)
            return false;

        var count = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (count == 0)
            return false;
        window = match.Groups[2].Value switch
        {
            "D" => new(0, count),
            "W" => new(0, 7 * count),
            "M" => new(count, 0),
            _ => new(12 * count, 0),
        };
        return true;
    }

    public override string ToString() => (_months, _days) switch
    {
        (0, 0) => "none",
        (0, var days) => string.Create(CultureInfo.InvariantCulture, $"P{days}D"),
        (var months, _) when months % 12 == 0 => string.Create(CultureInfo.InvariantCulture, $"P{months / 12}Y"),
        var (months, _) => string.Create(CultureInfo.InvariantCulture, $"P{months}M"),
    };

    [GeneratedRegex("^P([0-9]{1,3})([DWMY])$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
