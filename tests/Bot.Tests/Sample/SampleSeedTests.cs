using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Bot.Sample;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Sample;

/// <summary>The sample portal's seeds, its hand-checked column file and its expectations must say the same.</summary>
public class SampleSeedTests
{
    private static readonly SampleSeed Seed = SampleSeed.Load(Repository.PathTo("seeds", "portal", "portal.json"));
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static TheoryData<string> Faults => new()
    {
        """{"root":"a"}""",
        Portal("""{"id":"a","name":"甲","path":"/","family":"f"},{"id":"a","name":"乙","path":"/b/","family":"f","parent":"a"}"""),
        Portal("""{"id":"a","name":"甲","path":"/","family":"f"},{"id":"b","name":"乙","path":"/","family":"f","parent":"a"}"""),
        Portal("""{"id":"a","name":"甲","path":"/","family":"g"}"""),
        Portal("""{"id":"a","name":"甲","path":"/","family":"f","parent":"z"}"""),
        Portal("""{"id":"a","name":"甲","path":"/","family":"f","items":[[-1,"x"],[-1,"y"]]}"""),
        Portal("""{"id":"a","name":"甲","path":"/","family":"f","items":[["x"]]}"""),
        Portal("""{"id":"a","name":"甲","path":"/","family":"f","colour":"red"}"""),
        Portal("""{"id":"b","name":"甲","path":"/","family":"f"}"""),
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Seeds_that_do_not_hold_together_are_refused_by_file(string json)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("portal.json"), json);

        var fault = Assert.Throws<SamplePortalException>(() => SampleSeed.Load(folder.File("portal.json")));

        Assert.Contains("portal.json", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_column_file_names_every_column_of_the_section_as_the_portal_does()
    {
        var expected = Inside().Select(column => (column.Id, column.Name, Path: string.Join('/', PathOf(column)), Url: "http://127.0.0.1:5180" + column.Path));

        Assert.Equal(expected, SampleColumnFile.Read().Select(column => (column.Id.Value, column.Name, string.Join('/', column.Path), column.Url.OriginalString)));
    }

    [Fact]
    public void Every_verdict_is_expected_of_some_column_and_every_column_has_one()
    {
        var expected = Expected();

        Assert.Equal(Enum.GetValues<Verdict>(), expected.Select(one => one.Verdict).Distinct().Order());
        Assert.Equal(Inside().Select(column => column.Id), expected.Select(one => one.Id));
    }

    [Fact]
    public void The_expectations_follow_from_the_seeds_on_every_day_of_two_years()
    {
        var columns = SampleColumnFile.Read().ToDictionary(column => column.Id.Value);
        var expected = Expected();
        for (var day = Today; day < Today.AddYears(2); day = day.AddDays(1))
        {
            foreach (var one in expected)
            {
                var judged = Judge.Decide(columns[one.Id], SightingOf(Seed.Columns.First(column => column.Id == one.Id), day), day, WarningLeads.Default);
                Assert.Equal((day, one.Id, one.Verdict, one.Newest), (day, one.Id, judged.Verdict, judged.Newest?.DayNumber - day.DayNumber));
                Assert.Equal(one.Reason ?? judged.Reason.ToString(), judged.Reason.ToString());
            }
        }
    }

    [Fact]
    public void The_expected_counts_are_the_seeds()
    {
        foreach (var one in Expected())
        {
            var column = Seed.Columns.First(column => column.Id == one.Id);
            Assert.Equal((one.Id, column.Items is null && column.Family != "blank" ? null : column.AllItems().Count()), (one.Id, one.Items));
        }
    }

    /// <summary>What the seed of a column puts on its page, as the auditor should see it.</summary>
    private static Sighting SightingOf(SeedColumn column, DateOnly today) => column.Family switch
    {
        "document" => new Sighting.SingleDocument(today.AddDays(column.Day), column.Text.Length, "seed"),
        "children" => new Sighting.ChildColumns([], "seed"),
        "gkmlpt" when column.Items is null => new Sighting.ChildColumns([], "seed"),
        "fault" => new Sighting.CouldNotLook(Reason.ServerError, "seed"),
        "challenge" => new Sighting.CouldNotLook(Reason.ChallengePage, "seed"),
        "gone" => new Sighting.CouldNotLook(Reason.PageNotFound, "seed"),
        "shell" => new Sighting.CouldNotLook(Reason.NeedsScripts, "seed"),
        _ when !column.AllItems().Any() => new Sighting.NothingListed(new EmptyProof(EmptySign.EmptyText, "seed", "seed"), "seed"),
        var family => new Sighting.Listed(
            [.. column.AllItems().Select(item => new SightedItem(item.Title, "", family == "undated" ? null : today.AddDays(item.Day), DateOrigin.Shown))],
            new ItemCount(column.AllItems().Count(), Exact: true), NewestIsCertain: true, "seed"),
    };

    private static IEnumerable<SeedColumn> Inside() => Seed.Columns.Where(column => Above(column).Any(above => above.Id == Seed.Section));

    private static IEnumerable<string> PathOf(SeedColumn column) => Above(column).TakeWhile(above => above.Id != Seed.Section).Select(above => above.Name).Reverse();

    private static IEnumerable<SeedColumn> Above(SeedColumn column)
    {
        for (var parent = column.Parent; parent is not null;)
        {
            var above = Seed.Columns.First(other => other.Id == parent);
            yield return above;
            parent = above.Parent;
        }
    }

    private static List<Expectation> Expected() => JsonSerializer.Deserialize<Dictionary<string, List<Expectation>>>(
        File.ReadAllText(Repository.PathTo("seeds", "portal", "expected.json")),
        Format)!["columns"];

    private static string Portal(string columns) =>
        """{"root":"a","section":"a","families":{"f":{"template":"f.html"}},"columns":[""" + columns + "]}";

    private sealed record Expectation(string Id, Verdict Verdict, int? Newest, int? Items, string? Reason);
}
