using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Disclosure.Auditor.Discover;
using Disclosure.Auditor.Portals;
using Disclosure.Columns;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Commands;

/// <summary><c>discover URL</c>: walks a section's navigation and proposes its column file; what a person must look at goes to standard error.</summary>
internal sealed class DiscoverCommand(Desk desk, SharedOptions shared)
{
    private readonly Argument<string> _url = new("URL") { Description = desk.Phrases.Of("Cli.Discover.Url") };
    private readonly Option<string?> _out = new("--out") { Description = desk.Phrases.Of("Cli.Discover.Out"), HelpName = "FILE" };
    private readonly Option<string?> _section = new("--section") { Description = desk.Phrases.Of("Cli.Discover.Section"), HelpName = "NAME" };
    private readonly Option<string?> _beside = new("--beside") { Description = desk.Phrases.Of("Cli.Discover.Beside"), HelpName = "FILE" };

    public Command Command()
    {
        var command = new Command("discover", desk.Phrases.Of("Cli.Discover")) { _url, _section, _out, _beside };
        command.SetAction((parsed, token) => RunAsync(parsed, token));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var text = parsed.GetRequiredValue(_url);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var start) || start.Scheme is not ("http" or "https"))
            return desk.Refuse("Cli.BadAddress", ("value", text));
        // A column file holds what people corrected by hand, so a proposal never takes its place.
        if (parsed.GetValue(_out) is { } file && File.Exists(file))
            return desk.Refuse("Discover.FileExists", ("file", file));
        if (desk.LoadSettings(shared.Place(parsed)) is not { } settings)
            return Exit.CouldNotRun;
        PortalSection? existing = null;
        if (parsed.GetValue(_beside) is { } beside && (existing = desk.LoadColumns(beside)) is null)
            return Exit.CouldNotRun;

        var config = settings with { Named = [start] };
        await using var sample = await SamplePortalHost.StartAsync(config, config.Addresses, desk.Terminal.Clock, cancellationToken);
        using var host = desk.Host(config);
        var report = await host.Services.GetRequiredService<Discovery>().WalkAsync(start, new DiscoverOptions { SectionName = parsed.GetValue(_section) }, cancellationToken);
        return report.Outcome switch
        {
            DiscoveryOutcome.Walked => Propose(report, parsed.GetValue(_out), existing),
            DiscoveryOutcome.StartNotRead unread => desk.Refuse("Discover.StartNotRead", ("address", start.OriginalString), ("reason", Why(unread.Reason, unread.Detail))),
            DiscoveryOutcome.SectionNotFound missing => desk.Refuse("Discover.SectionNotFound", ("name", missing.Name), ("similar", string.Join(", ", missing.Similar))),
            DiscoveryOutcome.NoNavigation none => desk.Refuse("Discover.NoNavigation", ("address", report.Start.OriginalString), ("detail", none.Detail)),
            _ => throw new UnreachableException(),
        };
    }

    private int Propose(DiscoveryReport report, string? file, PortalSection? existing)
    {
        var json = ColumnFileWriter.Write(report.ToSection(ColumnFile.Local));
        if (file is null)
            desk.Terminal.Out.Write(json);
        else if (TrySave(file, json) is { } fault)
            return desk.Refuse("Cli.CannotWrite", ("file", file), ("message", fault));

        Tell("Discover.Done", ("columns", report.Columns.Count), ("pages", report.PagesAsked));
        foreach (var unseen in report.NotLookedAt)
            Tell("Discover.NotLookedAt", ("name", unseen.Name), ("address", unseen.Address.OriginalString), ("reason", Why(unseen.Reason, unseen.Detail)));
        foreach (var column in report.Columns.Where(column => column.Doubt is not null and not Doubt.PageNotSeen))
            Tell("Discover.Unsure", ("name", column.Name), ("address", column.Url.OriginalString), ("why", desk.Phrases.Doubt(column.Doubt!.Value)));
        if (report.Missing.Count > 0)
            Tell("Discover.Missing", ("names", string.Join(desk.Phrases.Of("Summary.Comma"), report.Missing.Select(entry => entry.Name))));
        if (existing is not null)
            TellChanges(ColumnChanges.Between(existing, report));
        return Exit.Fine;
    }

    private void TellChanges(ColumnChanges changes)
    {
        foreach (var column in changes.Appeared)
            Tell("Discover.Appeared", ("name", column.Name), ("address", column.Url.OriginalString));
        foreach (var column in changes.Vanished)
            Tell("Discover.Vanished", ("name", column.Name), ("address", column.Url.OriginalString));
        foreach (var column in changes.Unconfirmed)
            Tell("Discover.Unconfirmed", ("name", column.Name), ("address", column.Url.OriginalString));
        foreach (var match in changes.Renamed)
            Tell("Discover.Renamed", ("was", match.Was.Name), ("name", match.Now.Name), ("address", match.Now.Url.OriginalString));
        foreach (var match in changes.Moved)
            Tell("Discover.Moved", ("name", match.Now.Name), ("was", match.Was.Url.OriginalString), ("address", match.Now.Url.OriginalString));
        if (changes.IsEmpty && changes.Unconfirmed.Count == 0)
            Tell("Discover.Unchanged");
    }

    private void Tell(string key, params ReadOnlySpan<(string Name, object? Value)> values) => desk.Terminal.Error.WriteLine(desk.Phrases.Of(key, values));

    private string Why(Reason reason, string detail) => desk.Phrases.Unseen(reason, detail);

    private static string? TrySave(string file, string json)
    {
        try
        {
            File.WriteAllText(file, json, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }
}
