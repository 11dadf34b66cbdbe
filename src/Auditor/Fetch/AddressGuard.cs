using System.Net;
using System.Net.Sockets;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Decides which network addresses may be connected to: public ones, and beside them only what the configuration allows. Asked
/// at the moment of connecting, so that neither a redirect nor a name that resolves differently the second time gets past it.
/// </summary>
/// <remarks>
/// Loopback has a rule of its own, since the sample portal lives there: it is open to a portal that is itself configured on
/// loopback and to where that portal leads, never to a public name or a public page that points at this machine.
/// </remarks>
internal sealed class AddressGuard
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. Networks("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24"),
        .. Networks("192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        .. Networks("2001::/23", "2001:db8::/32", "3fff::/20"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private readonly ConfiguredSites _sites;
    private readonly IPNetwork[] _allowedNetworks;
    private readonly HashSet<string> _allowedHosts;

    public AddressGuard(FetchOptions options, ConfiguredSites sites)
    {
        _sites = sites;
        _allowedNetworks = [.. Networks([.. options.AllowedNetworks])];
        _allowedHosts = new(options.AllowedHosts, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether <paramref name="address"/> may be connected to for <paramref name="target"/>.</summary>
    /// <param name="cameFrom">The page or redirect that led to the target; null when the configuration did.</param>
    public bool Allows(IPAddress address, Uri target, Uri? cameFrom)
    {
        var real = Unwrap(address);
        if (_allowedHosts.Contains(target.Host) || Within(_allowedNetworks, real))
            return true;
        if (IPAddress.IsLoopback(real))
            return IsLoopbackName(target.IdnHost) && (_sites.Contains(target) || (cameFrom is not null && IsLoopbackName(cameFrom.IdnHost) && _sites.Contains(cameFrom)));

        return IsPublic(real);
    }

    /// <summary>
    /// The refusal of a target that is written as a number or as localhost, before anything is sent: a pooled connection would
    /// never come to the check at connecting. Null when it is not refused here.
    /// </summary>
    public string? Refusal(Uri target, Uri? cameFrom)
    {
        var host = target.IdnHost;
        var literal = IPAddress.TryParse(host, out var written) ? written : IsLoopbackName(host) ? IPAddress.Loopback : null;
        return literal is null || Allows(literal, target, cameFrom) ? null : Explain(target.Host, literal);
    }

    /// <summary>Why an address was refused, and which setting would allow it.</summary>
    public static string Explain(string host, IPAddress address) =>
        $"{host} is at {address}, which is not a public address; Fetch:AllowedNetworks (a network) or Fetch:AllowedHosts (this host) would allow it";

    private static bool IsPublic(IPAddress address) =>
        (address.AddressFamily is AddressFamily.InterNetwork || GlobalUnicast.Contains(address)) && !Within(NotPublic, address);

    /// <summary>The IPv4 address that an IPv6 address only carries: a mapped, NAT64 or 6to4 address is as private as what is inside.</summary>
    private static IPAddress Unwrap(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily is not AddressFamily.InterNetworkV6)
            return address;
        if (Nat64.Contains(address))
            return new IPAddress(address.GetAddressBytes().AsSpan(12, 4));
        return SixToFour.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(2, 4)) : address;
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var literal) && IPAddress.IsLoopback(literal));

    private static bool Within(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.Contains(address))
                return true;
        }

        return false;
    }

    private static IEnumerable<IPNetwork> Networks(params string[] networks) => networks.Select(network => IPNetwork.Parse(network));
}

/// <summary>Thrown while connecting when no address of a host may be connected to; it becomes <c>AddressNotAllowed</c>.</summary>
internal sealed class AddressNotAllowedException(string message) : IOException(message);
