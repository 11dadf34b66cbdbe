using System.Globalization;
using System.Text.Json;
using Disclosure.Bot.Commands;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>A first run as a newcomer makes it: the sample portal, audited by the command line.</summary>
public sealed class SampleAuditTests : IDisposable
{
    private readonly SampleDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Every_column_gets_the_verdict_the_day_and_the_number_of_items_it_was_made_for()
    {
        var said = await _desk.RunAsync("audit", "--json", "-");

        Assert.Equal((Exit.Findings, ""), (said.Exit, said.Error));
        using var report = JsonDocument.Parse(said.Out);
        using var expected = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("seeds", "portal", "expected.json")));
        var columns = report.RootElement.GetProperty("columns").EnumerateArray().ToDictionary(column => column.GetProperty("id").GetString()!);
        Assert.Equal(expected.RootElement.GetProperty("columns").EnumerateArray().Select(Expected), expected.RootElement.GetProperty("columns").EnumerateArray().Select(one => Found(one, columns)));
        Assert.Equal(Enum.GetNames<Verdict>().Order(), columns.Values.Select(column => column.GetProperty("verdict").GetString()!).Distinct().Order());
    }

    [Theory]
    [InlineData(Language.Zh)]
    [InlineData(Language.En)]
    public async Task The_table_is_the_one_that_was_looked_over(Language language)
    {
        var said = await _desk.RunAsync("audit", "--lang", language.ToString());

        Assert.Equal((Exit.Findings, ""), (said.Exit, said.Error));
        Golden.Matches(said.Out, $"{language}.txt");
    }

    [Fact]
    public async Task The_json_has_the_keys_that_programs_rely_on()
    {
        var said = await _desk.RunAsync("audit", "--json", "-");

        using var report = JsonDocument.Parse(said.Out);
        Golden.Matches(string.Join('\n', Shapes(report.RootElement, "").Distinct().Order(StringComparer.Ordinal)) + "\n");
    }

    [Fact]
    public async Task Further_audits_find_the_same_and_tell_only_what_was_lost_sight_of_and_that_once()
    {
        var first = await _desk.RunAsync("audit");
        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        var second = await _desk.RunAsync("audit");
        _desk.Clock.Advance(TimeSpan.FromMinutes(30));
        var third = await _desk.RunAsync("audit");

        Assert.Equal(Rows(first), Rows(second));
        Assert.Equal(Rows(first), Rows(third));
        Assert.Contains("新提醒 12 条", first.Out, StringComparison.Ordinal);
        Assert.Contains("新提醒 4 条", second.Out, StringComparison.Ordinal);
        Assert.Contains("没有新提醒", third.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_after_are_judged_by_what_the_portal_shows_then()
    {
        await _desk.RunAsync("audit");
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        var said = await _desk.RunAsync("audit", "--json", "-");

        using var report = JsonDocument.Parse(said.Out);
        var news = report.RootElement.GetProperty("columns").EnumerateArray().First(column => column.GetProperty("id").GetString() == "zydt");
        Assert.Equal(("2026-11-24", "2026-11-21", "Fresh"), (report.RootElement.GetProperty("today").GetString(), news.GetProperty("newest").GetString(), news.GetProperty("verdict").GetString()));
    }

    private static string[] Rows(Said said) => [.. said.Out.Replace("≥", "", StringComparison.Ordinal).Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal))];

    private static string Expected(JsonElement one)
    {
        var newest = one.GetProperty("newest") is { ValueKind: JsonValueKind.Number } day ? Iso.Day(Some.Today.AddDays(day.GetInt32())) : "";
        var reason = one.TryGetProperty("reason", out var why) ? why.GetString() : "";
        return $"{one.GetProperty("id").GetString()} {one.GetProperty("verdict").GetString()} {newest} {one.GetProperty("items")} {reason}";
    }

    private static string Found(JsonElement one, Dictionary<string, JsonElement> columns)
    {
        var id = one.GetProperty("id").GetString()!;
        var column = columns[id];
        var reason = one.TryGetProperty("reason", out _) ? column.GetProperty("reason").GetString()!.Split(':')[0] : "";
        return $"{id} {column.GetProperty("verdict").GetString()} {column.GetProperty("newest").GetString() ?? ""} {column.GetProperty("items")} {reason}";
    }

    private static IEnumerable<string> Shapes(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Shapes(member.Value, $"{path}.{(member.Name.All(char.IsAsciiDigit) ? "<year>" : member.Name)}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(member => Shapes(member, path + "[]")),
        JsonValueKind.True or JsonValueKind.False => [string.Create(CultureInfo.InvariantCulture, $"{path} Boolean")],
        var kind => [string.Create(CultureInfo.InvariantCulture, $"{path} {kind}")],
    };
}
