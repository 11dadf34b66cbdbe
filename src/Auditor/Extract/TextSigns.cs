using System.Buffers;

namespace Disclosure.Auditor.Extract;

/// <summary>What can be told of one text by itself.</summary>
[Flags]
internal enum TextSign : byte
{
    Unknown = 0,
    Known = 1,

    /// <summary>A day is written in it.</summary>
    Day = 2,

    /// <summary>It may be one box of a day that is written in several (<c>06</c>, <c>2024-05</c>).</summary>
    DayPart = 4,

    /// <summary>The breadcrumb or the site's registration: a part of the page's frame.</summary>
    Chrome = 8,
}

/// <summary>Looks at the texts of a page one by one.</summary>
internal static class TextSigns
{
    private const int LongestDayPart = 12;

    private static readonly SearchValues<string> Registration = SearchValues.Create(["ICP备", "网站标识码", "公网安备"], StringComparison.Ordinal);
    private static readonly SearchValues<char> DayLetters = SearchValues.Create("0123456789-/.年月日号 ０１２３４５６７８９\u00a0\r\n\t[]()");

    public static TextSign Of(Outline outline, int at, DateOnly today)
    {
        ref readonly var spot = ref outline[at];
        var signs = TextSign.Known;
        if (spot.Tag != Tag.Text)
            return signs;
        var text = outline.TextOf(at);
        if (HasDay(text, today))
            signs |= TextSign.Day;
        if (IsDayPart(text.Trim()))
            signs |= TextSign.DayPart;
        if (spot.TextLength > 4 && (text.ContainsAny(Registration) || text.ContainsAny(PageNames.CrumbTexts)))
            signs |= TextSign.Chrome;
        return signs;
    }

    private static bool IsDayPart(ReadOnlySpan<char> text) => text.Length <= LongestDayPart && !text.ContainsAnyExcept(DayLetters);

    private static bool HasDay(ReadOnlySpan<char> text, DateOnly today)
    {
        if (text.Length < 3 || !text.ContainsAnyInRange('0', '9') && !text.ContainsAnyInRange('０', '９'))
            return false;
        return text.Length <= 60 ? DateReader.FromText(text, today) is not null : DateReader.Find(text, 0) is not null;
    }
}
