using System.Text;
using System.Text.Json;
using Disclosure.Bot.Commands;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Commands;

public sealed class DeadlineCommandTests : IDisposable
{
    /// <summary>Everything a ledger can show in one case: two consultations at once, a holiday, an extension, a working Sunday to end on.</summary>
    private static readonly string[] Rich =
    [
        "--received", "2025-08-04", "--submitted", "2025-08-01", "--channel", "online", "--today", "2025-08-20",
        "--event", "consult 2025-08-11..2025-08-22 delivered 2025-08-12", "--event", "agency 2025-08-15..2025-08-19", "--event", "extend 11 notified 2025-09-02",
    ];

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Zh", false)]
    [InlineData("En", false)]
    [InlineData("Zh", true)]
    public async Task Every_day_of_a_long_case_is_told_with_its_reason(string language, bool terminal)
    {
        Assert.Equal(0, await RunAsync(terminal, [.. Rich, "--explain", "--lang", language]));

        Assert.Equal("", _error.ToString());
        Golden.Matches(_out.ToString(), $"{language}{(terminal ? ".terminal" : "")}.txt");
    }

    [Fact]
    public async Task The_json_is_frozen()
    {
        Assert.Equal(0, await RunAsync([.. Rich, "--json"]));

        Golden.Matches(_out.ToString(), "json");
    }

    public static TheoryData<string, string> Cases => new()
    {
        { "plain", "--received 2025-05-20 --today 2025-06-12" },
        { "due today", "--received 2025-05-20 --today 2025-06-18" },
        { "overdue by a weekend", "--received 2025-05-22 --today 2025-06-22" },
        { "overdue by days", "--received 2025-05-20 --today 2025-06-30" },
        { "consulting, not delivered", "--received 2025-05-20 --today 2025-06-12|consult 2025-05-26.." },
        { "consulting, delivered", "--received 2025-05-20 --today 2025-06-12|agency 2025-05-26.. delivered 2025-05-27" },
        { "correction awaited", "--received 2025-05-20 --today 2025-06-12|correction 2025-05-29.." },
        { "correction awaited from today", "--received 2025-05-20 --today 2025-05-29|correction 2025-05-29.." },
        { "corrected", "--received 2025-05-20 --today 2025-06-17|correction 2025-05-29..2025-06-16" },
        { "fee awaited", "--received 2025-05-20 --today 2025-06-12|fee 2025-05-29.. delivered 2025-05-30" },
        { "fee awaited, not delivered", "--received 2025-05-20 --today 2025-06-12|fee 2025-05-29.." },
        { "paid", "--received 2025-05-20 --today 2025-06-17|fee 2025-05-29..2025-06-16" },
        { "postponed", "--received 2025-05-20 --today 2025-06-12|postpone 2025-07-31" },
        { "answered", "--received 2025-05-20 --today 2025-07-12|answered 2025-06-18" },
        { "to decide anew", "--received 2025-05-20 --today 2025-09-12|answered 2025-06-18|term 2025-10-31" },
        { "events in any order", "--received 2025-05-20 --today 2025-07-01|extend 20 notified 2025-06-30|consult 2025-06-05..2025-06-18|consult 2025-05-26..2025-06-12" },
        { "another length", "--received 2025-05-20 --today 2025-05-20 --working-days 7" },
        { "a year without a notice", "--received 2026-12-10 --today 2026-12-10" },
    };

    [Fact]
    public async Task Every_standing_reads_well()
    {
        var text = new StringBuilder();
        foreach (var (what, line) in Cases.Select(row => row.Data))
        {
            Assert.Equal(0, await RunAsync(Split(line)));
            text.Append("# ").Append(what).Append('\n').Append(Taken(_out)).Append('\n');
        }

        Golden.Matches(text.ToString());
    }

    [Theory]
    [InlineData("beside", null)]
    [InlineData("decides", "2025-01-01")]
    public async Task Where_the_region_differs_both_days_are_shown(string what, string? decidesFrom)
    {
        ConfigureRegion(decidesFrom);

        Assert.Equal(0, await RunAsync("--received", "2025-05-20", "--today", "2025-06-19", "--explain", "--config", _folder.Path));
        Assert.Equal(0, await RunAsync("--received", "2026-05-20", "--today", "2026-05-20", "--config", _folder.Path));

        Assert.Equal("", _error.ToString());
        Golden.Matches(_out.ToString(), what + ".txt");
    }

    public static TheoryData<string> Refused =>
    [
        "",
        "--received 20250520",
        "--received 2025-02-30",
        "--received 1925-05-20",
        "--received 2025-05-20 --today tomorrow",
        "--received 2025-05-20 --submitted 2025-05-21",
        "--received 2025-05-20 --submitted 2025-05-19 --channel in-person",
        "--received 2025-05-20 --channel pigeon",
        "--received 2025-05-20 --working-days 0",
        "--received 2025-05-20 --working-days twenty",
        "--received 2025-05-20|consulted 2025-05-26..2025-06-12",
        "--received 2025-05-20|consult 2025-05-26",
        "--received 2025-05-20|consult 2025-05-32..2025-06-12",
        "--received 2025-05-20|consult 2025-05-26..3025-06-12",
        "--received 2025-05-20|consult 2025-06-12..2025-05-26",
        "--received 2025-05-20|consult 2025-05-19..2025-05-26",
        "--received 2025-05-20|consult 2025-05-26..2025-06-12 delivered 2025-06-13",
        "--received 2025-05-20|extend 21 notified 2025-06-10",
        "--received 2025-05-20|extend 0 notified 2025-06-10",
        "--received 2025-05-20|extend 20 notified 2025-06-19",
        "--received 2025-05-20|extend 5 notified 2025-06-10|extend 5 notified 2025-06-11",
        "--received 2025-05-20|correction 2025-05-29..2025-06-16|correction 2025-06-17..",
        "--received 2025-05-20|correction 2025-05-29..2025-06-16|consult 2025-06-10..2025-06-20",
        "--received 2025-05-20|fee 2025-05-29..|extend 5 notified 2025-06-10",
        "--received 2025-05-20|answered 2025-06-10|extend 5 notified 2025-06-11",
    ];

    [Theory]
    [InlineData("Zh")]
    [InlineData("En")]
    public async Task What_cannot_be_tried_is_refused_with_what_to_write_instead(string language)
    {
        var text = new StringBuilder();
        foreach (var line in Refused.Select(row => row.Data))
        {
            Assert.Equal(2, await RunAsync([.. Split(line), "--lang", language]));
            text.Append("> ").Append(line).Append('\n').Append(Taken(_error));
        }

        Assert.Equal("", _out.ToString());
        Golden.Matches(text.ToString(), $"{language}.txt");
    }

    [Fact]
    public async Task Without_a_calendar_every_day_is_provisional()
    {
        Assert.Equal(0, await RunAsync("--received", "2025-05-20", "--json", "--config", _folder.Path));

        using var written = JsonDocument.Parse(_out.ToString());
        Assert.True(written.RootElement.GetProperty("provisional").GetBoolean());
    }

    [Fact]
    public async Task A_configuration_that_is_not_there_is_said_to_be_missing()
    {
        Assert.Equal(2, await RunAsync("--received", "2025-05-20", "--config", _folder.File("none")));

        Assert.Contains("文件不存在", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_next_year_without_a_notice_is_a_warning_of_check_config()
    {
        var line = new CommandLine(Some.Terminal(_out, _error));

        Assert.Equal(0, await line.RunAsync(["check-config", "--config", Repository.PathTo("config")], TestContext.Current.CancellationToken));

        Assert.Contains("2027.json：2027 年的放假通知还没有录入", _error.ToString(), StringComparison.Ordinal);
    }

    private static string[] Split(string line)
    {
        var parts = line.Split('|');
        return [.. parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), .. parts.Skip(1).SelectMany(text => new[] { "--event", text })];
    }

    private static string Taken(StringWriter writer)
    {
        var text = writer.ToString();
        writer.GetStringBuilder().Clear();
        return text;
    }

    private void ConfigureRegion(string? decidesFrom)
    {
        foreach (var file in Directory.GetFiles(Repository.PathTo("config", "calendar"), "*.json", SearchOption.AllDirectories))
        {
            var copy = _folder.File(Path.GetRelativePath(Repository.PathTo("config"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(_folder.File("appsettings.json"), JsonSerializer.Serialize(new { Calendar = new { Region = "xinjiang", RegionDecidesFrom = decidesFrom } }));
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(terminal: false, args);

    private Task<int> RunAsync(bool terminal, string[] args) => new CommandLine(Some.Terminal(_out, _error, terminal)).RunAsync(
        ["deadline", .. args, .. args.Contains("--config") ? Array.Empty<string>() : ["--config", Repository.PathTo("config")]],
        TestContext.Current.CancellationToken);
}
