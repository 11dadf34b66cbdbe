using System.Reflection;
using Disclosure.Auditor.Portals;

namespace Disclosure.Bot.Register;

/// <summary>One filling of a <see cref="MoveForm"/>: every problem is collected, so that a person mends all of them at once.</summary>
internal sealed class FormFilling
{
    private readonly MoveForm _form;
    private readonly RegisterWords _words;
    private readonly IReadOnlyList<object> _supplied;
    private readonly Dictionary<MoveField, List<string>> _given;
    private readonly List<string> _unknown = [];

    public FormFilling(MoveForm form, IReadOnlyList<TypedField> typed, RegisterWords words, IReadOnlyList<object> supplied)
    {
        (_form, _words, _supplied) = (form, words, supplied);
        _given = form.Fields.ToDictionary(field => field, _ => new List<string>());
        foreach (var one in typed)
        {
            var key = RegisterWords.Fold(one.Key);
            if (form.Fields.FirstOrDefault(field => !field.IsSupplied && words.Names(field).Any(name => RegisterWords.Fold(name) == key)) is not { } field)
                _unknown.Add(one.Key);
            else if (one.Text.Trim() is { Length: > 0 } text)
                _given[field].Add(text);
        }
    }

    public List<string> Problems { get; } = [];

    /// <param name="at">Which record of a list; null outside a list.</param>
    public object? Make(ConstructorInfo constructor, FormSlot[] slots, int? at)
    {
        var before = Problems.Count;
        var arguments = slots.Select(slot => Of(slot, at)).ToArray();
        return Problems.Count > before ? null : constructor.Invoke(arguments);
    }

    public void RefuseUnknown()
    {
        var known = _form.Fields.Where(field => !field.IsSupplied).ToList();
        foreach (var key in _unknown)
        {
            Problems.Add(known.Count == 0
                ? Say("Register.Form.NoFields", ("key", key), ("move", _words.Move(_form.Move)))
                : Say("Register.Form.Unknown", ("key", key), ("move", _words.Move(_form.Move)), ("known", Nearest.Of(key, known.SelectMany(_words.Names)) ?? string.Join(_words.Phrases.Of("Register.Comma"), known.Select(Shown)))));
        }
    }

    private object? Of(FormSlot slot, int? at)
    {
        if (_supplied.FirstOrDefault(value => slot.Type.IsInstanceOfType(value)) is { } value)
            return value;
        if (slot.Inner.Length > 0)
            return slot.IsList ? ListOfRecords(slot) : Record(slot, at);
        var field = slot.Field!;
        if (slot.IsList)
            return ListOfValues(slot, field);
        var texts = _given[field];
        if (at is { } index)
            return index < texts.Count ? Read(field, texts[index]) : Absent(slot, field);
        if (texts.Count > 1)
            Problems.Add(Say("Register.Form.Twice", ("field", Shown(field))));
        return texts.Count > 0 ? Read(field, texts[0]) : Absent(slot, field);
    }

    private object? Record(FormSlot slot, int? at) =>
        slot.IsOptional && slot.Inner.All(inner => Count(inner) == 0) ? null : Make(FormSlot.ConstructorOf(slot.Type), slot.Inner, at);

    private Array ListOfRecords(FormSlot slot)
    {
        var records = slot.Inner.Max(Count);
        if (records == 0 && !slot.IsOptional)
            records = 1;
        var constructor = FormSlot.ConstructorOf(slot.Type);
        var made = Array.CreateInstance(slot.Type, records);
        for (var i = 0; i < records; i++)
            made.SetValue(Make(constructor, slot.Inner, i), i);
        return made;
    }

    private Array? ListOfValues(FormSlot slot, MoveField field)
    {
        var texts = _given[field].SelectMany(text => text.Split([',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        if (texts.Count == 0)
            return (Array?)Absent(slot, field);
        var made = Array.CreateInstance(slot.Type, texts.Count);
        foreach (var (at, text) in texts.Index())
        {
            if (Read(field, text) is { } value)
                made.SetValue(value, at);
        }

        return made;
    }

    private object? Read(MoveField field, string text)
    {
        var value = FieldValue.Read(field.Type, text, _words);
        if (value is null)
            Problems.Add(Say("Register.Form.BadValue", ("field", Shown(field)), ("value", text), ("wanted", FieldValue.Wanted(field.Type, _words))));
        return value;
    }

    private object? Absent(FormSlot slot, MoveField field)
    {
        if (!slot.IsOptional)
            Problems.Add(Say("Register.Form.Missing", ("field", Shown(field)), ("wanted", FieldValue.Wanted(field.Type, _words))));
        return slot.Parameter.HasDefaultValue ? slot.Parameter.DefaultValue : null;
    }

    private int Count(FormSlot slot) => slot.Field is { } field ? _given[field].Count : slot.Inner.Max(Count);

    private string Shown(MoveField field) => _words.Phrases.Of("Register.Choice", ("name", field.Name), ("meaning", _words.Field(field)));

    private string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => _words.Phrases.Of(key, values);
}
