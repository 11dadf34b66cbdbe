using System.Text;
using System.Text.Json;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Settings;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Bot.Tests.Settings;

public sealed class SettingsTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<ConfigProblem> _problems = [];

    public SettingsTests()
    {
        File.WriteAllText(_folder.File("agencies.json"), """{"agencies":[{"code":"town","name":"某镇"}]}""");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"Audit":{"LostSightAfter":3}}""", "", null)]
    [InlineData("""{"audit":{"lostsightafter":3}}""", "", null)]
    [InlineData("""{"Logging":{"LogLevel":{"Default":"Debug"}}}""", "", null)]
    [InlineData("""{"Fetch":{"Proxy":null,"AllowedHosts":[]}}""", "", null)]
    [InlineData("""{"Audit":{"LostSigthAfter":3}}""", "Audit:LostSigthAfter", ProblemKind.UnknownSetting)]
    [InlineData("""{"Audi":{}}""", "Audi", ProblemKind.UnknownSetting)]
    [InlineData("""{"Audi":{"LostSightAfter":3}}""", "Audi", ProblemKind.UnknownSetting)]
    [InlineData("""{"Audit":{"InspectionLimits":{"Blnk":3}}}""", "Audit:InspectionLimits:Blnk", ProblemKind.UnknownSetting)]
    [InlineData("""{"Audit":{"LostSightAfter":"three"}}""", "Audit:LostSightAfter", ProblemKind.BadSetting)]
    [InlineData("""{"Audit":{"LostSightAfter":2.5}}""", "Audit:LostSightAfter", ProblemKind.BadSetting)]
    [InlineData("""{"Audit":{"LostSightAfter":{}}}""", "", null)]
    [InlineData("""{"Audit":{"LostSightAfter":{"a":1}}}""", "Audit:LostSightAfter", ProblemKind.BadSetting)]
    [InlineData("""{"Audit":{"WarningDays":"30"}}""", "Audit:WarningDays", ProblemKind.BadSetting)]
    [InlineData("""{"Audit":{"WarningDays":[30,"x"]}}""", "Audit:WarningDays:1", ProblemKind.BadSetting)]
    [InlineData("""{"Audit":{"InspectionLimits":5}}""", "Audit:InspectionLimits", ProblemKind.BadSetting)]
    [InlineData("""{"Schedule":{"LongestAudit":"4 hours"}}""", "Schedule:LongestAudit", ProblemKind.BadSetting)]
    [InlineData("""{"Schedule":{"CatchUp":"yes"}}""", "Schedule:CatchUp", ProblemKind.BadSetting)]
    [InlineData("""{"Audit":{"LostSightAfter":0}}""", "Audit:LostSightAfter", ProblemKind.SettingNotBetween)]
    [InlineData("""{"Audit":{"WarningDays":[30,0]}}""", "", ProblemKind.SettingRefused)]
    [InlineData("""{"Audit":{"ProbesPerDay":10}}""", "Audit:ProbesPerDay", ProblemKind.SettingNotBetween)]
    [InlineData("""{"Audit":{"InspectionLimits":{"Blank":0}}}""", "Audit:InspectionLimits:Blank", ProblemKind.SettingNotBetween)]
    [InlineData("""{"Schedule":{"LongestAudit":"2.00:00:00"}}""", "Schedule:LongestAudit", ProblemKind.SettingNotBetween)]
    [InlineData("""{"Fetch":{"Retries":99}}""", "Fetch:Retries", ProblemKind.SettingNotBetween)]
    [InlineData("""{"Fetch":{"AllowedNetworks":["10.0.0.0"]}}""", "", ProblemKind.SettingRefused)]
    [InlineData("""{"Records":{"KeyFile":"data/master.key"}}""", "", ProblemKind.SettingRefused)]
    [InlineData("""{"Schedule":{"Audits":"daily"}}""", "", ProblemKind.SettingRefused)]
    [InlineData("""{"Sample":{"Listen":"http://0.0.0.0:80/"}}""", "", ProblemKind.SettingRefused)]
    [InlineData("""{"Deadlines":{"FeeRemainderFrom":"2026-01-01"}}""", "", null)]
    [InlineData("""{"Deadlines":{"FeeRemainderFrom":null}}""", "", null)]
    [InlineData("""{"Deadlines":{"FeeRemainderFrom":"01/02/2026"}}""", "Deadlines:FeeRemainderFrom", ProblemKind.BadSetting)]
    [InlineData("""{"Deadlines":{"SentDayExcludedFrom":"2026-02-30"}}""", "Deadlines:SentDayExcludedFrom", ProblemKind.BadSetting)]
    [InlineData("""{"Deadlines":{"DefenceDays":0}}""", "Deadlines:DefenceDays", ProblemKind.SettingNotBetween)]
    [InlineData("""{"Calendar":{"Region":"nowhere"}}""", "Calendar:Region", ProblemKind.NoRegion)]
    [InlineData("""{"Calendar":{"RegionDecidesFrom":"2026-01-01"}}""", "Calendar:RegionDecidesFrom", ProblemKind.SettingNeedsAnother)]
    [InlineData("""{"Sample":{"Listen":"https://www.example.gov.cn/"}}""", "", ProblemKind.SettingRefused)]
    [InlineData("""{"Audit":{"LostSightAfter":3,"LostSightAfter":4}}""", "", ProblemKind.FileUnreadable)]
    [InlineData("""{"Audit":}""", "", ProblemKind.NotJson)]
    public void A_setting_that_cannot_be_meant_is_told(string json, string where, ProblemKind? kind)
    {
        var config = Load(json);

        Assert.Equal(kind is null, config is not null);
        Assert.Equal(kind is { } expected ? [(where, expected)] : [], _problems.Select(problem => (problem.Where, problem.Kind)));
    }

    [Fact]
    public void A_message_about_a_range_names_the_key_and_an_allowed_value()
    {
        Load("""{"Audit":{"ProbesPerDay":10}}""");

        Assert.Equal("appsettings.json Audit:ProbesPerDay：应在 20 到 288 之间。", Phrases.In(Language.Zh).Problem(Assert.Single(_problems) with { File = "appsettings.json" }));
    }

    [Fact]
    public void A_slip_of_the_pen_gets_the_word_that_was_meant()
    {
        Load("""{"Audit":{"LostSigthAfter":3}}""");

        Assert.Equal(["LostSigthAfter", "LostSightAfter"], Assert.Single(_problems).Arguments);
    }

    [Fact]
    public void The_data_folder_of_the_command_line_wins()
    {
        var config = DeskConfig.Load(new(_folder.Path, "/elsewhere"), null, _problems);

        Assert.Equal("/elsewhere", config!.Settings["Records:DataFolder"]);
    }

    [Fact]
    public void A_broken_calendar_is_named()
    {
        Directory.CreateDirectory(_folder.File("calendar"));
        File.WriteAllText(_folder.File("calendar/2026.json"), "{}");

        Assert.Null(Load("{}"));

        Assert.All(_problems, problem => Assert.Equal((_folder.File("calendar/2026.json"), ProblemKind.MissingKey), (problem.File, problem.Kind)));
        Assert.Equal(["year", "notice", "publicHolidays", "makeUpWorkdays"], _problems.Select(problem => problem.Where));
    }

    [Fact]
    public void The_region_and_the_readings_of_the_law_reach_the_clock()
    {
        Directory.CreateDirectory(_folder.File("calendar/regional"));
        File.Copy(Repository.PathTo("config", "calendar", "regional", "xinjiang.json"), _folder.File("calendar/regional/xinjiang.json"));

        var rules = Load("""{"Calendar":{"Region":"xinjiang","RegionDecidesFrom":"2026-03-01"},"Deadlines":{"FeeRemainderFrom":"2026-02-01","SentDayExcludedFrom":"2026-01-01","ReasonsStopClockFrom":"2026-04-01","PostEndsOnArrivalFrom":"2026-05-01","RemedyReplyDays":10,"DefenceDays":14,"SoonWorkingDays":3}}""")!.Rules;
        var clock = rules.Deadlines;

        Assert.Equal(("xinjiang", "新疆"), (clock.Region!.Region, clock.Region.Name));
        Assert.Equal<DateOnly?>([new(2026, 3, 1), new(2026, 2, 1), new(2026, 1, 1)], [clock.RegionDecidesFrom, clock.FeeRemainderFrom, clock.SentDayExcludedFrom]);
        Assert.Equal<DateOnly?>([new(2026, 4, 1), new(2026, 5, 1)], [rules.ReasonsStopClockFrom, rules.PostEndsOnArrivalFrom]);
        Assert.Equal((10, 14, 3), (clock.RemedyReplyDays, clock.DefenceDays, rules.SoonWorkingDays));
    }

    [Fact]
    public void The_shipped_file_sets_every_key_to_its_default()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Repository.PathTo("config", DeskConfig.SettingsFile)).Build();
        var written = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("config", DeskConfig.SettingsFile))).RootElement;

        foreach (var section in SettingsSection.All)
            Assert.True(written.TryGetProperty(section.Name, out _), section.Name);
        foreach (var (key, type, fallback) in SettingsCheck.Keys())
            Assert.True(Same(shipped.GetSection(key), type, fallback, written, key), $"{key}: '{shipped[key]}' is not the default '{fallback}'");
    }

    [Fact]
    public void Keys_and_defaults_change_only_on_purpose()
    {
        var text = new StringBuilder();
        foreach (var (key, type, fallback) in SettingsCheck.Keys())
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{key} ({(Nullable.GetUnderlyingType(type) ?? type).Name.Split('`')[0]}) = {Shown(fallback)}\n");

        Golden.Matches(text.ToString());
    }

    private static bool Same(IConfigurationSection setting, Type type, object? fallback, JsonElement written, string key)
    {
        var value = key.Split(':').Aggregate(written, (at, part) => at.GetProperty(part));
        if (value.ValueKind is JsonValueKind.Null)
            return fallback is null;
        if (value.ValueKind is JsonValueKind.Array)
            return fallback is null || Shown(setting.GetChildren().Select(element => element.Value)) == Shown(fallback);
        return Equals(setting.Get(type), fallback);
    }

    private static string Shown(object? value) => value switch
    {
        null => "(none)",
        System.Collections.IEnumerable list and not string => $"[{string.Join(", ", list.Cast<object>())}]",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };

    private DeskConfig? Load(string json)
    {
        File.WriteAllText(_folder.File(DeskConfig.SettingsFile), json);
        return DeskConfig.Load(new(_folder.Path, null), null, _problems);
    }
}
