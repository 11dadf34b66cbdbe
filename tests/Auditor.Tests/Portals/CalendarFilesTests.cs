using Disclosure.Auditor.Portals;
using Disclosure.Tests.Shared;
using Disclosure.Time;

namespace Disclosure.Auditor.Tests.Portals;

public sealed class CalendarFilesTests : IDisposable
{
    private const string Sound = """{"year":2026,"notice":"n","publicHolidays":["2026-01-01","2026-02-16","2026-02-17","2026-02-18","2026-02-19","2026-04-05","2026-05-01","2026-05-02","2026-06-19","2026-09-25","2026-10-01","2026-10-02","2026-10-03"],"makeUpWorkdays":["2026-01-04"]}""";

    private const string Region = """{"region":"r","name":"某区","years":[{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["2025-03-31"]}]}]}""";

    private readonly TempFolder _folder = new();
    private readonly List<ConfigProblem> _problems = [];

    public CalendarFilesTests() => Directory.CreateDirectory(_folder.File("calendar/regional"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_year_is_read_with_its_notice()
    {
        var calendar = Read("2026.json", Sound);

        Assert.Empty(_problems);
        Assert.Equal("n", calendar.In(2026)!.Notice);
        Assert.Equal((true, false, null), (calendar.IsWorkingDay(new(2026, 1, 4)), calendar.IsWorkingDay(new(2026, 1, 1)), calendar.IsWorkingDay(new(2027, 1, 4))));
    }

    public static TheoryData<string, string, string, ProblemKind> Faults => new()
    {
        { "[]", "", "{ … }", ProblemKind.WrongType },
        { Sound.Replace("2026,", "\"2026\",", StringComparison.Ordinal), "year", "1, 2, 3 …", ProblemKind.WrongType },
        { Sound.Replace("makeUp", "makeup", StringComparison.Ordinal), "makeupWorkdays", "makeupWorkdays", ProblemKind.UnknownKey },
        { Sound.Replace("2026-01-04", "2026-1-4", StringComparison.Ordinal), "makeUpWorkdays[0]", "2026-1-4", ProblemKind.BadDay },
        { Sound.Replace("2026-01-04", "2026-01-06", StringComparison.Ordinal), "makeUpWorkdays", "2026-01-06", ProblemKind.NotAWeekend },
        { Sound.Replace("2026-01-04", "2027-01-03", StringComparison.Ordinal), "makeUpWorkdays", "2027-01-03", ProblemKind.DayOutsideYear },
        { Sound.Replace("2026-01-04", "2026-10-03", StringComparison.Ordinal), "makeUpWorkdays", "2026-10-03", ProblemKind.OffAndWorked },
        { Sound.Replace("\"2026-09-25\",", "", StringComparison.Ordinal), "publicHolidays", "2026-09-25", ProblemKind.StatutoryDayMissing },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_slip_is_named_with_its_place(string json, string where, string first, ProblemKind kind)
    {
        Read("2026.json", json);

        Assert.Contains((where, first, kind), _problems.Select(problem => (problem.Where, problem.Arguments[0], problem.Kind)));
    }

    [Fact]
    public void Only_a_statutory_day_that_is_missing_leaves_the_year_in_use()
    {
        var calendar = Read("2026.json", Sound.Replace("\"2026-09-25\",", "", StringComparison.Ordinal));

        Assert.True(Assert.Single(_problems).IsWarning);
        Assert.NotNull(calendar.In(2026));
    }

    [Fact]
    public void A_file_stands_under_the_name_of_its_year()
    {
        Read("2026.json", Sound);

        Read("2026 copy.json", Sound);

        Assert.Equal([("2026 copy.json", ProblemKind.YearDiffers), ("2026.json", ProblemKind.DuplicateYear)], _problems.Select(problem => (Path.GetFileName(problem.File), problem.Kind)));
    }

    [Fact]
    public void A_folder_without_a_calendar_knows_no_year()
    {
        Assert.Null(CalendarFiles.Read(_folder.File("elsewhere"), _problems).In(2026));
        Assert.Empty(_problems);
    }

    [Fact]
    public void The_shipped_calendar_is_sound_and_names_every_notice_and_correction()
    {
        var calendar = CalendarFiles.Read(Repository.PathTo("config"), _problems);

        Assert.Empty(_problems);
        Assert.Equal(
            ["content_5346276, content_5375877", "content_5454164, content_5472352", "content_5564127", "content_5644835", "content_5730844", "content_6911528", "content_6986383", "content_7047091"],
            Enumerable.Range(2019, 8).Select(year => calendar.In(year)!.Notice));
    }

    [Fact]
    public void The_shipped_festivals_of_xinjiang_are_sound()
    {
        var region = RegionalFiles.Read(Repository.PathTo("config"), "xinjiang", "Calendar:Region", _problems)!;

        Assert.Empty(_problems);
        Assert.Equal("新疆", region.Name);
        Assert.Equal([new(2025, 3, 31), new(2025, 6, 6), new(2025, 6, 9), new DateOnly(2025, 6, 10)], region.In(2025)!.DaysOff.Keys.Order());
        Assert.Equal(Festival.Corban, region.In(2023)!.DaysOff[new(2023, 6, 29)]);
        Assert.Null(region.In(2024));
    }

    [Theory]
    [InlineData(Region, null, null)]
    [InlineData("""{"region":"other","years":[{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["2025-03-31"]}]}]}""", "region", ProblemKind.RegionDiffers)]
    [InlineData("""{"region":"r","years":[]}""", "years", ProblemKind.EmptyText)]
    [InlineData("""{"region":"r","years":[{"year":2025,"festivals":[{"festival":"roza","days":["2025-03-31"]}]}]}""", "years[0].notice", ProblemKind.MissingKey)]
    [InlineData("""{"region":"r","years":[{"year":2025,"notice":"n","festivals":[{"festival":"easter","days":["2025-03-31"]}]}]}""", "years[0].festivals[0].festival", ProblemKind.BadFestival)]
    [InlineData("""{"region":"r","years":[{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["31.3.2025"]}]}]}""", "years[0].festivals[0].days[0]", ProblemKind.BadDay)]
    [InlineData("""{"region":"r","years":[{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["2026-03-31"]}]}]}""", "years[0].festivals[0].days", ProblemKind.DayOutsideYear)]
    [InlineData("""{"region":"r","years":[{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["2025-03-31"]}],"makeUpWorkdays":["2024-01-06"]}]}""", "years[0].makeUpWorkdays", ProblemKind.DayOutsideYear)]
    [InlineData("""{"region":"r","years":[{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["2025-03-31"]}]},{"year":2025,"notice":"n","festivals":[{"festival":"roza","days":["2025-03-31"]}]}]}""", "years[1].year", ProblemKind.DuplicateYear)]
    public void A_regions_file_is_used_only_when_it_is_whole(string json, string? where, ProblemKind? kind)
    {
        File.WriteAllText(_folder.File("calendar/regional/r.json"), json);

        var region = RegionalFiles.Read(_folder.Path, "r", "Calendar:Region", _problems);

        Assert.Equal(kind is null, region is not null);
        Assert.Equal(kind is { } expected ? [(where!, expected)] : [], _problems.Select(problem => (problem.Where, problem.Kind)));
    }

    [Theory]
    [InlineData("s")]
    [InlineData("../regional/r")]
    public void A_region_without_a_file_is_told_with_those_there_are(string name)
    {
        File.WriteAllText(_folder.File("calendar/regional/r.json"), Region);

        Assert.Null(RegionalFiles.Read(_folder.Path, name, "Calendar:Region", _problems));

        var problem = Assert.Single(_problems);
        Assert.Equal((ProblemKind.NoRegion, "Calendar:Region", "r"), (problem.Kind, problem.Where, problem.Arguments[^1]));
    }

    private WorkingCalendar Read(string file, string json)
    {
        File.WriteAllText(_folder.File("calendar/" + file), json);
        _problems.Clear();
        return CalendarFiles.Read(_folder.Path, _problems);
    }
}
