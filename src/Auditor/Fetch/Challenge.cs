namespace Disclosure.Auditor.Fetch;

/// <summary>
/// Recognises the pages with which a protection asks whether a person is looking. Such a page is neither the column nor a fault
/// of the portal, and it is never solved here: it is reported as what it is.
/// </summary>
/// <remarks>
/// A sign alone proves nothing on a page that was given with 200: portals keep the protection's script in the head of good pages
/// (Gansu). There the page must also have nothing to read.
/// </remarks>
internal static class Challenge
{
    private const string Jiasule = "Jiasule (加速乐)";
    private const string Ruishu = "Ruishu (瑞数)";

    /// <summary>Longer pages than this were never challenges; the longest seen is 28 KB.</summary>
    private const int Longest = 64 * 1024;

    private static readonly (string Sign, string Name)[] Signs =
    [
        ("__jsl_clearance", Jiasule),
        ("$_ts", Ruishu),
        (" r=\"m\"", Ruishu),
        (" r='m'", Ruishu),
        ("C3VK", "C3VK"),
        ("acw_sc__v2", "Aliyun WAF (acw_sc__v2)"),
        ("aliyun_waf", "Aliyun WAF"),
        ("wzws", "Wangsu (WZWS)"),
        ("EO_Bot_Ssid", "EdgeOne"),
        ("__tst_status", "EdgeOne"),
        ("safedog", "SafeDog (安全狗)"),
        ("安全狗", "SafeDog (安全狗)"),
        ("yunsuo_session", "Yunsuo (云锁)"),
        ("security_session_verify", "Yunsuo (云锁)"),
        ("wangzhan.360.cn", "360 site guard"),
        ("创宇盾", "Chuangyudun (创宇盾)"),
        ("cf-chl-", "Cloudflare"),
        ("challenge-platform", "Cloudflare"),
        ("安全验证", "a safety check"),
        ("访问验证", "a safety check"),
    ];

    /// <summary>The name of the protection whose challenge this answer is; null for none.</summary>
    /// <param name="status">The answer's HTTP status.</param>
    /// <param name="text">The answer's text, as far as it was read.</param>
    public static string? Find(int status, string text)
    {
        if (status is 521)
            return Jiasule;
        var given = status is >= 200 and < 300;
        if (text.Length > Longest || (given && LeadsOn(text)))
            return null;

        string? found = null;
        foreach (var (sign, name) in Signs)
        {
            if (text.Contains(sign, sign is "wzws" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
            {
                found = name;
                break;
            }
        }

        return found is null || (given && PageGlance.At(text).HasContent) ? null : found;
    }

    /// <summary>Whether five addresses stand on the page: the cheap answer for nearly every good one.</summary>
    private static bool LeadsOn(ReadOnlySpan<char> text)
    {
        for (var links = 0; links < 5; links++)
        {
            var at = text.IndexOf("<a ");
            if (at < 0)
                return false;
            text = text[(at + 3)..];
        }

        return true;
    }
}
