using Disclosure.Agencies;
using Disclosure.Auditor.Discover;
using Disclosure.Columns;

namespace Disclosure.Auditor.Tests.Discover;

public class ColumnFileTests
{
    private static readonly Uri Portal = new("http://portal.example/a/");

    [Fact]
    public void The_proposed_file_is_written_in_the_column_files_format()
    {
        var report = Report(Found("tz", "通知公告", "/a/tz/"), Found("jz", "社会救助", "/a/zd/jz/", "重点领域") with { Kind = ColumnKind.General });

        var text = ColumnFileWriter.Write(report.ToSection(AgencyCode.Parse("a-town")));

        Assert.Equal(
            """
            {
              "agency": "a-town",
              "portal": "http://portal.example/a/",
              "columns": [
                {
                  "id": "tz",
                  "name": "通知公告",
                  "path": [],
                  "url": "http://portal.example/a/tz/",
                  "kind": "notice",
                  "window": "P6M",
                  "keyArea": false,
                  "exempt": null
                },
                {
                  "id": "jz",
                  "name": "社会救助",
                  "path": [
                    "重点领域"
                  ],
                  "url": "http://portal.example/a/zd/jz/",
                  "kind": "general",
                  "window": "P6M",
                  "keyArea": true,
                  "exempt": null
                }
              ]
            }

            """,
            text,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_column_is_known_again_by_its_address_then_by_its_name()
    {
        var existing = Section(
            Found("same", "不变", "/a/same/"),
            Found("name", "旧名", "/a/name/"),
            Found("place", "换地方", "/a/place/", "甲"),
            Found("url", "换地址", "/a/url/"),
            Found("gone", "撤下", "/a/gone/"));

        var changes = ColumnChanges.Between(existing, Report(
            Found("same", "不变", "/a/same/index.html"),
            Found("name", "新名", "/a/name/"),
            Found("place", "换地方", "/a/place/", "乙"),
            Found("u2", "换地址", "/a/new-url/"),
            Found("new", "新设", "/a/new/")));

        Assert.Equal(["新设"], changes.Appeared.Select(column => column.Name));
        Assert.Equal(["撤下"], changes.Vanished.Select(column => column.Name));
        Assert.Equal(["旧名 新名"], changes.Renamed.Select(match => $"{match.Was.Name} {match.Now.Name}"));
        Assert.Equal(["place", "url"], changes.Moved.Select(match => match.Was.Id.Value));
        Assert.Empty(changes.Unconfirmed);
    }

    [Fact]
    public void A_section_that_did_not_change_shows_no_change()
    {
        var column = Found("tz", "通知公告", "/a/tz/");

        Assert.True(ColumnChanges.Between(Section(column), Report(column)).IsEmpty);
    }

    [Fact]
    public void A_column_that_a_partial_walk_did_not_meet_has_not_vanished()
    {
        var partial = Report() with { NotLookedAt = [new(new Uri(Portal, "zd/"), "重点领域", Reason.ServerError, "503")] };

        var changes = ColumnChanges.Between(Section(Found("jz", "社会救助", "/a/zd/jz/")), partial);

        Assert.Empty(changes.Vanished);
        Assert.Equal(["社会救助"], changes.Unconfirmed.Select(column => column.Name));
    }

    [Theory]
    [InlineData("""{"source":"x"}""")]
    [InlineData("""{"source":"x","columns":[{"name":"甲","legalBasis":"乙","colour":"red"}]}""")]
    [InlineData("""{"source":"x","columns":[{"name":"甲"}]}""")]
    [InlineData("null")]
    [InlineData("[")]
    public void A_faulty_catalogue_is_refused_by_file(string json) =>
        Assert.Contains("catalogue.json", Assert.Throws<FormatException>(() => ColumnCatalogue.Parse("catalogue.json", json)).Message, StringComparison.Ordinal);

    private static DiscoveredColumn Found(string id, string name, string path, params string[] above) =>
        new(ColumnId.Parse(id), name, above, new Uri(Portal, path), ColumnNames.KindOf(name, above), "trs", null);

    private static PortalSection Section(params DiscoveredColumn[] columns) => new(AgencyCode.Parse("a-town"), Portal, [.. columns.Select(column => column.ToColumn())]);

    private static DiscoveryReport Report(params DiscoveredColumn[] columns) => new(new DiscoveryOutcome.Walked(), Portal, "甲镇", columns, [], [], [], 1);
}
