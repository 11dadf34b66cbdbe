using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Bot.Commands;
using Disclosure.Bot.Tests.Sample;

namespace Disclosure.Bot.Tests.EndToEnd;

public sealed class SampleDiscoverTests : IDisposable
{
    private const string Section = "http://127.0.0.1:5180/xzjd/huyangdu/";

    private readonly SampleDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData(Section, null)]
    [InlineData("http://127.0.0.1:5180/", "胡杨渡镇")]
    public async Task From_the_section_or_the_county_every_column_is_proposed_and_the_file_can_be_audited(string address, string? section)
    {
        var file = _desk.At("found.json");

        var discovered = await _desk.RunAsync([.. Discover(address, "--out", file), .. section is null ? [] : (string[])["--section", section]]);
        var audited = await _desk.RunAsync("audit", "--columns", file, "--json", "-");

        Assert.Equal((Exit.Fine, Exit.Findings), (discovered.Exit, audited.Exit));
        using var report = JsonDocument.Parse(audited.Out);
        var paths = report.RootElement.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("url").GetString()!);
        Assert.Equal(SampleColumnFile.Read().Select(column => column.Url.OriginalString).Order(), paths.Order());
        Assert.Equal("", audited.Error);
    }

    [Fact]
    public async Task A_file_that_people_may_have_corrected_is_not_overwritten()
    {
        var file = _desk.At("mine.json");
        File.WriteAllText(file, "mine");

        var said = await _desk.RunAsync(Discover(Section, "--out", file));

        Assert.Equal((Exit.CouldNotRun, "mine"), (said.Exit, File.ReadAllText(file)));
        Assert.Contains("here/mine.json", said.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_file_in_use_what_was_added_renamed_or_moved_is_told()
    {
        var file = _desk.At("old.json");
        var old = JsonNode.Parse(File.ReadAllText(Path.Combine(_desk.Config, "columns", "sample.json")))!;
        var columns = old["columns"]!.AsArray();
        columns.RemoveAt(Index(columns, "tzgg"));
        columns[Index(columns, "zydt")]!["name"] = "镇内动态";
        columns[Index(columns, "hmhn")]!["url"] = _desk.OnThisSite("http://127.0.0.1:5180/xzjd/huyangdu/hmhn/");
        columns.Add(new JsonObject { ["id"] = "old", ["name"] = "旧栏目", ["url"] = _desk.OnThisSite("http://127.0.0.1:5180/xzjd/huyangdu/old/") });
        File.WriteAllText(file, old.ToJsonString());

        var said = await _desk.RunAsync(Discover(Section, "--out", _desk.At("new.json"), "--beside", file, "--lang", "en"));

        Assert.Equal(Exit.Fine, said.Exit);
        Assert.Contains("New column: \"通知公告\" http://127.0.0.1:5180/xzjd/huyangdu/tzgg/\n", said.Error, StringComparison.Ordinal);
        Assert.Contains("\"镇内动态\" is now called \"镇域动态\"", said.Error, StringComparison.Ordinal);
        Assert.Contains("\"惠民惠农资金\" moved from http://127.0.0.1:5180/xzjd/huyangdu/hmhn/", said.Error, StringComparison.Ordinal);
        Assert.Contains("\"旧栏目\" http://127.0.0.1:5180/xzjd/huyangdu/old/ was not found, but some pages could not be looked at", said.Error, StringComparison.Ordinal);
        Assert.Equal(4, said.Error.Split('\n').Count(line => line.StartsWith("New column", StringComparison.Ordinal) || line.Contains("now called", StringComparison.Ordinal) || line.Contains(" moved from ", StringComparison.Ordinal) || line.Contains("was not found", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_is_still_right_is_said_to_be()
    {
        var said = await _desk.RunAsync(Discover(Section, "--out", _desk.At("new.json"), "--beside", Path.Combine(_desk.Config, "columns", "sample.json"), "--lang", "en"));

        Assert.EndsWith("The column file is still right.\n", said.Error, StringComparison.Ordinal);
    }

    private string[] Discover(string address, params string[] more) => ["discover", _desk.OnThisSite(address), .. more];

    private static int Index(JsonArray columns, string id) => columns.Select(column => (string?)column!["id"]).ToList().IndexOf(id);
}
