using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Records;

/// <summary>One line of a board: where a case stands, with nothing personal in it.</summary>
/// <param name="Number">Null until it is registered.</param>
/// <param name="ReceivedOn">The day of receipt (Art. 31); null until it is registered.</param>
/// <param name="Assignee">The staff code it lies with; empty while it lies with nobody.</param>
/// <param name="FirstOn">The day of the first entry.</param>
/// <param name="LastOn">The day of the newest entry.</param>
/// <param name="Version">Of the case when the card was made.</param>
public sealed record CaseCard(
    CaseId Id,
    AgencyCode Agency,
    CaseState State,
    RequestNumber? Number,
    DateOnly? ReceivedOn,
    string Assignee,
    DateOnly FirstOn,
    DateOnly LastOn,
    bool Rehearsal,
    bool Erased,
    long Version);
