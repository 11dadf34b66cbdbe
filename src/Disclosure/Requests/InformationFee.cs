namespace Disclosure.Requests;

/// <summary>
/// The information-processing fee in yuan (信息处理费, 国办函〔2020〕109号, in force from 1 January 2021): by item or by volume, one of them
/// per request and never both.
/// </summary>
public static class InformationFee
{
    /// <summary>By item: the fee of the n-th request of one applicant in a calendar month, from 1.</summary>
    public static decimal OfItem(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        return ordinal switch
        {
            <= 10 => 0,
            <= 30 => 100,
            _ => 200 + (100 * ((ordinal - 31) / 10)),
        };
    }

    /// <summary>By item: what so many requests of one applicant in one calendar month come to.</summary>
    public static decimal OfItems(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        return Enumerable.Range(1, requests).Sum(OfItem);
    }

    /// <summary>By item: each request of one applicant with its fee, in the order given; every calendar month counts from 1 again.</summary>
    public static IReadOnlyList<decimal> OfEach(IEnumerable<DateOnly> receivedOn)
    {
        var inMonth = new Dictionary<(int Year, int Month), int>();
        return [.. receivedOn.Select(day => OfItem(inMonth[(day.Year, day.Month)] = inMonth.GetValueOrDefault((day.Year, day.Month)) + 1))];
    }

    /// <summary>By volume: the fee of one request answered with so many pages (A4 or smaller, one side is one page); never added up over requests.</summary>
    public static decimal OfPages(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        return (Within(pages, 31, 100) * 10m) + (Within(pages, 101, 200) * 20m) + (Within(pages, 201, int.MaxValue) * 40m);
    }

    /// <summary>How many of the pages lie in a tier.</summary>
    private static int Within(int pages, int first, int last) => Math.Max(0, Math.Min(pages, last) - first + 1);
}
