using System.Globalization;
using System.Text.Json;
using Disclosure.Auditor.Extract;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Auditor.Tests.Extract;

/// <summary>
/// Scores extraction on saved pages: verdict, newest day and number of items must be right on each. The floors only rise.
/// </summary>
public class CorpusTests
{
    private const int Floor = 168;

    private static readonly string Folder = Repository.PathTo("tests", "Auditor.Tests", "Extract", "fixtures");

    public static TheoryData<string> Files => [.. Expectations().Select(expected => expected.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_saved_page_gives_its_verdict_newest_day_and_items(string file)
    {
        var expected = Expectations().Single(one => one.File == file);

        var seen = See(expected);

        Assert.Equal((expected.Verdict, expected.Newest, expected.Items), (seen.Verdict, seen.Newest, seen.Items));
    }

    [Fact]
    public void The_corpus_is_all_right_and_holds_no_false_reassurance()
    {
        var all = Expectations();

        var seen = all.Select(expected => (Expected: expected, Seen: See(expected))).ToList();
        var wrong = seen.Where(one => (one.Expected.Verdict, one.Expected.Newest, one.Expected.Items) != (one.Seen.Verdict, one.Seen.Newest, one.Seen.Items)).ToList();

        Assert.Empty(wrong.Select(one => $"{one.Expected.File}: {one.Seen} ({one.Expected.Notes})"));
        Assert.DoesNotContain(seen, one => one.Seen.Verdict == "Fresh" && one.Expected.Verdict != "Fresh");
        Assert.DoesNotContain(seen, one => one.Seen.Verdict == "Empty" && one.Expected.Verdict != "Empty");
        Assert.True(all.Count >= Floor, $"the corpus shrank to {all.Count}");
    }

    [Fact]
    public void Every_fixture_has_its_expectation()
    {
        var files = Directory.GetFiles(Folder, "*.html", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'));

        Assert.Equal(files.Order(StringComparer.Ordinal), Expectations().Select(expected => expected.File).Order(StringComparer.Ordinal));
    }

    /// <summary>"Elsewhere" is no verdict: it says that the page names the address of its rows.</summary>
    private static Outcome See(Expectation expected)
    {
        var kind = Enum.Parse<ColumnKind>(expected.Kind);
        var column = new Column(ColumnId.Parse("c"), expected.Column, expected.Path ?? [], new(expected.Url), kind, UpdateWindow.For(kind), false, null);
        var today = DateOnly.ParseExact(expected.Today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = File.ReadAllText(Path.Combine(Folder, expected.File));

        var extraction = PageReader.Read(new(new(expected.Url), text, expected.Truncated, "text/html"), column, today);
        if (extraction is Extraction.Elsewhere elsewhere)
            return new("Elsewhere", null, elsewhere.Requests.Count, elsewhere.Requests[0].Address.AbsoluteUri);
        var (sighting, items) = Sighted(extraction);
        var judgement = Judge.Decide(column, sighting, today, WarningLeads.Default);
        return new(judgement.Verdict.ToString(), judgement.Newest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items, $"{judgement.Reason} {judgement.Detail}");
    }

    private static (Sighting Sighting, int? Items) Sighted(Extraction extraction) => extraction switch
    {
        Extraction.Rows rows => (new Sighting.Listed(rows.Items, rows.Total ?? new(rows.Items.Count, true), true, rows.Rung), rows.Items.Count),
        Extraction.Nothing nothing => (new Sighting.NothingListed(nothing.Proof, nothing.Rung), null),
        Extraction.Document document => (new Sighting.SingleDocument(document.PublishedOn, document.TextLength, document.Rung), null),
        Extraction.Children children => (new Sighting.ChildColumns(children.Addresses, children.Rung), children.Addresses.Count),
        Extraction.Unreadable blind => (new Sighting.CouldNotLook(blind.Reason, blind.Detail), null),
        _ => throw new InvalidOperationException($"{extraction.GetType().Name} is not scored."),
    };

    private static List<Expectation> Expectations() =>
        JsonSerializer.Deserialize<List<Expectation>>(File.ReadAllText(Path.Combine(Folder, "corpus.json")), JsonSerializerOptions.Web)!;

    private sealed record Outcome(string Verdict, string? Newest, int? Items, string Detail);

    private sealed record Expectation(string File, string Url, string Column, string Kind, string Today, string Verdict, string? Newest, int? Items, string Notes, string[]? Path = null, bool Truncated = false);
}
