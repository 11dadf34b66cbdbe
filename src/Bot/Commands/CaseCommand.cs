using System.CommandLine;
using Disclosure.Bot.Register;
using Disclosure.Requests;

namespace Disclosure.Bot.Commands;

/// <summary><c>case new|list|show|do|allowed</c>: the register of requests from the command line.</summary>
internal sealed class CaseCommand(Desk desk, SharedOptions shared)
{
    private readonly RegisterDoor _door = new(desk, shared);
    private readonly CaseSaying _saying = new(desk);
    private readonly Argument<string> _number = new("N") { Description = desk.Phrases.Of("Case.Cli.Number") };
    private readonly Argument<string> _move = new("MOVE") { Description = desk.Phrases.Of("Case.Cli.Move") };
    private readonly Argument<string[]> _fields = new("FIELD=VALUE") { Description = desk.Phrases.Of("Case.Cli.Fields"), Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _open = new("--open") { Description = desk.Phrases.Of("Case.Cli.Open") };
    private readonly Option<bool> _due = new("--due") { Description = desk.Phrases.Of("Case.Cli.Due") };
    private readonly Option<bool> _reveal = new("--reveal") { Description = desk.Phrases.Of("Case.Cli.Reveal") };
    private readonly Option<bool> _json = new("--json") { Description = desk.Phrases.Of("Case.Cli.Json") };

    public Command Command()
    {
        var root = new Command("case", desk.Phrases.Of("Case.Cli"));
        Add(root, "new", "Case.Cli.New", NewAsync, _fields, _door.As, _door.On, _door.Reason, _door.Agency);
        Add(root, "list", "Case.Cli.List", ListAsync, _open, _due, _json, _door.Agency);
        Add(root, "show", "Case.Cli.Show", ShowAsync, _number, _door.As, _reveal, _json, _door.Agency);
        Add(root, "do", "Case.Cli.Do", DoAsync, _number, _move, _fields, _door.As, _door.On, _door.Reason, _door.Agency);
        Add(root, "allowed", "Case.Cli.Allowed", AllowedAsync, _number, _door.As, _door.Agency);
        return root;
    }

    private Task<int> NewAsync(ParseResult parsed, CancellationToken cancellationToken) => _door.OpenAsync(parsed, actorNeeded: true, async open =>
    {
        if (await _door.WhenAsync(parsed, open.Cases.Today, cancellationToken) is not { } when)
            return Exit.CouldNotRun;
        var form = MoveForm.Of(typeof(CaseMove.RegisterOnBehalf));
        var (typed, problems) = await TypedFields.ReadAsync(parsed.GetRequiredValue(_fields), desk.Terminal.In, desk.Phrases, cancellationToken);
        // The number is allotted with the entry itself; a form cannot be checked without one.
        var allotted = new Allotment(form, _door.Words).Begin(typed, open.Agency, new(when.On.Year, 1), when.On);
        var filled = form.Fill(allotted, _door.Words);
        if (problems.Count + filled.Problems.Count > 0)
            return _door.Tell([.. problems, .. filled.Problems]);

        var register = (CaseMove.RegisterOnBehalf)filled.Move!;
        RequestNumber? named = Allotment.Names(typed, "number", form, _door.Words) ? register.Number : null;
        var answer = await open.Cases.BeginAsync(open.Agency, number => register with { Number = number }, named, open.Actor!.Actor, when.On, when.Reason, cancellationToken);
        return _saying.Answer(answer, open, registered: true);
    });

    private Task<int> ListAsync(ParseResult parsed, CancellationToken cancellationToken) => _door.OpenAsync(parsed, actorNeeded: false, async open =>
    {
        var found = new List<KeptCase>();
        await foreach (var kept in open.Cases.AllAsync(open.Agency, cancellationToken))
        {
            if ((!parsed.GetValue(_open) || kept.Case.IsOpen || kept.Case.State is CaseState.Submitted) && (!parsed.GetValue(_due) || (kept.Case.MarksOn(open.Cases.Today, open.Cases.Rules) & (CaseMarks.DueSoon | CaseMarks.Overdue)) != 0))
                found.Add(kept);
        }

        return parsed.GetValue(_json) ? _saying.Json(CaseJson.List(found, open)) : _saying.List(found, open);
    });

    private Task<int> ShowAsync(ParseResult parsed, CancellationToken cancellationToken) => _door.OpenAsync(parsed, actorNeeded: false, async open =>
    {
        var reveal = parsed.GetValue(_reveal);
        if (reveal && open.Actor is null)
            return desk.Refuse("Case.RevealNeedsAs");
        if (await FindAsync(parsed, open, cancellationToken) is not { } kept)
            return Exit.CouldNotRun;
        if (reveal && !Confidence.MaySee(open.Actor!.Actor, kept.Case))
            return desk.Refuse("Case.MayNotReveal", ("id", open.Actor.Id), ("roles", desk.Phrases.Roles(open.Actor.Roles)), ("number", open.Text.Number(kept.Case)));
        if (reveal)
            desk.Terminal.Error.WriteLine(desk.Phrases.Of("Case.Revealing", ("id", open.Actor!.Id), ("number", open.Text.Number(kept.Case))));
        return parsed.GetValue(_json) ? _saying.Json(CaseJson.One(kept, open, reveal)) : _saying.Show(kept, open, reveal);
    });

    private Task<int> DoAsync(ParseResult parsed, CancellationToken cancellationToken) => _door.OpenAsync(parsed, actorNeeded: true, async open =>
    {
        if (await _door.WhenAsync(parsed, open.Cases.Today, cancellationToken) is not { } when || await FindAsync(parsed, open, cancellationToken) is not { } kept)
            return Exit.CouldNotRun;
        var written = parsed.GetRequiredValue(_move);
        if (MoveForm.OfCases.FirstOrDefault(form => _door.Words.IsMove(form.Move, written)) is not { } form)
        {
            var allowed = await open.Cases.AllowedAsync(kept, open.Actor!.Actor, cancellationToken);
            return desk.Refuse("Case.NoSuchMove", ("move", written), ("id", open.Actor.Id), ("allowed", desk.Phrases.Choices(allowed)));
        }

        var (typed, problems) = await TypedFields.ReadAsync(parsed.GetRequiredValue(_fields), desk.Terminal.In, desk.Phrases, cancellationToken);
        var next = form.Move == typeof(CaseMove.ConfirmRegister) || form.Move == typeof(CaseMove.Split)
            ? await open.Register.NextNumberAsync(open.Agency, when.On.Year, cancellationToken)
            : (RequestNumber?)null;
        var filled = form.Fill(new Allotment(form, _door.Words).Continue(typed, kept.Case, next, desk.Terminal.Clock), _door.Words);
        if (problems.Count + filled.Problems.Count > 0)
            return _door.Tell([.. problems, .. filled.Problems]);
        return _saying.Answer(await open.Cases.DoAsync(kept, (CaseMove)filled.Move!, open.Actor!.Actor, when.On, when.Reason, cancellationToken), open, registered: false);
    });

    private Task<int> AllowedAsync(ParseResult parsed, CancellationToken cancellationToken) => _door.OpenAsync(parsed, actorNeeded: true, async open =>
    {
        if (await FindAsync(parsed, open, cancellationToken) is not { } kept)
            return Exit.CouldNotRun;
        return _saying.Allowed(kept, open, await open.Cases.AllowedAsync(kept, open.Actor!.Actor, cancellationToken));
    });

    private async Task<KeptCase?> FindAsync(ParseResult parsed, OpenRegister open, CancellationToken cancellationToken)
    {
        var written = parsed.GetRequiredValue(_number);
        var kept = await open.Cases.FindAsync(open.Agency, written, cancellationToken);
        if (kept is null)
            desk.Refuse("Case.NoSuchCase", ("number", written));
        return kept;
    }

    private void Add(Command root, string name, string about, Func<ParseResult, CancellationToken, Task<int>> run, params IReadOnlyList<Symbol> symbols)
    {
        var command = new Command(name, desk.Phrases.Of(about));
        foreach (var symbol in symbols)
        {
            if (symbol is Option option)
                command.Add(option);
            else
                command.Add((Argument)symbol);
        }

        command.SetAction(run);
        root.Add(command);
    }
}
