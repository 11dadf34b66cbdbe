using System.Text.Json;
using Disclosure.Agencies;
using Disclosure.Bot.Commands;
using Disclosure.Records;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Tests.Export;

public sealed class ExportCommandTests : IDisposable
{
    private static readonly AgencyCode East = AgencyCode.Parse("east");
    private static readonly AgencyCode West = AgencyCode.Parse("west");

    private readonly TempFolder _folder = new();
    private readonly MemoryRegister _register = new();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    public ExportCommandTests()
    {
        Directory.CreateDirectory(_folder.File("data"));
        Directory.CreateDirectory(_folder.File("config"));
        Configure("""{ "code": "east", "name": "东镇人民政府" }""");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _out.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task A_year_that_ties_out_is_written_in_every_format()
    {
        _register.Add(East, 2024, Nothing());
        _register.AddReceived(East, 1, new(2024, 12, 20));

        Assert.Equal(0, await RunAsync("export", "--year", "2024"));

        Assert.Equal(["2024-east.docx", "2024-east.html", "2024-east.json", "2024-east.xlsx"], Written());
        Assert.All(Written(), name => Assert.Contains($"已写入 {Path.Combine(_folder.File("out"), name)}", _out.ToString(), StringComparison.Ordinal));
        Assert.Equal("", _error.ToString());
        Assert.Equal(1, Figure("2024-east.json", FormLabels.Place(RequestRow.CarriedOut, RequestHeading.Total)));
    }

    [Fact]
    public async Task A_year_nobody_has_filled_in_is_not_written_and_never_zero()
    {
        Assert.Equal(1, await RunAsync("export", "--year", "2024"));

        Assert.Empty(Written());
        Assert.Contains("表二 规章 本年制发件数 等 10 处：填的是“空白”", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("--draft", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_said_of_a_refusal_is_frozen()
    {
        Untied();

        await RunAsync("export", "--year", "2024");

        Golden.Matches($"{_out}---\n{_error}");
    }

    [Fact]
    public async Task A_draft_is_written_all_the_same_and_says_what_it_is()
    {
        Untied();

        Assert.Equal(1, await RunAsync("export", "--year", "2024", "--draft", "--format", "html,json"));

        Assert.Equal(["2024-east.html", "2024-east.json"], Written());
        Assert.Contains("草稿", await File.ReadAllTextAsync(Path.Combine(_folder.File("out"), "2024-east.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("draft", Json("2024-east.json").GetProperty("standing").GetString());
    }

    [Fact]
    public async Task Asking_twice_gives_the_same_files()
    {
        _register.Add(East, 2024, Nothing());

        await RunAsync("export", "--year", "2024");
        var first = Written().Select(Bytes).ToList();
        await RunAsync("export", "--year", "2024");

        Assert.Equal(first, Written().Select(Bytes));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Any_lawful_history_of_a_register_ties_out_in_every_year(int seed)
    {
        var walk = new LawfulHistories(seed, new DeskRules(new DeadlineRules(new WorkingCalendar([]))), new(2024, 11, 1), East);
        Assert.Equal(600, walk.Walk().Take(600).Count());
        foreach (var (id, entries) in walk.Entries)
            _register.Add(East, id, entries);
        int[] years = [2024, 2025, 2026];

        foreach (var year in years)
        {
            _register.Add(East, year, Nothing());
            Assert.Equal(0, await RunAsync("export", "--year", $"{year}", "--format", "json"));
        }

        int Total(int year, RequestRow row) => Figure($"{year}-east.json", FormLabels.Place(row, RequestHeading.Total));
        Assert.Equal(walk.Cases.Values.Count(one => one.Counted?.ReceivedOn.Year <= 2026), years.Sum(year => Total(year, RequestRow.NewlyReceived)));
        Assert.Equal((Total(2024, RequestRow.CarriedOut), Total(2025, RequestRow.CarriedOut)), (Total(2025, RequestRow.CarriedIn), Total(2026, RequestRow.CarriedIn)));
        Assert.True(Total(2025, RequestRow.CarriedIn) + Total(2025, RequestRow.NewlyReceived) > 0);
    }

    [Theory]
    [InlineData(2, "填的是 2，而上年结转下来的是 1")]
    [InlineData(0, "2023-0001")]
    public async Task A_locked_year_is_carried_into_the_next_and_what_the_register_says_otherwise_is_told(int locked, string told)
    {
        var figures = SomeReports.ZeroFigures with { Requests = new((row, heading) => Disclosure.Tables.Figure.Of(row is RequestRow.CarriedOut && heading is RequestHeading.NaturalPerson or RequestHeading.Total ? locked : 0)) };
        _register.Add(East, 2023, Nothing(), new YearMove.Lock(figures, "hash"));
        _register.Add(East, 2024, Nothing());
        _register.AddReceived(East, 1, new(2023, 12, 20));

        Assert.Equal(1, await RunAsync("export", "--year", "2024", "--draft", "--format", "json"));

        Assert.Equal(locked, Figure("2024-east.json", FormLabels.Place(RequestRow.CarriedIn, RequestHeading.NaturalPerson)));
        Assert.Contains("T3-CARRY", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains(told, _out.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_county_adds_up_its_townships()
    {
        County();
        _register.Add(East, 2024, Nothing());
        _register.Add(West, 2024, Nothing());
        _register.AddReceived(East, 1, new(2024, 12, 20));
        _register.AddReceived(West, 1, new(2024, 12, 23));

        Assert.Equal(0, await RunAsync("export", "--year", "2024", "--rollup"));

        Assert.Equal(["2024-county-rollup.docx", "2024-county-rollup.html", "2024-county-rollup.json", "2024-county-rollup.xlsx"], Written());
        Assert.Equal(2, Figure("2024-county-rollup.json", FormLabels.Place(RequestRow.NewlyReceived, RequestHeading.Total)));
    }

    [Fact]
    public async Task A_township_that_has_not_reported_or_does_not_tie_out_is_named_and_not_summed()
    {
        County();
        Untied();

        Assert.Equal(1, await RunAsync("export", "--year", "2024", "--rollup", "--agency", "county"));

        Assert.Empty(Written());
        Assert.Contains("东镇人民政府：没有可以汇总的年报", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("西镇人民政府：没有可以汇总的年报", _out.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--year", "2007")]
    [InlineData("--year", "2027")]
    [InlineData("--year", "next")]
    [InlineData("--year", "2024", "--format", "pdf")]
    [InlineData("--year", "2024", "--format", ",")]
    [InlineData("--year", "2024", "--agency", "nobody")]
    [InlineData("--year", "2024", "--rollup")]
    [InlineData("--year", "2024", "--rollup", "--agency", "east")]
    [InlineData("--year", "2024", "--out", "taken")]
    [InlineData("--format", "docx")]
    public async Task What_cannot_be_exported_ends_with_2_and_says_why(params string[] args)
    {
        _register.Add(East, 2024, Nothing());
        await File.WriteAllTextAsync(_folder.File("taken"), "a file, not a folder", TestContext.Current.CancellationToken);
        var at = Array.IndexOf(args, "taken");
        if (at >= 0)
            args[at] = _folder.File("taken");

        Assert.Equal(2, await RunAsync(["export", .. args]));

        Assert.Empty(Written());
        Assert.NotEqual("", _error.ToString());
        Assert.DoesNotContain("   at ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_agencies_one_must_be_named()
    {
        County();

        Assert.Equal(2, await RunAsync("export", "--year", "2024"));

        Assert.Contains("county, east, west", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_is_not_there_gives_no_report_of_zeros()
    {
        Directory.Delete(_folder.File("data"));

        Assert.Equal(2, await RunAsync("export", "--year", "2024", "--draft"));

        Assert.Empty(Written());
        Assert.False(Directory.Exists(_folder.File("data")));
    }

    /// <summary>Table two of an organ that did nothing in it, entered by its staff.</summary>
    private static YearMove.EnterProactive Nothing() => new(SomeReports.ZeroFigures.Proactive, "各业务办公室报送");

    /// <summary>A township cannot have made a government rule.</summary>
    private void Untied() =>
        _register.Add(East, 2024, new YearMove.EnterProactive(SomeReports.ZeroFigures.Proactive with { Rules = new(Disclosure.Tables.Figure.Of(0), Disclosure.Tables.Figure.Of(0), Disclosure.Tables.Figure.Of(6)) }, "司法所报送"));

    private void County() => Configure(
        """{ "code": "county", "name": "某县人民政府", "level": "county" }""",
        """{ "code": "east", "name": "东镇人民政府", "parent": "county" }""",
        """{ "code": "west", "name": "西镇人民政府", "parent": "county" }""");

    private void Configure(params string[] agencies) => File.WriteAllText(_folder.File("config/agencies.json"), $$"""{ "agencies": [{{string.Join(',', agencies)}}] }""");

    private async Task<int> RunAsync(params string[] args)
    {
        string[] place = ["--config", _folder.File("config"), "--data", _folder.File("data")];
        string[] to = args.Contains("--out") ? [] : ["--out", _folder.File("out")];
        return await new CommandLine(Some.Terminal(_out, _error), services => services.AddSingleton<IRegister>(_register)).RunAsync([.. args, .. place, .. to], TestContext.Current.CancellationToken);
    }

    private IReadOnlyList<string> Written() => Directory.Exists(_folder.File("out")) ? [.. Directory.GetFiles(_folder.File("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder.File("out"), name));

    private JsonElement Json(string name)
    {
        using var json = JsonDocument.Parse(Bytes(name));
        return json.RootElement.Clone();
    }

    private int Figure(string name, string place) => Json(name).GetProperty("tables").EnumerateArray()
        .SelectMany(table => table.GetProperty("cells").EnumerateArray())
        .Single(cell => cell.TryGetProperty("place", out var at) && at.GetString() == place)
        .GetProperty("figure").GetInt32();
}
