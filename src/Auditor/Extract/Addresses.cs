namespace Disclosure.Auditor.Extract;

/// <summary>Turns the links of a page into absolute addresses.</summary>
/// <remarks>
/// A list page has a hundred links and <see cref="Uri"/> costs more for them than reading the whole page does; the ordinary shapes
/// (<c>./x.html</c>, <c>../y/</c>, <c>/z</c>, a plain http address) are joined as text and give the same characters Uri would. Everything else goes to Uri.
/// </remarks>
internal static class Addresses
{
    /// <summary>The absolute http(s) address of a link, or null when it leads nowhere: script, mail, an anchor on the same page.</summary>
    public static string? Resolve(Uri baseAddress, string href)
    {
        var link = href.AsSpan().Trim();
        if (link.IsEmpty || link[0] == '#')
            return null;
        var based = baseAddress.AbsoluteUri;
        if (link.StartsWith("http://", StringComparison.Ordinal) || link.StartsWith("https://", StringComparison.Ordinal))
            return IsPlainAbsolute(link) ? Whole(link, href) : ByUri(baseAddress, link);
        if (!IsPlain(link, out var hasColon) || hasColon || link.StartsWith("//", StringComparison.Ordinal))
            return ByUri(baseAddress, link);

        var hostEnd = HostEnd(based);
        var pathEnd = based.AsSpan(hostEnd).IndexOfAny('?', '#') is >= 0 and var query ? hostEnd + query : based.Length;
        if (link[0] == '?')
            return string.Concat(based.AsSpan(0, pathEnd), link);
        var directoryEnd = link[0] == '/' ? hostEnd : based.AsSpan(0, pathEnd).LastIndexOf('/') + 1;
        if (directoryEnd < hostEnd)
            return ByUri(baseAddress, link);

        while (true)
        {
            if (link.StartsWith("./", StringComparison.Ordinal))
            {
                link = link[2..];
            }
            else if (link.StartsWith("../", StringComparison.Ordinal))
            {
                link = link[3..];
                if (directoryEnd > hostEnd + 1)
                    directoryEnd = based.AsSpan(0, directoryEnd - 1).LastIndexOf('/') + 1;
            }
            else
            {
                break;
            }
        }

        return HasDots(link) ? ByUri(baseAddress, href.AsSpan().Trim()) : string.Concat(based.AsSpan(0, directoryEnd), link);
    }

    /// <summary>Whether two absolute addresses are on one host; a "www." more or less makes no difference.</summary>
    public static bool SameHost(Uri one, string other)
    {
        var host = HostOf(other);
        return Bare(host).Equals(Bare(one.Authority), StringComparison.OrdinalIgnoreCase);

        static ReadOnlySpan<char> Bare(ReadOnlySpan<char> host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
    }

    /// <summary>The part of an address up to and with the last slash of its path: what a column's own articles begin with.</summary>
    public static string DirectoryOf(Uri address)
    {
        var whole = address.AbsoluteUri.AsSpan();
        if (whole.IndexOfAny('?', '#') is >= 0 and var end)
            whole = whole[..end];
        return whole[..(whole.LastIndexOf('/') + 1)].ToString();
    }

    private static ReadOnlySpan<char> HostOf(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0;
        return address.AsSpan(start, HostEnd(address) - start);
    }

    private static int HostEnd(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0;
        return address.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var end ? start + end : address.Length;
    }

    private static string Whole(ReadOnlySpan<char> link, string href) => link.Length == href.Length ? href : link.ToString();

    private static string? ByUri(Uri baseAddress, ReadOnlySpan<char> link)
    {
        if (!Uri.TryCreate(baseAddress, link.ToString(), out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Host.Length == 0)
            return null;
        if (!address.Host.EndsWith('.'))
            return address.AbsoluteUri;
        return new UriBuilder(address) { Host = address.Host.TrimEnd('.') }.Uri.AbsoluteUri;
    }

    private static bool IsPlainAbsolute(ReadOnlySpan<char> link)
    {
        var rest = link[(link.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var slash = rest.IndexOf('/');
        return slash > 0 && rest[slash - 1] != '.' && !rest[..slash].ContainsAnyExcept(HostLetters) && IsPlain(rest[slash..], out var hasColon) && !hasColon && !HasDots(rest[slash..]);
    }

    /// <summary>Only characters that Uri leaves as they are.</summary>
    private static bool IsPlain(ReadOnlySpan<char> link, out bool hasColon)
    {
        hasColon = link.Contains(':');
        return !link.ContainsAnyExcept(PlainLetters);
    }

    /// <summary>A segment of dots is left, which Uri would fold away.</summary>
    private static bool HasDots(ReadOnlySpan<char> link)
    {
        for (var at = link.IndexOf('.'); at >= 0;)
        {
            var end = at + 1;
            while (end < link.Length && link[end] == '.')
                end++;
            if ((at == 0 || link[at - 1] == '/') && (end == link.Length || link[end] is '/' or '?' or '#'))
                return true;
            var next = link[end..].IndexOf('.');
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> HostLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly System.Buffers.SearchValues<char> PlainLetters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/?=&;,+!*@$:#");
}
