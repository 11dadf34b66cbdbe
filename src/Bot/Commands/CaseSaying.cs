using Disclosure.Bot.Register;
using Disclosure.Requests;

namespace Disclosure.Bot.Commands;

/// <summary>What the verb <c>case</c> says about what it found or did.</summary>
internal sealed class CaseSaying(Desk desk)
{
    private readonly RegisterWords _words = new(desk.Phrases);

    private TextWriter Out => desk.Terminal.Out;

    public int Answer(CaseAnswer answer, OpenRegister open, bool registered)
    {
        switch (answer)
        {
            case CaseAnswer.Done done:
                Done(done, open, registered);
                return Exit.Fine;
            case CaseAnswer.Refused { Rejected: var rejected }:
                desk.Refuse("Case.Refused", ("why", desk.Phrases.Refusal(rejected.Why)));
                return desk.Refuse("Case.AllowedNow", ("id", open.Actor!.Id), ("allowed", desk.Phrases.Choices(rejected.Allowed)));
            case CaseAnswer.Overtaken overtaken:
                desk.Refuse("Case.Overtaken", ("number", open.Text.Number(overtaken.Now.Case)));
                foreach (var line in open.Text.History(overtaken.Since, reveal: false))
                    desk.Terminal.Error.WriteLine(line);
                return Exit.CouldNotRun;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    public int List(IReadOnlyList<KeptCase> found, OpenRegister open)
    {
        foreach (var kept in found)
            Out.WriteLine(open.Text.Line(kept.Case));
        Out.WriteLine(found.Count == 0 ? desk.Phrases.Of("Case.None") : desk.Phrases.Of("Case.Count", ("n", found.Count)));
        return Exit.Fine;
    }

    public int Show(KeptCase kept, OpenRegister open, bool reveal)
    {
        var (subject, text) = (kept.Case, open.Text);
        Say("Case.Show.Head", ("number", text.Number(subject)), ("state", _words.Of(subject.State)));
        Say("Case.Show.Facts", ("kind", _words.Of(subject.Application.Kind)), ("channel", _words.Of(subject.Channel)), ("received", subject.ReceivedOn is { } received ? Iso.Day(received) : "–"), ("assignee", text.Assignee(subject)));
        Say("Case.Show.Due", ("due", text.Due(subject)));
        if (subject.IsRehearsal)
            Say("Case.Show.Mark", ("mark", desk.Phrases.Of("Case.Rehearsal")));
        if (!reveal)
            Say("Case.Show.Hidden");
        Say("Case.Show.History");
        foreach (var line in text.History(kept.History.Entries, reveal))
            Out.WriteLine(line);
        return Exit.Fine;
    }

    public int Allowed(KeptCase kept, OpenRegister open, IReadOnlyList<MoveKind> moves)
    {
        Say("Case.Allowed.Head", ("id", open.Actor!.Id), ("roles", desk.Phrases.Roles(open.Actor.Roles)), ("number", open.Text.Number(kept.Case)), ("state", _words.Of(kept.Case.State)));
        if (moves.Count == 0)
            Say("Case.Allowed.Nothing");
        foreach (var form in MoveForm.OfCases.Where(form => moves.Any(move => move.ToString() == form.Move.Name)))
        {
            Say("Case.Allowed.Move", ("name", form.Name), ("move", _words.Move(form.Move)));
            foreach (var field in form.Fields.Where(field => !Allotment.IsAllotted(field)))
            {
                Say(
                    "Case.Allowed.Field",
                    ("field", desk.Phrases.Of("Register.Choice", ("name", field.Name), ("meaning", _words.Field(field)))),
                    ("need", field.IsRequired ? "" : desk.Phrases.Of("Case.Allowed.Optional")),
                    ("wanted", FieldValue.Wanted(field.Type, _words)));
            }
        }

        return Exit.Fine;
    }

    public int Json(string json)
    {
        Out.WriteLine(json);
        return Exit.Fine;
    }

    private void Done(CaseAnswer.Done done, OpenRegister open, bool registered)
    {
        var (after, text) = (done.After, open.Text);
        if (registered && after.ReceivedOn is { } received)
            Say("Case.Registered", ("number", text.Number(after)), ("received", Iso.Day(received)), ("weekday", text.Weekday(received)), ("due", text.Due(after)));
        else
            Say("Case.Done", ("number", text.Number(after)), ("move", _words.Move(done.Accepted.Cases[0].Entries[^1].Move.GetType())), ("state", _words.Of(after.State)), ("due", text.Due(after)));
        if (done.Accepted.Cases[0].Entries[^1].Move is CaseMove.Split split)
            Say("Case.SplitInto", ("numbers", string.Join(desk.Phrases.Of("Register.Comma"), split.Parts.Select(part => NumberText.Printed(part.Number)))));
        foreach (var note in done.Accepted.Notes)
            Out.WriteLine(desk.Phrases.Note(note));
    }

    private void Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Out.WriteLine(desk.Phrases.Of(key, values));
}
