using Disclosure.Columns;

namespace Disclosure.Auditor;

/// <summary>One audit to run.</summary>
public sealed record AuditRequest(PortalSection Section, DateOnly Today, bool PlanOnly);
