namespace Disclosure.Auditor.Extract;

/// <summary>Reads the days that portals print beside their items and keep in their addresses.</summary>
/// <remarks>
/// A wrong day is worse than none: a catalogue number taken for a date makes a dead column fresh. So a day needs its separators of one
/// kind, nothing numeric glued to either end, and a year from <see cref="Earliest"/> on. A day without its year is only believed
/// when it stands alone.
/// </remarks>
internal static class DateReader
{
    /// <summary>No portal is older; an earlier day is a typing error or something else.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    private const int LatestYear = 2099;

    /// <summary>The first day written in a text, or the day the whole text is when it lacks a year (05-06) or is split into boxes (06 2024-05).</summary>
    /// <remarks>A whole day may lie in the future, as printed; a day without a year is the latest one that does not.</remarks>
    public static DateOnly? FromText(ReadOnlySpan<char> text, DateOnly today) => Find(text, 0) is { } found ? found.Day : Alone(text, today);

    /// <summary>The first whole day (year, month and day) at or after a position.</summary>
    public static DateHit? Find(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at + 8 <= text.Length; at++)
        {
            if (Digit(text[at]) < 0 || (at > 0 && Digit(text[at - 1]) >= 0))
                continue;
            if (WholeAt(text, at) is { } hit)
                return hit;
        }

        return null;
    }

    /// <summary>The day a text is, when there is nothing in it but a date, a time and brackets.</summary>
    public static DateOnly? Alone(ReadOnlySpan<char> text, DateOnly today)
    {
        text = Bare(text);
        if (text.Length is < 3 or > 40)
            return null;
        if (Find(text, 0) is { } whole)
            return Bare(text[..whole.Start]).IsEmpty && IsTime(text[whole.End..]) ? whole.Day : null;
        return Partial(text, today);
    }

    /// <summary>The whole day an address holds in its path, by the dialects of the platforms; a month alone is none.</summary>
    /// <remarks>Addresses keep the day of creation, so this is a fallback for rows that show nothing.</remarks>
    public static DateOnly? FromAddress(string address, DateOnly today)
    {
        var path = PathOf(address);
        Span<Range> segments = stackalloc Range[16];
        var count = path.Split(segments, '/');
        for (var i = count - 1; i >= 0; i--)
        {
            var segment = path[segments[i]];
            var day = Named(segment) ?? Dashed(segment) ?? Digits(segment, i == count - 1)
                ?? (i + 1 < count ? YearThenRest(segment, path[segments[i + 1]], i + 2 < count ? path[segments[i + 2]] : default) : null);
            if (day is { } found && found >= Earliest && found.Year <= today.Year + 1)
                return found;
        }

        return null;
    }

    /// <summary>Day out of three numbers, or none when there is no such day.</summary>
    private static DateOnly? Day(int year, int month, int day) =>
        year >= Earliest.Year && year <= LatestYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateHit? WholeAt(ReadOnlySpan<char> text, int start)
    {
        if (!StandsFree(text, start))
            return null;
        var at = start;
        var first = Number(text, ref at);
        if (at - start == 8 && Day(first / 10000, first / 100 % 100, first % 100) is { } packed)
            return IsBracketed(text, start, at) ? new(packed, start, at) : null;
        if (at - start != 4)
            return null;

        var separator = Separator(text, ref at);
        if (separator == '\0' || TwoDigits(text, ref at) is not { } month)
            return null;
        var second = Separator(text, ref at);
        if (second != (separator == '年' ? '月' : separator) || TwoDigits(text, ref at) is not { } day || Day(first, month, day) is not { } found)
            return null;
        if (second != '月')
            return EndsFree(text, at) ? new(found, start, at) : null;
        var mark = SkipSpace(text, at);
        return mark < text.Length && text[mark] is '日' or '号' ? new(found, start, mark + 1) : null;
    }

    /// <summary>Nothing is glued to the front that would make the digits part of a number, a code or a range.</summary>
    private static bool StandsFree(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
            return true;
        var before = text[start - 1];
        if (char.IsAsciiLetter(before) || before is '_' or '〔' or '第' or '#')
            return false;
        return before is not ('-' or '/' or '.' or '—' or '－') || start < 2 || !(Digit(text[start - 2]) >= 0 || char.IsAsciiLetter(text[start - 2]));
    }

    private static bool EndsFree(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length)
            return true;
        var after = text[end];
        if (Digit(after) >= 0 || after is '_')
            return false;
        if (after is not ('-' or '/' or '.' or '—' or '－') || end + 1 >= text.Length || Digit(text[end + 1]) < 0)
            return true;
        return WholeAtRangeEnd(text, end + 1);
    }

    /// <summary>Whether a second whole day follows: <c>2024.05.06-2024.06.06</c> is a range, <c>2024-05-06-0012</c> a catalogue number.</summary>
    private static bool WholeAtRangeEnd(ReadOnlySpan<char> text, int start)
    {
        var at = start;
        return Number(text, ref at) is >= 1990 and <= LatestYear && at - start == 4
            && Separator(text, ref at) is var separator and not '\0' && TwoDigits(text, ref at) is not null
            && Separator(text, ref at) == separator && TwoDigits(text, ref at) is not null;
    }

    private static bool IsBracketed(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 && end == text.Length)
        || (start > 0 && end < text.Length && text[start - 1] is '[' or '(' or '（' or '【' or '［' && text[end] is ']' or ')' or '）' or '】' or '］');

    private static DateOnly? Partial(ReadOnlySpan<char> text, DateOnly today)
    {
        Span<int> numbers = stackalloc int[4];
        Span<int> widths = stackalloc int[4];
        Span<char> marks = stackalloc char[4];
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (Digit(text[at]) < 0 || count == 3)
                return count >= 2 && IsTime(text[at..]) ? Combine(numbers[..count], widths, marks, today) : null;
            var start = at;
            numbers[count] = Number(text, ref at);
            widths[count] = at - start;
            var before = at;
            marks[count] = Mark(text, ref at);
            if (at == before && at < text.Length)
                return null;
            count++;
            if (count >= 2 && at < text.Length && IsTime(text[at..]))
                return Combine(numbers[..count], widths, marks, today);
        }

        return Combine(numbers[..count], widths, marks, today);
    }

    private static DateOnly? Combine(ReadOnlySpan<int> numbers, ReadOnlySpan<int> widths, ReadOnlySpan<char> marks, DateOnly today)
    {
        if (numbers.Length == 2)
        {
            var written = marks[0] == '月' ? marks[1] is '日' or '号' : widths[0] == 2 && widths[1] == 2 && marks[0] is '-' or '/' && marks[1] is '\0' or ' ';
            return written ? LatestNotAfter(today, numbers[0], numbers[1]) : null;
        }

        if (numbers.Length != 3)
            return null;
        if (widths[1] == 4 && widths[0] <= 2 && widths[2] <= 2 && marks[0] is ' ' or '日' or '/' && marks[1] is '-' or '.' or '/' or '年')
            return Day(numbers[1], numbers[2], numbers[0]);
        if (widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2)
        {
            var boxed = marks[0] is '-' or '.' or '/' or '年' ? marks[1] == ' ' || (marks[0] == '年' && marks[1] is '月' or '-' or '/') : marks[0] == ' ' && marks[1] is '-' or '/' or '月';
            return boxed ? Day(numbers[0], numbers[1], numbers[2]) : null;
        }

        if (widths[2] == 4 && widths[0] <= 2 && widths[1] <= 2 && marks[0] is '-' or '/' or '.' or '月' && marks[1] is ' ' or '日')
            return Day(numbers[2], numbers[0], numbers[1]);
        return null;
    }

    private static DateOnly? LatestNotAfter(DateOnly today, int month, int day)
    {
        for (var year = today.Year; year >= today.Year - 4; year--)
        {
            if (Day(year, month, day) is { } found && found <= today)
                return found;
        }

        return null;
    }

    /// <summary>What stands between two numbers of a split date, folded to one character; a space when only white space does.</summary>
    private static char Mark(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        at = SkipSpace(text, at);
        if (at < text.Length && Folded(text[at]) is var mark && mark is '-' or '/' or '.' or '年' or '月' or '日' or '号')
        {
            at = SkipSpace(text, at + 1);
            return mark;
        }

        return at == text.Length ? '\0' : at > start ? ' ' : '\0';
    }

    private static char Separator(ReadOnlySpan<char> text, ref int at)
    {
        var mark = SkipSpace(text, at);
        if (mark >= text.Length || Folded(text[mark]) is var folded && folded is not ('-' or '/' or '.' or '年' or '月'))
            return '\0';
        at = SkipSpace(text, mark + 1);
        return Folded(text[mark]);
    }

    private static char Folded(char mark) => mark switch
    {
        '—' or '–' or '‐' or '－' or '−' or '―' => '-',
        '／' => '/',
        '．' => '.',
        _ => mark,
    };

    private static int? TwoDigits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        var number = Number(text, ref at);
        return at - start is 1 or 2 ? number : null;
    }

    private static int Number(ReadOnlySpan<char> text, ref int at)
    {
        var number = 0;
        for (var start = at; at < text.Length && Digit(text[at]) is >= 0 and var digit; at++)
            number = at - start < 9 ? number * 10 + digit : number;
        return number;
    }

    private static int Digit(char letter) => letter switch
    {
        >= '0' and <= '9' => letter - '0',
        >= '０' and <= '９' => letter - '０',
        _ => -1,
    };

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsSpace(text[at]))
            at++;
        return at;
    }

    private static bool IsSpace(char letter) => char.IsWhiteSpace(letter) || letter is '\u200b' or '\ufeff';

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        while (text.Length > 0 && (IsSpace(text[0]) || text[0] is '[' or '(' or '（' or '【' or '［' or '|' or '·' or '/'))
            text = text[1..];
        while (text.Length > 0 && (IsSpace(text[^1]) || text[^1] is ']' or ')' or '）' or '】' or '］' or '|' or '·' or '/'))
            text = text[..^1];
        return text;
    }

    /// <summary>Whether what follows a day is nothing or a time of day (16:59:00, T00:00+08:00, 16时59分, 星期一).</summary>
    private static bool IsTime(ReadOnlySpan<char> text)
    {
        text = Bare(text);
        if (text.StartsWith("星期", StringComparison.Ordinal) && text.Length <= 3)
            return true;
        var colon = text.IsEmpty;
        foreach (var letter in text)
        {
            if (letter is ':' or '：' or '时')
                colon = true;
            else if (Digit(letter) < 0 && !IsSpace(letter) && letter is not ('T' or 'Z' or '+' or '.' or '分' or '秒'))
                return false;
        }

        return colon;
    }

    private static ReadOnlySpan<char> PathOf(string address)
    {
        var path = address.AsSpan();
        if (path.IndexOfAny('?', '#') is >= 0 and var end)
            path = path[..end];
        if (path.IndexOf("://", StringComparison.Ordinal) is >= 0 and var host)
        {
            path = path[(host + 3)..];
            path = path.IndexOf('/') is >= 0 and var slash ? path[(slash + 1)..] : default;
        }

        return path.Trim('/');
    }

    /// <summary>TRS: <c>t20240506_1.html</c>.</summary>
    private static DateOnly? Named(ReadOnlySpan<char> segment) =>
        segment.Length > 9 && segment[0] is 't' or 'T' && segment[9] == '_' ? Packed(segment.Slice(1, 8)) : null;

    private static DateOnly? Dashed(ReadOnlySpan<char> segment) =>
        segment.Length == 10 && segment[4] == '-' && segment[7] == '-' && int.TryParse(segment[..4], out var year)
        && int.TryParse(segment.Slice(5, 2), out var month) && int.TryParse(segment[8..], out var day) ? Day(year, month, day) : null;

    /// <summary><c>/20240506/…</c> and <c>/20240506123456/…</c>; the last segment is a file's number, not a day.</summary>
    private static DateOnly? Digits(ReadOnlySpan<char> segment, bool last) =>
        !last && (segment.Length == 8 || segment.Length is >= 12 and <= 20) && !segment.ContainsAnyExceptInRange('0', '9') ? Packed(segment[..8]) : null;

    /// <summary><c>/2024/5/6/</c>, <c>/2024-05/06/</c>, <c>/202405/06/</c>.</summary>
    private static DateOnly? YearThenRest(ReadOnlySpan<char> segment, ReadOnlySpan<char> next, ReadOnlySpan<char> afterNext)
    {
        if (next.Length is not (1 or 2) || !int.TryParse(next, out var second))
            return null;
        if (segment.Length == 4 && int.TryParse(segment, out var year) && afterNext.Length is 1 or 2 && int.TryParse(afterNext, out var day))
            return Day(year, second, day);
        if (segment.Length == 7 && segment[4] == '-' && int.TryParse(segment[..4], out year) && int.TryParse(segment[5..], out var month))
            return Day(year, month, second);
        return segment.Length == 6 && int.TryParse(segment, out var yearMonth) ? Day(yearMonth / 100, yearMonth % 100, second) : null;
    }

    private static DateOnly? Packed(ReadOnlySpan<char> digits) =>
        !digits.ContainsAnyExceptInRange('0', '9') && int.TryParse(digits, out var number) ? Day(number / 10000, number / 100 % 100, number % 100) : null;
}

/// <summary>A day and where in the text it is written.</summary>
internal readonly record struct DateHit(DateOnly Day, int Start, int End);
