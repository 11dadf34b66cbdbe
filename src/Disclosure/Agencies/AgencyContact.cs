namespace Disclosure.Agencies;

/// <summary>Where people with a question about the yearly report turn; the guide names the same (Art. 12).</summary>
/// <param name="Office">The disclosure office (政府信息公开工作机构).</param>
/// <param name="Hours">Opening hours as printed; null where they are not given.</param>
public sealed record AgencyContact(string Office, string Address, string Phone, string? Hours = null, string? PostCode = null);
