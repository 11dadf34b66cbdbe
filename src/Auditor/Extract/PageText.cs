namespace Disclosure.Auditor.Extract;

/// <summary>One page as extraction sees it.</summary>
internal sealed record PageText(Uri Address, string Text, bool Truncated, string MediaType);
