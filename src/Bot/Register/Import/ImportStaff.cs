using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Bot.Register.Import;

/// <summary>In whose names an import makes the moves of its rows.</summary>
/// <param name="Signers">One for each level of sign-off, in order.</param>
internal sealed record ImportStaff(StaffMember Clerk, StaffMember Head, StaffMember Secrecy, IReadOnlyList<StaffMember> Signers)
{
    /// <summary>Takes who was named; who was not named is the one person of the role, and must be named where there are several.</summary>
    /// <param name="signers">Codes parted by commas.</param>
    /// <returns>Null when a problem was added.</returns>
    public static ImportStaff? Choose(Roster roster, AgencyCode agency, string? clerk, string? head, string? secrecy, string? signers, Phrases phrases, ICollection<string> problems)
    {
        var found = (
            Clerk: One("--clerk", clerk, Roles.Clerk),
            Head: One("--head", head, Roles.DisclosureHead),
            Secrecy: One("--secrecy", secrecy, Roles.SecrecyReviewer),
            Signers: signers is null
                ? [One("--signed-by", null, Roles.PrincipalLeader)]
                : signers.Split([',', '，'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => One("--signed-by", id, Roles.DeptHead | Roles.DeputyLeader | Roles.PrincipalLeader)).ToList());
        return found is { Clerk: { } desk, Head: { } chief, Secrecy: { } reviewer } && found.Signers.All(signer => signer is not null)
            ? new(desk, chief, reviewer, [.. found.Signers.OfType<StaffMember>()])
            : null;

        StaffMember? One(string option, string? id, Roles role)
        {
            var able = roster.Members.Where(member => member.Agency == agency && member.Actor.Is(role)).ToList();
            var known = able.Count == 0 ? phrases.Of("Case.NothingAllowed") : string.Join(", ", able.Select(member => member.Id));
            if (id is null && able is [var only])
                return only;
            if (id is not null && able.Find(member => member.Id == id) is { } named)
                return named;
            problems.Add(id is null
                ? phrases.Of("Import.NameStaff", ("option", option), ("role", phrases.Roles(role)), ("known", known))
                : phrases.Of("Import.WrongStaff", ("option", option), ("id", id), ("role", phrases.Roles(role)), ("known", known)));
            return null;
        }
    }
}
