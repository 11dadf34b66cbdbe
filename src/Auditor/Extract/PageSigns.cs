using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>Signs that a page is not what it was asked for: gone, a stub, a login, a challenge, a shell that scripts would fill.</summary>
internal static class PageSigns
{
    private static readonly string[] GoneTexts =
        ["页面不存在", "网页不存在", "地址无效", "栏目不存在", "无权访问", "页面未找到", "找不到页面", "页面找不到", "未找到页面", "文件不存在", "内容不存在", "信息不存在", "页面已删除", "栏目已删除", "已被删除", "页面已失效", "404 Not Found", "Page Not Found", "您访问的页面", "无法找到该页", "找不到您"];

    private static readonly string[] ChallengeScripts = ["$_ts", "__jsl_clearance", "acw_sc__v2", "cdn-cgi/challenge", "EO_Bot", "_waf_", "WZWS", "C3VK"];
    private static readonly string[] ChallengeTexts = ["人机验证", "访问验证", "滑动验证", "安全验证", "安全狗", "请开启JavaScript", "请启用JavaScript并", "正在验证", "访问被拦截", "Web应用防火墙"];
    private static readonly string[] LoginTexts = ["用户登录", "统一身份认证", "请先登录", "登录系统", "账号登录"];

    /// <summary>A page that answers 200 and says it does not exist: in its title, or in a body that says little else.</summary>
    public static Extraction.Unreadable? Gone(Outline outline, string title)
    {
        if (IsGone(title) || Holds404(title))
            return new(Reason.SoftNotFound, $"title: {title}");
        if (outline[0].TextLength - outline[0].LinkText > 600)
            return null;
        var (length, matter) = ArticleReader.Matter(outline, -1);
        return length < 300 && Array.Find(GoneTexts, matter.Contains) is { } phrase && matter.Length < phrase.Length * 12
            ? new(Reason.SoftNotFound, $"text: {phrase}")
            : null;
    }

    /// <summary>A page without a list of its own that says so in one line, whatever menus and sidebars stand around it.</summary>
    public static Extraction.Unreadable? SaysGone(Outline outline)
    {
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag == Tag.Text && outline[at].TextLength is > 3 and <= 40 && outline[outline[at].Parent].Tag != Tag.A && outline.Text(at, at + 1, 60) is var line
                && Array.Find(GoneTexts, line.Contains) is { } phrase)
                return new(Reason.SoftNotFound, $"text: {phrase}");
        }

        return null;
    }

    /// <summary>A body that is nothing: the few bytes some portals answer for a page they no longer have. A short page that says it holds nothing is none.</summary>
    public static bool IsStub(string text, Outline outline) =>
        text.Length <= 600 && EmptySigns.Phrase(outline, 0) is null && !Any(outline, Tag.Ul) && !Any(outline, Tag.Ol) && !Any(outline, Tag.Table) && outline[0].TextLength < 40 && outline[0].Links == 0 && outline.Scripts.Count == 0 && !Any(outline, Tag.Input) && !Any(outline, Tag.Iframe) && !Any(outline, Tag.Frame);

    public static Extraction.Unreadable? Challenge(Outline outline)
    {
        foreach (var at in outline.Scripts)
        {
            if (Array.Find(ChallengeScripts, mark => outline.InnerOf(at).Contains(mark, StringComparison.Ordinal)) is { } script)
                return new(Reason.ChallengePage, $"script: {script}");
        }

        return outline[0].TextLength < 300 && outline.Text(0, 600) is var text && Array.Find(ChallengeTexts, text.Contains) is { } words
            ? new(Reason.ChallengePage, $"text: {words}")
            : null;
    }

    public static Extraction.Unreadable? Login(Outline outline, string title)
    {
        if (outline[0].TextLength > 600)
            return null;
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag == Tag.Input && string.Equals(outline.Attribute(at, "type"), "password", StringComparison.OrdinalIgnoreCase))
                return new(Reason.LoginRequired, "a password field and no rows");
        }

        return Array.Find(LoginTexts, title.Contains) is { } words ? new(Reason.LoginRequired, $"title: {words}") : null;
    }

    /// <summary>A page of scripts with hardly any text: the script that would draw it.</summary>
    public static string? Shell(Outline outline)
    {
        if (ArticleReader.Matter(outline, -1).Length >= Judge.DocumentMinimumText || outline[0].Links > 5)
            return null;
        string? last = null;
        foreach (var at in outline.Scripts)
            last = outline.Attribute(at, "src") ?? last ?? "inline script";
        return last;
    }

    /// <summary>栏目归档: the platform's own mark of a finished column (<c>data-gd="1"</c>).</summary>
    public static bool IsArchived(Outline outline)
    {
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag == Tag.Div && outline[at].TextLength == 0 && outline[at].Node.HasAttributes && outline[at].Node.GetAttributeValue("data-gd", "") == "1")
                return true;
        }

        return false;
    }

    private static bool IsGone(string title) => Array.Exists(GoneTexts, phrase => title.Contains(phrase, StringComparison.OrdinalIgnoreCase)) || title is "出错了" or "错误提示" or "错误页面";

    private static bool Holds404(string title)
    {
        var at = title.IndexOf("404", StringComparison.Ordinal);
        return at >= 0 && title.Length < 40 && (at == 0 || !char.IsLetterOrDigit(title[at - 1]) || title[at - 1] > 0x2e80) && (at + 3 == title.Length || !char.IsDigit(title[at + 3]));
    }

    private static bool Any(Outline outline, Tag tag)
    {
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag == tag)
                return true;
        }

        return false;
    }
}
