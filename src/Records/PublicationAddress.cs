using System.Buffers;

namespace Disclosure.Records;

/// <summary>
/// Says when two addresses are the same publication, so that an item is counted once (主动公开政府信息 n 条) however it is linked.
/// </summary>
/// <remarks>
/// http and https, the host's case, a default port, the fragment and a session id do not tell publications apart. A fragment that
/// begins with <c>#/</c> or <c>#!</c> does: on pages drawn by scripts it is the address of the article.
/// </remarks>
public sealed class PublicationAddress : IEqualityComparer<string>
{
    /// <summary>Compares addresses as publications, for sets and dictionaries.</summary>
    public static readonly PublicationAddress Comparer = new();

    private static readonly string[] SessionNames = ["jsessionid=", "phpsessid=", "aspsessionid"];

    private static readonly SearchValues<char> HostLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> PathLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    private PublicationAddress()
    {
    }

    /// <summary>The one spelling of an address; text that is no web address stays as it is.</summary>
    public static string Normalise(string address)
    {
        if (IsPlain(address, out var host))
            return address[(host - 2)..];
        if (!Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return address.Trim();

        var port = uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var route = uri.Fragment.StartsWith("#/", StringComparison.Ordinal) || uri.Fragment.StartsWith("#!", StringComparison.Ordinal) ? uri.Fragment : "";
        return "//" + uri.IdnHost.ToLowerInvariant() + port + WithoutSession(uri.AbsolutePath) + WithoutSessionFields(uri.Query) + route;
    }

    public bool Equals(string? x, string? y) => x == y || (x is not null && y is not null && Spelled(x).SequenceEqual(Spelled(y)));

    public int GetHashCode(string obj) => string.GetHashCode(Spelled(obj), StringComparison.Ordinal);

    /// <summary>As <see cref="Normalise"/>, without a copy where the address is spelled so already.</summary>
    internal static ReadOnlySpan<char> Spelled(string address) => IsPlain(address, out var host) ? address.AsSpan(host - 2) : Normalise(address);

    /// <summary>
    /// Whether an address is spelled as <see cref="Uri"/> would spell it and has nothing to leave out: every item of every column is
    /// compared at every run, and Uri costs more than reading the item.
    /// </summary>
    private static bool IsPlain(string address, out int host)
    {
        host = address.StartsWith("http://", StringComparison.Ordinal) ? 7 : address.StartsWith("https://", StringComparison.Ordinal) ? 8 : 0;
        if (host == 0)
            return false;
        var rest = address.AsSpan(host);
        var slash = rest.IndexOf('/');
        return slash > 0 && IsPlainHost(rest[..slash])
            && !rest[slash..].ContainsAnyExcept(PathLetters) && rest.IndexOf("/.") < 0 && rest.IndexOf("..") < 0;
    }

    /// <summary>A name or four numbers as they are usually written, and a port that is no default.</summary>
    private static bool IsPlainHost(ReadOnlySpan<char> host)
    {
        var colon = host.IndexOf(':');
        if (colon >= 0)
        {
            var port = host[(colon + 1)..];
            if (port.Length is < 1 or > 4 || port[0] == '0' || port is "80" or "443" || port.ContainsAnyExceptInRange('0', '9'))
                return false;
            host = host[..colon];
        }

        return !host.IsEmpty && !host.ContainsAnyExcept(HostLetters)
            && (char.IsAsciiLetterLower(host[^1]) || (System.Net.IPAddress.TryParse(host, out var numbers) && host.SequenceEqual(numbers.ToString())));
    }

    private static string WithoutSession(string path)
    {
        foreach (var name in SessionNames)
        {
            var at = path.IndexOf(";" + name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return path[..at];
        }

        return path;
    }

    private static string WithoutSessionFields(string query)
    {
        if (query.Length <= 1 || !SessionNames.Any(name => query.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return query.Length == 1 ? "" : query;

        var kept = query[1..].Split('&').Where(field => !SessionNames.Any(name => field.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        var joined = string.Join('&', kept);
        return joined.Length == 0 ? "" : "?" + joined;
    }
}
