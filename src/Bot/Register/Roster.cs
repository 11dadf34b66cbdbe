using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>One of the staff, by code: names stay in the personnel files.</summary>
internal sealed record StaffMember(string Id, AgencyCode Agency, Roles Roles)
{
    public Actor Actor { get; } = new(Id, Roles);
}

/// <summary>Who works at the disclosure desk and in which roles (<c>config/staff.json</c>).</summary>
internal sealed class Roster(IReadOnlyList<StaffMember> members)
{
    /// <summary>The roles a person can be given, in the order of a request's way; an applicant and the program are not staff.</summary>
    public static IReadOnlyList<Roles> Given { get; } =
        [Roles.Clerk, Roles.DeptHead, Roles.DisclosureHead, Roles.SecrecyReviewer, Roles.DeputyLeader, Roles.PrincipalLeader, Roles.Supervisor, Roles.Admin];

    /// <summary>The roles that review or sign, which an administrator never does.</summary>
    public const Roles Approving = Roles.DeptHead | Roles.DisclosureHead | Roles.SecrecyReviewer | Roles.DeputyLeader | Roles.PrincipalLeader;

    /// <summary>The roles no answer gets out without.</summary>
    public const Roles Needed = Roles.Clerk | Roles.DisclosureHead | Roles.SecrecyReviewer | Roles.PrincipalLeader;

    public IReadOnlyList<StaffMember> Members => members;

    public StaffMember? Find(string id) => members.FirstOrDefault(member => member.Id == id);

    /// <summary>Who of an agency has a role.</summary>
    public IReadOnlyList<StaffMember> With(Roles role, AgencyCode agency) => [.. members.Where(member => member.Agency == agency && member.Actor.Is(role))];
}
