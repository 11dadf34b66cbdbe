using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>Fills in what the desk knows better than the person who types: agency, numbers of cases, of consultations and of remedies.</summary>
/// <remarks>Only what was not typed; a person who names a number means it.</remarks>
internal sealed class Allotment(MoveForm form, RegisterWords words)
{
    /// <param name="on">The day of registration: what is handed over or dictated is received that day. Of a letter only the person knows when it was signed for.</param>
    public IReadOnlyList<TypedField> Begin(IReadOnlyList<TypedField> typed, AgencyCode agency, RequestNumber number, DateOnly on)
    {
        typed = With(With(typed, "agency", agency.Value), "number", number.ToString());
        var channel = typed.Where(one => Names([one], "channel", form, words)).Select(one => words.Read(typeof(Channel), one.Text)).FirstOrDefault();
        return channel is Channel.InPerson or Channel.Oral ? With(With(typed, "arrived-on", Iso.Day(on)), "received-on", Iso.Day(on)) : typed;
    }

    /// <param name="number">The register's next number, for a move that gives one.</param>
    public IReadOnlyList<TypedField> Continue(IReadOnlyList<TypedField> typed, RequestCase subject, RequestNumber? number, TimeProvider time)
    {
        if (form.Move == typeof(CaseMove.Split) && number is { } first)
            return Parts(typed, first, time);
        if (number is { } next)
            typed = With(typed, "number", next.ToString());
        var consultation = form.Move == typeof(CaseMove.ConsultThirdParty) || form.Move == typeof(CaseMove.ConsultAgency)
            ? subject.Consultations.Count + 1
            : OnlyOne(subject.Consultations.Where(one => one.IsOpen).Select(one => one.Number));
        var remedy = form.Move == typeof(CaseMove.OpenRemedy)
            ? subject.Remedies.Count + 1
            : OnlyOne(subject.Remedies.Where(one => form.Move == typeof(CaseMove.OpenRedecision) ? one.Result is RemedyResult.Corrected : one.Result is null).Select(one => one.Number));
        return With(With(typed, "consultation", Text(consultation)), "remedy", Text(remedy));
    }

    /// <summary>Whether the desk fills a field in when it is not typed.</summary>
    public static bool IsAllotted(MoveField field) => field.Name is "agency" or "number" or "child" or "consultation" or "remedy";

    /// <summary>Whether a field was typed, by whichever of its names.</summary>
    public static bool Names(IReadOnlyList<TypedField> typed, string field, MoveForm form, RegisterWords words) =>
        form.Field(field) is { } known && typed.Any(one => words.Names(known).Any(name => RegisterWords.Fold(name) == RegisterWords.Fold(one.Key)));

    /// <summary>Each matter of a split becomes a case with the next free number.</summary>
    private IReadOnlyList<TypedField> Parts(IReadOnlyList<TypedField> typed, RequestNumber first, TimeProvider time)
    {
        if (Names(typed, "child", form, words) || Names(typed, "number", form, words))
            return typed;
        var parts = typed.Count(one => Names([one], "wanted", form, words));
        return
        [
            .. typed,
            .. Enumerable.Range(0, parts).SelectMany(part => (TypedField[])
            [
                new("child", Guid.CreateVersion7(time.GetUtcNow()).ToString("n")),
                new("number", new RequestNumber(first.Year, first.Serial + part).ToString()),
            ]),
        ];
    }

    private IReadOnlyList<TypedField> With(IReadOnlyList<TypedField> typed, string field, string? value) =>
        value is null || form.Field(field) is null || Names(typed, field, form, words) ? typed : [.. typed, new(field, value)];

    /// <summary>With two open ones the person must say which.</summary>
    private static int? OnlyOne(IEnumerable<int> numbers) => numbers.Take(2).ToList() is [var one] ? one : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
