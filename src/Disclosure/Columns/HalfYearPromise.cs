namespace Disclosure.Columns;

/// <summary>
/// The sentence a township prints in its yearly report: 无空白栏目、无半年以上未更新栏目. It holds for every list column whatever its
/// own window, yearly ones included; single documents, containers and exempt columns are outside it.
/// </summary>
/// <param name="Empty">Columns that break it by holding nothing.</param>
/// <param name="Silent">Columns that break it by half a year without a dated item.</param>
/// <param name="Unseen">Columns of which it cannot be said.</param>
public sealed record HalfYearPromise(IReadOnlyList<ColumnId> Empty, IReadOnlyList<ColumnId> Silent, IReadOnlyList<ColumnId> Unseen)
{
    /// <summary>True when kept, false when broken, null while a column could not be seen.</summary>
    public bool? Kept => Empty.Count + Silent.Count > 0 ? false : Unseen.Count > 0 ? null : true;

    public static HalfYearPromise Of(IEnumerable<JudgedColumn> columns, DateOnly today)
    {
        var lists = columns.Where(c => c.Column.Exempt is null).ToList();
        return new(
            Ids(lists.Where(c => c.Judgement.Verdict is Verdict.Empty)),
            Ids(lists.Where(c => c.Judgement.Verdict is Verdict.Undated || IsSilent(c.Judgement, today))),
            Ids(lists.Where(c => c.Judgement.Verdict.IsBlind())));
    }

    private static bool IsSilent(Judgement judgement, DateOnly today) =>
        judgement.Verdict is Verdict.Fresh or Verdict.DueSoon or Verdict.Stale
        && judgement.Newest is { } newest
        && UpdateWindow.HalfYear.StaleOn(newest) <= today;

    private static List<ColumnId> Ids(IEnumerable<JudgedColumn> columns) => [.. columns.Select(c => c.Column.Id)];
}
