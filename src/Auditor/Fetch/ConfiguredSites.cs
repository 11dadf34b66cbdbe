using System.Collections.Concurrent;

namespace Disclosure.Auditor.Fetch;

/// <summary>
/// The hosts that configuration or the operator's own command names: portals, columns, an address given to discover. It decides
/// whether loopback may be connected to at all, because a program must not be led to its own machine by a page it reads.
/// </summary>
internal sealed class ConfiguredSites
{
    private readonly ConcurrentDictionary<string, byte> _authorities = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ours;

    /// <param name="ours">Sites that this very process serves (the sample portal).</param>
    public ConfiguredSites(IEnumerable<Uri> addresses, IEnumerable<Uri>? ours = null)
    {
        _ours = new((ours ?? []).Select(address => address.Authority), StringComparer.OrdinalIgnoreCase);
        foreach (var address in addresses)
            Add(address);
    }

    /// <summary>Names one more site; called by whoever reads a column file or takes an address from the command line.</summary>
    public void Add(Uri address) => _authorities.TryAdd(address.Authority, 0);

    /// <summary>Whether this process serves the site itself, so that nobody is spared by asking it slowly.</summary>
    public bool IsOurs(Uri address) => _ours.Contains(address.Authority);

    /// <summary>Whether this very host and port were named.</summary>
    public bool Contains(Uri address) => _authorities.ContainsKey(address.Authority);
}
