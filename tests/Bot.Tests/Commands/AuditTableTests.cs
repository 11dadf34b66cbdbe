using Disclosure.Agencies;
using Disclosure.Auditor;
using Disclosure.Bot.Commands;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Commands;

public class AuditTableTests
{
    [Fact]
    public void A_pipe_gets_one_column_per_line_in_Chinese() => Golden.Matches(Written(Language.Zh, interactive: false, Some.OneOfEach()));

    [Fact]
    public void A_pipe_gets_one_column_per_line_in_English() => Golden.Matches(Written(Language.En, interactive: false, Some.OneOfEach()));

    [Fact]
    public void A_terminal_gets_a_table_in_Chinese() => Golden.Matches(Written(Language.Zh, interactive: true, Some.OneOfEach()));

    [Fact]
    public void A_terminal_gets_a_table_in_English() => Golden.Matches(Written(Language.En, interactive: true, Some.OneOfEach()));

    [Fact]
    public void Several_agencies_stand_apart()
    {
        var fine = Some.Result(Some.Column("dt", "工作动态"), Some.Fine);

        Golden.Matches(Written(Language.Zh, interactive: false, Some.Report("east", [], fine), Some.Report("west", [], fine)));
    }

    [Fact]
    public void Every_line_of_a_pipe_has_the_same_fields_whatever_a_page_says()
    {
        var strange = Some.Result(Some.Column("x", "名\t字\n[red]"), new(Verdict.Broken, Reason.PageNotFound, null, null, null, "a\tb\r\nc [/]"));

        var lines = Written(Language.Zh, interactive: false, Some.Report(strange)).Split('\n');

        Assert.Equal(lines[1].Count(c => c == '\t'), lines[2].Count(c => c == '\t'));
        Assert.Contains("[red]", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_looks_like_markup_does_not_break_the_table()
    {
        var strange = Some.Result(Some.Column("x", "[栏目]"), new(Verdict.Broken, Reason.PageNotFound, null, null, null, "[/]"));

        Assert.Contains("[栏目]", Written(Language.Zh, interactive: true, Some.Report(strange)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all seen and fresh", Verdict.Fresh, Reason.WithinWindow, "成立。")]
    [InlineData("one not seen", Verdict.Undetermined, Reason.NeedsScripts, "不能确定")]
    [InlineData("one out of reach", Verdict.Unreachable, Reason.TimedOut, "不能确定")]
    [InlineData("one empty", Verdict.Empty, Reason.ProvedEmpty, "不成立")]
    [InlineData("one undated", Verdict.Undated, Reason.NoItemIsDated, "不成立")]
    public void The_promise_is_never_kept_while_a_column_could_not_be_seen(string what, Verdict verdict, Reason reason, string said)
    {
        var report = Some.Report(Some.Result(Some.Column("a", "甲"), Some.Fine), Some.Result(Some.Column("b", "乙"), new(verdict, reason, verdict is Verdict.Fresh ? Some.Today : null, null, null)));

        var line = new AuditSummary(Phrases.In(Language.Zh)).Lines(report).Single(text => text.Contains("无半年以上未更新栏目", StringComparison.Ordinal));

        Assert.True(line.Contains("：" + said, StringComparison.Ordinal), $"{what}: {line}");
    }

    private static string Written(Language language, bool interactive, params AuditReport[] reports)
    {
        using var output = new StringWriter();
        var names = reports.ToDictionary(report => report.Agency, report => report.Agency == AgencyCode.Parse("town") ? "某镇人民政府" : report.Agency.Value);
        new AuditTable(Some.Terminal(output, output, interactive), Phrases.In(language)).Write(reports, names);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd(' ')));
    }
}
