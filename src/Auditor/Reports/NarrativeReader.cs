using System.Globalization;
using System.Text.RegularExpressions;
using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>What a report says outside its tables: whose it is and for which year, and its sections by their headings.</summary>
/// <param name="Agency">Empty when the title does not say.</param>
internal sealed record Narrative(string Title, string Agency, int? Year, IReadOnlyList<string> Introduction, IReadOnlyList<PublishedSection> Sections);

internal static partial class NarrativeReader
{
    private const string Numerals = "一二三四五六七八九十";
    private const int LongestHeading = 40;
    private const int LongestTitle = 90;

    /// <summary>A title folded over more lines than this is none.</summary>
    private const int TitleLines = 4;

    private static readonly string[] Official = [.. FormLabels.Sections.Select(heading => LabelText.Of(heading).Core)];

    /// <summary>What the page puts under an article.</summary>
    private static readonly string[] Footers = ["版权所有", "ICP备", "主办单位", "主办：", "承办单位", "网站标识码", "公网安备", "上一篇", "下一篇", "打印本页", "关闭窗口", "扫一扫", "Copyright", "责任编辑"];

    public static Narrative Read(RawReport raw)
    {
        var lines = raw.Parts.OfType<RawPart.Paragraph>().Select(paragraph => paragraph.Text).ToList();
        var (introduction, sections) = Split(lines);
        var (title, agency, year, end) = TitleOf(raw.Titles, introduction);
        return new(title, agency, year ?? YearOfPeriod(lines), end > 0 ? introduction[end..] : [.. introduction.Where(line => line.Length > LongestHeading)], sections);
    }

    private static (List<string> Introduction, List<PublishedSection> Sections) Split(List<string> lines)
    {
        var introduction = new List<string>();
        var sections = new List<(string Heading, List<string> Lines)>();
        foreach (var line in lines)
        {
            if (HeadingOf(line, sections.Count == 0 ? 0 : NumberOf(sections[^1].Heading)) is var (heading, rest))
            {
                sections.Add((heading, rest.Length > 0 ? [rest] : []));
                continue;
            }

            if (sections.Count > 0 && NumberOf(sections[^1].Heading) == Official.Length && Array.Exists(Footers, footer => line.Contains(footer, StringComparison.OrdinalIgnoreCase)))
                break;
            (sections.Count == 0 ? introduction : sections[^1].Lines).Add(line);
        }

        return (introduction, [.. sections.Select(section => new PublishedSection(section.Heading, section.Lines))]);
    }

    /// <summary>A heading is one of the form's, or numbered as the next after the last; text run on behind one of the form's is parted from it.</summary>
    private static (string Heading, string Text)? HeadingOf(string line, int last)
    {
        var number = NumberOf(line);
        if (number == 0)
            return null;
        var core = LabelText.Of(line).Core;
        if (line.Length <= LongestHeading && !line.Contains('。', StringComparison.Ordinal))
            return number == last + 1 || Array.IndexOf(Official, core) >= 0 ? (line, "") : null;
        return Array.Find(Official, heading => core.StartsWith(heading, StringComparison.Ordinal)) is { } glued && number == last + 1 ? Parted(line, glued) : null;
    }

    private static (string Heading, string Text) Parted(string line, string heading)
    {
        for (var end = heading.Length; end < line.Length; end++)
        {
            if (LabelText.Of(line[..end]).Core == heading)
                return (line[..end], line[end..].Trim());
        }

        return (line, "");
    }

    /// <summary>The number of 三、; 0 without one.</summary>
    private static int NumberOf(string line)
    {
        var plain = line.AsSpan().TrimStart();
        return plain.Length > 2 && plain[1] is '、' or '，' or '．' or '.' ? Numerals.IndexOf(plain[0], StringComparison.Ordinal) + 1 : 0;
    }

    /// <summary>The best of the lines before the text and of what the file calls itself: naming agency and year, then the year, then the subject.</summary>
    private static (string Title, string Agency, int? Year, int End) TitleOf(IReadOnlyList<string> titles, List<string> lines)
    {
        var candidates = titles.Select(title => (Text: title, End: 0)).ToList();
        for (var start = 0; start < lines.Count; start++)
        {
            var text = "";
            for (var end = start; end < Math.Min(start + TitleLines, lines.Count) && text.Length + lines[end].Length <= LongestTitle; end++)
            {
                text += lines[end];
                candidates.Add((text, end + 1));
                // What follows a whole title is not part of it.
                if (Parse(text) is { Year: not null })
                    break;
            }
        }

        var read = candidates.Select(candidate => (candidate, Found: Parse(candidate.Text))).Where(one => one.Found is not null)
            .Select(one => (one.candidate.Text, one.Found!.Value.Agency, one.Found.Value.Year, one.candidate.End)).ToList();
        var best = read.OrderBy(one => one.Agency.Length == 0).ThenBy(one => one.Year is null).FirstOrDefault();
        if (best.Text is null)
            return ("", "", null, 0);
        // The introduction begins after the last line that is the title, also when a meta told it first.
        var after = read.Where(one => one.End > 0 && one.Year == best.Year).Select(one => one.End).DefaultIfEmpty(0).Max();
        return (best.Text, best.Agency, best.Year, after);
    }

    private static (string Agency, int? Year)? Parse(string title)
    {
        var plain = ArabicYear(LabelText.Plain(title));
        if (AgencyFirst().Match(plain) is { Success: true } first)
            return (Name(first), Year(first));
        if (YearFirst().Match(plain) is { Success: true } second)
            return (Name(second), Year(second));
        return Subject().IsMatch(plain) ? ("", null) : null;
    }

    private static string Name(Match match) => match.Groups["agency"].Value is var name && name is "本机关" or "本单位" or "关于" ? "" : name;

    private static int? Year(Match match) => int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);

    private static int? YearOfPeriod(List<string> lines) => lines.Select(line => Period().Match(ArabicYear(LabelText.Plain(line)))).FirstOrDefault(match => match.Success) is { } period ? Year(period) : null;

    /// <summary>二〇二三年 → 2023年.</summary>
    private static string ArabicYear(string plain) => ChineseYear().Replace(plain, match => string.Concat(match.Value.Select(c => c is '年' ? c : (char)('0' + "〇一二三四五六七八九".IndexOf(c is '○' or '零' or 'O' or '0' ? '〇' : c, StringComparison.Ordinal)))));

    [GeneratedRegex(@"(?<agency>[\p{Lo}·]{3,40}?)(?<year>20[0-9]{2})年?度?的?(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)", RegexOptions.CultureInvariant)]
    private static partial Regex AgencyFirst();

    [GeneratedRegex(@"(?<year>20[0-9]{2})年?度?(?<agency>[\p{Lo}·]{0,40}?)(?:政府|政务)?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)$", RegexOptions.CultureInvariant)]
    private static partial Regex Subject();

    [GeneratedRegex(@"(?<year>20[0-9]{2})年1月1日(?:起)?(?:至|到|—|-|－|~)+(?:20[0-9]{2}年)?(?:当年)?12月31日", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(@"[二][〇○零O0一二三四五六七八九]{3}年", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseYear();
}
