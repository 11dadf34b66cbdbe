using Disclosure.Requests;

namespace Disclosure.Bot.Register.Import;

/// <summary>Why a row cannot be taken over.</summary>
/// <param name="Row">Its row in the file; 0 for the file as a whole.</param>
/// <param name="Column">The heading; empty for the row as a whole.</param>
internal sealed record ImportProblem(int Row, string Column, string Sentence);

/// <summary>One row with its cells by column; every cell that cannot be read is a problem, none is passed over.</summary>
internal sealed class ImportRow(int number, IReadOnlyDictionary<ImportColumn, string> cells, RegisterWords words)
{
    private readonly HashSet<ImportColumn> _refused = [];

    public int Number => number;

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Whether anything stands in a cell.</summary>
    public bool Has(string key, int nth = 1) => cells.ContainsKey(ImportColumns.Of(key, nth));

    public DateOnly? Day(string key, int nth = 1) => Value<DateOnly>(key, nth);

    /// <summary>A value that the row must have; the default, and a problem, when it has none.</summary>
    public T Needed<T>(string key, int nth = 1)
        where T : struct
    {
        if (Value<T>(key, nth) is { } value)
            return value;
        Miss(key, nth);
        return default;
    }

    public T? Value<T>(string key, int nth = 1)
        where T : struct
    {
        var column = ImportColumns.Of(key, nth);
        if (!cells.TryGetValue(column, out var text))
            return null;
        if (Read(text) is T value)
            return value;
        if (_refused.Add(column))
            Refuse(column, words.Phrases.Of(text == SheetFile.LostDigits ? "Import.LostDigits" : "Import.BadCell", ("value", text), ("wanted", Wanted(column))));
        return null;

        object? Read(string cell)
        {
            if (typeof(T) == typeof(DateOnly))
                return DayText.TryReadCell(cell, out var day) ? day : null;
            return FieldValue.Read(typeof(T), cell, words);
        }
    }

    public IReadOnlyList<Outcome>? Outcomes(string key)
    {
        var column = ImportColumns.Of(key);
        if (!cells.TryGetValue(column, out var text))
            return null;
        var read = text.Split([',', '，', '、', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => (one, Value: words.Read(typeof(Outcome), one))).ToList();
        foreach (var (one, _) in read.Where(one => one.Value is null))
            Refuse(column, words.Phrases.Of("Import.BadCell", ("value", one), ("wanted", Wanted(column))));
        return [.. read.Select(one => one.Value).OfType<Outcome>()];
    }

    public string? Text(string key, int nth = 1)
    {
        var column = ImportColumns.Of(key, nth);
        if (!cells.TryGetValue(column, out var text))
            return null;
        if (text == SheetFile.LostDigits && _refused.Add(column))
            Refuse(column, words.Phrases.Of("Import.LostDigits"));
        return text;
    }

    public string NeededText(string key, int nth = 1)
    {
        if (Text(key, nth) is { } text)
            return text;
        Miss(key, nth);
        return "";
    }

    public PersonalText? Personal(string key, int nth = 1) => Text(key, nth) is { } text ? PersonalText.Of(text) : null;

    public PersonalText NeededPersonal(string key, int nth = 1) => PersonalText.Of(NeededText(key, nth));

    /// <summary>A problem of a column.</summary>
    public void Refuse(ImportColumn column, string sentence) => Problems.Add(new(number, column.Heading(words.Phrases), sentence));

    /// <summary>Refuses a day before the request was registered; sorted by days, the row would begin with it.</summary>
    public void RefuseBefore(ImportColumn column, DateOnly on, DateOnly registered)
    {
        if (on != default && _refused.Add(column))
            Refuse(column, words.Phrases.Of("Import.BeforeRegistration", ("on", Iso.Day(on)), ("registered", Iso.Day(registered))));
    }

    /// <summary>Refuses cells that say something about a thing that did not happen: without its day they would be lost in silence.</summary>
    public void RefuseWithout(string day, int nth, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Has(key, nth))
                Refuse(ImportColumns.Of(key, nth), words.Phrases.Of("Import.WithoutDay", ("column", ImportColumns.Of(day, nth).Heading(words.Phrases))));
        }
    }

    private void Miss(string key, int nth)
    {
        var column = ImportColumns.Of(key, nth);
        if (!cells.ContainsKey(column) && _refused.Add(column))
            Refuse(column, words.Phrases.Of("Import.MissingCell", ("wanted", Wanted(column))));
    }

    /// <summary>What may stand in a cell: a text is a text there, whoever it is about.</summary>
    private string Wanted(ImportColumn column) => FieldValue.Wanted(column.Type == typeof(PersonalText) ? typeof(string) : column.Type, words);
}
