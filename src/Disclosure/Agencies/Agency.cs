namespace Disclosure.Agencies;

/// <summary>An administrative organ with a disclosure duty of its own, or one that watches over such organs.</summary>
/// <param name="Name">Its full name, as printed on its seal.</param>
/// <param name="Parent">Whose annual tables its own are rolled up into; null at the top.</param>
public sealed record Agency(AgencyCode Code, string Name, AgencyLevel Level, AgencyCode? Parent)
{
    /// <summary>Where people turn with a question; null when nobody wrote it down.</summary>
    public AgencyContact? Contact { get; init; }
}

/// <summary>Where an agency stands among the levels of government.</summary>
public enum AgencyLevel
{
    Province,
    Prefecture,
    County,
    Township,

    /// <summary>A department of a government, at whatever level.</summary>
    Department,
}
