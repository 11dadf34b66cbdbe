using System.CommandLine;
using Disclosure.Records;

namespace Disclosure.Bot.Commands;

/// <summary><c>backup FILE</c>: copies what is kept while the desk runs.</summary>
internal sealed class BackupCommand(Desk desk, SharedOptions shared)
{
    private readonly Argument<string> _file = new("FILE") { Description = desk.Phrases.Of("Cli.Backup.File") };

    public Command Command()
    {
        var command = new Command("backup", desk.Phrases.Of("Cli.Backup")) { _file };
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (desk.LoadSettings(shared.Place(parsed)) is not { } config)
            return Exit.CouldNotRun;
        if (!Directory.Exists(config.DataFolder))
            return desk.Refuse("Cli.NoDataFolder", ("folder", config.DataFolder));

        var file = parsed.GetRequiredValue(_file);
        var manifest = Backup.Write(config.DataFolder, file, config.Records.KeyFile, desk.Terminal.Clock, cancellationToken);
        desk.Terminal.Out.WriteLine(desk.Phrases.Of("Backup.Done", ("file", file), ("records", manifest.Journals.Sum(journal => journal.Records))));
        if (manifest.Keys is { MasterKeys.Count: > 0 } keys)
            desk.Terminal.Out.WriteLine(desk.Phrases.Of("Backup.NeedsKey", ("keys", string.Join(' ', keys.MasterKeys))));
        return Exit.Fine;
    }
}
