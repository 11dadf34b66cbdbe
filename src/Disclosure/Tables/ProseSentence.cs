using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Tables;

/// <summary>A sentence of a report with its numbers lifted out, so that a rule sees only words and where a number stands.</summary>
/// <param name="Printed">As it stands in the report.</param>
/// <param name="Clean">Without blanks, titles and document numbers; digits and letters in their plain form.</param>
/// <param name="Words">The clean sentence with every count as '#', and years as 本年, 上年, 下年 or 某年 of the report year.</param>
/// <param name="Quantities">The counts in order.</param>
internal sealed partial record ProseSentence(string Printed, string Clean, string Words, IReadOnlyList<Quantity> Quantities)
{
    /// <summary>No sentence of a report is longer; what is comes from a page that was not read well, or from someone who wants to keep us busy.</summary>
    private const int Longest = 1000;

    public static IEnumerable<ProseSentence> Of(string text, int year) => text
        .Split(['。', '！', '？', '；', '!', '?', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(sentence => sentence.Chunk(Longest))
        .Select(piece => Read(new string(piece), year));

    private static ProseSentence Read(string printed, int year)
    {
        var clean = Cleaned(printed);
        var quantities = new List<Quantity>();
        var words = Numbers().Replace(clean, match => Lifted(match, year, quantities));
        return new(printed, clean, words, quantities);
    }

    private static string Cleaned(string printed)
    {
        // Full-width digits and letters become plain ones; a blank parts two numbers and nothing else.
        var plain = new StringBuilder(printed.Length);
        foreach (var c in printed)
            plain.Append(c is >= '０' and <= '９' or '．' or '％' ? (char)(c - 0xFEE0) : char.IsWhiteSpace(c) ? ' ' : c);
        var text = BlankBetweenNumbers().Replace(plain.ToString(), "，").Replace(" ", "", StringComparison.Ordinal);
        text = Titles().Replace(text, "");
        // "Citizens, legal persons and other organisations" names everyone, not a heading of the table.
        text = Everyone().Replace(text, "公众");
        text = ChineseYear().Replace(text, match => ChineseNumeral.TryParse(match.Groups[1].ValueSpan, out var year) ? $"{year}年" : match.Value);
        return AmongThem().Replace(text, "其中");
    }

    private static string Lifted(Match match, int year, List<Quantity> quantities)
    {
        if (match.Groups["year"] is { Success: true } named)
        {
            return (int.Parse(named.ValueSpan, CultureInfo.InvariantCulture) - year) switch { 0 => "本年", -1 => "上年", 1 => "下年", _ => "某年" };
        }

        if (match.Groups["other"].Success)
            return "某";
        if (QuantityOf(match) is not { } quantity)
            return match.Value;
        quantities.Add(quantity);
        return "#";
    }

    private static Quantity? QuantityOf(Match match)
    {
        var unit = match.Groups["unit"].Value;
        if (match.Groups["chinese"] is { Success: true } chinese)
            return ChineseNumeral.TryParse(chinese.ValueSpan, out var parsed) ? new(parsed, 1, match.Groups["chineseUnit"].Value, Rough: false) : null;
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        var scale = match.Groups["scale"].Value switch { "万" => 10_000m, "亿" => 100_000_000m, _ => 1m };
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000_000_000m)
            return null;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var step = scale;
        for (var place = point < 0 ? 0 : digits.Length - point - 1; place > 0; place--)
            step /= 10;
        return new(value * scale, step, unit, match.Groups["more"].Success || match.Groups["about"].Success);
    }

    [GeneratedRegex(@"(?<=\d) +(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex BlankBetweenNumbers();

    [GeneratedRegex(@"《[^》]{0,200}》|[（(][^（()）]{0,40}?[〔\[【]\d{4}[〕\]】][^（()）]{0,20}?号[)）]|[〔\[【]\d{4}[〕\]】]\d{1,5}号?|第\d{1,5}号", RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex("公民、?法人(?:和|或者?|以?及|、)其他组织", RegexOptions.CultureInvariant)]
    private static partial Regex Everyone();

    [GeneratedRegex("([〇零一二三四五六七八九]{4})年", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseYear();

    [GeneratedRegex("其中[，,：:、]", RegexOptions.CultureInvariant)]
    private static partial Regex AmongThem();

    // A year; what is counted in other things than requests, papers and money; a number of prose with its scale and unit; a Chinese numeral before a unit.
    [GeneratedRegex(
        @"(?<year>(?:19|20)\d{2})年|(?<other>\d+(?:\.\d+)?(?:%|个百分点|年|月|日|时|号|级|名|人次|人|家|户|期|楼|岁|点|届|字))" +
        @"|(?<about>近|约|逾|超过|不足)?(?<digits>(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?:\.\d+)?)(?<scale>万(?!元)|亿(?!元))?(?<more>余|多)?(?<unit>万元|元|件次|件|条|份|起|宗|例|次|个|项|篇)?" +
        @"|(?<![每逐同第任这某哪])(?<chinese>[零〇一二两三四五六七八九十百千万]{1,12})(?<chineseUnit>件(?!事)|条|份|起|宗)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}

/// <summary>A count in prose.</summary>
/// <param name="Step">The worth of its last digit: 1.2万 is exact to a thousand.</param>
/// <param name="Unit">件, 条, 万元, …; empty where none is written.</param>
/// <param name="Rough">近, 约, 余, 多: not a number to hold against a cell.</param>
internal readonly record struct Quantity(decimal Value, decimal Step, string Unit, bool Rough)
{
    public bool Means(decimal count) => Step <= 1 ? Value == count : Math.Abs(Value - count) < Step;

    public override string ToString() => Value.ToString("0.############", CultureInfo.InvariantCulture);
}
