using System.Text;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>Chooses the day of publication among the days a row shows.</summary>
/// <remarks>
/// A title may name a day ("notice of the outage on 6 May"), a table may show when a document was made or until when it holds. A day that
/// stands alone beats one inside other text, a label of publication beats one without, and a day in a title counts only at
/// its very end or beginning. Among equals the earliest is taken: it can cost an alarm, never hide one.
/// </remarks>
internal static class RowDates
{
    private static readonly string[] NotPublished = ["成文", "生成", "截止", "有效", "更新", "印发", "结束", "至今", "施行", "实施", "失效"];
    private static readonly string[] Published = ["发布", "公开日期", "公开时间", "公布", "发文"];

    public static (DateOnly? Day, DateOrigin Origin) Of(Sheet sheet, RowRange row, int mainLink, int cell, int? year)
    {
        if (cell > 0 && InCell(sheet, row, cell) is { } celled)
            return (celled, DateOrigin.Shown);

        DateOnly? labelled = null, alone = null, beside = null, titled = null;
        var (label, partial) = (false, false);
        for (var at = row.From; at < row.To; at++)
        {
            ref readonly var spot = ref sheet.Outline[at];
            if (at > row.From && spot.Links > 0 && spot.Tag is Tag.Ul or Tag.Ol && !sheet.Outline.Holds(at, mainLink))
            {
                at = spot.End - 1;
                continue;
            }

            if (spot.Tag != Tag.Text)
                continue;
            var text = sheet.Outline.TextOf(at);
            if (text.Contains('&'))
                text = Outline.Decoded(text);
            if (DateReader.Alone(text, sheet.Today) is { } whole)
            {
                if (!label)
                {
                    alone = Earlier(alone, whole);
                    partial |= DateReader.Find(text, 0) is null;
                }

                label = false;
                continue;
            }

            label = Says(text, NotPublished) && text.Length < 12;
            if (DateReader.Find(text, 0) is not { } hit)
                continue;
            var before = text[..hit.Start];
            if (Says(before, Published) && before.Length < 30)
                labelled = Earlier(labelled, hit.Day);
            else if (Says(before, NotPublished) && before.Length < 30)
                continue;
            else if (!sheet.Outline.Holds(mainLink, at))
                beside = Rest(text, hit) <= 16 ? Earlier(beside, hit.Day) : beside;
            else if (AtAnEdge(text, hit))
                titled = Earlier(titled, hit.Day);
        }

        // 12-03 in one box may have its year in the next.
        if (partial && Split(sheet, row.From, row.To) is { } split && split != alone)
            alone = split;
        else if (partial && year is { } over && alone is { } day && day.Day <= DateTime.DaysInMonth(over, day.Month))
            alone = new(over, day.Month, day.Day);
        var chosen = labelled ?? alone ?? beside ?? titled ?? Split(sheet, row.From, row.To) ?? ByAttribute(sheet, row);
        return chosen is null ? (null, DateOrigin.None) : (chosen, DateOrigin.Shown);
    }

    /// <summary>The day made of neighbouring boxes: <c>&lt;b&gt;06&lt;/b&gt;&lt;i&gt;2024-05&lt;/i&gt;</c>.</summary>
    public static DateOnly? Split(Sheet sheet, int from, int to)
    {
        StringBuilder? parts = null;
        for (var at = from; at < to; at++)
        {
            if (sheet.Outline[at].Tag != Tag.Text)
                continue;
            if ((sheet.SignsOf(at) & TextSign.DayPart) != 0)
            {
                (parts ??= new()).Append(' ').Append(sheet.Outline.TextOf(at).Trim());
                continue;
            }

            if (parts?.Length > 4 && DateReader.Alone(parts.ToString(), sheet.Today) is { } day)
                return day;
            parts?.Clear();
        }

        return parts?.Length > 4 ? DateReader.Alone(parts.ToString(), sheet.Today) : null;
    }

    /// <summary>The year a list stands under when it is grouped by years (<c>&lt;h3&gt;2025年&lt;/h3&gt;</c>), for rows that print only month and day.</summary>
    public static int? YearAbove(Outline outline, int container)
    {
        for (var at = container - 1; at > 0 && at > container - 8; at--)
        {
            if (outline[at].Tag == Tag.Text)
                return PageNames.YearOf(outline.Text(at, at + 1, 8));
        }

        return null;
    }

    /// <summary>Which cell of a table's rows holds the day of publication, by the table's head; 0 when the head does not say.</summary>
    public static int PublishedCell(Sheet sheet, RowGroup group)
    {
        if (group.RowTag != Tag.Tr || HeadRow(sheet, group) is not { } head)
            return 0;
        var (cell, best, bestRank) = (0, 0, 0);
        for (var at = sheet.Outline.FirstChild(head); at < sheet.Outline[head].End; at = sheet.Outline.NextSibling(at))
        {
            cell++;
            var rank = Rank(sheet.Outline.Text(at, 20));
            if (rank > bestRank)
                (best, bestRank) = (cell, rank);
        }

        return best;
    }

    private static int? HeadRow(Sheet sheet, RowGroup group)
    {
        var outline = sheet.Outline;
        var table = outline[group.Container].Tag == Tag.Tbody ? outline[group.Container].Parent : group.Container;
        for (var at = table + 1; at < group.Rows[0].From; at++)
        {
            if (outline[at].Tag == Tag.Tr && outline[at].Links == 0 && outline[at].TextLength is > 0 and < 80)
                return at;
        }

        return null;
    }

    private static int Rank(string head)
    {
        if (Says(head, NotPublished) || head.Contains('号', StringComparison.Ordinal) || head.Contains("机关", StringComparison.Ordinal))
            return 0;
        return Says(head, Published) ? 2 : head.Contains("日期", StringComparison.Ordinal) || head.Contains("时间", StringComparison.Ordinal) ? 1 : 0;
    }

    private static DateOnly? InCell(Sheet sheet, RowRange row, int cell)
    {
        var at = sheet.Outline.FirstChild(row.From);
        for (var i = 1; i < cell && at < row.To; i++)
            at = sheet.Outline.NextSibling(at);
        return at < row.To ? DateReader.FromText(sheet.Outline.Text(at, 60), sheet.Today) : null;
    }

    private static DateOnly? ByAttribute(Sheet sheet, RowRange row)
    {
        for (var at = row.From; at < row.To; at++)
        {
            if (sheet.Outline[at].Tag is not (Tag.Span or Tag.Div or Tag.P) || !sheet.Outline[at].Node.HasAttributes)
                continue;
            foreach (var name in (string[])["datetime", "readlabel", "data-date", "data-time"])
            {
                if (sheet.Outline.Attribute(at, name) is { } value && DateReader.Alone(value, sheet.Today) is { } day)
                    return day;
            }
        }

        return null;
    }

    private static DateOnly Earlier(DateOnly? one, DateOnly other) => one is { } day && day < other ? day : other;

    private static bool Says(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Characters around a day that are neither white space nor part of a time of day.</summary>
    private static int Rest(ReadOnlySpan<char> text, DateHit hit)
    {
        var rest = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if ((i < hit.Start || i >= hit.End) && !char.IsWhiteSpace(text[i]) && !char.IsAsciiDigit(text[i]) && text[i] is not (':' or '：'))
                rest++;
        }

        return rest;
    }

    /// <summary>Set apart from a title: in figures at its end or beginning, or in brackets there.</summary>
    private static bool AtAnEdge(ReadOnlySpan<char> text, DateHit hit)
    {
        var before = text[..hit.Start].TrimEnd();
        var after = text[hit.End..].Trim();
        if (text[hit.Start..hit.End].Contains('年') && !(before.Length > 0 && before[^1] is '[' or '(' or '（' or '【'))
            return false;
        return after is "" or "]" or ")" or "）" or "】" || before is "" or "[" or "(" or "（" or "【";
    }
}
