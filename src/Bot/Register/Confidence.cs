using Disclosure.Requests;

namespace Disclosure.Bot.Register;

/// <summary>Who may see a request's personal text: only those who are at work on it now.</summary>
internal static class Confidence
{
    public static bool MaySee(Actor who, RequestCase subject)
    {
        // An administrator keeps keys and roster and sees no request, whatever else they are.
        if (who.Is(Roles.Admin))
            return false;
        if (who.Is(Roles.DisclosureHead) || (who.Is(Roles.Clerk) && (subject.Assignee is null || subject.Assignee == who.Id)))
            return true;
        return subject.State switch
        {
            CaseState.SecrecyReview => who.Is(Roles.SecrecyReviewer),
            CaseState.InApproval => who.Is(Roles.DeptHead | Roles.DeputyLeader | Roles.PrincipalLeader),
            CaseState.Approved => who.Is(Roles.PrincipalLeader),
            _ => false,
        };
    }
}
