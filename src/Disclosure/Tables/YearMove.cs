using Disclosure.Requests;

namespace Disclosure.Tables;

/// <summary>
/// Everything that can be done to a report year: figures entered, the report taken from Open to Locked. Like <see cref="CaseMove"/>,
/// asked for as a command and kept as a fact.
/// </summary>
public abstract record YearMove
{
    private YearMove()
    {
    }

    /// <summary>Table two, from the offices that made the decisions; the last entry counts, the earlier ones stay readable.</summary>
    /// <param name="Source">Where the numbers came from.</param>
    public sealed record EnterProactive(ProactiveFigures Figures, string Source) : YearMove;

    /// <summary>A paragraph a person wrote for a place the register cannot fill.</summary>
    /// <param name="Place">Which place (<c>overview.management</c>, <c>problems.found</c>).</param>
    public sealed record EnterText(string Place, string Text) : YearMove;

    /// <summary>The report of the year before as it was published: what 上年结转 must equal, and 现行有效 starts from.</summary>
    public sealed record EnterPreviousPublished(ReportFigures Figures, string Source) : YearMove;

    /// <summary>零申请自证: someone looked through a channel on the move's day and says what was found.</summary>
    public sealed record ReviewChannel(Channel Channel, int Found) : YearMove;

    /// <summary>备稿: a person says that everything of the year is entered.</summary>
    public sealed record Prepare : YearMove;

    /// <summary>勾稽通过: refused while an error equation does not hold.</summary>
    public sealed record TieOut : YearMove;

    /// <summary>审定.</summary>
    public sealed record Approve : YearMove;

    /// <summary>发布.</summary>
    /// <param name="Address">Where it stands.</param>
    /// <param name="Sha256">Of the published file, lower-case hex.</param>
    public sealed record Publish(string Address, string Sha256) : YearMove;

    /// <summary>锁定: the figures are frozen with their hash.</summary>
    public sealed record Lock(ReportFigures Figures, string Sha256) : YearMove;

    /// <summary>退回: back to Open, with the grounds, before the year is locked.</summary>
    public sealed record Reopen(string Grounds) : YearMove;

    /// <summary>更正: after the lock, what a figure should have been; the frozen figures stay.</summary>
    public sealed record CorrectAfterLock(IReadOnlyList<FigureCorrection> Corrections, string Grounds) : YearMove;
}

/// <summary>One figure of a locked year and what it should have been.</summary>
public sealed record FigureCorrection(string Place, string Published, string Corrected);

/// <summary>One line of a year's own record.</summary>
/// <param name="On">The day it took effect.</param>
public sealed record YearEntry(YearMove Move, Actor By, DateOnly On, DateTimeOffset RecordedAt);
