using Disclosure.Columns;
using Disclosure.Records;

namespace Disclosure.Auditor;

/// <summary>Audits one section once: what the schedule and the command line ask for, without knowing what an audit is made of.</summary>
public delegate Task<AuditReport> RunAudit(AuditRequest request, IAuditProgress? progress, CancellationToken cancellationToken);

/// <summary>Visits the section's home page once (站点无法访问); null when it was no visit, because the auditor was not let in or did not ask.</summary>
public delegate Task<HomeProbed?> ProbeHome(PortalSection section, DateOnly today, CancellationToken cancellationToken);

/// <summary>Hears of every audit the schedule finished.</summary>
public delegate void AuditDone(AuditReport report);
