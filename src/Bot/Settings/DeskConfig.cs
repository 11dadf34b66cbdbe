using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Schedule;
using Disclosure.Bot.Register;
using Disclosure.Columns;
using Disclosure.Records;
using Disclosure.Records.Sealing;
using Disclosure.Requests;
using Disclosure.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Settings;

/// <summary>Everything people configured, read and found sound.</summary>
internal sealed record DeskConfig(IConfiguration Settings, IReadOnlyList<AuditedAgency> Agencies, WorkingCalendar Calendar)
{
    /// <summary>The settings file's name in the configuration folder.</summary>
    public const string SettingsFile = "appsettings.json";

    /// <summary>What names of environment variables that override settings begin with, as in <c>DISCLOSURE_Fetch__Contact</c>.</summary>
    public const string EnvironmentPrefix = "DISCLOSURE_";

    private const string DataFolderKey = $"{RecordsOptions.Section}:{nameof(RecordsOptions.DataFolder)}";

    /// <summary>Who works at the desk.</summary>
    public Roster Staff { get; init; } = new([]);

    /// <summary>The addresses the command line names besides.</summary>
    public IReadOnlyList<Uri> Named { get; init; } = [];

    /// <summary>The region's festivals, when the settings name a region.</summary>
    public RegionalFestivals? Region { get; init; }

    /// <summary>What requests are decided by: the calendar and the readings of the law.</summary>
    public DeskRules Rules
    {
        get
        {
            var readings = Settings.GetSection(DeadlineOptions.Section).Get<DeadlineOptions>() ?? new DeadlineOptions();
            var decides = Settings.GetSection(CalendarOptions.Section).Get<CalendarOptions>()?.RegionDecidesFrom;
            var deadlines = new DeadlineRules(Calendar, Region, decides, readings.FeeRemainderFrom, readings.SentDayExcludedFrom)
            {
                RemedyReplyDays = readings.RemedyReplyDays,
                DefenceDays = readings.DefenceDays,
            };
            return new(deadlines, readings.ReasonsStopClockFrom, readings.PostEndsOnArrivalFrom) { SoonWorkingDays = readings.SoonWorkingDays };
        }
    }

    /// <summary>Every address that people named.</summary>
    public IReadOnlyList<Uri> Addresses =>
        [.. Agencies.Select(agency => agency.Section).OfType<PortalSection>().SelectMany(section => section.Columns.Select(column => column.Url).Prepend(section.Portal)), .. Named];

    /// <summary>The sites this program serves itself: the sample portal.</summary>
    public IReadOnlyList<Uri> OwnSites => Sample.Enabled ? [Sample.Listen] : [];

    /// <summary>The sample portal's settings.</summary>
    public SampleOptions Sample => Settings.GetSection(SampleOptions.Section).Get<SampleOptions>() ?? new SampleOptions();

    /// <summary>Where everything is kept.</summary>
    public string DataFolder => Records.DataFolder;

    public RecordsOptions Records => Settings.GetSection(RecordsOptions.Section).Get<RecordsOptions>() ?? new RecordsOptions();

    /// <param name="columnFile">Audits this file alone, without <c>agencies.json</c>.</param>
    /// <param name="problems">Gets every problem of every file; warnings too.</param>
    /// <returns>The configuration, or null when one of the problems is an error.</returns>
    public static DeskConfig? Load(ConfigPlace place, string? columnFile, ICollection<ConfigProblem> problems)
    {
        var found = new List<ConfigProblem>();
        var settings = ReadSettings(place, columnFile is null, found);
        var (calendar, region) = ReadCalendar(place, settings, found);
        var schedule = ScheduleIn(settings);
        var agencies = columnFile is null ? AgencyFile.Read(place.Folder, schedule, found) : Alone(columnFile, schedule, found);
        found.AddRange(ProfileFiles.Use(Path.Combine(place.Folder, "profiles")).Select(fault => new ConfigProblem(place.Folder, "profiles", ProblemKind.SettingRefused, fault)));

        var staff = columnFile is null ? StaffFile.Read(place.Folder, [.. agencies.Select(agency => agency.Agency.Code)], found) : new Roster([]);

        foreach (var problem in found)
            problems.Add(problem);
        return found.Exists(problem => !problem.IsWarning) ? null : new(settings, agencies, calendar) { Region = region, Staff = staff };
    }

    /// <summary>The settings with the calendar, for commands that count days and audit nothing.</summary>
    /// <returns>The configuration without agencies, or null when one of the problems is an error.</returns>
    public static DeskConfig? LoadCalendar(ConfigPlace place, ICollection<ConfigProblem> problems)
    {
        var found = new List<ConfigProblem>();
        var settings = ReadSettings(place, folderIsNeeded: true, found);
        var (calendar, region) = ReadCalendar(place, settings, found);
        foreach (var problem in found)
            problems.Add(problem);
        return found.Exists(problem => !problem.IsWarning) ? null : new(settings, [], calendar) { Region = region };
    }

    private static (WorkingCalendar Calendar, RegionalFestivals? Region) ReadCalendar(ConfigPlace place, IConfiguration settings, List<ConfigProblem> found)
    {
        // A day that cannot be read is told already, and the binder would throw at it.
        var options = found.Count > 0 ? new CalendarOptions() : settings.GetSection(CalendarOptions.Section).Get<CalendarOptions>() ?? new CalendarOptions();
        found.AddRange(options.Faults(place.Folder));
        var calendar = CalendarFiles.Read(place.Folder, found);
        return (calendar, options.Region.Length == 0 ? null : RegionalFiles.Read(place.Folder, options.Region, CalendarOptions.RegionKey, found));
    }

    /// <summary>The schedule of agencies without one; a wrong one is told where it stands, not once more for every agency.</summary>
    private static string ScheduleIn(IConfiguration settings) =>
        settings.GetSection(ScheduleOptions.Section)[nameof(ScheduleOptions.Audits)] is { } text && AuditPlan.TryParse(text, "", out _, out _) ? text : new ScheduleOptions().Audits;

    private static IConfiguration ReadSettings(ConfigPlace place, bool folderIsNeeded, List<ConfigProblem> problems)
    {
        var file = Path.Combine(place.Folder, SettingsFile);
        var builder = new ConfigurationBuilder();
        if (File.Exists(file) && ConfigFile.Parses(file, problems))
            builder.AddJsonFile(Path.GetFullPath(file));
        else if (folderIsNeeded && !Directory.Exists(place.Folder))
            problems.Add(new(place.Folder, "", ProblemKind.FileMissing));

        var written = BuildOrNone(builder, file, problems);
        var environment = new ConfigurationBuilder().AddInMemoryCollection(SettingsOf(new ConfigurationBuilder().AddEnvironmentVariables(EnvironmentPrefix).Build())).Build();
        SettingsCheck.Check(written, file, problems);
        SettingsCheck.Check(environment, EnvironmentPrefix + "…", problems);

        var chosen = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (place.DataFolder is { } data)
            chosen[DataFolderKey] = data;
        var settings = new ConfigurationBuilder().AddConfiguration(written).AddConfiguration(environment).AddInMemoryCollection(chosen).Build();
        // A value that cannot be read at all would only stop the check of ranges with a message of its own.
        if (problems.Count == 0)
            problems.AddRange(OutOfRange(settings, file));
        return settings;
    }

    /// <summary>What the environment sets, without its secrets: a key among the settings could be logged or shown with them.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> SettingsOf(IConfiguration environment) =>
        environment.AsEnumerable().Where(setting => setting.Value is not null && EnvironmentPrefix + setting.Key is not (MasterKeyPlace.Variable or MasterKeyPlace.PreviousVariable));

    private static IConfiguration BuildOrNone(ConfigurationBuilder builder, string file, List<ConfigProblem> problems)
    {
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException twice)
        {
            problems.Add(new(file, "", ProblemKind.FileUnreadable, twice.InnerException?.Message ?? twice.Message));
            return new ConfigurationBuilder().Build();
        }
    }

    private static IEnumerable<ConfigProblem> OutOfRange(IConfiguration settings, string file)
    {
        using var validators = new ServiceCollection().AddDesk([], []).BuildServiceProvider();
        return [.. SettingsSection.All.SelectMany(section => section.Faults(settings, validators)).Select(fault => new ConfigProblem(file, fault.Key, fault.Kind, fault.Arguments))];
    }

    /// <summary>The settings alone, for commands that audit nothing.</summary>
    /// <returns>The configuration without agencies, or null when a setting cannot be used.</returns>
    public static DeskConfig? LoadSettings(ConfigPlace place, ICollection<ConfigProblem> problems)
    {
        var found = new List<ConfigProblem>();
        var settings = ReadSettings(place, folderIsNeeded: false, found);
        foreach (var problem in found)
            problems.Add(problem);
        return found.Count > 0 ? null : new(settings, [], new WorkingCalendar([]));
    }

    private static IReadOnlyList<AuditedAgency> Alone(string columnFile, string schedule, List<ConfigProblem> problems)
    {
        if (ColumnFile.Read([columnFile], null, null, problems) is not { } section || !AuditPlan.TryParse(schedule, section.Agency.Value, out var plan, out _))
            return [];
        return [new(new(section.Agency, section.Agency.Value, AgencyLevel.Township, null), section, plan!)];
    }
}

/// <summary>Where the configuration stands, and what the command line says over it.</summary>
/// <param name="Folder">The configuration folder.</param>
/// <param name="DataFolder">The data folder, when one was named.</param>
internal sealed record ConfigPlace(string Folder, string? DataFolder);
