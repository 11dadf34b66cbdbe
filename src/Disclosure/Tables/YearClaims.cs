using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Tables;

/// <summary>TXT-YEAR: the period is the report year from 1 January to 31 December, and no sentence opens in another year.</summary>
internal static partial class YearClaims
{
    public static void Check(ProseSentence sentence, int year, ProseSection section, List<TieOutFinding> findings)
    {
        var expected = year.ToString(CultureInfo.InvariantCulture);
        if (Period().Match(sentence.Clean) is { Success: true } period)
        {
            var whole = $"{year}年1月1日至{year}年12月31日";
            var end = period.Groups["toYear"].Success ? period.Groups["toYear"].Value : period.Groups["fromYear"].Value;
            if ($"{period.Groups["fromYear"]}年{period.Groups["from"]}至{end}年{period.Groups["to"]}" != whole)
                findings.Add(new("TXT-YEAR", FindingSeverity.Warning, sentence.Printed, period.Value, whole, []));
            return;
        }

        var named = ReportOf().Match(sentence.Clean) is { Success: true } title ? title : Opening().Match(sentence.Clean);
        if (named.Success && named.Groups["year"].Value != expected && !LooksAhead(named, sentence, year, section))
            findings.Add(new("TXT-YEAR", FindingSeverity.Warning, sentence.Printed, named.Groups["year"].Value, expected, []));
    }

    /// <summary>Improvements are lawfully announced for the year that follows.</summary>
    private static bool LooksAhead(Match named, ProseSentence sentence, int year, ProseSection section) =>
        named.Groups["year"].Value == (year + 1).ToString(CultureInfo.InvariantCulture)
        && (section.Heading.Contains("改进", StringComparison.Ordinal) || Plans().IsMatch(sentence.Clean));

    [GeneratedRegex(@"(?<fromYear>\d{4})年(?<from>\d{1,2}月\d{1,2}日)[起]?(?:至|到|—|-|–|~)+(?:(?<toYear>\d{4})年)?(?<to>\d{1,2}月\d{1,2}日)", RegexOptions.CultureInvariant)]
    private static partial Regex Period();

    [GeneratedRegex(@"(?<year>(?:19|20)\d{2})年度?(?:政府)?信息公开(?:工作)?(?:年度)?报告", RegexOptions.CultureInvariant)]
    private static partial Regex ReportOf();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]是|（[一二三四五六七八九十]）|截至|截止)?(?<year>(?:19|20)\d{2})年(?!以来|起|同期|结转|[至到—-])", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex("将|计划|下一步|拟|打算|继续", RegexOptions.CultureInvariant)]
    private static partial Regex Plans();
}
