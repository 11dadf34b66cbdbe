using Disclosure.Columns;

namespace Disclosure.Auditor;

/// <summary>One audit to make.</summary>
/// <param name="Today">The office's day; an argument so that a result can be reproduced.</param>
public sealed record AuditRequest(PortalSection Section, DateOnly Today);
