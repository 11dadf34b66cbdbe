using System.Text.RegularExpressions;
using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>
/// The one table of what may be done to a report year, from which state, by whom, and on which conditions (Art. 49, 50; 二人原则).
/// Anything not listed is refused.
/// </summary>
public static partial class YearMoves
{
    private static readonly YearState[] Unlocked = [YearState.Prepared, YearState.TiedOut, YearState.Approved, YearState.Published];

    private static readonly IReadOnlyList<Rule> Rules =
    [
        new(YearStep.EnterProactive, [YearState.Open], Roles.Clerk | Roles.DisclosureHead, Said),
        new(YearStep.EnterText, [YearState.Open], Roles.Clerk | Roles.DisclosureHead, KnownPlace, Said),
        new(YearStep.EnterPreviousPublished, [YearState.Open], Roles.Clerk | Roles.DisclosureHead, Said),
        new(YearStep.ReviewChannel, [YearState.Open], Roles.Clerk | Roles.DisclosureHead, Said),
        new(YearStep.Prepare, [YearState.Open], Roles.Clerk, YearIsOver, ProactiveEntered),
        new(YearStep.TieOut, [YearState.Prepared], Roles.Clerk | Roles.DisclosureHead, TiesOut, Written),
        new(YearStep.Approve, [YearState.TiedOut], Roles.DisclosureHead | Roles.PrincipalLeader, AnotherPerson, TiesOut, Written),
        new(YearStep.Publish, [YearState.Approved], Roles.Clerk | Roles.DisclosureHead, TiesOut, WhereItStands),
        new(YearStep.Lock, [YearState.Published], Roles.PrincipalLeader, SameFigures),
        new(YearStep.Reopen, Unlocked, Roles.Clerk | Roles.DisclosureHead | Roles.PrincipalLeader, Said, MayReopen),
        new(YearStep.CorrectAfterLock, [YearState.Locked], Roles.DisclosureHead | Roles.PrincipalLeader, Said, RealCorrections),
    ];

    /// <summary>Decides a move on the year as it stands.</summary>
    /// <param name="on">The day it takes effect.</param>
    /// <param name="facts">The report as it would be today.</param>
    public static YearDecision Decide(ReportYear year, YearMove move, Actor actor, DateOnly on, DateTimeOffset recordedAt, YearFacts facts)
    {
        var rule = Rules.Single(rule => rule.Step == StepOf(move));
        var asked = new Asked(year, move, actor, on, facts);
        return Refuse(rule, asked) is { } no
            ? new YearDecision.Rejected(no.Refusal, no.Details, AllowedNow(year, actor))
            : new YearDecision.Accepted(new(move, actor, on, recordedAt));
    }

    /// <summary>What a person may try with the year as it stands; a condition may still refuse it.</summary>
    public static IReadOnlyList<YearStep> AllowedNow(ReportYear year, Actor actor) =>
        [.. Rules.Where(rule => rule.From.Contains(year.State) && actor.Is(rule.Who)).Select(rule => rule.Step)];

    /// <summary>The lock of a published year's figures.</summary>
    public static YearMove.Lock LockOf(ReportYear year, ReportFigures figures) => new(figures, CanonicalFigures.HashOf(year.Agency, year.Year, figures));

    public static YearStep StepOf(YearMove move) => Enum.Parse<YearStep>(move.GetType().Name);

    private static No? Refuse(Rule rule, Asked asked)
    {
        if (!rule.From.Contains(asked.Year.State))
            return new(YearRefusal.WrongState, asked.Year.State.ToString());
        if (!asked.Actor.Is(rule.Who))
            return new(YearRefusal.WrongRole, rule.Who.ToString());
        if (asked.On > asked.Facts.Today)
            return new(YearRefusal.InTheFuture, Iso(asked.On));
        if (asked.On < asked.Year.LastOn)
            return new(YearRefusal.BeforeTheLastEntry, Iso(asked.Year.LastOn.Value));
        return rule.Conditions.Select(condition => condition(asked)).FirstOrDefault(no => no is not null);
    }

    private static No? Said(Asked asked) => asked.Move switch
    {
        YearMove.EnterProactive { Source: var said } => NotEmpty(said),
        YearMove.EnterText { Text: var said } => NotEmpty(said),
        YearMove.EnterPreviousPublished { Source: var said } => NotEmpty(said),
        YearMove.Reopen { Grounds: var said } => NotEmpty(said),
        YearMove.CorrectAfterLock { Grounds: var said } => NotEmpty(said),
        YearMove.ReviewChannel { Found: < 0 } => new(YearRefusal.NothingSaid),
        _ => null,
    };

    private static No? KnownPlace(Asked asked) => asked.Move is YearMove.EnterText { Place: var place } && !ReportPlaces.All.Contains(place) ? new(YearRefusal.UnknownPlace, place) : null;

    private static No? YearIsOver(Asked asked) => asked.On.Year > asked.Year.Year ? null : new(YearRefusal.YearNotOver, Iso(new DateOnly(asked.Year.Year, 12, 31)));

    private static No? ProactiveEntered(Asked asked) => asked.Year.Proactive is null ? new(YearRefusal.NoProactiveFigures) : null;

    private static No? TiesOut(Asked asked)
    {
        var errors = asked.Facts.Findings.Where(finding => finding.Severity is FindingSeverity.Error).ToList();
        return errors.Count == 0 ? null : new(YearRefusal.ErrorsStand, [.. errors.Select(finding => $"{finding.Id} {finding.Where}")]);
    }

    private static No? Written(Asked asked) => asked.Facts.Unwritten.Count == 0 ? null : new(YearRefusal.PlacesUnwritten, [.. asked.Facts.Unwritten]);

    private static No? AnotherPerson(Asked asked) => asked.Actor.Id == asked.Year.PreparedBy ? new(YearRefusal.SamePerson, asked.Actor.Id) : null;

    private static No? WhereItStands(Asked asked)
    {
        var move = (YearMove.Publish)asked.Move;
        if (!Uri.TryCreate(move.Address, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            return new(YearRefusal.BadAddress, move.Address);
        return Sha256().IsMatch(move.Sha256) ? null : new(YearRefusal.BadHash, move.Sha256);
    }

    private static No? SameFigures(Asked asked)
    {
        var move = (YearMove.Lock)asked.Move;
        var differences = LockedYears.Difference(asked.Facts.Figures, move.Figures);
        if (differences.Count > 0)
            return new(YearRefusal.OtherFigures, [.. differences.Select(one => one.Place)]);
        return move.Sha256 == CanonicalFigures.HashOf(asked.Year.Agency, asked.Year.Year, move.Figures) ? null : new(YearRefusal.BadHash, move.Sha256);
    }

    /// <summary>What a leader has approved, a clerk does not take back alone.</summary>
    private static No? MayReopen(Asked asked) =>
        asked.Year.State is YearState.Prepared or YearState.TiedOut || asked.Actor.Is(Roles.DisclosureHead | Roles.PrincipalLeader)
            ? null
            : new(YearRefusal.WrongRole, (Roles.DisclosureHead | Roles.PrincipalLeader).ToString());

    private static No? RealCorrections(Asked asked)
    {
        var corrections = ((YearMove.CorrectAfterLock)asked.Move).Corrections;
        var frozen = ReportCells.Of(asked.Year.Frozen!.Figures);
        var wrong = corrections.FirstOrDefault(one => one.Published == one.Corrected || PublishedAt(one.Place) != one.Published);
        return corrections.Count == 0 || wrong is not null ? new(YearRefusal.NoSuchCorrection, wrong?.Place ?? "") : null;

        string? PublishedAt(string place) => ReportCells.Places.Index().Where(one => one.Item == place).Select(one => frozen[one.Index].Text).FirstOrDefault();
    }

    private static No? NotEmpty(string said) => string.IsNullOrWhiteSpace(said) ? new(YearRefusal.NothingSaid) : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();

    private sealed record Rule(YearStep Step, IReadOnlyList<YearState> From, Roles Who, params IReadOnlyList<Func<Asked, No?>> Conditions);

    private sealed record Asked(ReportYear Year, YearMove Move, Actor Actor, DateOnly On, YearFacts Facts);

    private sealed record No(YearRefusal Refusal, params IReadOnlyList<string> Details);
}

/// <summary>The report as it would be today, for the conditions of a move.</summary>
/// <param name="Findings">Of the whole report, tables and words.</param>
/// <param name="Unwritten">Places of <see cref="ReportPlaces"/> that someone still has to write.</param>
public sealed record YearFacts(DateOnly Today, ReportFigures Figures, IReadOnlyList<TieOutFinding> Findings, IReadOnlyList<string> Unwritten)
{
    public static YearFacts Of(DateOnly today, AnnualReport report) => new(today, report.Figures, report.Findings, ReportPlaces.Unwritten(report));
}
