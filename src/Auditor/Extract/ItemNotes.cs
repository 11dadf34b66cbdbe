using System.Globalization;
using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor.Extract;

/// <summary>The quiet notes on a column's items: what an inspector would look at and no verdict says.</summary>
internal static class ItemNotes
{
    /// <summary>Notes of one kind kept for one column at most: a template fault on every row is one fault.</summary>
    private const int MostOfAKind = 50;

    public static IReadOnlyList<Note> Of(IReadOnlyList<SightedItem> items, string text, Column column, DateOnly today, ReadingOptions options)
    {
        var notes = new List<Note>();
        var someDated = items.Any(item => item.PublishedOn is not null);
        foreach (var item in items)
        {
            if (item.PublishedOn > today)
                notes.Add(new(NoteKind.FutureDate, item.Address, Iso(item.PublishedOn.Value)));
            if (item is { DateOrigin: not DateOrigin.Address, PublishedOn: { } shown, AddressDate: { } inAddress } && Math.Abs(shown.DayNumber - inAddress.DayNumber) > options.FarFromAddressDays)
                notes.Add(new(NoteKind.DateFarFromAddress, item.Address, $"shown {Iso(shown)}, in the address {Iso(inAddress)}"));
            if (item.PublishedOn is null && someDated)
                notes.Add(new(NoteKind.UndatedItem, item.Address, ""));
            notes.AddRange(PersonalData.Find(item.Title, item.Address, today));
        }

        foreach (var note in PersonalData.Find(text, column.Url.AbsoluteUri, today))
        {
            if (notes.TrueForAll(other => other.Kind != note.Kind))
                notes.Add(note);
        }

        return [.. notes.Distinct().GroupBy(note => note.Kind).SelectMany(kind => kind.Take(MostOfAKind))];
    }

    /// <param name="workingDaysBetween">Null when the calendar knows no answer for these days: then nothing is said.</param>
    public static IEnumerable<Note> Of(Article article, string address, DateOnly today, ReadingOptions options, Func<DateOnly, DateOnly, int?>? workingDaysBetween)
    {
        if (article is { MadeOn: { } made, PublishedOn: { } published } && made < published
            && workingDaysBetween?.Invoke(made, published) is { } days && days > options.LateAfterWorkingDays)
            yield return new(NoteKind.PublishedLate, address, string.Create(CultureInfo.InvariantCulture, $"made {Iso(made)}, published {Iso(published)}, {days} working days"));
        foreach (var note in PersonalData.Find(article.Text, address, today))
            yield return note;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
