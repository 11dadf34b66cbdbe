namespace Disclosure.Auditor.Discover;

/// <summary>Names the platform a page was built with by its marks, for the report; a prefecture buys one for all its counties.</summary>
internal static class PlatformFamily
{
    public static string Of(Uri address, string text)
    {
        foreach (var (family, marks) in Marks)
        {
            if (marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)))
                return family;
        }

        return AddressMarks.FirstOrDefault(mark => address.AbsolutePath.Contains(mark.Part, StringComparison.Ordinal)).Family ?? "unknown";
    }

    /// <summary>In order: what a page of one platform carries and none of those below it does.</summary>
    private static readonly (string Family, string[] Marks)[] Marks =
    [
        ("gkmlpt", ["window._CONFIG"]),
        ("jpaas", ["jpaas-publish-server"]),
        ("hanweb", ["/module/web/jpage/", "module/xxgk/search.jsp", "name=\"ColId\""]),
        ("inline-json", ["articleList:", "text/x-handlebars-template"]),
        ("ucap", ["<UCAPTITLE", "<ucaptitle", "createPageHTML('page", "channelId="]),
        ("epoint", ["EWB-FRONT", "MoreInfoList", "govInfoPub"]),
        ("vsb", ["p_pages", "id=\"line_u", "wbtreeid"]),
        ("trs", ["CurrChnlCls", "TRS_Editor", "TRS_UEDITOR", "createPageHTML(", "trs_editor_view"]),
    ];

    private static readonly (string Part, string Family)[] AddressMarks =
    [
        ("/gkmlpt/", "gkmlpt"), ("/col/col", "hanweb"), ("common_list", "ucap"), ("nav_list", "ucap"), ("zfxxgk_gknrz", "ucap"),
    ];
}
