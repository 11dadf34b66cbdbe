using System.Text.Json.Serialization;
using Disclosure.Agencies;
using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Records.Stored;

/// <summary>The body of one record of the register journal.</summary>
/// <param name="Agency">Whose journal stream it stands in.</param>
internal abstract record StoredRegisterRecord([property: JsonPropertyOrder(-1)] string Agency);

/// <summary>Stored shape of <see cref="RegisterDraft"/>: what one command caused, over all the cases it touched.</summary>
internal sealed record StoredCaseEntries(string Agency, List<StoredCase> Cases) : StoredRegisterRecord(Agency)
{
    /// <param name="sealOf">How a case's personal texts are closed.</param>
    public static StoredCaseEntries From(RegisterDraft draft, Func<CaseId, TextSeal> sealOf) =>
        new(draft.Agency.Value, [.. draft.Cases.Select(one => StoredCase.From(one, sealOf(one.Id)))]);
}

/// <summary>One case's part of a record.</summary>
/// <param name="After">How many entries the case had before.</param>
internal sealed record StoredCase(string Case, long After, List<StoredEntry> Entries)
{
    public static StoredCase From(CaseDraft draft, TextSeal seal) => new(
        draft.Id.Value,
        draft.ExpectedVersion,
        [.. draft.Entries.Select((entry, index) => StoredEntry.From(entry, new TextPlace(seal, EntryPath(draft.ExpectedVersion, index))))]);

    public IEnumerable<LedgerEntry> ToEntries(TextSeal seal) => Entries.Select((entry, index) => entry.ToEntry(new TextPlace(seal, EntryPath(After, index))));

    /// <summary>An entry's number in its case: part of every text's place, so that no text can be moved to another entry.</summary>
    private static string EntryPath(long after, int index) => (after + index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Stored shape of <see cref="LedgerEntry"/>.</summary>
internal sealed record StoredEntry(StoredCaseMove Move, StoredActor By, string On, string RecordedAt, string? Reason = null)
{
    public static StoredEntry From(LedgerEntry entry, TextPlace at) => new(
        StoredCaseMove.From(entry.Move, at),
        StoredActor.From(entry.By),
        StoredText.Of(entry.On),
        StoredText.Of(entry.RecordedAt),
        at.Close("reason", entry.Reason));

    public LedgerEntry ToEntry(TextPlace at) => new(Move.ToMove(at), By.ToValue(), StoredText.Day(On), StoredText.Instant(RecordedAt), at.OpenOrNone("reason", Reason));
}

/// <summary>Stored shape of <see cref="Actor"/>; the roles by name.</summary>
internal sealed record StoredActor(string Id, List<string> Roles)
{
    private static readonly Roles[] Single = [.. Enum.GetValues<Roles>().Where(role => role is not Requests.Roles.None)];

    public static StoredActor From(Actor actor)
    {
        var roles = Single.Where(role => actor.Roles.HasFlag(role)).ToList();
        if (roles.Aggregate(Requests.Roles.None, (all, role) => all | role) != actor.Roles)
            throw new ArgumentOutOfRangeException(nameof(actor), actor.Roles, "It holds a role that has no name to be stored under.");
        return new(actor.Id, [.. roles.Select(role => StoredText.Of(role))]);
    }

    public Actor ToValue() => new(Id, Roles.Aggregate(Requests.Roles.None, (all, role) => all | StoredText.Name<Roles>(role)));
}

/// <summary>Stored shape of <see cref="Erasure"/>.</summary>
internal sealed record StoredCaseErased(string Agency, string Case, StoredActor By, string RecordedAt, string Basis) : StoredRegisterRecord(Agency)
{
    public static StoredCaseErased From(AgencyCode agency, Erasure erasure) =>
        new(agency.Value, erasure.Case.Value, StoredActor.From(erasure.By), StoredText.Of(erasure.RecordedAt), erasure.Basis);

    public Erasure ToValue() => new(CaseId.Parse(Case), By.ToValue(), StoredText.Instant(RecordedAt), Basis);
}

/// <summary>Stored shape of <see cref="YearEntry"/>.</summary>
/// <param name="After">How many entries the year had before.</param>
internal sealed record StoredYearEntry(string Agency, int Year, long After, StoredYearMove Move, StoredActor By, string On, string RecordedAt) : StoredRegisterRecord(Agency)
{
    public static StoredYearEntry From(AgencyCode agency, int year, long after, YearEntry entry) => new(
        agency.Value,
        year,
        after,
        StoredYearMove.From(entry.Move),
        StoredActor.From(entry.By),
        StoredText.Of(entry.On),
        StoredText.Of(entry.RecordedAt));

    public YearEntry ToEntry() => new(Move.ToMove(), By.ToValue(), StoredText.Day(On), StoredText.Instant(RecordedAt));
}
