using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Bot.Commands;
using Disclosure.Bot.Tests.Register;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>The register from the command line, as a newcomer, a clerk and a leader use it.</summary>
public sealed partial class RegisterWalkTests : IDisposable
{
    private readonly SampleDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task The_ten_commands_of_the_Chinese_README_take_a_request_to_the_archive() =>
        Golden.Matches(await WalkAsync("README.zh-CN.md", "## 一件申请从登记到归档"));

    [Fact]
    public async Task The_ten_commands_of_the_English_README_take_a_request_to_the_archive() =>
        Golden.Matches(await WalkAsync("README.md", "## One request from registration to the archive"));

    [Fact]
    public async Task Who_may_not_see_a_request_sees_no_name_and_who_may_says_so_aloud()
    {
        await RegisterAsync();

        var list = await _desk.RunAsync("case", "list");
        var hidden = await _desk.RunAsync("case", "show", "2026-0001", "--json");
        var admin = await _desk.RunAsync("case", "show", "2026-0001", "--reveal", "--as", "qian");
        var clerk = await _desk.RunAsync("case", "show", "2026-0001", "--reveal", "--as", "zhang");

        Assert.All([list, hidden, admin], said => Assert.DoesNotMatch("买某|13900000000|草场补贴", said.Out + said.Error));
        Assert.Equal((Exit.CouldNotRun, "qian（系统管理员）现在不能查看 〔2026〕0001号 的个人信息。\n"), (admin.Exit, admin.Error));
        Assert.Contains("买某", clerk.Out, StringComparison.Ordinal);
        Assert.Equal("正在向 zhang 显示 〔2026〕0001号 的个人信息，请勿外传。\n", clerk.Error);
    }

    [Fact]
    public async Task What_a_person_cannot_do_is_refused_with_the_reason_and_what_they_can()
    {
        await RegisterAsync();
        var said = new StringBuilder();
        foreach (var command in (string[][])
        [
            ["case", "do", "2026-0001", "同意签发", "--as", "liu"],
            ["case", "do", "2026-0001", "签字", "--as", "zhang"],
            ["case", "do", "2026-0001", "受理审查", "--as", "zhang"],
            ["case", "do", "2026-0001", "受理审查", "--as", "li", "assignee=zhang"],
            ["case", "do", "2026-0009", "受理审查", "--as", "zhang", "assignee=zhang"],
            ["case", "do", "2026-0001", "受理审查", "--as", "zhang", "--on", "2026-11-20", "assignee=zhang"],
            ["case", "do", "2026-0001", "受理审查", "--as", "zhang", "assignee=@nowhere.txt"],
            ["case", "new", "--as", "zhang", "channel=邮寄", "kind=自然人", "姓名=甲"],
            ["case", "show", "2026-0001", "--reveal"],
            ["case", "allowed", "2026-0001", "--as", "zhang"],
            ["case", "allowed", "2026-0001", "--as", "qian"],
        ])
        {
            var answer = await _desk.RunAsync(command);
            said.Append("$ ").AppendJoin(' ', command).Append('\n').Append(answer.Out).Append(answer.Error).Append("→ ").Append(answer.Exit).Append('\n');
        }

        Golden.Matches(said.ToString());
    }

    [Fact]
    public async Task Personal_text_comes_from_a_file_and_from_standard_input()
    {
        File.WriteAllText(_desk.At("wanted.txt"), "某村低保名单\n");
        _desk.Input = "某某\n";

        var said = await _desk.RunAsync("case", "new", "--as", "zhang", "channel=当面", "kind=自然人", "name=-", "proof=窗口出示", "contact=@@home", $"wanted=@{_desk.At("wanted.txt")}", "form=纸质", "route=自取");
        var shown = await _desk.RunAsync("case", "show", "2026-0001", "--reveal", "--as", "zhang");

        Assert.Equal("", said.Error);
        Assert.All(["姓名或名称：某某\n", "联系方式：@home\n", "申请内容：某村低保名单\n"], line => Assert.Contains(line, shown.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_imported_register_makes_the_tables_and_is_taken_to_the_lock()
    {
        var file = _desk.At("old.csv");
        File.WriteAllText(file, ImportSheets.Csv([.. Enumerable.Range(1, 30).Select(ThirtyRows)]));
        var said = new StringBuilder();

        foreach (var command in (string[][])
        [
            ["import", file, "--dry-run"],
            ["import", file],
            ["import", file],
            ["year", "show", "--year", "2025"],
            ["year", "show", "--year", "2025", "--cell", "表三 （二）部分公开（区分处理的，只计这一情形，不计其他情形） 自然人"],
            ["year", "tie-out", "--year", "2025", "--as", "zhang"],
            ["year", "prepare", "--year", "2025", "--as", "zhang"],
            [
                "year", "enter", "--year", "2025", "--as", "zhang", "rules-issued=0", "rules-repealed=0", "rules-in-force=0", "normative-documents-issued=1", "normative-documents-repealed=0",
                "normative-documents-in-force=3", "行政许可=0", "行政处罚=2", "行政强制=0", "fees=0", "来源=各办公室报送",
            ],
        ])
        {
            await SayAsync(said, command);
        }

        var places = Unwritten().Match((await _desk.RunAsync("year", "show", "--year", "2025")).Out).Groups[1].Value.Split('、');
        foreach (var place in places)
            await SayAsync(said, "year", "text", "--year", "2025", "--as", "zhang", $"place={place}", "text=已按要求落实。");
        File.WriteAllText(_desk.At("report.html"), "<html></html>");
        foreach (var command in (string[][])
        [
            ["year", "prepare", "--year", "2025", "--as", "zhang"],
            ["year", "tie-out", "--year", "2025", "--as", "zhang"],
            ["year", "approve", "--year", "2025", "--as", "zhang"],
            ["year", "approve", "--year", "2025", "--as", "liu"],
            ["year", "publish", "--year", "2025", "--as", "zhang", "http://www.example.gov.cn/2025.html", _desk.At("report.html")],
            ["year", "lock", "--year", "2025", "--as", "liu"],
            ["case", "do", "2025-0030", "转办理", "--as", "zhang", "--on", "2025-12-31", "--reason", "补录", "office=党政办公室"],
            ["year", "show", "--year", "2024", "--cell", "表三 予以公开"],
            ["case", "list", "--open"],
            ["case", "show", "2025-0003"],
        ])
        {
            await SayAsync(said, command);
        }

        Golden.Matches(said.ToString());
    }

    [Fact]
    public async Task Last_years_published_report_is_taken_from_its_file_and_another_years_is_refused()
    {
        string[] zeros =
        [
            "rules-issued=0", "rules-repealed=0", "rules-in-force=0", "normative-documents-issued=0", "normative-documents-repealed=0", "normative-documents-in-force=0",
            "licences=0", "penalties=0", "compulsory-measures=0", "fees=0", "source=各办公室报送",
        ];
        await RegisterAsync();
        var blank = await _desk.RunAsync("export", "--year", "2024", "--format", "html", "--draft", "--out", _desk.At("blank"));
        var unread = await _desk.RunAsync("year", "previous", "--year", "2025", "--as", "zhang", _desk.At("blank/2024-sample.html"));
        await _desk.RunAsync(["year", "enter", "--year", "2024", "--as", "zhang", .. zeros]);
        await _desk.RunAsync("export", "--year", "2024", "--format", "html", "--draft", "--out", _desk.At("out"));

        var before = await _desk.RunAsync("year", "show", "--year", "2025");
        var taken = await _desk.RunAsync("year", "previous", "--year", "2025", "--as", "zhang", _desk.At("out/2024-sample.html"));
        var after = await _desk.RunAsync("year", "show", "--year", "2025");
        var other = await _desk.RunAsync("year", "previous", "--year", "2026", "--as", "zhang", _desk.At("out/2024-sample.html"));
        var missing = await _desk.RunAsync("year", "previous", "--year", "2025", "--as", "zhang", _desk.At("nowhere.html"));

        Assert.NotEqual(Exit.CouldNotRun, blank.Exit);
        Assert.StartsWith("这份报告里有读不出的数字，请核对后再录入：表二 规章 本年制发件数", unread.Error, StringComparison.Ordinal);
        Assert.Equal("已办理：2025 年度报告 录入上年报告，现在是“编制中”。\n", taken.Out);
        Assert.Contains("还没有录入上年公布的年报", before.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有录入上年公布的年报", after.Out, StringComparison.Ordinal);
        Assert.Equal("这份报告是 2024 年的，应当是 2025 年的。\n", other.Error);
        Assert.Equal(Exit.CouldNotRun, missing.Exit);
        Assert.StartsWith("上年报告读不了：", missing.Error, StringComparison.Ordinal);
    }

    /// <summary>Every third partly granted, every fifth not held, one lapsed, one withdrawn, the last two still open at the year's end.</summary>
    private static Dictionary<string, string> ThirtyRows(int n)
    {
        var day = new DateOnly(2025, 1, 6).AddDays(n * 11);
        var row = ImportSheets.Granted($"2025-{n:0000}", day.ToString("yyyy/M/d", System.Globalization.CultureInfo.InvariantCulture), day.AddDays(9).ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture));
        if (n % 3 == 0)
            row.With(("outcome", "部分公开"), ("grounds", "含个人信息"), ("part-grounds", "（三）4"));
        else if (n % 5 == 0)
            row.With(("outcome", "本机关不掌握"), ("search", "查档案室，无"), ("kind", "商业企业"));
        if (n is 7 or > 28)
        {
            foreach (var key in (string[])["outcome", "what", "where", "answered-on", "answer-letter", "delivery", "delivery-evidence", "closed-on"])
                row.Remove(key);
        }

        return n == 7 ? row.With(("withdrawn-on", "2025-03-28"), ("withdrawal", "书面撤回")) : row;
    }

    private Task<Said> RegisterAsync() => _desk.RunAsync(
        "case", "new", "--as", "zhang", "channel=当面", "kind=自然人", "name=买某", "proof=窗口出示", "contact=13900000000", "wanted=2024年草场补贴发放表", "form=纸质", "route=自取");

    private async Task SayAsync(StringBuilder said, params string[] command)
    {
        var answer = await _desk.RunAsync(command);
        said.Append("$ ").AppendJoin(' ', command).Replace(_desk.At(""), "here").Append('\n').Append(answer.Out).Append(answer.Error).Append("→ ").Append(answer.Exit).Append('\n');
    }

    private async Task<string> WalkAsync(string readme, string heading)
    {
        var text = await File.ReadAllTextAsync(Repository.PathTo(readme), TestContext.Current.CancellationToken);
        var section = text[text.IndexOf(heading + "\n", StringComparison.Ordinal)..];
        var block = section[section.IndexOf("```sh\n", StringComparison.Ordinal)..];
        var commands = block[..block.IndexOf("\n```", StringComparison.Ordinal)].Split('\n').Where(line => line.StartsWith(Run, StringComparison.Ordinal)).Select(line => line[Run.Length..]).ToList();
        Assert.Equal(10, commands.Count);

        var said = new StringBuilder();
        foreach (var command in commands)
        {
            var answer = await _desk.RunAsync([.. Word().Matches(command).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))]);
            Assert.Equal((Exit.Fine, ""), (answer.Exit, answer.Error));
            said.Append("$ ").Append(command).Append('\n').Append(answer.Out);
        }

        return said.ToString();
    }

    private const string Run = "dotnet run --project src/Bot -- ";

    /// <summary>A word of a shell: up to a space that stands in no quotes.</summary>
    [GeneratedRegex("""(?:[^\s"]|"[^"]*")+""", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("要人写的地方：(.+)", RegexOptions.CultureInvariant)]
    private static partial Regex Unwritten();
}
