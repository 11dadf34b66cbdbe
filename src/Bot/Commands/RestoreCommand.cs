using System.CommandLine;
using Disclosure.Records;

namespace Disclosure.Bot.Commands;

/// <summary><c>restore FILE</c>: brings a backup back into an empty data folder.</summary>
internal sealed class RestoreCommand(Desk desk, SharedOptions shared)
{
    private readonly Argument<string> _file = new("FILE") { Description = desk.Phrases.Of("Cli.Backup.File") };

    public Command Command()
    {
        var command = new Command("restore", desk.Phrases.Of("Cli.Restore")) { _file };
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (desk.LoadSettings(shared.Place(parsed)) is not { } config)
            return Exit.CouldNotRun;

        var manifest = Backup.Restore(parsed.GetRequiredValue(_file), config.DataFolder, cancellationToken);
        desk.Terminal.Out.WriteLine(desk.Phrases.Of("Restore.Done", ("folder", config.DataFolder), ("records", manifest.Journals.Sum(journal => journal.Records))));
        if (manifest.Keys is { MasterKeys.Count: > 0 } keys)
            desk.Terminal.Out.WriteLine(desk.Phrases.Of("Restore.NeedsKey", ("keys", string.Join(' ', keys.MasterKeys))));
        return Exit.Fine;
    }
}
