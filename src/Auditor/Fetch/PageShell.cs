namespace Disclosure.Auditor.Fetch;

/// <summary>Tells pages that hold nothing themselves: stubs, login forms, and the addresses such pages live at.</summary>
internal static class PageShell
{
    /// <summary>Characters up to which a page without anything to read is a stub (those seen have 3 to 400 bytes).</summary>
    private const int LongestStub = 400;

    /// <summary>Characters up to which a page is looked at for a redirect.</summary>
    private const int LongestRedirect = 16 * 1024;

    private static readonly string[] LoginParts = ["login", "signin", "sso", "cas", "passport", "oauth", "oauth2"];
    private static readonly string[] ListBoxes = ["<ul", "<ol", "<table", "<dl", "class=\"list", "id=\"list"];
    private static readonly string[] ErrorParts = ["404", "error", "errors", "notfound", "not-found", "404page", "error404"];

    /// <summary>Whether a page is worth a glance at all; for nearly every good page it is not.</summary>
    public static bool MayBe(string text, bool moved) =>
        text.Length <= LongestStub
        || (text.Length <= LongestRedirect && (text.Contains("location", StringComparison.Ordinal) || text.Contains("refresh", StringComparison.OrdinalIgnoreCase)))
        || ((moved || text.Length <= LongestRedirect) && text.Contains("password", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// A 200 with next to no bytes and nothing to read. A shell that a script fills is not one, nor a page with a box for a list: what it
    /// does not show may be its answer, and it is for extraction to say so.
    /// </summary>
    public static bool IsStub(string text, in PageGlance glance) =>
        text.Length <= LongestStub && !glance.Furniture && glance.VisibleText < 20 && !Array.Exists(ListBoxes, box => text.Contains(box, StringComparison.OrdinalIgnoreCase));

    /// <summary>A password field on a page with next to nothing else; a portal with a login box in its corner is not a login page.</summary>
    public static bool IsLogin(in PageGlance glance, bool moved) =>
        glance.AsksPassword && glance.Links < (moved ? 20 : 10) && glance.Rows < (moved ? 20 : 5);

    public static bool IsLoginAddress(Uri address) => HasPart(address, LoginParts);

    public static bool IsErrorAddress(Uri address) => HasPart(address, ErrorParts);

    /// <summary>Whether a folder or the file (without its ending) of an address is one of <paramref name="parts"/>.</summary>
    private static bool HasPart(Uri address, string[] parts)
    {
        foreach (var segment in address.Segments)
        {
            var name = segment.TrimEnd('/');
            var dot = name.IndexOf('.');
            if (dot > 0)
                name = name[..dot];
            if (Array.Exists(parts, part => part.Equals(name, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }
}
