namespace Disclosure.Auditor.Extract;

/// <summary>Absolute addresses of links.</summary>
internal static class Addresses
{
    public static string? Resolve(Uri baseAddress, string href) =>
        Uri.TryCreate(baseAddress, href.Trim(), out var address) && address.Scheme is ("http" or "https") ? address.AbsoluteUri : null;
}
