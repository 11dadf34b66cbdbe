using System.Collections.Immutable;
using Disclosure.Agencies;
using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>An agency's report year: the fold of its entries (Art. 49, 50).</summary>
/// <remarks>The last entry of a figure or text counts; the earlier ones stay in the record. What was frozen is never recomputed.</remarks>
public sealed record ReportYear(AgencyCode Agency, int Year)
{
    public YearState State { get; private init; }

    /// <summary>Table two as staff entered it; null while nobody has.</summary>
    public YearMove.EnterProactive? Proactive { get; private init; }

    /// <summary>Last year's published report; null while nobody has entered it.</summary>
    public YearMove.EnterPreviousPublished? Previous { get; private init; }

    /// <summary>What people wrote, by <see cref="ReportPlaces"/>.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; private init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>零申请自证, oldest first.</summary>
    public ImmutableList<ChannelReview> Reviews { get; private init; } = [];

    /// <summary>Who prepared it, since it was last reopened.</summary>
    public string? PreparedBy { get; private init; }

    public string? ApprovedBy { get; private init; }

    public YearMove.Publish? Publication { get; private init; }

    /// <summary>The figures as locked.</summary>
    public YearMove.Lock? Frozen { get; private init; }

    public ImmutableList<YearMove.CorrectAfterLock> Corrections { get; private init; } = [];

    /// <summary>The day of the last entry.</summary>
    public DateOnly? LastOn { get; private init; }

    public static ReportYear Of(AgencyCode agency, int year, IEnumerable<YearEntry> entries) =>
        entries.Aggregate(new ReportYear(agency, year), (folded, entry) => folded.With(entry));

    /// <summary>The year after one more entry; whether it was lawful is asked of <see cref="YearMoves"/> before it is kept.</summary>
    public ReportYear With(YearEntry entry) => Applied(entry) with { LastOn = entry.On };

    private ReportYear Applied(YearEntry entry) => entry.Move switch
    {
        YearMove.EnterProactive move => this with { Proactive = move },
        YearMove.EnterText move => this with { Texts = ((ImmutableDictionary<string, string>)Texts).SetItem(move.Place, move.Text) },
        YearMove.EnterPreviousPublished move => this with { Previous = move },
        YearMove.ReviewChannel move => this with { Reviews = Reviews.Add(new(move.Channel, move.Found, entry.By.Id, entry.On)) },
        YearMove.Prepare => this with { State = YearState.Prepared, PreparedBy = entry.By.Id },
        YearMove.TieOut => this with { State = YearState.TiedOut },
        YearMove.Approve => this with { State = YearState.Approved, ApprovedBy = entry.By.Id },
        YearMove.Publish move => this with { State = YearState.Published, Publication = move },
        YearMove.Lock move => this with { State = YearState.Locked, Frozen = move },
        YearMove.Reopen => this with { State = YearState.Open, PreparedBy = null, ApprovedBy = null, Publication = null },
        YearMove.CorrectAfterLock move => this with { Corrections = Corrections.Add(move) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Someone looked through a channel and says what was there.</summary>
/// <param name="By">The staff roster's code.</param>
public sealed record ChannelReview(Channel Channel, int Found, string By, DateOnly On);
