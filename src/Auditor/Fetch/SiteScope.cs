using System.Net;

namespace Disclosure.Auditor.Fetch;

/// <summary>Whether two addresses belong to one site, so that a redirect between them may be followed and an address that a page names may be asked.</summary>
/// <remarks>
/// There is no public suffix list here, only what Chinese sites need: the second-level suffixes of .cn and of other
/// two-letter domains. Unknown suffixes make the site narrower than it is, never wider.
/// </remarks>
internal static class SiteScope
{
    private static readonly HashSet<string> SecondLevel = new(StringComparer.Ordinal) { "com", "net", "org", "gov", "edu", "ac", "mil", "co", "or", "go", "ne" };

    /// <summary>The provinces' own second-level domains under .cn.</summary>
    private static readonly HashSet<string> Provinces = new(
        "ah bj cq fj gd gs gx gz ha hb he hi hk hl hn jl js jx ln mo nm nx qh sc sd sh sn sx tj tw xj xz yn zj".Split(' '), StringComparer.Ordinal);

    public static bool IsSame(Uri one, Uri other)
    {
        var first = one.IdnHost.TrimEnd('.');
        var second = other.IdnHost.TrimEnd('.');
        return first.Equals(second, StringComparison.OrdinalIgnoreCase) || RegistrableDomain(first).Equals(RegistrableDomain(second), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The part of a host name somebody registered: <c>luopu.gov.cn</c> of <c>www.luopu.gov.cn</c>. A number is its own.</summary>
    public static string RegistrableDomain(string host)
    {
        if (IPAddress.TryParse(host, out _))
            return host;
        var labels = host.ToLowerInvariant().Split('.');
        if (labels.Length <= 2)
            return string.Join('.', labels);

        var second = labels[^2];
        var suffix = labels[^1].Length == 2 && (SecondLevel.Contains(second) || (labels[^1] == "cn" && Provinces.Contains(second))) ? 2 : 1;
        return string.Join('.', labels[^(suffix + 1)..]);
    }

    /// <summary>Whether an address is a site's front door.</summary>
    public static bool IsRoot(Uri address) =>
        address.Query.Length <= 1
        && (address.AbsolutePath is "/" or "" || (address.AbsolutePath.LastIndexOf('/') == 0 && IsIndex(address.AbsolutePath.AsSpan(1))));

    /// <summary>Whether a deeper address was sent to the front door of its own host or of the whole site.</summary>
    /// <remarks>The root of a further host (<c>zwgk.x.gov.cn</c>) may be the very section that moved there.</remarks>
    public static bool IsSentHome(Uri asked, Uri reached) =>
        !IsRoot(asked) && IsRoot(reached) && WithoutWww(reached) is var host && (host == WithoutWww(asked) || host == RegistrableDomain(host));

    private static string WithoutWww(Uri address)
    {
        var host = address.IdnHost.TrimEnd('.').ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static bool IsIndex(ReadOnlySpan<char> file)
    {
        var dot = file.IndexOf('.');
        return dot > 0 && (file[..dot].Equals("index", StringComparison.OrdinalIgnoreCase) || file[..dot].Equals("default", StringComparison.OrdinalIgnoreCase));
    }
}
