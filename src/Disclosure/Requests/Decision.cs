using Disclosure.Agencies;

namespace Disclosure.Requests;

/// <summary>A move someone asks for.</summary>
/// <param name="On">The day it took effect; the day itself, or an earlier one with a reason.</param>
/// <param name="Reason">Why it is back-dated.</param>
public sealed record Proposal(CaseMove Move, Actor By, DateOnly On, PersonalText? Reason = null);

/// <summary>What became of a <see cref="Proposal"/>.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Lawful: these entries are to be appended, all or none, before anyone is told.</summary>
    /// <param name="Rule">The line of the table that allowed it.</param>
    /// <param name="Cases">The entries of every case it touches, the asked one first.</param>
    /// <param name="Notes">What the person should be told although it is lawful.</param>
    public sealed record Accepted(string Rule, IReadOnlyList<CaseEntries> Cases, IReadOnlyList<MoveNote> Notes) : Decision;

    /// <summary>Not lawful: nothing is kept, and the person is told why and what they may do instead.</summary>
    /// <param name="Allowed">What this person may do with the case now.</param>
    public sealed record Rejected(Refusal Why, IReadOnlyList<MoveKind> Allowed) : Decision;
}

/// <summary>New entries of one case.</summary>
/// <param name="After">How many entries the case had when this was decided: what the register must still find.</param>
public sealed record CaseEntries(CaseId Id, AgencyCode Agency, int After, IReadOnlyList<LedgerEntry> Entries);

/// <summary>Lawful, and still to be known by the one who does it.</summary>
public enum MoveNote
{
    /// <summary>It waits for a second person.</summary>
    NeedsCountersign,

    /// <summary>补正超期: listed in the report's evidence.</summary>
    CorrectionNoticeLate,

    /// <summary>The principal leader signs a draft of their own: listed in the report's evidence.</summary>
    SignsOwnDraft,

    /// <summary>An open consultation is not waited for; its time counts from now on.</summary>
    HoldWaived,

    /// <summary>It goes out after the deadline.</summary>
    AnsweredLate,

    /// <summary>A figure of a locked report year changes: record it there as 更正.</summary>
    TouchesLockedYear,
}
