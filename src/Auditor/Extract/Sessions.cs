using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>Session marks in addresses, which make the same page and the same item look new at every visit.</summary>
internal static partial class Sessions
{
    /// <summary>The address without them; for keeping.</summary>
    public static string Strip(string address) =>
        address.Contains("sess", StringComparison.OrdinalIgnoreCase) ? Tail().Replace(Mark().Replace(address, "$1"), "") : address;

    /// <summary>The address without them and without what only defeats caches; for comparing, never for asking.</summary>
    public static string Key(string address) => Tail().Replace(CacheMark().Replace(Strip(address), "$1"), "");

    [GeneratedRegex(@";jsessionid=[^?#&/]*|([?&])(?:jsessionid|phpsessid|sessionid|aspsessionid[a-z]*)=[^&#]*&?", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"([?&])(?:_|_t|t|ts|timestamp|rnd|rand|random|v)=[0-9.]{5,}&?", RegexOptions.IgnoreCase)]
    private static partial Regex CacheMark();

    [GeneratedRegex("[?&]$")]
    private static partial Regex Tail();
}
