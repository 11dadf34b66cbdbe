using System.Collections.Frozen;

namespace Disclosure.Columns;

/// <summary>
/// Guesses from a column's name what it is inspected as, and whether its items count as 重点领域: the defaults of a column file
/// and the proposals of a discovery, both meant to be looked over by a person.
/// </summary>
/// <remarks>
/// A Chinese name has its head at the end: 机构改革动态 is news about an institution, 规划公示 a notice about a plan. So the word that
/// ends last decides, and of two that end together the longer one. A name that says nothing (2024年, 其他) takes the kind of the
/// nearest list above it; it never becomes a document or a container that way, because those are not held to a window.
/// </remarks>
public static class ColumnNames
{
    private static readonly FrozenDictionary<string, ColumnKind> Heads = new Dictionary<string, ColumnKind>
    {
        ["动态"] = ColumnKind.News,
        ["要闻"] = ColumnKind.News,
        ["新闻"] = ColumnKind.News,
        ["快讯"] = ColumnKind.News,
        ["领导活动"] = ColumnKind.News,
        ["领导讲话"] = ColumnKind.News,
        ["通知"] = ColumnKind.Notice,
        ["公告"] = ColumnKind.Notice,
        ["公示"] = ColumnKind.Notice,
        ["通告"] = ColumnKind.Notice,
        ["政策"] = ColumnKind.Policy,
        ["文件"] = ColumnKind.Policy,
        ["规章"] = ColumnKind.Policy,
        ["法规"] = ColumnKind.Policy,
        ["政策解读"] = ColumnKind.Policy,
        ["预算"] = ColumnKind.Yearly,
        ["决算"] = ColumnKind.Yearly,
        ["年报"] = ColumnKind.Yearly,
        ["年度报告"] = ColumnKind.Yearly,
        ["工作报告"] = ColumnKind.Yearly,
        ["统计"] = ColumnKind.Yearly,
        ["人事"] = ColumnKind.Yearly,
        ["规划"] = ColumnKind.Yearly,
        ["计划"] = ColumnKind.Yearly,
        ["指南"] = ColumnKind.Document,
        ["机构"] = ColumnKind.Document,
        ["职能"] = ColumnKind.Document,
        ["职责"] = ColumnKind.Document,
        ["领导"] = ColumnKind.Document,
        ["概况"] = ColumnKind.Document,
        ["简介"] = ColumnKind.Document,
        ["制度"] = ColumnKind.Document,
        ["目录"] = ColumnKind.Document,
        ["联系方式"] = ColumnKind.Document,
        ["联系我们"] = ColumnKind.Document,
        ["依申请公开"] = ColumnKind.Document,
        ["依申请公开说明"] = ColumnKind.Document,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The fields of Arts. 19 to 21 and the 26 standard fields (国办发〔2019〕54号) by the words their columns are named with.
    /// </summary>
    private static readonly string[] KeyWords =
    [
        "重点领域", "重大项目", "重大建设项目", "重点项目", "公共资源", "财政预", "财政决", "预决算", "预算", "决算", "财政信息", "财政资金", "专项资金",
        "安全生产", "税收", "征地", "土地征收", "房屋征收", "拆迁", "保障性住房", "住房保障", "危房", "生态环境", "环境保护", "公共文化", "公共法律",
        "扶贫", "脱贫", "乡村振兴", "衔接资金", "救灾", "食品药品", "食品安全", "城乡规划", "国土空间", "综合执法", "就业", "社会保险", "社会保障", "社保",
        "社会救助", "低保", "养老", "户籍", "惠民惠农", "惠农", "涉农补贴", "强农", "农业补贴", "义务教育", "医疗卫生", "市政服务",
        "农田水利", "土地承包", "土地流转", "宅基地", "筹资筹劳", "社会福利",
    ];

    /// <param name="name">The column's own name.</param>
    /// <param name="path">The names above it, outermost first.</param>
    public static ColumnKind KindOf(string name, IReadOnlyList<string> path)
    {
        if (HeadOf(name) is { } own)
            return own;
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (HeadOf(path[i]) is { } above)
                return above is ColumnKind.Document ? ColumnKind.General : above;
        }

        return ColumnKind.General;
    }

    /// <summary>Whether the items count as 重点领域 (Arts. 20 and 21); a column inside such a field belongs to it.</summary>
    public static bool IsKeyArea(string name, IReadOnlyList<string> path) => path.Append(name).Any(IsKeyWord);

    private static bool IsKeyWord(string name) => KeyWords.Any(word => name.Contains(word, StringComparison.Ordinal));

    private static ColumnKind? HeadOf(string name)
    {
        ColumnKind? kind = null;
        var best = (End: -1, Length: 0);
        foreach (var (word, of) in Heads)
        {
            var at = name.LastIndexOf(word, StringComparison.Ordinal);
            var place = (End: at + word.Length, word.Length);
            if (at >= 0 && place.CompareTo(best) > 0)
                (best, kind) = (place, of);
        }

        return kind;
    }
}
