namespace Disclosure.Requests;

/// <summary>Who applies, as table three counts applicants: the six headings of the form in their order (国办公开办函〔2021〕30号).</summary>
public enum ApplicantKind
{
    /// <summary>自然人.</summary>
    NaturalPerson,

    /// <summary>商业企业.</summary>
    CommercialEnterprise,

    /// <summary>科研机构.</summary>
    ResearchInstitution,

    /// <summary>社会公益组织.</summary>
    PublicInterestOrganisation,

    /// <summary>法律服务机构.</summary>
    LegalServiceOrganisation,

    /// <summary>其他.</summary>
    OtherOrganisation,
}
