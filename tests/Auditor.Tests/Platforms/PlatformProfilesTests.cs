using Disclosure.Auditor.Extract;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Platforms;

public class PlatformProfilesTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "{", "x.json: $: " },
        { """{ "familly": "x" }""", "x.json: $.familly: " },
        { """{ "family": "" }""", "x.json: family: a name is required" },
        { """{ "family": "x", "pageNumbers": "two" }""", "x.json: pageNumbers: 'two' is not allowed; write zero (page 2 is name_1) or one (page 2 is name_2)" },
        { """{ "family": "x", "rows": { } }""", "x.json: rows.containers: at least one selector is required" },
        { """{ "family": "x", "rows": { "containers": ["ul > li"] } }""", "x.json: rows.containers: 'ul > li' is not a selector; allowed are tag, #id, .class, joined or nested by a space" },
        { """{ "family": "x", "apis": [ { "needs": ["a"], "captures": { "id": "[0-9" }, "address": "/a/{id}" } ] }""", "x.json: apis[0].captures.id: " },
        { """{ "family": "x", "apis": [ { "needs": ["a"], "captures": { "id": "[0-9]+" }, "address": "/a/{id}" } ] }""", "x.json: apis[0].captures.id: the expression needs a group around the piece it takes" },
        { """{ "family": "x", "apis": [ { "needs": ["a"], "captures": { "id": "(?=a)(b)" }, "address": "/a/{id}" } ] }""", "x.json: apis[0].captures.id: " },
        { """{ "family": "x", "apis": [ { "needs": ["a"], "address": "/a/{id}" } ] }""", "x.json: apis[0].address: {id} has no capture of that name" },
        { """{ "family": "x", "apis": [ { "address": "/a" } ] }""", "x.json: apis[0].needs: at least one text is required, or every page would be asked" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_wrong_profile_is_refused_by_file_and_key(string json, string message)
    {
        var problem = Assert.Throws<FormatException>(() => PlatformProfiles.Parse(new Dictionary<string, string> { ["x.json"] = json }));

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_every_file_is_told_at_once()
    {
        var problem = Assert.Throws<FormatException>(() => PlatformProfiles.Parse(new Dictionary<string, string> { ["b.json"] = "[]", ["a.json"] = """{ "pageNumbers": "x" }""" }));

        Assert.Equal(["a.json", "a.json", "b.json"], problem.Message.Split('\n').Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void A_file_of_the_folder_replaces_the_shipped_one_of_its_name_and_others_are_added()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("hebei.json"), """{ "family": "changed" }""");
        File.WriteAllText(folder.File("zz-town.json"), """{ "family": "town" }""");

        var profiles = PlatformProfiles.Load(folder.Path);

        Assert.Equal(PlatformProfiles.Shipped.All.Count + 1, profiles.All.Count);
        Assert.Contains("changed", profiles.All.Select(profile => profile.Family));
        Assert.DoesNotContain("hebei", profiles.All.Select(profile => profile.Family));
    }

    [Fact]
    public void A_folder_that_is_not_there_changes_nothing() =>
        Assert.Equal(PlatformProfiles.Shipped.All.Select(profile => profile.Family), PlatformProfiles.Load("/nowhere/at/all").All.Select(profile => profile.Family));

    [Fact]
    public void A_new_platform_is_an_entry_in_a_file()
    {
        const string html = """
            <html><body><!-- TownCMS 3 --><div class="side"><p class="row"><a href="/hot/1">热点</a><em data-day="2026-11-22"></em></p></div>
            <div id="right"><div class="box list"><p class="row"><a href="/n/1" title="甲事项的公告">甲事项…</a><em data-day="2026-05-06">6日</em></p>
            <p class="row"><a href="/n/2" title="乙事项的公告">乙事项…</a><em data-day="2026-05-01">1日</em></p></div></div></body></html>
            """;
        var profiles = PlatformProfiles.Parse(new Dictionary<string, string>
        {
            ["town.json"] = """
                { "family": "town", "markers": ["TownCMS 3"],
                  "rows": { "containers": ["div#right .list"], "row": "p.row", "date": "em", "dateAttribute": "data-day", "titleAttribute": "title" } }
                """,
        });
        var page = new PageText(new("http://town.example.gov.cn/n/"), html, false, "text/html");

        var rows = Assert.IsType<Extraction.Rows>(Families.TryRead(page, Some.Column(page.Address), new(2026, 11, 23), profiles));

        Assert.Equal(["甲事项的公告 2026-05-06", "乙事项的公告 2026-05-01"], rows.Items.Select(item => $"{item.Title} {item.PublishedOn:yyyy-MM-dd}"));
        Assert.Equal("town:div#right .list", rows.Rung);
    }

    [Fact]
    public void The_files_in_the_checkout_are_the_ones_shipped() =>
        Assert.Equal(
            Directory.GetFiles(Repository.PathTo("config", "profiles"), "*.json").Length,
            PlatformProfiles.Shipped.All.Count);
}
