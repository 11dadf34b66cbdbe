using Disclosure.Requests;
using Disclosure.Tables;

namespace Disclosure.Tests.Tables;

/// <summary>A report year taken step by step through the moves that are lawful.</summary>
internal static class ReportYears
{
    public static readonly Actor Clerk = new("clerk", Roles.Clerk);
    public static readonly Actor Head = new("head", Roles.DisclosureHead);
    public static readonly Actor Leader = new("leader", Roles.PrincipalLeader);

    public static readonly YearMove.EnterProactive Proactive = new(TiedReport.Figures.Proactive, "党政办、综合执法队报送");
    public static readonly YearMove.Publish Publish = new("http://portal.example/nb/2025.html", new string('a', 64));

    public static readonly YearFacts Facts = new(Some.Day("2026-01-31"), TiedReport.Figures, [], []);

    public static YearMove.Lock Lock => YearMoves.LockOf(new(Some.Agency, TiedReport.Year), TiedReport.Figures);

    /// <summary>The year in a state, by the usual way there.</summary>
    public static ReportYear In(YearState state)
    {
        (YearMove Move, Actor By)[] way = [(Proactive, Clerk), (new YearMove.Prepare(), Clerk), (new YearMove.TieOut(), Clerk), (new YearMove.Approve(), Leader), (Publish, Clerk), (Lock, Leader)];
        return way.Take(state is YearState.Open ? 1 : (int)state + 1).Aggregate(new ReportYear(Some.Agency, TiedReport.Year), (year, step) =>
            YearMoves.Decide(year, step.Move, step.By, Some.Day("2026-01-15"), default, Facts) is YearDecision.Accepted accepted
                ? year.With(accepted.Entry)
                : throw new InvalidOperationException($"{step.Move} is not lawful in {year.State}."));
    }
}
