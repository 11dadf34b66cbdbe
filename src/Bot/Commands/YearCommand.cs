using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Disclosure.Auditor.Portals;
using Disclosure.Auditor.Reports;
using Disclosure.Bot.Register;
using Disclosure.Records.Journals;
using Disclosure.Requests;
using Disclosure.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Bot.Commands;

/// <summary><c>year show|enter|…|lock|correct</c>: takes a report year from its figures to the lock.</summary>
internal sealed class YearCommand(Desk desk, SharedOptions shared)
{
    private const int FirstYear = 2008;

    private readonly RegisterDoor _door = new(desk, shared);
    private readonly Option<int> _year = new("--year") { Description = desk.Phrases.Of("Year.Cli.Year"), HelpName = "Y", Required = true };
    private readonly Option<string?> _cell = new("--cell") { Description = desk.Phrases.Of("Year.Cli.Cell"), HelpName = "CELL" };
    private readonly Argument<string[]> _fields = new("FIELD=VALUE") { Description = desk.Phrases.Of("Case.Cli.Fields"), Arity = ArgumentArity.ZeroOrMore };
    private readonly Argument<string> _source = new("FILE-or-URL") { Description = desk.Phrases.Of("Year.Cli.Source") };
    private readonly Argument<string> _address = new("ADDRESS") { Description = desk.Phrases.Of("Year.Cli.Address") };
    private readonly Argument<string> _file = new("FILE") { Description = desk.Phrases.Of("Year.Cli.File") };

    public Command Command()
    {
        var root = new Command("year", desk.Phrases.Of("Year.Cli"));
        root.Add(Verb("show", "Year.Cli.Show", ShowAsync, _cell));
        root.Add(Verb("enter", "Year.Cli.Enter", Filled(typeof(YearMove.EnterProactive)), _fields));
        root.Add(Verb("text", "Year.Cli.Text", Filled(typeof(YearMove.EnterText)), _fields));
        root.Add(Verb("previous", "Year.Cli.Previous", PreviousAsync, _source));
        root.Add(Verb("review", "Year.Cli.Review", Filled(typeof(YearMove.ReviewChannel)), _fields));
        root.Add(Verb("prepare", "Year.Cli.Prepare", Filled(typeof(YearMove.Prepare))));
        root.Add(Verb("tie-out", "Year.Cli.TieOut", Filled(typeof(YearMove.TieOut))));
        root.Add(Verb("approve", "Year.Cli.Approve", Filled(typeof(YearMove.Approve))));
        root.Add(Verb("publish", "Year.Cli.Publish", PublishAsync, _address, _file));
        root.Add(Verb("lock", "Year.Cli.Lock", LockAsync));
        root.Add(Verb("reopen", "Year.Cli.Reopen", Filled(typeof(YearMove.Reopen)), _fields));
        root.Add(Verb("correct", "Year.Cli.Correct", Filled(typeof(YearMove.CorrectAfterLock)), _fields));
        return root;
    }

    private Command Verb(string name, string about, Func<ParseResult, CancellationToken, Task<int>> run, params IReadOnlyList<Symbol> symbols)
    {
        var command = new Command(name, desk.Phrases.Of(about)) { _year, _door.As, _door.On, _door.Agency };
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                command.Add(option);
            else
                command.Add((Argument)symbol);
        }

        command.SetAction(run);
        return command;
    }

    private Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken) => OpenAsync(parsed, actorNeeded: false, async open =>
    {
        var year = await ReadAsync(parsed, open, cancellationToken);
        if (parsed.GetValue(_cell) is { } cell)
            return ShowCell(cell, year);
        foreach (var line in new YearText(_door.Words).Lines(year.Report.Agency, year.Entered, year.Report))
            desk.Terminal.Out.WriteLine(line);
        return CrossFooting.Stops(year.Report.Findings) ? Exit.Findings : Exit.Fine;
    });

    /// <summary>A move that is made of what was typed.</summary>
    private Func<ParseResult, CancellationToken, Task<int>> Filled(Type move) => (parsed, token) => OpenAsync(parsed, actorNeeded: true, async open =>
    {
        var arguments = parsed.CommandResult.Command.Arguments.Contains(_fields) ? parsed.GetValue(_fields) ?? [] : [];
        var (typed, problems) = await TypedFields.ReadAsync(arguments, desk.Terminal.In, desk.Phrases, token);
        var filled = MoveForm.Of(move).Fill(typed, _door.Words);
        return problems.Count + filled.Problems.Count > 0
            ? _door.Tell([.. problems, .. filled.Problems])
            : await MakeAsync(parsed, open, _ => (YearMove)filled.Move!, token);
    });

    /// <summary>Last year's published report; a number in it that cannot be read would be carried into this year as something else.</summary>
    private async Task<int> PreviousAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var source = parsed.GetRequiredValue(_source);
        if (await ReadPreviousAsync(parsed, source, cancellationToken) is not { } report)
            return Exit.CouldNotRun;
        if (report.Year != parsed.GetValue(_year) - 1)
            return desk.Refuse("Year.PreviousOtherYear", ("found", report.Year?.ToString(CultureInfo.InvariantCulture) ?? "?"), ("wanted", parsed.GetValue(_year) - 1));
        var unread = ReportCells.Places.Zip(ReportCells.Of(report.Figures)).Where(cell => !cell.Second.IsNumber).Select(cell => cell.First).ToList();
        return unread.Count > 0
            ? desk.Refuse("Year.PreviousMissing", ("places", string.Join(desk.Phrases.Of("Register.Comma"), unread)))
            : await OpenAsync(parsed, actorNeeded: true, open => MakeAsync(parsed, open, _ => new YearMove.EnterPreviousPublished(report.Figures, source), cancellationToken));
    }

    private async Task<PublishedReport?> ReadPreviousAsync(ParseResult parsed, string source, CancellationToken cancellationToken)
    {
        if (desk.LoadSettings(shared.Place(parsed)) is not { } settings)
            return null;
        var config = settings with { Named = PublishedReports.AddressOf(source) is { } address ? [address] : [] };
        await using var sample = await SamplePortalHost.StartAsync(config, config.Addresses, desk.Terminal.Clock, cancellationToken);
        using var host = desk.Host(config);
        var reading = await host.Services.GetRequiredService<PublishedReports>().ReadAsync(source, cancellationToken);
        if (reading is ReportReading.Read read)
            return read.Report;
        desk.Refuse("Year.PreviousUnreadable", ("why", desk.Phrases.Fault((ReportReading.Unreadable)reading)));
        return null;
    }

    private Task<int> PublishAsync(ParseResult parsed, CancellationToken cancellationToken) => OpenAsync(parsed, actorNeeded: true, async open =>
    {
        var file = parsed.GetRequiredValue(_file);
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken)));
            return await MakeAsync(parsed, open, _ => new YearMove.Publish(parsed.GetRequiredValue(_address), hash), cancellationToken);
        }
        catch (Exception refused) when (refused is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return desk.Refuse("Year.NoFile", ("file", file), ("message", refused.Message));
        }
    });

    private Task<int> LockAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        OpenAsync(parsed, actorNeeded: true, open => MakeAsync(parsed, open, year => YearMoves.LockOf(year.Entered, year.Report.Figures), cancellationToken));

    private async Task<int> MakeAsync(ParseResult parsed, OpenRegister open, Func<KeptYear, YearMove> make, CancellationToken cancellationToken)
    {
        if (await _door.WhenAsync(parsed, open.Cases.Today, cancellationToken) is not { } when)
            return Exit.CouldNotRun;
        var year = await ReadAsync(parsed, open, cancellationToken);
        var move = make(year);
        var decision = YearMoves.Decide(year.Entered, move, open.Actor!.Actor, when.On, desk.Terminal.Clock.GetUtcNow(), YearFacts.Of(open.Cases.Today, year.Report));
        if (decision is YearDecision.Rejected rejected)
            return Refuse(rejected, move, open);
        var entry = ((YearDecision.Accepted)decision).Entry;
        try
        {
            await open.Register.AppendYearAsync(open.Agency, year.Entered.Year, year.Version, entry, cancellationToken);
        }
        catch (JournalConflictException)
        {
            return desk.Refuse("Year.Overtaken", ("year", year.Entered.Year));
        }

        desk.Terminal.Out.WriteLine(desk.Phrases.Of("Year.Done", ("year", year.Entered.Year), ("move", _door.Words.Move(move.GetType())), ("state", desk.Phrases.Of($"Year.State.{year.Entered.With(entry).State}"))));
        return Exit.Fine;
    }

    private int Refuse(YearDecision.Rejected rejected, YearMove move, OpenRegister open)
    {
        var details = rejected.Details.Select(detail => rejected.Refusal switch
        {
            YearRefusal.WrongState => desk.Phrases.Of($"Year.State.{detail}"),
            YearRefusal.WrongRole => desk.Phrases.Roles(Enum.Parse<Roles>(detail)),
            _ => detail,
        });
        var comma = desk.Phrases.Of("Register.Comma");
        var why = desk.Phrases.Of($"Year.Refusal.{rejected.Refusal}", ("move", _door.Words.Move(move.GetType())), ("details", string.Join(comma, details)), ("places", string.Join(comma, ReportPlaces.All)));
        desk.Refuse("Year.Refused", ("why", why));
        var allowed = rejected.AllowedNow.Select(step => desk.Phrases.Of($"Register.{nameof(YearMove)}.{step}")).ToList();
        return desk.Refuse("Year.AllowedNow", ("id", open.Actor!.Id), ("allowed", allowed.Count == 0 ? desk.Phrases.Of("Case.NothingAllowed") : string.Join(comma, allowed)));
    }

    private int ShowCell(string written, KeptYear year)
    {
        var folded = RegisterWords.Fold(written);
        foreach (var (row, heading) in from row in RequestRows.All from heading in RequestHeadings.All select (row, heading))
        {
            if (RegisterWords.Fold(FormLabels.Place(row, heading)) == folded)
                return TellCell(FormLabels.Place(row, heading), year.Report.Figures.Requests[row, heading], year.Requests.CasesOf(row, heading).Select(one => (one.Number, one.ReceivedOn, one.Outcome is { } outcome ? _door.Words.Of(outcome) : null)));
        }

        foreach (var (route, heading) in from route in Enum.GetValues<RemedyRoute>() from heading in Enum.GetValues<RemedyHeading>() select (route, heading))
        {
            if (RegisterWords.Fold(FormLabels.Place(route, heading)) == folded)
                return TellCell(FormLabels.Place(route, heading), year.Report.Figures.Remedies[route, heading], year.Remedies.RemediesOf(route, heading).Select(one => (year.Numbers[one.Case], one.OpenedOn, one.Result is { } result ? _door.Words.Of(result) : null)));
        }

        return ReportCells.Places.Any(place => RegisterWords.Fold(place) == folded)
            ? desk.Refuse("Year.CellNoCases")
            : desk.Refuse("Year.NoCell", ("cell", written), ("near", Near(written)));
    }

    /// <summary>The cell whose name has every word that was written, else the one spelt most alike.</summary>
    private static string Near(string written)
    {
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(RegisterWords.Fold).ToList();
        return ReportCells.Places.FirstOrDefault(place => parts.TrueForAll(RegisterWords.Fold(place).Contains)) ?? Nearest.Of(written, ReportCells.Places) ?? ReportCells.Places[0];
    }

    private int TellCell(string place, Figure figure, IEnumerable<(RequestNumber Number, DateOnly On, string? Result)> cases)
    {
        desk.Terminal.Out.WriteLine(desk.Phrases.Of("Year.Cell", ("place", place), ("n", figure.Text)));
        foreach (var (number, on, result) in cases)
            desk.Terminal.Out.WriteLine(desk.Phrases.Of("Year.CellCase", ("number", NumberText.Printed(number)), ("received", Iso.Day(on)), ("outcome", result ?? desk.Phrases.Of("Year.CellOpen"))));
        return Exit.Fine;
    }

    private Task<int> OpenAsync(ParseResult parsed, bool actorNeeded, Func<OpenRegister, Task<int>> work)
    {
        var (year, last) = (parsed.GetValue(_year), Time.TownshipTime.DayOf(desk.Terminal.Clock.GetUtcNow()).Year);
        return year is >= FirstYear && year <= last
            ? _door.OpenAsync(parsed, actorNeeded, work)
            : Task.FromResult(desk.Refuse("Year.BadYear", ("value", year.ToString(CultureInfo.InvariantCulture)), ("last", last)));
    }

    private async Task<KeptYear> ReadAsync(ParseResult parsed, OpenRegister open, CancellationToken cancellationToken)
    {
        var number = parsed.GetValue(_year);
        var agency = open.Config.Agencies.First(one => one.Agency.Code == open.Agency);
        var history = await open.Register.ReadYearAsync(open.Agency, number, cancellationToken);
        var entered = ReportYear.Of(open.Agency, number, history.Entries);
        var cases = new List<RequestCase>();
        await foreach (var kept in open.Cases.AllAsync(open.Agency, cancellationToken))
            cases.Add(kept.Case);
        var report = await open.Reports.ReadAsync(agency, number, cancellationToken);
        return new(
            history.Version,
            entered,
            report.Report,
            RequestTable.Of(number, cases.Select(one => one.Counted).OfType<CountedCase>(), entered.Previous?.Figures),
            RemedyTable.Of(number, cases.SelectMany(one => one.CountedRemedies)),
            cases.Where(one => one.Number is not null).ToDictionary(one => one.Id, one => one.Number!.Value));
    }

    /// <param name="Version">What a move must name to be appended.</param>
    /// <param name="Report">As it would be printed now.</param>
    /// <param name="Numbers">Of every case, for the remedies behind a cell.</param>
    private sealed record KeptYear(long Version, ReportYear Entered, AnnualReport Report, RequestTable Requests, RemedyTable Remedies, IReadOnlyDictionary<CaseId, RequestNumber> Numbers);
}
