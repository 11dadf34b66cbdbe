using System.CommandLine;
using Disclosure.Auditor.Portals;
using Disclosure.Bot.Register.Import;
using Disclosure.Records;
using Disclosure.Records.Journals;
using Disclosure.Requests;

namespace Disclosure.Bot.Commands;

/// <summary><c>import FILE</c>: takes over an existing register through the same moves, all or nothing; <c>import --template FILE</c> writes one to fill in.</summary>
internal sealed class ImportCommand(Desk desk, SharedOptions shared)
{
    /// <summary>What one record of the journal holds with ease; a township's register of many years is far below it.</summary>
    private const int MostRows = 5000;

    private readonly RegisterDoor _door = new(desk, shared);
    private readonly Argument<string?> _file = new("FILE") { Description = desk.Phrases.Of("Import.Cli.File"), Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _template = new("--template") { Description = desk.Phrases.Of("Import.Cli.Template"), HelpName = "FILE" };
    private readonly Option<string?> _mapping = new("--mapping") { Description = desk.Phrases.Of("Import.Cli.Mapping"), HelpName = "FILE" };
    private readonly Option<string?> _clerk = new("--clerk") { Description = desk.Phrases.Of("Import.Cli.Clerk"), HelpName = "STAFF" };
    private readonly Option<string?> _head = new("--head") { Description = desk.Phrases.Of("Import.Cli.Head"), HelpName = "STAFF" };
    private readonly Option<string?> _secrecy = new("--secrecy") { Description = desk.Phrases.Of("Import.Cli.Secrecy"), HelpName = "STAFF" };
    private readonly Option<string?> _signers = new("--signed-by") { Description = desk.Phrases.Of("Import.Cli.SignedBy"), HelpName = "STAFF,…" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = desk.Phrases.Of("Import.Cli.DryRun") };

    public Command Command()
    {
        var command = new Command("import", desk.Phrases.Of("Import.Cli")) { _file, _template, _mapping, _clerk, _head, _secrecy, _signers, _dryRun, _door.Agency };
        command.SetAction((parsed, token) => parsed.GetValue(_template) is { } template ? Task.FromResult(WriteTemplate(template)) : RunAsync(parsed, token));
        return command;
    }

    private int WriteTemplate(string file)
    {
        var kind = Path.GetExtension(file).ToUpperInvariant();
        if (kind is not (".XLSX" or ".CSV"))
            return desk.Refuse("Import.TemplateKind");
        if (File.Exists(file))
            return desk.Refuse("Import.FileExists", ("file", file));
        try
        {
            File.WriteAllBytes(file, kind == ".CSV" ? ImportTemplate.Csv(desk.Phrases) : ImportTemplate.Xlsx(_door.Words));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return desk.Refuse("Cli.CannotWrite", ("file", file), ("message", refused.Message));
        }

        desk.Terminal.Out.WriteLine(desk.Phrases.Of(kind == ".CSV" ? "Import.TemplateDoneCsv" : "Import.TemplateDone", ("file", file)));
        return Exit.Fine;
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_file) is not { } file)
            return Task.FromResult(desk.Refuse("Import.NoFile"));
        if (Mapping(parsed.GetValue(_mapping)) is not { } mapping)
            return Task.FromResult(Exit.CouldNotRun);
        ImportSheet sheet;
        try
        {
            sheet = SheetFile.Read(file, text => RegisterImport.IsHeading(text, mapping, _door.Words));
        }
        catch (UnreadableSheetException unreadable)
        {
            return Task.FromResult(desk.Refuse(unreadable.Why, ("detail", unreadable.Message)));
        }

        return sheet.Rows.Count > MostRows
            ? Task.FromResult(desk.Refuse("Import.TooMany", ("n", sheet.Rows.Count), ("most", MostRows)))
            : _door.OpenAsync(parsed, actorNeeded: false, open => ImportAsync(parsed, open, Path.GetFileName(file), sheet, mapping, cancellationToken));
    }

    private async Task<int> ImportAsync(ParseResult parsed, OpenRegister open, string file, ImportSheet sheet, ImportMapping mapping, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var staff = ImportStaff.Choose(open.Config.Staff, open.Agency, parsed.GetValue(_clerk), parsed.GetValue(_head), parsed.GetValue(_secrecy), parsed.GetValue(_signers), desk.Phrases, problems);
        if (staff is null)
            return _door.Tell(problems);

        var taken = new HashSet<RequestNumber>();
        await foreach (var kept in open.Cases.AllAsync(open.Agency, cancellationToken))
        {
            if (kept.Case.Number is { } number)
                taken.Add(number);
        }

        var import = new RegisterImport(open.Agency, open.Config.Staff, staff, _door.Words, await open.Cases.DayAsync(open.Agency, cancellationToken), file);
        var result = import.Read(sheet, mapping, taken, () => CaseId.Parse(Guid.CreateVersion7(desk.Terminal.Clock.GetUtcNow()).ToString("n")));
        if (result.Problems.Count > 0)
            return Refuse(result.Problems);
        if (!parsed.GetValue(_dryRun) && !await TryAppendAsync(open, result.Cases, cancellationToken))
            return desk.Refuse("Import.Overtaken");
        return Tell(result.Cases, parsed.GetValue(_dryRun));
    }

    /// <summary>One record for all of them: a power cut leaves the whole register or none of it.</summary>
    private static async Task<bool> TryAppendAsync(OpenRegister open, IReadOnlyList<ImportedCase> cases, CancellationToken cancellationToken)
    {
        try
        {
            await open.Register.AppendAsync(new(open.Agency, [.. cases.Select(one => new CaseDraft(one.Case.Id, 0, one.Entries))]), cancellationToken);
            return true;
        }
        catch (JournalConflictException)
        {
            return false;
        }
        catch (NumberTakenException)
        {
            return false;
        }
    }

    private int Refuse(IReadOnlyList<ImportProblem> problems)
    {
        desk.Terminal.Error.WriteLine(desk.Phrases.Of("Import.Problems", ("n", problems.Count)));
        foreach (var problem in problems)
            desk.Terminal.Error.WriteLine("  " + desk.Phrases.Of(problem.Row == 0 ? "Import.Problem.File" : "Import.Problem.Row", ("row", problem.Row), ("column", problem.Column), ("sentence", problem.Sentence)));
        return Exit.CouldNotRun;
    }

    private int Tell(IReadOnlyList<ImportedCase> cases, bool dryRun)
    {
        desk.Terminal.Out.WriteLine(desk.Phrases.Of(dryRun ? "Import.DryRun" : "Import.Done", ("n", cases.Count)));
        var received = cases.CountBy(one => one.Case.ReceivedOn!.Value.Year).ToDictionary();
        var decided = cases.Where(one => one.Case.DecidedOn is not null).CountBy(one => one.Case.DecidedOn!.Value.Year).ToDictionary();
        foreach (var year in received.Keys.Union(decided.Keys).Order())
            desk.Terminal.Out.WriteLine(desk.Phrases.Of("Import.Year", ("year", year), ("received", received.GetValueOrDefault(year)), ("decided", decided.GetValueOrDefault(year))));
        desk.Terminal.Out.WriteLine(desk.Phrases.Of("Import.OpenCases", ("n", cases.Count(one => one.Case.IsOpen))));
        return Exit.Fine;
    }

    private ImportMapping? Mapping(string? file)
    {
        if (file is null)
            return ImportMapping.None;
        var problems = new List<ConfigProblem>();
        var mapping = ImportMapping.Read(file, problems);
        foreach (var problem in problems)
            desk.Terminal.Error.WriteLine(desk.Phrases.Problem(problem));
        return mapping;
    }
}
