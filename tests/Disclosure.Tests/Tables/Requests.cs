using Disclosure.Requests;

namespace Disclosure.Tests.Tables;

/// <summary>Counted cases in one line each.</summary>
internal static class Requests
{
    public static CountedCase Received(string on, int serial, Outcome? outcome = null, string? decided = null, ApplicantKind applicant = ApplicantKind.NaturalPerson)
    {
        var day = Some.Day(on);
        return new(CaseId.Parse($"case-{day.Year}-{serial}"), new(day.Year, serial), applicant, day, outcome, decided is null ? null : Some.Day(decided));
    }

    public static CountedRemedy Remedy(RemedyRoute route, string opened, RemedyResult? result = null, string? decided = null, int remedy = 1) =>
        new(CaseId.Parse("case-1"), remedy, route, Some.Day(opened), result, decided is null ? null : Some.Day(decided));
}
