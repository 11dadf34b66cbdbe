namespace Disclosure.Records.Journals;

/// <summary>What a check of a journal's whole chain found.</summary>
/// <param name="File">The file that was read.</param>
/// <param name="Head">The end of the part that is sound.</param>
/// <param name="Finding">The first thing wrong; null when all is well. What follows damage cannot be trusted, so there is no second.</param>
public sealed record JournalReport(string File, JournalHead Head, JournalFinding? Finding)
{
    /// <summary>Whether every record is as it was written. An unfinished last line is no damage: it was never acknowledged.</summary>
    public bool IsSound => Finding is not { IsDamage: true };
}

/// <summary>One thing wrong in a journal's file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Offset">Where the line begins, in bytes.</param>
/// <param name="IsDamage">False for a last line that a kill or power cut left unfinished.</param>
public sealed record JournalFinding(long Line, long Offset, bool IsDamage, string What);
