namespace Disclosure.Columns;

/// <summary>
/// The class a column is inspected as, because the update window follows from it
/// (国办秘函〔2019〕19号, 栏目不更新; the 2015 survey for the yearly ones).
/// </summary>
public enum ColumnKind
{
    /// <summary>动态、要闻: two weeks.</summary>
    News,

    /// <summary>通知公告: six months.</summary>
    Notice,

    /// <summary>政策文件、规范性文件: six months.</summary>
    Policy,

    /// <summary>Items that come once a year: 预算, 决算, 统计, 人事, 规划, 年报.</summary>
    Yearly,

    /// <summary>Any other list: the township's own promise of half a year (无半年以上未更新栏目).</summary>
    General,

    /// <summary>One document instead of a list: 指南, 机构职能, 领导信息. It must exist and be accurate; it has no window.</summary>
    Document,

    /// <summary>A parent that only leads to other columns; judged by its children.</summary>
    Container,
}
