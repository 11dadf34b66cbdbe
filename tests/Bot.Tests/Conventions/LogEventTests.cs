using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Bot.Tests.Conventions;

public partial class LogEventTests
{
    private static readonly Dictionary<string, (int First, int Last)> Ranges = new(StringComparer.Ordinal)
    {
        ["src/Auditor/Log.cs"] = (1000, 1999),
        ["src/Records/Log.cs"] = (2000, 2999),
        ["src/Bot/Log.cs"] = (3000, 3999),
    };

    [Fact]
    public void Every_log_event_has_an_id_of_its_own_in_its_projects_range()
    {
        var events = Events().ToList();

        Assert.NotEmpty(events);
        Assert.Equal(events.Count, events.Select(e => e.Id).Distinct().Count());
        Assert.All(events, e => Assert.InRange(e.Id, Ranges[e.File].First, Ranges[e.File].Last));
    }

    [Fact]
    public void Nothing_is_logged_outside_the_log_files() =>
        Assert.Empty(LayeringTests.Sources("src").Where(source => Direct().IsMatch(source.Text)).Select(source => source.Path));

    private static IEnumerable<(string File, int Id)> Events() =>
        from source in LayeringTests.Sources("src")
        from Match match in Attribute().Matches(source.Text)
        select (source.Path, int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\[LoggerMessage\((?:EventId = )?(\d+)")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex Direct();
}
