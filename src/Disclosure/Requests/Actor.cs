namespace Disclosure.Requests;

/// <summary>Who makes a move, and in which roles. One person may hold several in a small office.</summary>
/// <param name="Id">The staff roster's code, or the pseudonym of an applicant; never a name.</param>
public sealed record Actor(string Id, Roles Roles)
{
    /// <summary>The program itself: timers may raise flags and end silent consultations, never decide.</summary>
    public static Actor System { get; } = new("system", Roles.System);

    public bool Is(Roles any) => (Roles & any) != 0;
}

/// <summary>Who may do what (二人原则: who drafts does not sign; an administrator sees no request).</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>申请人 or an authorised agent.</summary>
    Applicant = 1,

    /// <summary>经办人.</summary>
    Clerk = 2,

    /// <summary>部门负责人, of the office holding the information: first level of sign-off.</summary>
    DeptHead = 4,

    /// <summary>政府信息公开工作机构负责人: approves extensions (Art. 33).</summary>
    DisclosureHead = 8,

    /// <summary>保密审查员.</summary>
    SecrecyReviewer = 16,

    /// <summary>分管领导: second level of sign-off.</summary>
    DeputyLeader = 32,

    /// <summary>主要领导: third level of sign-off.</summary>
    PrincipalLeader = 64,

    /// <summary>县级监督: reads numbers, no personal data.</summary>
    Supervisor = 128,

    /// <summary>系统管理员: roster, calendar, keys; no request text, never approves.</summary>
    Admin = 256,

    /// <summary>The program.</summary>
    System = 512,
}
