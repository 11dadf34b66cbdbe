using Disclosure.Agencies;
using Disclosure.Auditor.Portals;
using Disclosure.Columns;

namespace Disclosure.Auditor.Schedule;

/// <summary>The agencies whose sections are audited, as configured when the program started.</summary>
public sealed class AuditRoster
{
    private readonly Dictionary<string, (PortalSection Section, AuditPlan Plan)> _entries;

    /// <param name="agencies">Those without a section are left out: there is nothing to audit of them.</param>
    public AuditRoster(IEnumerable<AuditedAgency> agencies) =>
        _entries = agencies.Where(a => a.Section is not null).ToDictionary(a => a.Agency.Code.Value, a => (a.Section!, a.Plan), StringComparer.Ordinal);

    /// <summary>Every section with its plan.</summary>
    internal IReadOnlyCollection<(PortalSection Section, AuditPlan Plan)> Entries => _entries.Values;

    internal PortalSection SectionOf(string agency) => _entries.TryGetValue(agency, out var entry)
        ? entry.Section
        : throw new ArgumentException($"Agency {AgencyCode.Parse(agency)} has no section to audit.", nameof(agency));
}
