using System.CommandLine;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Export;
using Disclosure.Bot.Settings;
using Disclosure.Records;
using Disclosure.Tables;
using Disclosure.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Commands;

/// <summary><c>export</c>: the annual report and its tables as files; refuses while an equation does not hold, unless a draft is asked for.</summary>
internal sealed class ExportCommand(Desk desk, SharedOptions shared)
{
    private const int FirstYear = 2008;
    private const int MostFindings = 40;

    private static readonly Dictionary<string, ExportFormat> Formats =
        Enum.GetValues<ExportFormat>().ToDictionary(format => format.ToString().ToLowerInvariant(), StringComparer.OrdinalIgnoreCase);

    private readonly Option<int> _year = new("--year") { Description = desk.Phrases.Of("Cli.Export.Year"), HelpName = "Y", Required = true };
    private readonly Option<string?> _agency = new("--agency") { Description = desk.Phrases.Of("Cli.Export.Agency"), HelpName = "A" };
    private readonly Option<bool> _rollUp = new("--rollup") { Description = desk.Phrases.Of("Cli.Export.RollUp") };
    private readonly Option<string> _format = new("--format") { Description = desk.Phrases.Of("Cli.Export.Format"), HelpName = "LIST", DefaultValueFactory = _ => string.Join(',', Formats.Keys) };
    private readonly Option<string> _out = new("--out") { Description = desk.Phrases.Of("Cli.Export.Out"), HelpName = "DIR", DefaultValueFactory = _ => "." };
    private readonly Option<bool> _draft = new("--draft") { Description = desk.Phrases.Of("Cli.Export.Draft") };

    public Command Command()
    {
        var command = new Command("export", desk.Phrases.Of("Cli.Export")) { _year, _agency, _rollUp, _format, _out, _draft };
        command.SetAction((parsed, token) => RunAsync(parsed, token));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (year, today) = (parsed.GetValue(_year), TownshipTime.DayOf(desk.Terminal.Clock.GetUtcNow()));
        if (year < FirstYear || year > today.Year)
            return desk.Refuse("Export.BadYear", ("value", year), ("last", today.Year));
        var names = parsed.GetRequiredValue(_format).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (names.Count == 0 || names.Find(name => !Formats.ContainsKey(name)) is not null)
            return desk.Refuse("Export.BadFormat", ("value", names.Find(name => !Formats.ContainsKey(name)) ?? "\"\""), ("known", string.Join(", ", Formats.Keys)));
        if (desk.Load(shared.Place(parsed), columnFile: null) is not { } config)
            return Exit.CouldNotRun;
        // A folder that is not there holds no requests, and a report of zeros made from a slip in the path would look like any other.
        if (!Directory.Exists(config.DataFolder))
            return desk.Refuse("Cli.NoDataFolder", ("folder", config.DataFolder));
        var rollUp = parsed.GetValue(_rollUp);
        if (!TryChoose(config, parsed.GetValue(_agency), rollUp, out var agency))
            return Exit.CouldNotRun;

        var file = await ReadAsync(config, agency, year, rollUp, today, cancellationToken);
        return await ExportAsync(file, $"{year}-{agency.Agency.Code}{(rollUp ? "-rollup" : "")}", [.. names.Select(name => Formats[name])], parsed, cancellationToken);
    }

    /// <summary>The agency that was named, or the only one there is to choose.</summary>
    private bool TryChoose(DeskConfig config, string? code, bool rollUp, out AuditedAgency agency)
    {
        bool HasBelow(AuditedAgency one) => config.Agencies.Any(other => other.Agency.Parent == one.Agency.Code);

        var choice = config.Agencies.Where(one => code is not null ? one.Agency.Code.Value == code : !rollUp || (HasBelow(one) && one.Agency.Parent is null)).ToList();
        agency = choice.Count == 1 ? choice[0] : null!;
        if (agency is not null && (!rollUp || HasBelow(agency)))
            return true;
        var known = string.Join(", ", (choice.Count > 1 ? choice : config.Agencies).Select(one => one.Agency.Code));
        _ = choice.Count switch
        {
            1 => desk.Refuse("Export.NothingBelow", ("value", agency!.Agency.Code)),
            0 when code is null => desk.Refuse("Export.NothingBelow", ("value", known)),
            0 => desk.Refuse("Cli.UnknownAgency", ("value", code), ("known", known)),
            _ => desk.Refuse("Export.WhichAgency", ("known", known)),
        };
        return false;
    }

    private async Task<ReportFile> ReadAsync(DeskConfig config, AuditedAgency agency, int year, bool rollUp, DateOnly today, CancellationToken cancellationToken)
    {
        using var host = desk.Host(config);
        var source = new ReportSource(
            host.Services.GetRequiredService<IRegister>(),
            new AuditorEvidence(host.Services.GetRequiredService<IAuditArchive>()),
            config.Agencies,
            config.Rules,
            today);
        return rollUp ? await source.RollUpAsync(agency, year, cancellationToken) : await source.ReadAsync(agency, year, cancellationToken);
    }

    private async Task<int> ExportAsync(ReportFile file, string name, IReadOnlyList<ExportFormat> formats, ParseResult parsed, CancellationToken cancellationToken)
    {
        TellFindings(file.Report);
        var errors = file.Report.Findings.Count(finding => finding.Severity is FindingSeverity.Error);
        if (parsed.GetValue(_draft))
            file = file with { Report = file.Report with { Standing = ReportStanding.Draft } };
        else if (errors > 0)
            return Stopped("Export.Refused", ("n", errors));

        var folder = Path.GetFullPath(parsed.GetRequiredValue(_out));
        List<(string File, byte[] Content)> files = [.. formats.Select(format => (Path.Combine(folder, $"{name}.{format.ToString().ToLowerInvariant()}"), format.Write(file)))];
        if (TryMake(folder) is { } refused || (refused = await WholeFiles.TryWriteAsync(files, cancellationToken)) is not null)
            return desk.Refuse("Export.CannotWrite", ("folder", folder), ("message", refused));

        foreach (var (written, _) in files)
            Tell("Export.Written", ("file", written));
        if (ReportPlaces.Unwritten(file.Report).Count is > 0 and var open)
            Tell("Export.ToWrite", ("n", open));
        if (file.Report.Standing is ReportStanding.Draft)
            Tell("Export.AsDraft");
        return errors > 0 ? Exit.Findings : Exit.Fine;
    }

    private void TellFindings(AnnualReport report)
    {
        if (report.Findings.Count == 0)
            return;
        Tell("Export.Findings", ("agency", report.Agency), ("year", report.Year), ("n", report.Findings.Count));
        var lines = FindingGroups.Joined(report.Findings.OrderBy(finding => finding.Severity), desk.Phrases);
        foreach (var finding in lines.Take(MostFindings))
        {
            var cases = finding.Cases.Count == 0 ? "" : " " + desk.Phrases.Of("Export.FindingCases", ("cases", string.Join(' ', finding.Cases)));
            Tell("Export.FindingLine", ("severity", desk.Phrases.Of($"Severity.{finding.Severity}")), ("id", finding.Id), ("message", desk.Phrases.Equation(finding) + cases));
        }

        if (lines.Count > MostFindings)
            Tell("Export.FindingsMore", ("n", lines.Count - MostFindings));
    }

    private int Stopped(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        desk.Refuse(key, values);
        return Exit.Findings;
    }

    private void Tell(string key, params ReadOnlySpan<(string Name, object? Value)> values) => desk.Terminal.Out.WriteLine(desk.Phrases.Of(key, values));

    private static string? TryMake(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return refused.Message;
        }
    }
}
