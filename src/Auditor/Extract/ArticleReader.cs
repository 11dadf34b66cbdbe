using System.Buffers;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>What an article page says of itself.</summary>
/// <param name="PublishedOn">The day of publication, if the page shows one.</param>
/// <param name="MadeOn">The day the document was made (成文日期, 生成日期), which is never its day of publication.</param>
/// <param name="TextLength">Characters of the article's own text.</param>
/// <param name="Text">That text, shortened.</param>
internal sealed record Article(string Title, DateOnly? PublishedOn, DateOrigin Origin, DateOnly? MadeOn, int TextLength, string Text);

/// <summary>Reads an article page: its day by order of trust, its title, its text.</summary>
/// <remarks>
/// The metas of an article outlive every redesign (国办发〔2017〕47号 prescribes them), so PubDate comes first, then the platform's own element, then
/// a label. Build stamps (Maketime, 页面生成时间) and 更新时间 are never read: one real page carries a stamp 28 months younger than its article.
/// </remarks>
internal static class ArticleReader
{
    private const int MostText = 4_000;

    private static readonly SearchValues<string> Bodies = SearchValues.Create(
        ["TRS_Editor", "TRS_UEDITOR", "trs_editor_view", "v_news_content", "UCAPCONTENT", "UCAP-CONTENT", "vsb_content", "ewb-article", "article-content", "article_content", "article_con", "news_content", "pages_content", "con_text", "content_txt", "bt_content", "xl_content", "detail_content", "detail-content"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] BodyIds = ["zoom", "article", "ArticleContent", "content_body"];
    private static readonly string[] PublishedLabels = ["发布时间", "发布日期", "公布日期", "公布时间", "发布于", "发表时间"];
    private static readonly string[] DisclosedLabels = ["公开日期", "公开时间", "发文日期", "发文时间", "日期", "时间"];
    private static readonly string[] MadeLabels = ["成文日期", "生成日期", "成文时间", "生成时间"];
    private static readonly SearchValues<string> FooterTexts = SearchValues.Create(["版权所有", "ICP", "主办单位", "主办：", "承办", "网站标识码", "公网安备", "技术支持", "Copyright", "网站地图"], StringComparison.OrdinalIgnoreCase);

    public static Article Read(PageText page, DateOnly today)
    {
        if (OutlineReader.Read(page.Text, out _) is not { } outline)
            return new("", null, DateOrigin.None, null, 0, "");
        return Read(outline, today, crumb: -1);
    }

    public static Article Read(Outline outline, DateOnly today, int crumb)
    {
        var body = BodyOf(outline);
        var (published, origin) = (default(DateOnly?), DateOrigin.None);
        if (ByMeta(outline, today) is { } meta)
            (published, origin) = (meta, DateOrigin.ArticleMeta);
        else if ((ByElement(outline, today) ?? ByLabel(outline, PublishedLabels, body, today) ?? ByLabel(outline, DisclosedLabels, body, today) ?? Unlabelled(outline, body, today)) is { } shown)
            (published, origin) = (shown, DateOrigin.ArticleText);
        var made = ByLabel(outline, MadeLabels, -1, today);
        if (body >= 0)
            return new(TitleOf(outline), published, origin, made, outline[body].TextLength, outline.Text(body, MostText));
        var (length, text) = Matter(outline, crumb);
        return new(TitleOf(outline), published, origin, made, length, text);
    }

    /// <summary>The element the platforms put an article's text into, the fullest if there are several; -1 without one.</summary>
    public static int BodyOf(Outline outline)
    {
        var (best, longest) = (-1, 0);
        for (var at = 1; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.TextLength <= longest || !IsBody(outline, at))
                continue;
            if (best < 0 || !outline.Holds(best, at))
                (best, longest) = (at, spot.TextLength);
        }

        return best;
    }

    /// <summary>Text that is not links, navigation, breadcrumb or footer: the article of a page that marks it in no known way.</summary>
    public static (int Length, string Text) Matter(Outline outline, int crumb)
    {
        var (length, text) = (0, new System.Text.StringBuilder());
        for (var at = crumb < 0 ? 1 : outline[crumb].End; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Tag is Tag.A or Tag.Title or Tag.Form || (spot.Tag is not (Tag.Text or Tag.Comment) && Scope.IsAside(outline, at, crumb)))
            {
                at = spot.End - 1;
                continue;
            }

            if (spot.Tag != Tag.Text || IsFooter(outline.TextOf(at)))
                continue;
            length += spot.TextLength;
            if (text.Length < MostText)
                text.Append(outline.Text(at, at + 1, MostText)).Append(' ');
        }

        return (length, text.ToString().Trim());
    }

    private static bool IsBody(Outline outline, int at)
    {
        ref readonly var spot = ref outline[at];
        if (spot.Tag is Tag.Text or Tag.Comment)
            return false;
        if (spot.Tag == Tag.Other && spot.Node.Name is "ucapcontent")
            return true;
        if (!spot.Node.HasAttributes)
            return false;
        var style = spot.Node.GetAttributeValue("class", "");
        var id = spot.Node.GetAttributeValue("id", "");
        return style.AsSpan().ContainsAny(Bodies)
            || (id.Length > 0 && (Array.Exists(BodyIds, name => id.Equals(name, StringComparison.OrdinalIgnoreCase)) || id.AsSpan().IndexOfAny(Bodies) == 0));
    }

    /// <summary>The earliest, when a page carries its site's include beside its own.</summary>
    private static DateOnly? ByMeta(Outline outline, DateOnly today)
    {
        DateOnly? found = null;
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag != Tag.Meta || (outline.Attribute(at, "name") ?? outline.Attribute(at, "property")) is not { } name)
                continue;
            var trusted = name.Equals("PubDate", StringComparison.OrdinalIgnoreCase) || name.Equals("publishdate", StringComparison.OrdinalIgnoreCase) || name.Equals("article:published_time", StringComparison.OrdinalIgnoreCase);
            if (trusted && outline.Attribute(at, "content") is { } content && DateReader.FromText(content, today) is { } day && !(found < day))
                found = day;
        }

        return found;
    }

    private static DateOnly? ByElement(Outline outline, DateOnly today)
    {
        for (var at = 1; at < outline.Count; at++)
        {
            if (outline[at].Tag == Tag.Other && outline[at].Node.Name is "publishtime" && DateReader.FromText(outline.Text(at, 60), today) is { } day)
                return day;
        }

        return null;
    }

    /// <summary>The first day behind one of the labels, in the same text or the next one; the article's own text is not searched.</summary>
    private static DateOnly? ByLabel(Outline outline, string[] labels, int body, DateOnly today)
    {
        var waiting = 0;
        for (var at = 1; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (at == body || spot.Tag is Tag.A or Tag.Title)
            {
                at = spot.End - 1;
                continue;
            }

            if (spot.Tag != Tag.Text)
                continue;
            var text = outline.Text(at, at + 1, 200).Replace(" ", "", StringComparison.Ordinal);
            if (waiting-- > 0 && DateReader.FromText(text, today) is { } next)
                return next;
            if (AfterLabel(text, labels) is not { } rest)
                continue;
            if (DateReader.Find(rest, 0) is { Start: < 8 } hit)
                return hit.Day;
            waiting = rest.Length <= 2 ? 2 : 0;
        }

        return null;
    }

    private static string? AfterLabel(string text, string[] labels)
    {
        foreach (var label in labels)
        {
            var found = text.IndexOf(label, StringComparison.Ordinal);
            if (found < 0)
                continue;
            if (label.Length == 2 && found > 0 && char.IsLetterOrDigit(text[found - 1]))
                continue;
            return text[(found + label.Length)..];
        }

        return null;
    }

    /// <summary>A day that stands alone between the title and the text.</summary>
    private static DateOnly? Unlabelled(Outline outline, int body, DateOnly today)
    {
        if (body < 0)
            return null;
        for (var at = body - 1; at > 0 && at > body - 60; at--)
        {
            if (outline[at].Tag == Tag.Heading)
                return null;
            if (outline[at].Tag == Tag.Text && DateReader.Alone(outline.TextOf(at), today) is { } day && !IsLabelled(outline, at))
                return day;
        }

        return null;
    }

    /// <summary>Whether the text before a day is a label, which was not one of publication or the day would have been read by it.</summary>
    private static bool IsLabelled(Outline outline, int at)
    {
        do
        {
            at--;
        }
        while (at > 0 && outline[at].Tag != Tag.Text);
        return at > 0 && outline.Text(at, at + 1, 40) is var text && (text.EndsWith('：') || text.EndsWith(':') || text.Contains("日期", StringComparison.Ordinal) || text.Contains("时间", StringComparison.Ordinal));
    }

    private static string TitleOf(Outline outline)
    {
        var (heading, title, ucap) = ("", "", "");
        for (var at = 1; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Tag == Tag.Meta && outline.Attribute(at, "name") is { } name && name.Equals("ArticleTitle", StringComparison.OrdinalIgnoreCase) && outline.Attribute(at, "content") is { } content && content != "null")
                return content;
            if (spot.Tag == Tag.Other && spot.Node.Name is "ucaptitle" && ucap.Length == 0)
                ucap = outline.Text(at, 300);
            else if (spot.Tag == Tag.Heading && heading.Length == 0 && spot.Links == 0 && spot.TextLength > 4)
                heading = outline.Text(at, 300);
            else if (spot.Tag == Tag.Title && title.Length == 0)
                title = outline.Text(at, 300);
        }

        return ucap.Length > 0 ? ucap : heading.Length > 0 ? heading : title;
    }

    private static bool IsFooter(ReadOnlySpan<char> text) => text.ContainsAny(FooterTexts);
}
