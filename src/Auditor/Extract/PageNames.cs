using System.Buffers;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// What a page and the column file call the column, and where the page says so: the breadcrumb, the ColumnName meta, the title. It is
/// what a heading is held against to tell the column's own list from its neighbours'.
/// </summary>
internal sealed class PageNames
{
    internal static readonly SearchValues<string> CrumbTexts = SearchValues.Create(["当前位置", "所在位置", "您的位置", "现在位置", "现在的位置", "当前的位置", "所在的位置", "你的位置", "当前所在："], StringComparison.Ordinal);
    private static readonly SearchValues<string> CrumbMarks = SearchValues.Create(["crumb", "position", "location", "dqwz", "weizhi", "curpage", "current_pos"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> ForeignWords =
        SearchValues.Create(["热点", "热门", "推荐", "排行", "相关", "最新", "友情", "链接", "关注", "聚焦", "头条", "专题", "阅读", "图片新闻", "点击"], StringComparison.Ordinal);

    private static readonly SearchValues<string> NeutralWords = SearchValues.Create(
        ["列表", "标题", "名称", "日期", "时间", "序号", "索引", "文号", "目录", "搜索", "检索", "查询", "政府信息公开", "政务公开", "信息公开", "主动公开", "排序", "全部", "当前位置", "显示", "栏目"], StringComparison.Ordinal);

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly string _around;

    public PageNames(Outline outline, Column column)
    {
        Title = "";
        var metas = new List<string>();
        for (var at = 0; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Tag == Tag.Title && Title.Length == 0)
                Title = outline.Text(at, 200);
            else if (spot.Tag == Tag.Meta)
                ReadMeta(outline, at, metas);
            else if (Crumb < 0)
                Crumb = CrumbAt(outline, at);
        }

        var crumb = Crumb < 0 ? "" : outline.Text(Crumb, 160);
        AddOwn(column.Name);
        AddOwn(LastOfCrumb(crumb));
        _around = Folded(string.Concat([crumb, Title, .. metas, .. column.Path]));
    }

    /// <summary>The breadcrumb's place, or -1.</summary>
    public int Crumb { get; } = -1;

    public string Title { get; }

    /// <summary>An article's own metas are on the page (ArticleTitle or PubDate with a value).</summary>
    public bool HasArticleMeta { get; private set; }

    public IReadOnlyCollection<string> Own => _own;

    public bool IsOwn(string text)
    {
        var folded = Folded(text);
        if (_own.Contains(folded))
            return true;
        foreach (var own in _own)
        {
            if ((folded.StartsWith(own, StringComparison.Ordinal) && folded[own.Length..] is "列表" or "目录" or "信息" or "栏目") || (folded.Length >= 4 && own.EndsWith(folded, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a heading says that what stands under it belongs to something else.</summary>
    public bool IsForeign(string heading)
    {
        var folded = Folded(heading);
        if (folded.Length < 2 || IsOwn(heading) || YearOf(folded) is not null)
            return false;
        if (folded.AsSpan().ContainsAny(ForeignWords))
            return true;
        return folded.Length <= 20 && !folded.AsSpan().ContainsAny(NeutralWords)
            && !_around.Contains(folded, StringComparison.Ordinal) && folded.Any(letter => letter > 0x2e80);
    }

    /// <summary>The year that a heading is and nothing else: <c>2025</c>, <c>2025年</c>, <c>2025年度</c>.</summary>
    public static int? YearOf(string heading) =>
        heading.Trim().TrimEnd('度').TrimEnd('年') is { Length: 4 } digits && int.TryParse(digits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year >= DateReader.Earliest.Year && year < 2100
            ? year
            : null;

    /// <summary>A name without white space, brackets, marks, and the word "more".</summary>
    public static string Folded(string text)
    {
        var letters = text.All(char.IsLetterOrDigit) ? text : string.Concat(text.Where(char.IsLetterOrDigit));
        return letters.Replace("更多", "", StringComparison.Ordinal).Replace("more", "", StringComparison.OrdinalIgnoreCase);
    }

    private void AddOwn(string? name)
    {
        if (name is not null && Folded(name) is { Length: >= 2 and <= 30 } folded && folded is not ("null" or "首页" or "正文" or "头部"))
            _own.Add(folded);
    }

    private void ReadMeta(Outline outline, int at, List<string> metas)
    {
        var content = outline.Attribute(at, "content");
        if (content is null || outline.Attribute(at, "name") is not { } name)
            return;
        if (name.Equals("ColumnName", StringComparison.OrdinalIgnoreCase))
            AddOwn(content);
        else if (name.Equals("SiteName", StringComparison.OrdinalIgnoreCase) || name.Equals("ColumnType", StringComparison.OrdinalIgnoreCase))
            metas.Add(content);
        else if (name.Equals("ArticleTitle", StringComparison.OrdinalIgnoreCase) || (name.Equals("PubDate", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(content[0])))
            HasArticleMeta = true;
    }

    private static int CrumbAt(Outline outline, int at)
    {
        ref readonly var spot = ref outline[at];
        if (spot.Tag == Tag.Text)
        {
            var text = outline.TextOf(at);
            return text.Length <= 120 && text.ContainsAny(CrumbTexts) ? Widened(outline, spot.Parent) : -1;
        }

        if (spot.TextLength is < 2 or > 120 || !spot.Node.HasAttributes)
            return -1;
        var style = spot.Node.GetAttributeValue("class", "");
        if (spot.Tag == Tag.A)
            return style.Contains("CurrChnlCls", StringComparison.OrdinalIgnoreCase) ? Widened(outline, spot.Parent) : -1;
        var marked = style.Length > 0 ? style : spot.Node.GetAttributeValue("id", "");
        return marked.Length > 0 && marked.AsSpan().ContainsAny(CrumbMarks) ? at : -1;
    }

    /// <summary>From the words "current position" to the whole path beside them.</summary>
    private static int Widened(Outline outline, int at)
    {
        while (outline[at].Parent > 0 && outline[at].Tag is Tag.Span or Tag.A or Tag.Other && outline[outline[at].Parent].TextLength <= 120)
            at = outline[at].Parent;
        return at;
    }

    private static string? LastOfCrumb(string crumb)
    {
        var parts = crumb.Split(['>', '»', '›', '/', '＞', '→', '|', '：', ':', '-'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var last = parts.LastOrDefault(part => Folded(part) is not ("" or "正文" or "列表" or "内容" or "详情"));
        return last is null || last.AsSpan().ContainsAny(CrumbTexts) ? null : last;
    }
}
