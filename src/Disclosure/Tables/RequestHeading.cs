using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>The seven number headings of table three in the form's order.</summary>
/// <remarks>A table's vertical is a heading here, because "column" is a 栏目 everywhere else.</remarks>
public enum RequestHeading
{
    NaturalPerson,
    CommercialEnterprise,
    ResearchInstitution,
    PublicInterestOrganisation,
    LegalServiceOrganisation,
    OtherOrganisation,

    /// <summary>总计.</summary>
    Total,
}

public static class RequestHeadings
{
    public static IReadOnlyList<RequestHeading> All { get; } = Enum.GetValues<RequestHeading>();

    /// <summary>The headings 总计 adds up.</summary>
    public static IReadOnlyList<RequestHeading> Applicants { get; } = [.. All.Where(heading => heading != RequestHeading.Total)];

    public static RequestHeading Of(ApplicantKind applicant) => (RequestHeading)(int)applicant;
}
