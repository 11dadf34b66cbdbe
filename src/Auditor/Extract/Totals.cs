using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>How many items a page says its column holds.</summary>
/// <remarks>
/// Only what is a column's size by its place: a pager's record count or <c>共52条</c>. A variable named <c>total</c> is often the number of
/// rows on this page and is not read. A number smaller than the rows already seen is some other number.
/// </remarks>
internal static partial class Totals
{
    /// <summary>Sizes at which Ucap stops counting: a floor, not a total.</summary>
    private static readonly int[] Caps = [200, 500];

    /// <param name="rowsOnPage">Rows read from the page.</param>
    public static ItemCount? Declared(string text, int rowsOnPage)
    {
        var call = PagerCall.Find(text);
        if (call?.Records is { } records && records >= rowsOnPage && records > 0)
            return new(records, !(call.CountsFromOne && Caps.Contains(records)));

        foreach (Match match in Sentence().Matches(text))
        {
            if (int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= rowsOnPage && number > 0)
                return new(number, true);
        }

        return call switch
        {
            { Pages: 1 } when rowsOnPage > 0 => new(rowsOnPage, true),
            { Pages: > 1 } when rowsOnPage > 0 && call.Current == 1 => new((call.Pages - 1) * rowsOnPage + 1, false),
            _ => null,
        };
    }

    [GeneratedRegex(@"共(?:有|计)?\s*(?:<[^<>]{1,80}>\s*)?(\d{1,7})\s*(?:</[a-z]{1,10}>\s*)?条(?!\s*(?:措施|意见|建议|规定|款))", RegexOptions.IgnoreCase)]
    private static partial Regex Sentence();
}
