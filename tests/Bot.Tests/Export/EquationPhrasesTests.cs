using System.Text.RegularExpressions;
using Disclosure.Bot.Tests.Conventions;
using Disclosure.Tables;

namespace Disclosure.Bot.Tests.Export;

public partial class EquationPhrasesTests
{
    /// <summary>Every rule that the checks can name, read from their own source.</summary>
    public static TheoryData<string> Ids => [.. LayeringTests.Sources("src/Disclosure/Tables").SelectMany(source => Id().Matches(source.Text)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_rules_of_the_form_are_among_them() =>
        Assert.Superset(
            new HashSet<string>(["T3-FLOW", "T3-RESULT", "T3-ROW", "T3-INT", "T3-CARRY", "T4-ROW", "T4-INT", "T2-STOCK", "T2-TOWN", "T2-NUM", "TXT-N", "TXT-CLASS", "TXT-T4", "TXT-T2", "TXT-YEAR", "TXT-FEE", "STRUCT", "ROLLUP", "REPEAT"]),
            Ids.Select(row => row.Data).ToHashSet());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_finding_is_one_sentence_whatever_it_knows(string id)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (left, right, unread) in from left in new[] { null, "", "3" } from right in new[] { null, "", "4" } from unread in new[] { false, true } select (left, right, unread))
            {
                var sentence = Phrases.In(language).Equation(new(id, FindingSeverity.Error, "表三 自然人", left, right, [], unread));
                Assert.Matches("[。.]$", sentence);
                Assert.DoesNotMatch("[{}]|“”|\"\"", sentence);
            }
        }
    }

    [Theory]
    [InlineData("T3-FLOW", "3153", "3152", false, "表三 自然人：第一项加第二项是 3153，第三项加第四项是 3152，两边应当相等。")]
    [InlineData("T3-INT", "", null, false, "表三 自然人：应填 0 或正整数，现在是“空白”；没有就填 0。")]
    [InlineData("T3-FLOW", "12+?", "15", true, "表三 自然人：有单元格没有填数字，这一项（T3-FLOW）现在无法核对，请先填好。")]
    [InlineData("STRUCT", null, "六、其他需要报告的事项", false, "格式与规定不符：没有找到标题“六、其他需要报告的事项”，或者顺序不对。")]
    public void A_clerk_reads_both_sides_and_what_to_do(string id, string? left, string? right, bool unread, string sentence) =>
        Assert.Equal(sentence, SomeReports.Texts.Equation(new(id, FindingSeverity.Error, "表三 自然人", left, right, [], unread)));

    [GeneratedRegex(@"""(T[234]-[A-Z]+|TXT-[A-Z0-9]+|STRUCT|ROLLUP|REPEAT)""")]
    private static partial Regex Id();
}
