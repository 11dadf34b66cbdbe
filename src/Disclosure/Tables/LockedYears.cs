using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>Guards the years whose figures are frozen: a later entry never changes them silently.</summary>
/// <remarks>
/// Judged by what a move does to the counts, not only by its day: a record corrected today may move a number of a locked year, and an
/// answer of today to a request carried over does not. A late letter must be registered and a wrong record mended, so these become
/// corrections (更正) with their difference; everything else that reaches into a locked year is refused.
/// </remarks>
public static class LockedYears
{
    /// <summary>What a move means for the locked years.</summary>
    /// <param name="years">The agency's years; those not locked do not matter.</param>
    /// <param name="before">What the case counted as.</param>
    /// <param name="after">What it would count as.</param>
    public static LockedYearJudgement Judge(IEnumerable<ReportYear> years, CaseMove move, DateOnly on, CaseCounts before, CaseCounts after)
    {
        var locked = years.Where(year => year.Frozen is not null).ToList();
        var changed = locked
            .Select(year => new LockedYearDifference(year.Year, Shift(year, before, after)))
            .Where(one => one.Corrections.Count > 0)
            .OrderBy(one => one.Year)
            .ToList();
        var dated = locked.Find(year => year.Year == on.Year);
        if (changed.Count == 0 && dated is null)
            return new LockedYearJudgement.Untouched();
        return Corrects(move) ? new LockedYearJudgement.Correction(changed) : new LockedYearJudgement.Refused(dated?.Year ?? changed[0].Year);
    }

    /// <summary>Every cell that differs, with what was published and what it would be.</summary>
    public static IReadOnlyList<FigureCorrection> Difference(ReportFigures frozen, ReportFigures now)
    {
        var recomputed = ReportCells.Of(now);
        return [.. ReportCells.Of(frozen).Index()
            .Where(cell => cell.Item.Text != recomputed[cell.Index].Text)
            .Select(cell => new FigureCorrection(ReportCells.Places[cell.Index], cell.Item.Text, recomputed[cell.Index].Text))];
    }

    /// <summary>The years into which nothing may be dated any more.</summary>
    public static IReadOnlySet<int> Of(IEnumerable<ReportYear> years) => years.Where(year => year.Frozen is not null).Select(year => year.Year).ToHashSet();

    private static bool Corrects(CaseMove move) => move is CaseMove.CorrectRecord or CaseMove.Countersign or CaseMove.AmendReceiptDate
        or CaseMove.RegisterOnBehalf or CaseMove.ConfirmRegister
        or CaseMove.Split or CaseMove.BornOfSplit or CaseMove.UndoSplit or CaseMove.TakenBackBySplit
        or CaseMove.OpenRemedy or CaseMove.DecideRemedy;

    private static IReadOnlyList<FigureCorrection> Shift(ReportYear year, CaseCounts before, CaseCounts after)
    {
        var frozen = year.Frozen!.Figures;
        var (was, willBe) = (Figures(year.Year, before), Figures(year.Year, after));
        return Difference(frozen, new(
            frozen.Proactive,
            new((row, heading) => Moved(frozen.Requests[row, heading], was.Requests[row, heading], willBe.Requests[row, heading])),
            new((route, heading) => Moved(frozen.Remedies[route, heading], was.Remedies[route, heading], willBe.Remedies[route, heading]))));
    }

    private static (RequestFigures Requests, RemedyFigures Remedies) Figures(int year, CaseCounts counts) =>
        (RequestTable.Of(year, counts.Case is { } one ? [one] : []).Figures, RemedyTable.Of(year, counts.Remedies).Figures);

    private static Figure Moved(Figure frozen, Figure was, Figure willBe) => frozen.Value is { } value ? Figure.Of(value - was.Value!.Value + willBe.Value!.Value) : frozen;
}

/// <summary>What one case counts as.</summary>
/// <param name="Case">Null when table three does not count it.</param>
public sealed record CaseCounts(CountedCase? Case, IReadOnlyList<CountedRemedy> Remedies)
{
    public static CaseCounts None { get; } = new(null, []);
}

/// <summary>What a move means for the locked years.</summary>
public abstract record LockedYearJudgement
{
    private LockedYearJudgement()
    {
    }

    /// <summary>No locked figure changes and its day lies in no locked year.</summary>
    public sealed record Untouched : LockedYearJudgement;

    /// <summary>It may not be made: it would reach into this locked year.</summary>
    public sealed record Refused(int Year) : LockedYearJudgement;

    /// <summary>It may be made, and these differences are recorded as corrections of the locked years.</summary>
    public sealed record Correction(IReadOnlyList<LockedYearDifference> Differences) : LockedYearJudgement;
}

/// <summary>How a locked year's figures differ from what was published.</summary>
public sealed record LockedYearDifference(int Year, IReadOnlyList<FigureCorrection> Corrections);
