using Disclosure.Bot.Sample;

namespace Disclosure.Bot.Tests.Sample;

public class SampleTemplateTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    public static TheoryData<string, string> Renderings => new()
    {
        { "{{day -1}}", "2026-02-28" },
        { "{{day 0 yyyyMM}}", "202603" },
        { "{{day -60 yyyy年M月d日}}", "2025年12月31日" },
        { "{{day +1 d}}", "2" },
        { "{{date}}", "2026-02-09" },
        { "{{date MM-dd}}", "02-09" },
        { "{{name}}", "A&amp;B &lt;甲&gt;" },
        { "\"{{json quoted}}\"", "\"say \\\"甲\\\"\"" },
        { "{{each items}}{{if notFirst}},{{end}}{{index}}{{number}}{{title}}{{end}}", "01一,12二" },
        { "{{if empty}}never{{end}}{{if name}}always{{end}}", "always" },
        { "{{literal #each data}}", "{{#each data}}" },
        { "{{include other}}", "from the other" },
        { "plain } text {", "plain } text {" },
    };

    public static TheoryData<string, string> Faults => new()
    {
        { "\n{{dya -3}}", "a.html(2): unknown placeholder '{{dya -3}}'" },
        { "{{day soon}}", "a.html(1): unknown placeholder '{{day soon}}'" },
        { "x\ny\n{{day 0 '}}", "a.html(3): ''' is not a date format" },
        { "{{unknown}}", "a.html(1): unknown placeholder '{{unknown}}'; known here: name" },
        { "{{each nothing}}{{end}}", "a.html(1): unknown placeholder '{{nothing}}'; no such list here" },
        { "{{each items}}\n", "a.html(1): '{{each items}}' has no {{end}}" },
        { "{{end}}", "a.html(1): unknown placeholder '{{end}}'" },
        { "{{name", "a.html(1): '{{' without '}}'" },
    };

    [Theory]
    [MemberData(nameof(Renderings))]
    public void A_placeholder_becomes_what_it_says(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_faulty_placeholder_is_refused_by_file_and_line(string template, string message) =>
        Assert.StartsWith(message, Assert.Throws<SamplePortalException>(() => Render(template)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_date_where_nothing_has_one_is_refused()
    {
        var template = SampleTemplate.Parse("a.html", "{{date}}", Other);

        var fault = Assert.Throws<SamplePortalException>(() => template.Render(new SampleValues(new Dictionary<string, string>()), Today));

        Assert.Contains("nothing here has a date", fault.Message, StringComparison.Ordinal);
    }

    private static string Render(string template) => SampleTemplate.Parse("a.html", template, Other).Render(
        new SampleValues(
            new Dictionary<string, string> { ["name"] = "A&B <甲>", ["quoted"] = "say \"甲\"", ["empty"] = "" },
            new Dictionary<string, IReadOnlyList<SampleValues>> { ["items"] = [Titled("一"), Titled("二")] },
            new DateOnly(2026, 2, 9)),
        Today);

    private static SampleValues Titled(string title) => new(new Dictionary<string, string> { ["title"] = title });

    private static SampleTemplate Other(string name) => SampleTemplate.Parse(name, "from the " + name, Other);
}
