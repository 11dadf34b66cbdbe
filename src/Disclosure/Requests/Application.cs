namespace Disclosure.Requests;

/// <summary>What Art. 29 asks of an application, and nothing more: who, what, and in which form and way.</summary>
/// <param name="Kind">The heading of table three.</param>
/// <param name="Name">As on the identity proof.</param>
/// <param name="Proof">How the identity was or will be proved.</param>
/// <param name="ProofNumber">An identity or credit code, when one was given.</param>
/// <param name="Contact">At least one way of reaching the applicant.</param>
/// <param name="Wanted">Name, document number or another description that lets the office find the information.</param>
/// <param name="Form">The form wanted.</param>
/// <param name="Route">The way of obtaining it.</param>
public sealed record Application(
    ApplicantKind Kind,
    PersonalText Name,
    IdentityProof Proof,
    PersonalText? ProofNumber,
    PersonalText Contact,
    PersonalText Wanted,
    InformationForm Form,
    ObtainingRoute Route);

/// <summary>How an applicant proves who they are (Art. 29).</summary>
public enum IdentityProof
{
    /// <summary>到窗口出示: shown at the counter, nothing kept.</summary>
    ShownAtCounter,

    /// <summary>A copy was handed in.</summary>
    Copy,

    /// <summary>稍后补交.</summary>
    ToFollow,
}

/// <summary>The form in which information is wanted (Art. 29, 40).</summary>
public enum InformationForm
{
    Paper,
    Electronic,
    Other,
}

/// <summary>The way of obtaining it (Art. 29).</summary>
public enum ObtainingRoute
{
    /// <summary>自取.</summary>
    Collect,

    /// <summary>邮寄.</summary>
    Post,

    /// <summary>电子.</summary>
    Electronic,

    /// <summary>查阅、抄录.</summary>
    Inspect,
}
