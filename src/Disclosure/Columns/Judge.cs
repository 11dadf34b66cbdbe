using System.Diagnostics;

namespace Disclosure.Columns;

/// <summary>What is said of one column on one day.</summary>
/// <param name="Newest">Day of the newest item that is not in the future.</param>
/// <param name="StaleOn">The first day on which the column is stale if nothing new appears.</param>
/// <param name="DaysLeft">Days from today to <paramref name="StaleOn"/>; 0 or less once stale.</param>
/// <param name="Detail">Technical particulars of the reason, in English.</param>
public sealed record Judgement(Verdict Verdict, Reason Reason, DateOnly? Newest, DateOnly? StaleOn, int? DaysLeft, string Detail = "")
{
    /// <summary>Whether somebody has to do something: the verdict asks for it, or a parent's children are not audited at all.</summary>
    public bool NeedsAction => Verdict.NeedsAction() || Reason is Reason.ChildrenNotConfigured;
}

/// <summary>How many days ahead a column is announced as turning stale.</summary>
/// <remarks>
/// A lead longer than half the column's window is dropped: with a window of 14 days the 30-day warning would be on for ever,
/// and a warning that is always on is not read.
/// </remarks>
public sealed record WarningLeads
{
    public static readonly WarningLeads Default = new([30, 7]);

    /// <param name="days">Days ahead, any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">A lead is not between 1 and 366.</exception>
    public WarningLeads(IEnumerable<int> days)
    {
        Days = [.. days.Distinct().OrderDescending()];
        foreach (var lead in Days)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(lead, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(lead, 366);
        }
    }

    /// <summary>Longest first.</summary>
    public IReadOnlyList<int> Days { get; }

    /// <summary>The shortest lead that has been reached, or null when none has.</summary>
    public int? Reached(UpdateWindow window, int daysLeft)
    {
        var half = window.ApproximateDays / 2;
        return Days.Where(lead => lead <= half && daysLeft <= lead).Cast<int?>().LastOrDefault();
    }
}

/// <summary>Decides what a sighting says about a column on a day: the eleven verdicts.</summary>
/// <remarks>
/// Three rules guard against false reassurance. A list whose newest item is not certain can be fresh, never stale. Dates after
/// today do not count (forged or mistyped dates are an inspection matter of their own). Only an <see cref="EmptyProof"/> makes a
/// column empty.
/// </remarks>
public static class Judge
{
    /// <summary>Characters of text from which a page counts as a document.</summary>
    public const int DocumentMinimumText = 50;

    public static Judgement Decide(Column column, Sighting sighting, DateOnly today, WarningLeads leads) => sighting switch
    {
        Sighting.Listed listed when column.Kind is ColumnKind.Document => new(Verdict.Document, Reason.DocumentIsThere, NewestOf(listed, today), null, null, listed.Rung),
        Sighting.Listed or Sighting.NothingListed or Sighting.SingleDocument when column.Kind is ColumnKind.Container => new(Verdict.Container, Reason.JudgedByChildren, null, null, null),
        Sighting.Listed listed => OfList(column, listed, today, leads),
        Sighting.NothingListed nothing => new(Verdict.Empty, Reason.ProvedEmpty, null, null, null, $"{nothing.Proof.Sign} in {nothing.Proof.Container}: {nothing.Proof.Quote}"),
        Sighting.SingleDocument document => OfDocument(column, document, today, leads),
        Sighting.ChildColumns children => OfContainer(children),
        Sighting.CouldNotLook blind => new(VerdictOf(blind.Reason), blind.Reason, null, null, null, blind.Detail),
        _ => throw new UnreachableException(),
    };

    private static Judgement OfList(Column column, Sighting.Listed listed, DateOnly today, WarningLeads leads)
    {
        if (NewestOf(listed, today) is { } day)
            return OfNewest(column, day, today, leads, listed.NewestIsCertain, listed.Rung);
        if (!listed.NewestIsCertain)
            return new(Verdict.Undetermined, Reason.PartlyRead, null, null, null, listed.Rung);

        var reason = listed.Items.Any(item => item.PublishedOn is not null) ? Reason.OnlyFutureDates : Reason.NoItemIsDated;
        return new(Verdict.Undated, reason, null, null, null, listed.Rung);
    }

    private static DateOnly? NewestOf(Sighting.Listed listed, DateOnly today) =>
        listed.Items.Max(item => item.PublishedOn <= today ? item.PublishedOn : null);

    private static Judgement OfNewest(Column column, DateOnly newest, DateOnly today, WarningLeads leads, bool certain, string rung)
    {
        if (column.Exempt is not null)
            return new(Verdict.Fresh, Reason.ExemptFromWindow, newest, null, null, rung);
        if (column.Window.StaleOn(newest) is not { } staleOn)
            return new(Verdict.Fresh, Reason.NoWindow, newest, null, null, rung);

        var daysLeft = staleOn.DayNumber - today.DayNumber;
        if (daysLeft > 0 && leads.Reached(column.Window, daysLeft) is null)
            return new(Verdict.Fresh, Reason.WithinWindow, newest, staleOn, daysLeft, rung);
        if (!certain)
            return new(Verdict.Undetermined, Reason.PartlyRead, newest, null, null, rung);
        return daysLeft > 0
            ? new(Verdict.DueSoon, Reason.TurnsStaleSoon, newest, staleOn, daysLeft, rung)
            : new(Verdict.Stale, Reason.PastWindow, newest, staleOn, daysLeft, rung);
    }

    /// <summary>
    /// A document column is there or it is not. A list column that shows one article (a column opened straight on its only item)
    /// is held to its window by that article's date.
    /// </summary>
    private static Judgement OfDocument(Column column, Sighting.SingleDocument document, DateOnly today, WarningLeads leads)
    {
        var newest = document.PublishedOn <= today ? document.PublishedOn : null;
        if (column.Kind is ColumnKind.Document || !column.Window.IsLimited)
            return new(Verdict.Document, Reason.DocumentIsThere, newest, newest is { } date && column.Exempt is null ? column.Window.StaleOn(date) : null, null, document.Rung);
        return newest is { } day
            ? OfNewest(column, day, today, leads, certain: true, document.Rung)
            : new(Verdict.Undated, Reason.NoItemIsDated, null, null, null, document.Rung);
    }

    private static Judgement OfContainer(Sighting.ChildColumns children) =>
        new(Verdict.Container, Reason.JudgedByChildren, null, null, null, $"{children.Rung}: {children.Children.Count} children");

    /// <summary>The verdict that a reason for not having seen anything leads to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The reason is one of something seen.</exception>
    public static Verdict VerdictOf(Reason reason) => reason switch
    {
        Reason.HostNotFound or Reason.ConnectionFailed or Reason.TimedOut or Reason.TlsFailed or Reason.ServerError or Reason.AnswerCutShort
            => Verdict.Unreachable,
        Reason.ChallengePage or Reason.AccessRefused or Reason.LoginRequired or Reason.RobotsDisallow or Reason.RateLimited or Reason.AddressNotAllowed
            => Verdict.Blocked,
        Reason.PageNotFound or Reason.SoftNotFound or Reason.StubPage or Reason.RedirectLoop or Reason.LeftTheSite
            => Verdict.Broken,
        Reason.NeedsScripts or Reason.TooLarge or Reason.TooBroken or Reason.NoListFound or Reason.EmptyNotProved or Reason.PartlyRead
            or Reason.WrongFormat or Reason.RobotsUnavailable or Reason.NotLookedYet or Reason.AuditorFault
            => Verdict.Undetermined,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason for having seen nothing."),
    };
}
