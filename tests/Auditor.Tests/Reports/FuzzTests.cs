using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Agencies;
using Disclosure.Auditor.Reports;
using Disclosure.Tables;

namespace Disclosure.Auditor.Tests.Reports;

/// <summary>Damages the markup of sound reports at random: a number is the source's own or the report has a finding, whatever is broken.</summary>
public partial class FuzzTests
{
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(2);

    private static readonly Func<string, Random, string>[] Damages =
    [
        (page, random) => page[..random.Next(page.IndexOf("<table", StringComparison.Ordinal), page.Length)],
        (page, random) => Without(page, Tag().Matches(page), random),
        (page, random) => Without(page, Cell().Matches(page), random),
        (page, random) => Without(page, Row().Matches(page), random),
        (page, random) => Twice(page, Cell().Matches(page), random),
        (page, random) => Twice(page, Row().Matches(page), random),
        (page, random) => Twice(page, Tag().Matches(page), random),
        (page, random) => Swapped(page, Row().Matches(page), random),
        (page, random) => Swapped(page, Requests(page), random),
        (page, random) => Neighbours(page, random),
        (page, random) => Moved(page, random),
        (page, random) => Replaced(page, Spans().Matches(page), random, _ => string.Create(CultureInfo.InvariantCulture, $"span=\"{random.Next(0, 5)}\"")),
        (page, random) => Replaced(page, Label().Matches(page), random, label => label[..random.Next(1, label.Length)]),
        (page, random) => Inserted(page, random, "<td></td>", "<td>&nbsp;</td>", "<tr>", "</tr>", "</table>", "<table>", "<tr><td></td></tr>", "<td>0</td>", "<!--", "<b>", "</div>"),
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damaged_markup_never_gives_a_wrong_number_in_silence(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var figures = SampleReports.Random(random);
            var page = Layouts.HtmlText(figures, breakAfter: round % 2 == 0 ? null : [12]);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
                page = Damages[random.Next(Damages.Length)](page, random);

            Hold(figures, Encoding.UTF8.GetBytes(page), $"seed {seed}, round {round}");
        }
    }

    [Fact]
    public void The_undamaged_pages_have_no_finding_that_could_excuse_a_wrong_number() =>
        Assert.All(Enumerable.Range(1, 40), seed => Assert.Empty(Findings(LayoutTests.Read(Layouts.Html(SampleReports.Random(new Random(seed)), breakAfter: [12])))));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_damaged_office_file_is_read_or_refused_and_never_more(int seed)
    {
        var random = new Random(seed);
        foreach (var layout in (string[])["docx", "xlsx, one sheet"])
        {
            var file = Layouts.All[layout](SampleReports.Distinct);
            for (var round = 0; round < 6; round++)
            {
                var broken = random.Next(2) == 0 ? file[..random.Next(1, file.Length)] : [.. file];
                for (var hits = random.Next(1, 6); hits > 0; hits--)
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);

                Assert.True(Reading(broken, $"{layout}, seed {seed}, round {round}") is ReportReading.Read or ReportReading.Unreadable);
            }
        }
    }

    private static void Hold(ReportFigures figures, byte[] bytes, string which)
    {
        if (Reading(bytes, which) is not ReportReading.Read { Report: var report })
            return;
        var wrong = ReportCells.Of(report.Figures).Index().Where(cell => cell.Item.IsNumber && cell.Item != ReportCells.Of(figures)[cell.Index]).Select(cell => $"{ReportCells.Places[cell.Index]} = {cell.Item}").ToList();
        Assert.True(wrong.Count == 0 || Findings(report).Any(), $"{which}: {string.Join(", ", wrong.Take(5))} and no finding\n{Encoding.UTF8.GetString(bytes)}");
    }

    private static ReportReading Reading(byte[] bytes, string which)
    {
        var started = Stopwatch.GetTimestamp();
        var reading = ReportReader.Read(bytes);
        var took = Stopwatch.GetElapsedTime(started);

        Assert.True(took < LongestReading, $"{which}: {took}");
        return reading;
    }

    /// <summary>What speaks against the tables; the page's words say the same whatever its tables hold.</summary>
    private static IEnumerable<ReportFinding> Findings(PublishedReport report) =>
        ReportCheck.Of(report, null, AgencyLevel.County).Where(one => one.Finding.Severity is not FindingSeverity.Info && !one.Finding.Id.StartsWith("TXT", StringComparison.Ordinal));

    private static string Without(string page, IReadOnlyList<Match> parts, Random random) => Pick(parts, random) is { } part ? page.Remove(part.Index, part.Length) : page;

    private static string Twice(string page, IReadOnlyList<Match> parts, Random random) => Pick(parts, random) is { } part ? page.Insert(part.Index, part.Value) : page;

    private static string Swapped(string page, IReadOnlyList<Match> parts, Random random)
    {
        if (Pick(parts, random) is not { } one || Pick(parts, random) is not { } other || one.Index == other.Index)
            return page;
        var (first, second) = one.Index < other.Index ? (one, other) : (other, one);
        return string.Concat(page.AsSpan(0, first.Index), second.Value, page.AsSpan((first.Index + first.Length)..second.Index), first.Value) + page[(second.Index + second.Length)..];
    }

    /// <summary>The cells of table three: shuffled, its equations give them away, while those of the others may lawfully be any numbers.</summary>
    private static List<Match> Requests(string page)
    {
        var (first, end) = (page.IndexOf("<p>三、", StringComparison.Ordinal), page.IndexOf("<p>四、", StringComparison.Ordinal));
        return [.. Cell().Matches(page).Where(cell => cell.Index > first && cell.Index < end)];
    }

    private static string Neighbours(string page, Random random)
    {
        var cells = Requests(page);
        if (cells.Count < 2)
            return page;
        var at = random.Next(cells.Count - 1);
        var (one, next) = (cells[at], cells[at + 1]);
        return string.Concat(page.AsSpan(0, one.Index), next.Value, page.AsSpan((one.Index + one.Length)..next.Index), one.Value) + page[(next.Index + next.Length)..];
    }

    private static string Moved(string page, Random random)
    {
        if (Pick(Requests(page), random) is not { } cell)
            return page;
        var without = page.Remove(cell.Index, cell.Length);
        return Pick(Requests(without), random) is { } place ? without.Insert(place.Index, cell.Value) : without;
    }

    private static string Replaced(string page, IReadOnlyList<Match> parts, Random random, Func<string, string> with) =>
        Pick(parts, random) is { } part ? page.Remove(part.Index, part.Length).Insert(part.Index, with(part.Value)) : page;

    private static string Inserted(string page, Random random, params string[] parts) =>
        Pick(Tag().Matches(page), random) is { } place ? page.Insert(place.Index, parts[random.Next(parts.Length)]) : page;

    private static Match? Pick(IReadOnlyList<Match> parts, Random random) => parts.Count == 0 ? null : parts[random.Next(parts.Count)];

    [GeneratedRegex("</?(?:table|tr|td)[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<td[^>]*>[^<]*</td>")]
    private static partial Regex Cell();

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("span=\"[0-9]+\"")]
    private static partial Regex Spans();

    [GeneratedRegex("(?<=<td[^>]*>)[^<>0-9][^<>]+(?=</td>)")]
    private static partial Regex Label();
}
