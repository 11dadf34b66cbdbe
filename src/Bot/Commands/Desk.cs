using Disclosure.Auditor;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Settings;
using Disclosure.Columns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Disclosure.Bot.Commands;

/// <summary>What every verb shares: where it writes, in which language, and how the program is put together.</summary>
internal sealed class Desk(Terminal terminal, Phrases phrases, Action<IServiceCollection>? parts)
{
    public Terminal Terminal => terminal;

    public Phrases Phrases => phrases;

    /// <param name="served">Hears of every audit; with it the host runs the schedule, without it only what a command asks for.</param>
    public IHost Host(DeskConfig config, AuditDone? served = null) => DeskHost.Build(config, terminal, served, parts);

    /// <summary>Reads the configuration and tells every problem of it.</summary>
    /// <returns>Null when it cannot be used.</returns>
    public DeskConfig? Load(ConfigPlace place, string? columnFile)
    {
        var problems = new List<ConfigProblem>();
        var config = DeskConfig.Load(place, columnFile, problems);
        TellAll(problems);
        return config;
    }

    /// <summary>Reads the settings alone, for commands that audit nothing.</summary>
    /// <returns>Null when they cannot be used.</returns>
    public DeskConfig? LoadSettings(ConfigPlace place)
    {
        var problems = new List<ConfigProblem>();
        var config = DeskConfig.LoadSettings(place, problems);
        Tell("Cli.Problems", problems);
        return config;
    }

    /// <summary>Reads the settings and the calendar, for commands that count days.</summary>
    /// <returns>Null when they cannot be used.</returns>
    public DeskConfig? LoadCalendar(ConfigPlace place)
    {
        var problems = new List<ConfigProblem>();
        var config = DeskConfig.LoadCalendar(place, problems);
        TellAll(problems);
        return config;
    }

    /// <summary>Tells errors, then warnings.</summary>
    public void TellAll(IReadOnlyList<ConfigProblem> problems)
    {
        Tell("Cli.Problems", [.. problems.Where(problem => !problem.IsWarning)]);
        Tell("Cli.Warnings", [.. problems.Where(problem => problem.IsWarning)]);
    }

    /// <summary>Reads one column file and tells every problem of it.</summary>
    /// <returns>Null when it cannot be used.</returns>
    public PortalSection? LoadColumns(string file)
    {
        var problems = new List<ConfigProblem>();
        var section = ColumnFile.Read([file], null, null, problems);
        Tell("Cli.Problems", [.. problems.Where(problem => !problem.IsWarning)]);
        return section;
    }

    /// <summary>Says why a command cannot be done.</summary>
    public int Refuse(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        terminal.Error.WriteLine(phrases.Of(key, values));
        return Exit.CouldNotRun;
    }

    private void Tell(string heading, List<ConfigProblem> problems)
    {
        if (problems.Count == 0)
            return;
        terminal.Error.WriteLine(phrases.Of(heading, ("n", problems.Count)));
        foreach (var problem in problems)
            terminal.Error.WriteLine("  " + phrases.Problem(problem));
    }
}
