using Disclosure.Requests;

namespace Disclosure.Bot.Register.Import;

/// <summary>A column of an import: what an existing register may say about a request.</summary>
/// <param name="Key">Its name in the code and the texts.</param>
/// <param name="Type">What stands in it.</param>
/// <param name="Nth">For what can happen to a request several times: which time, from 1.</param>
internal sealed record ImportColumn(string Key, Type Type, bool IsRequired = false, int Nth = 1)
{
    /// <summary>As it stands in the first row.</summary>
    public string Heading(Phrases phrases) => phrases.Of($"Import.Column.{Key}") + (Nth > 1 ? Nth.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
}

/// <summary>The columns in the order of a request's way through the office.</summary>
internal static class ImportColumns
{
    /// <summary>How many consultations one line can tell.</summary>
    public const int Consultations = 3;

    /// <summary>How many reviews and lawsuits one line can tell.</summary>
    public const int Remedies = 3;

    private static readonly ImportColumn[] Coming =
    [
        new("number", typeof(RequestNumber), IsRequired: true), new("kind", typeof(ApplicantKind), IsRequired: true), new("name", typeof(PersonalText), IsRequired: true),
        new("proof", typeof(IdentityProof), IsRequired: true), new("proof-number", typeof(PersonalText)), new("contact", typeof(PersonalText), IsRequired: true),
        new("wanted", typeof(PersonalText), IsRequired: true), new("form", typeof(InformationForm), IsRequired: true), new("route", typeof(ObtainingRoute), IsRequired: true),
        new("channel", typeof(Channel), IsRequired: true), new("arrived-on", typeof(DateOnly)), new("received-on", typeof(DateOnly), IsRequired: true), new("registered-on", typeof(DateOnly)),
        new("clerk", typeof(string)), new("office", typeof(string)),
    ];

    private static readonly ImportColumn[] Review =
    [
        new("correction-on", typeof(DateOnly)), new("correction-what", typeof(PersonalText)), new("correction-by", typeof(DateOnly)), new("correction-letter", typeof(string)),
        new("correction-late", typeof(PersonalText)), new("corrected-on", typeof(DateOnly)), new("corrected", typeof(PersonalText)),
        new("reasons-asked-on", typeof(DateOnly)), new("reasons-requests", typeof(int)), new("reasons-by", typeof(DateOnly)), new("reasons-letter", typeof(string)),
        new("reasons-on", typeof(DateOnly)), new("reasons", typeof(PersonalText)),
    ];

    private static readonly ImportColumn[] Consultation =
    [
        new("consult-kind", typeof(ConsultationKind)), new("consult-with", typeof(PersonalText)), new("consult-on", typeof(DateOnly)), new("consult-letter", typeof(string)),
        new("consult-delivered-on", typeof(DateOnly)), new("opinion-on", typeof(DateOnly)), new("agrees", typeof(bool)), new("opinion", typeof(PersonalText)), new("silent-on", typeof(DateOnly)),
    ];

    private static readonly ImportColumn[] TimeAndMoney =
    [
        new("extension-asked-on", typeof(DateOnly)), new("extension-days", typeof(int)), new("extension-grounds", typeof(PersonalText)), new("extension-approved-on", typeof(DateOnly)),
        new("extension-told-on", typeof(DateOnly)), new("extension-letter", typeof(string)),
        new("fee-on", typeof(DateOnly)), new("fee-basis", typeof(FeeBasis)), new("fee-yuan", typeof(decimal)), new("fee-letter", typeof(string)), new("fee-delivered-on", typeof(DateOnly)),
        new("paid-on", typeof(DateOnly)), new("receipt", typeof(string)), new("waived-on", typeof(DateOnly)), new("waived", typeof(PersonalText)),
    ];

    private static readonly ImportColumn[] Answer =
    [
        new("outcome", typeof(Outcome)), new("what", typeof(PersonalText)), new("where", typeof(PersonalText)), new("law", typeof(string)), new("grounds", typeof(PersonalText)),
        new("category", typeof(string)), new("record", typeof(string)), new("search", typeof(PersonalText)), new("holder", typeof(string)), new("earlier-request", typeof(RequestNumber)),
        new("part-grounds", typeof(Outcome)), new("holds-waived", typeof(PersonalText)), new("drafted-on", typeof(DateOnly)), new("secrecy-on", typeof(DateOnly)), new("signed-on", typeof(DateOnly)),
        new("answered-on", typeof(DateOnly)), new("answer-letter", typeof(string)), new("delivery", typeof(DeliveryRoute)), new("delivery-evidence", typeof(string)),
        new("closed-on", typeof(DateOnly)), new("archived-on", typeof(DateOnly)), new("lapsed-on", typeof(DateOnly)), new("withdrawn-on", typeof(DateOnly)), new("withdrawal", typeof(PersonalText)),
    ];

    private static readonly ImportColumn[] Remedy =
    [
        new("remedy-on", typeof(DateOnly)), new("remedy-route", typeof(RemedyRoute)), new("remedy-organ", typeof(string)), new("remedy-decided-on", typeof(DateOnly)), new("remedy-result", typeof(RemedyResult)),
    ];

    public static IReadOnlyList<ImportColumn> All { get; } =
        [.. Coming, .. Review, .. Times(Consultation, Consultations), .. TimeAndMoney, .. Answer, .. Times(Remedy, Remedies)];

    private static readonly Dictionary<(string Key, int Nth), ImportColumn> ByKey = All.ToDictionary(column => (column.Key, column.Nth));

    public static ImportColumn Of(string key, int nth = 1) => ByKey[(key, nth)];

    private static IEnumerable<ImportColumn> Times(ImportColumn[] columns, int times) =>
        Enumerable.Range(1, times).SelectMany(nth => columns.Select(column => column with { Nth = nth }));
}
