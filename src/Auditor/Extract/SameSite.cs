using System.Net;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Whether an address named by a page belongs to the portal: the same host, or a sister host under the same registered name
/// (<c>api.x.gov.cn</c> beside <c>www.x.gov.cn</c>).
/// </summary>
internal static class SameSite
{
    private static readonly string[] SecondLevel = ["gov", "com", "org", "edu", "net", "ac"];

    public static bool Of(Uri one, Uri other) =>
        string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase)
        || (Registered(one) is { } site && string.Equals(site, Registered(other), StringComparison.OrdinalIgnoreCase));

    private static string? Registered(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.');
        if (IPAddress.TryParse(host, out _))
            return null;
        var labels = host.Split('.');
        var needed = labels.Length >= 3 && SecondLevel.Contains(labels[^2]) ? 3 : 2;
        return labels.Length >= needed ? string.Join('.', labels[^needed..]) : null;
    }
}
