using System.CommandLine;
using System.Globalization;
using Disclosure.Auditor.Portals;
using Disclosure.Time;

namespace Disclosure.Bot.Commands;

/// <summary><c>check-config</c>: reads everything that can be configured and tells all problems at once.</summary>
internal sealed class CheckConfigCommand(Desk desk, SharedOptions shared)
{
    public Command Command()
    {
        var command = new Command("check-config", desk.Phrases.Of("Cli.CheckConfig"));
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (desk.Load(shared.Place(parsed), columnFile: null) is not { } config)
            return Exit.CouldNotRun;
        var calendar = Path.Combine(shared.Place(parsed).Folder, CalendarFiles.FolderName);
        desk.TellAll([.. CalendarWatch.MissingYears(config.Calendar, TownshipTime.DayOf(desk.Terminal.Clock.GetUtcNow()))
            .Select(year => year.ToString(CultureInfo.InvariantCulture))
            .Select(year => new ConfigProblem(Path.Combine(calendar, year + ".json"), "", ProblemKind.CalendarMissing, year))]);
        desk.Terminal.Out.WriteLine(desk.Phrases.Of("Cli.ConfigSound", ("agencies", config.Agencies.Count), ("columns", config.Agencies.Sum(a => a.Section?.Columns.Count ?? 0))));
        return Exit.Fine;
    }
}
