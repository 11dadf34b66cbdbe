using System.CommandLine;
using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Auditor.Reports;
using Disclosure.Tables;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Disclosure.Bot.Commands;

/// <summary><c>check-report</c>: ties out any published annual report, ours or another organ's.</summary>
internal sealed class CheckReportCommand(Desk desk, SharedOptions shared)
{
    private static readonly string[] HeadingKeys = ["Severity", "Id", "Where", "Left", "Right", "Message"];

    private readonly Argument<string> _report = new("FILE-or-URL") { Description = desk.Phrases.Of("Cli.CheckReport.Report") };
    private readonly Option<string?> _previous = new("--previous") { Description = desk.Phrases.Of("Cli.CheckReport.Previous"), HelpName = "FILE-or-URL" };
    private readonly Option<string?> _level = new("--agency-level") { Description = desk.Phrases.Of("Cli.CheckReport.Level"), HelpName = "L" };
    private readonly Option<bool> _json = new("--json") { Description = desk.Phrases.Of("Cli.CheckReport.Json") };

    public Command Command()
    {
        var command = new Command("check-report", desk.Phrases.Of("Cli.CheckReport")) { _report, _previous, _level, _json };
        command.SetAction((parsed, token) => RunAsync(parsed, token));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (source, previousSource, levelName) = (parsed.GetRequiredValue(_report), parsed.GetValue(_previous), parsed.GetValue(_level));
        var level = default(AgencyLevel);
        if (levelName is not null && (!Enum.TryParse(levelName, ignoreCase: true, out level) || !Enum.IsDefined(level) || char.IsAsciiDigit(levelName[0])))
            return desk.Refuse("CheckReport.BadLevel", ("value", levelName), ("known", string.Join(", ", Enum.GetNames<AgencyLevel>().Select(name => name.ToLowerInvariant()))));
        if (desk.LoadSettings(shared.Place(parsed)) is not { } settings)
            return Exit.CouldNotRun;

        var config = settings with { Named = [.. new[] { source, previousSource }.OfType<string>().Select(PublishedReports.AddressOf).OfType<Uri>()] };
        await using var sample = await SamplePortalHost.StartAsync(config, config.Addresses, desk.Terminal.Clock, cancellationToken);
        using var host = desk.Host(config);
        var reports = host.Services.GetRequiredService<PublishedReports>();
        if (await ReadAsync(reports, source, cancellationToken) is not { } report)
            return Exit.CouldNotRun;
        PublishedReport? previous = null;
        if (previousSource is not null && (previous = await ReadAsync(reports, previousSource, cancellationToken)) is null)
            return Exit.CouldNotRun;
        // Held against any other year, every carried number would look wrong.
        if (previous?.Year is { } year && report.Year is { } current && year != current - 1)
            return desk.Refuse("CheckReport.PreviousIsOfYear", ("value", year), ("year", current - 1));

        var findings = ReportCheck.Of(report, previous, levelName is null ? ReportCheck.LevelOf(report.Agency) : level);
        if (parsed.GetValue(_json))
            desk.Terminal.Out.WriteLine(CheckReportJson.Write(report, findings, desk.Phrases));
        else
            Tell(report, findings, previous is not null);
        return findings.Any(one => one.Finding.Severity is not FindingSeverity.Info) ? Exit.Findings : Exit.Fine;
    }

    /// <returns>Null when it cannot be read, which is said.</returns>
    private async Task<PublishedReport?> ReadAsync(PublishedReports reports, string source, CancellationToken cancellationToken)
    {
        var reading = await reports.ReadAsync(source, cancellationToken);
        if (reading is ReportReading.Read read)
            return read.Report;
        desk.Refuse("CheckReport.Unreadable", ("source", source), ("reason", desk.Phrases.Fault((ReportReading.Unreadable)reading)));
        return null;
    }

    private void Tell(PublishedReport report, IReadOnlyList<ReportFinding> findings, bool withPrevious)
    {
        var phrases = desk.Phrases;
        desk.Terminal.Out.WriteLine(phrases.Of(
            "CheckReport.Title",
            ("agency", report.Agency.Length > 0 ? report.Agency : phrases.Of("CheckReport.UnknownAgency")),
            ("year", report.Year?.ToString(CultureInfo.InvariantCulture) ?? phrases.Of("CheckReport.UnknownYear"))));
        if (findings.Count > 0)
            WriteFindings(FindingGroups.Joined(findings, phrases));
        desk.Terminal.Out.WriteLine(findings.Count == 0
            ? phrases.Of("CheckReport.Ties")
            : phrases.Of("CheckReport.Count", ("errors", Count(findings, FindingSeverity.Error)), ("warnings", Count(findings, FindingSeverity.Warning)), ("infos", Count(findings, FindingSeverity.Info))));
        if (!withPrevious)
            desk.Terminal.Out.WriteLine(phrases.Of("CheckReport.NoPrevious"));
    }

    private void WriteFindings(IReadOnlyList<ReportFinding> findings)
    {
        var headings = HeadingKeys.Select(key => desk.Phrases.Of($"Finding.{key}")).ToList();
        if (!desk.Terminal.IsInteractive)
        {
            desk.Terminal.Out.WriteLine(string.Join('\t', headings));
            foreach (var finding in findings)
                desk.Terminal.Out.WriteLine(string.Join('\t', Cells(finding)));
            return;
        }

        var table = new Table().RoundedBorder();
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(Markup.Escape(heading)));
        foreach (var finding in findings)
            table.AddRow(Cells(finding).Select((cell, at) => new Text(cell, at == 0 ? StyleOf(finding.Finding.Severity) : Style.Plain)));
        desk.Terminal.Screen().Write(table);
    }

    private string[] Cells(ReportFinding one)
    {
        var finding = one.Finding;
        return [.. new[] { desk.Phrases.Of($"Severity.{finding.Severity}"), finding.Id, finding.Where, finding.Left ?? "", finding.Right ?? "", desk.Phrases.Finding(one) }.Select(OneLine)];
    }

    private static int Count(IReadOnlyList<ReportFinding> findings, FindingSeverity severity) => findings.Count(one => one.Finding.Severity == severity);

    private static Style StyleOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Error => new Style(Color.Red),
        FindingSeverity.Warning => new Style(Color.Yellow),
        _ => Style.Plain,
    };

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
