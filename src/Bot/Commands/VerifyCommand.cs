using System.CommandLine;
using Disclosure.Records;
using Disclosure.Records.Sealing;

namespace Disclosure.Bot.Commands;

/// <summary><c>verify</c>: whether everything kept is whole and as it was written.</summary>
internal sealed class VerifyCommand(Desk desk, SharedOptions shared)
{
    public Command Command()
    {
        var command = new Command("verify", desk.Phrases.Of("Cli.Verify"));
        command.SetAction((parsed, token) => Task.FromResult(Run(parsed, token)));
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (desk.LoadSettings(shared.Place(parsed)) is not { } config)
            return Exit.CouldNotRun;
        // An absent folder holds no damage, but calling it sound would hide a slip in the path.
        if (!Directory.Exists(config.DataFolder))
            return desk.Refuse("Cli.NoDataFolder", ("folder", config.DataFolder));

        var report = Verification.Run(config.DataFolder, MasterKeyPlace.Of(config.Records), cancellationToken);
        foreach (var finding in report.Findings)
            desk.Terminal.Out.WriteLine(desk.Phrases.Of($"Verify.{finding.Severity}", ("place", finding.Place), ("what", finding.What)));
        if (report.Register is { } register)
            desk.Terminal.Out.WriteLine(desk.Phrases.Of("Verify.Register", ("cases", register.Cases), ("entries", register.Entries), ("opened", register.Opened), ("erased", register.Erased), ("closed", register.Closed)));
        desk.Terminal.Out.WriteLine(desk.Phrases.Of(report.IsSound ? "Verify.Sound" : "Verify.NotSound", ("folder", config.DataFolder)));
        return report.IsSound ? Exit.Fine : Exit.Findings;
    }
}
