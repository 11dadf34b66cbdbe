using System.CommandLine;
using Disclosure.Bot.Settings;
using Disclosure.Records;
using Disclosure.Records.Journals;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Commands;

/// <summary>The program's verbs. Their names, options and exit codes are what people script, so they change only on purpose.</summary>
/// <param name="parts">What is registered over the program's own parts.</param>
internal sealed class CommandLine(Terminal terminal, Action<IServiceCollection>? parts = null)
{
    private const string LanguageOption = "--lang";

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var written = LanguageIn(args);
        var phrases = Phrases.In(Enum.TryParse<Language>(written, ignoreCase: true, out var language) ? language : Language.Zh);
        var parsed = Root(phrases).Parse(args);
        if (written is not null && !Enum.GetNames<Language>().Contains(written, StringComparer.OrdinalIgnoreCase))
            return Refuse(phrases, phrases.Of("Cli.BadLang", ("value", written)));
        if (parsed.Errors.Count > 0)
            return Refuse(phrases, [.. parsed.Errors.Select(error => phrases.Of("Cli.BadCommandLine", ("message", error.Message)))]);

        var invocation = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(phrases.Of("Cli.Interrupted"));
            return Exit.CouldNotRun;
        }
        catch (DataFolderInUseException taken)
        {
            await terminal.Error.WriteLineAsync(phrases.Of("Cli.DataInUse", ("folder", taken.Folder), ("process", taken.Owner)));
            return Exit.CouldNotRun;
        }
        catch (JournalDamagedException damaged)
        {
            await terminal.Error.WriteLineAsync(phrases.Of("Cli.JournalDamaged", ("file", damaged.File), ("line", damaged.Finding.Line), ("what", damaged.Finding.What)));
            return Exit.CouldNotRun;
        }
        catch (JournalWriteException unwritten)
        {
            await terminal.Error.WriteLineAsync(phrases.Of("Cli.JournalUnwritten", ("what", unwritten.InnerException?.Message)));
            return Exit.CouldNotRun;
        }
#pragma warning disable CA1031 // the program's edge: people get a sentence, not a stack trace
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await terminal.Error.WriteLineAsync(phrases.Of("Cli.Failed", ("message", fault.Message)));
            return Exit.CouldNotRun;
        }
    }

    /// <summary>Every verb with its options.</summary>
    internal RootCommand Root(Phrases phrases)
    {
        var shared = new SharedOptions(phrases);
        var desk = new Desk(terminal, phrases, parts);
        var serve = new ServeCommand(desk, shared);
        var root = new RootCommand(phrases.Of("Cli.Description")) { shared.Config, shared.Data, shared.Lang };
        root.Add(serve.Command());
        root.Add(new AuditCommand(desk, shared).Command());
        root.Add(new DiscoverCommand(desk, shared).Command());
        root.Add(new CaseCommand(desk, shared).Command());
        root.Add(new YearCommand(desk, shared).Command());
        root.Add(new ImportCommand(desk, shared).Command());
        root.Add(new ExportCommand(desk, shared).Command());
        root.Add(new DeadlineCommand(desk, shared).Command());
        root.Add(new CheckReportCommand(desk, shared).Command());
        root.Add(new VerifyCommand(desk, shared).Command());
        root.Add(new BackupCommand(desk, shared).Command());
        root.Add(new RestoreCommand(desk, shared).Command());
        root.Add(new CheckConfigCommand(desk, shared).Command());
        root.SetAction((parsed, token) => serve.RunAsync(parsed, token));
        return root;
    }

    private int Refuse(Phrases phrases, params IReadOnlyList<string> faults)
    {
        foreach (var fault in faults)
            terminal.Error.WriteLine(fault);
        terminal.Error.WriteLine(phrases.Of("Cli.SeeHelp"));
        return Exit.CouldNotRun;
    }

    /// <summary>The language must be known before the options can be described in it.</summary>
    private static string? LanguageIn(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == LanguageOption && i + 1 < args.Count)
                return args[i + 1];
            if (args[i].StartsWith(LanguageOption + "=", StringComparison.Ordinal) || args[i].StartsWith(LanguageOption + ":", StringComparison.Ordinal))
                return args[i][(LanguageOption.Length + 1)..];
        }

        return null;
    }
}

/// <summary>The options of every verb.</summary>
internal sealed class SharedOptions(Phrases phrases)
{
    public Option<string> Config { get; } = new("--config") { Description = phrases.Of("Cli.Config"), HelpName = "DIR", Recursive = true, DefaultValueFactory = _ => "config" };

    public Option<string?> Data { get; } = new("--data") { Description = phrases.Of("Cli.Data"), HelpName = "DIR", Recursive = true };

    public Option<string> Lang { get; } = new("--lang") { Description = phrases.Of("Cli.Lang"), HelpName = "zh|en|ug", Recursive = true, DefaultValueFactory = _ => "zh" };

    public ConfigPlace Place(ParseResult parsed) => new(parsed.GetRequiredValue(Config), parsed.GetValue(Data));
}
