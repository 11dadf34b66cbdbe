using System.CommandLine;
using System.Globalization;
using Disclosure.Auditor;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Settings;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Commands;

/// <summary><c>audit</c>: one audit now, a table for people, JSON for programs.</summary>
internal sealed class AuditCommand(Desk desk, SharedOptions shared)
{
    private readonly Option<string?> _agency = new("--agency") { Description = desk.Phrases.Of("Cli.Audit.Agency"), HelpName = "A" };
    private readonly Option<string?> _columns = new("--columns") { Description = desk.Phrases.Of("Cli.Audit.Columns"), HelpName = "FILE" };
    private readonly Option<string?> _today = new("--today") { Description = desk.Phrases.Of("Cli.Audit.Today"), HelpName = "D" };
    private readonly Option<string?> _json = new("--json") { Description = desk.Phrases.Of("Cli.Audit.Json"), HelpName = "FILE" };
    private readonly Option<bool> _plan = new("--plan") { Description = desk.Phrases.Of("Cli.Audit.Plan") };

    public Command Command()
    {
        var command = new Command("audit", desk.Phrases.Of("Cli.Audit")) { _agency, _columns, _today, _json, _plan };
        command.SetAction((parsed, token) => RunAsync(parsed, token));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (agency, columnFile, json) = (parsed.GetValue(_agency), parsed.GetValue(_columns), parsed.GetValue(_json));
        if (agency is not null && columnFile is not null)
            return desk.Refuse("Cli.EitherAgencyOrColumns");
        var today = TownshipTime.DayOf(desk.Terminal.Clock.GetUtcNow());
        if (parsed.GetValue(_today) is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today))
            return desk.Refuse("Cli.BadDate", ("value", day));
        if (desk.Load(shared.Place(parsed), columnFile) is not { } config)
            return Exit.CouldNotRun;
        if (agency is not null && config.Agencies.All(known => known.Agency.Code.Value != agency))
            return desk.Refuse("Cli.UnknownAgency", ("value", agency), ("known", string.Join(", ", config.Agencies.Select(known => known.Agency.Code))));

        var chosen = config.Agencies.Where(known => known.Section is not null && (agency is null || known.Agency.Code.Value == agency)).ToList();
        if (chosen.Count == 0)
            return desk.Refuse("Cli.NothingToAudit", ("file", AgencyFile.FileName));
        return parsed.GetValue(_plan) ? ListAddresses(chosen) : await AuditAsync(config, chosen, today, json, cancellationToken);
    }

    /// <summary>The first page of everything; how far a pager is walked shows only on the way.</summary>
    private int ListAddresses(IReadOnlyList<AuditedAgency> agencies)
    {
        foreach (var section in agencies.Select(agency => agency.Section!))
        {
            foreach (var address in section.Columns.Select(column => column.Url).Prepend(section.Portal).Distinct())
                desk.Terminal.Out.WriteLine(address.AbsoluteUri);
        }

        return Exit.Fine;
    }

    private async Task<int> AuditAsync(DeskConfig config, IReadOnlyList<AuditedAgency> agencies, DateOnly today, string? json, CancellationToken cancellationToken)
    {
        await using var sample = await SamplePortalHost.StartAsync(config, agencies.SelectMany(agency => agency.Section!.Columns).Select(column => column.Url), desk.Terminal.Clock, cancellationToken);
        using var host = desk.Host(config);
        var audit = host.Services.GetRequiredService<RunAudit>();
        var reports = new List<AuditReport>();
        foreach (var agency in agencies)
            reports.Add(await WatchedAsync(agency, progress => audit(new AuditRequest(agency.Section!, today), progress, cancellationToken), json));

        var names = agencies.ToDictionary(agency => agency.Agency.Code, agency => agency.Agency.Name);
        if (json == AuditJson.StandardOutput)
            await desk.Terminal.Out.WriteLineAsync(AuditJson.Write(reports));
        else
            new AuditTable(desk.Terminal, desk.Phrases).Write(reports, names);
        if (json is not null and not AuditJson.StandardOutput && await AuditJson.TrySaveAsync(json, reports, cancellationToken) is { } fault)
            return desk.Refuse("Cli.CannotWrite", ("file", json), ("message", fault));
        return reports.Exists(report => report.Findings.Any()) ? Exit.Findings : Exit.Fine;
    }

    private Task<AuditReport> WatchedAsync(AuditedAgency agency, Func<IAuditProgress?, Task<AuditReport>> audit, string? json) =>
        desk.Terminal.IsInteractive && json != AuditJson.StandardOutput
            ? ProgressBar.AroundAsync(desk.Terminal, desk.Phrases.Of("Cli.Auditing", ("name", agency.Agency.Name)), audit)
            : audit(null);
}
