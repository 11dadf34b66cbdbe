namespace Disclosure.Columns;

/// <summary>Guesses what a column is inspected as from its name and path.</summary>
public static class ColumnNames
{
    private static readonly (string Word, ColumnKind Kind)[] Words =
    [
        ("指南", ColumnKind.Document), ("机构", ColumnKind.Document), ("领导", ColumnKind.Document), ("制度", ColumnKind.Document),
        ("预算", ColumnKind.Yearly), ("决算", ColumnKind.Yearly), ("年报", ColumnKind.Yearly), ("统计", ColumnKind.Yearly),
        ("动态", ColumnKind.News), ("要闻", ColumnKind.News),
        ("公告", ColumnKind.Notice), ("政策", ColumnKind.Policy), ("文件", ColumnKind.Policy),
    ];

    public static ColumnKind KindOf(string name, IReadOnlyList<string> path) =>
        Words.Where(w => path.Append(name).Last().Contains(w.Word, StringComparison.Ordinal)).Select(w => (ColumnKind?)w.Kind).FirstOrDefault() ?? ColumnKind.General;

    public static bool IsKeyArea(string name, IReadOnlyList<string> path) =>
        path.Append(name).Any(part => part.Contains("重点领域", StringComparison.Ordinal));
}
