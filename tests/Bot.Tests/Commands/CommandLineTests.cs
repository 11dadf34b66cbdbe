using System.Globalization;
using System.Text;
using System.Text.Json;
using Disclosure.Auditor;
using Disclosure.Bot.Commands;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly List<AuditRequest> _asked = [];
    private Func<AuditRequest, Judgement> _judge = _ => Some.Fine;

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Nothing_to_act_on_ends_with_0_and_a_table()
    {
        Configure();

        Assert.Equal(0, await RunAsync("audit"));

        Assert.Equal("", _error.ToString());
        Assert.Contains("通知公告\t正常\t2026-11-20", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal(Some.Today, Assert.Single(_asked).Today);
    }

    public static TheoryData<Verdict, Reason> Findings => new()
    {
        { Verdict.DueSoon, Reason.TurnsStaleSoon },
        { Verdict.Stale, Reason.PastWindow },
        { Verdict.Empty, Reason.ProvedEmpty },
        { Verdict.Undated, Reason.NoItemIsDated },
        { Verdict.Unreachable, Reason.TimedOut },
        { Verdict.Blocked, Reason.ChallengePage },
        { Verdict.Broken, Reason.PageNotFound },
        { Verdict.Undetermined, Reason.NoListFound },
        { Verdict.Container, Reason.ChildrenNotConfigured },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public async Task A_column_to_act_on_ends_with_1(Verdict verdict, Reason reason)
    {
        Configure();
        _judge = _ => new(verdict, reason, new(2026, 5, 1), new(2026, 11, 2), -21);

        Assert.Equal(1, await RunAsync("audit"));
    }

    [Theory]
    [InlineData("audit", "--foo")]
    [InlineData("no-such-verb")]
    [InlineData("audit", "--today", "30.11.2026")]
    [InlineData("audit", "--today", "2026-02-30")]
    [InlineData("audit", "--agency", "nobody")]
    [InlineData("audit", "--agency", "town", "--columns", "x.json")]
    [InlineData("audit", "--columns", "absent.json")]
    [InlineData("audit", "--lang", "fr")]
    [InlineData("audit", "--json")]
    [InlineData("audit", "--config", "/no/such/folder")]
    [InlineData("check-config", "--config", "/no/such/folder")]
    [InlineData("serve", "--config", "/no/such/folder")]
    [InlineData("--config", "/no/such/folder")]
    public async Task What_cannot_be_run_ends_with_2_and_says_why(params string[] args)
    {
        Configure();

        Assert.Equal(2, await RunAsync(args));

        Assert.Empty(_asked);
        Assert.Equal("", _out.ToString());
        Assert.NotEqual("", _error.ToString());
        Assert.DoesNotContain("   at ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_is_one_sentence_and_no_stack_trace()
    {
        Configure();
        _judge = _ => throw new IOException("No space left on device");

        Assert.Equal(2, await RunAsync("audit", "--lang", "en"));

        Assert.Equal("Could not be done: No space left on device\n", _error.ToString().ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Being_interrupted_is_said_and_ends_with_2()
    {
        Configure();
        using var stop = new CancellationTokenSource();
        _judge = _ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };

        Assert.Equal(2, await RunAsync(stop.Token, "audit", "--lang", "en"));

        Assert.StartsWith("Interrupted", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_on_standard_output_is_all_there_is()
    {
        Configure();

        Assert.Equal(0, await RunAsync("audit", "--json", "-"));

        Assert.Equal("town", JsonDocument.Parse(_out.ToString()).RootElement.GetProperty("agency").GetString());
    }

    [Fact]
    public async Task Json_in_a_file_stands_beside_the_table()
    {
        Configure();
        var file = _folder.File("report.json");

        Assert.Equal(0, await RunAsync("audit", "--json", file, "--today", "2026-12-01"));

        Assert.Equal("2026-12-01", JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("today").GetString());
        Assert.Contains("通知公告", _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_that_cannot_be_written_ends_with_2()
    {
        Configure();

        Assert.Equal(2, await RunAsync("audit", "--json", _folder.File("no/such/folder.json")));
    }

    [Fact]
    public async Task A_column_file_alone_is_enough()
    {
        var file = _folder.File("mine.json");
        File.WriteAllText(file, """{"columns":[{"name":"通知公告","url":"http://b.cn/tzgg/"}]}""");

        Assert.Equal(0, await RunAsync("audit", "--columns", file));

        var section = Assert.Single(_asked).Section;
        Assert.Equal(("local", "http://b.cn/"), (section.Agency.Value, section.Portal.AbsoluteUri));
    }

    [Fact]
    public async Task A_plan_lists_the_addresses_and_audits_nothing()
    {
        Configure();

        Assert.Equal(0, await RunAsync("audit", "--plan"));

        Assert.Equal("http://a.cn/\nhttp://a.cn/tzgg/\n", _out.ToString().ReplaceLineEndings("\n"));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task Of_several_agencies_one_can_be_picked()
    {
        Configure("""{"agencies":[{"code":"town","name":"某镇","columns":["c.json"]},{"code":"east","name":"东镇","columns":["c.json"]}]}""");

        Assert.Equal(0, await RunAsync("audit", "--agency", "east"));

        Assert.Equal("east", Assert.Single(_asked).Section.Agency.Value);
    }

    [Fact]
    public async Task Sound_settings_are_said_to_be()
    {
        Configure();

        Assert.Equal(0, await RunAsync("check-config", "--lang", "en"));

        Assert.Equal("The settings are sound: 1 agencies, 1 columns.\n", _out.ToString().ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task Every_problem_of_the_settings_is_told_at_once(Language language)
    {
        Configure("""{"agencies":[{"code":"镇","name":"某镇","columns":["c.json","none.json"],"schedule":"x"}]}""");
        File.WriteAllText(_folder.File("c.json"), """{"portal":"http://a.cn/","columns":[{"name":"通知公告","url":"http://b.cn/","window":"half a year","knid":"news"}]}""");
        File.WriteAllText(_folder.File("appsettings.json"), """{"Audit":{"LostSigthAfter":3,"MaxParallelColumns":"many"},"Fech":{}}""");

        Assert.Equal(2, await RunAsync("check-config", "--lang", language.ToString()));

        Golden.Matches(_error.ToString().Replace(_folder.Path, "config", StringComparison.Ordinal), $"{language}.txt");
    }

    [Fact]
    public void Verbs_and_options_change_only_on_purpose()
    {
        var text = new StringBuilder();
        using var output = new StringWriter();
        var root = new CommandLine(Some.Terminal(output, output)).Root(Phrases.In(Language.En));
        foreach (var command in root.Subcommands.Prepend(root))
        {
            text.Append(CultureInfo.InvariantCulture, $"{(command == root ? "(any)" : command.Name)}");
            text.AppendJoin("", command.Arguments.Select(argument => $" {argument.Name}"));
            text.AppendJoin("", command.Options.Select(option => option.Name).Where(name => name is not "--help" and not "--version").Select(name => $" [{name}]"));
            text.Append('\n');
        }

        Golden.Matches(text.ToString());
    }

    private void Configure(string agencies = """{"agencies":[{"code":"town","name":"某镇","columns":["c.json"]}]}""")
    {
        File.WriteAllText(_folder.File("agencies.json"), agencies);
        File.WriteAllText(_folder.File("c.json"), """{"portal":"http://a.cn/","columns":[{"name":"通知公告","url":"tzgg/"}]}""");
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(TestContext.Current.CancellationToken, args);

    private Task<int> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        var line = new CommandLine(Some.Terminal(_out, _error), services => services.AddSingleton<RunAudit>((request, _, _) =>
        {
            _asked.Add(request);
            var results = request.Section.Columns.Select(column => Some.Result(column, _judge(request))).ToArray();
            return Task.FromResult(Some.Report(request.Section.Agency.Value, [], results) with { Today = request.Today });
        }));
        return line.RunAsync(args.Contains("--config") ? args : [.. args, "--config", _folder.Path], cancellationToken);
    }
}
