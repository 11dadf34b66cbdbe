namespace Disclosure.Columns;

/// <summary>What can be said of a column today. The first seven were seen; the last four mean that nothing could be seen.</summary>
public enum Verdict
{
    /// <summary>The newest item is within the window.</summary>
    Fresh,

    /// <summary>Still within the window, but turning stale soon.</summary>
    DueSoon,

    /// <summary>半年以上未更新 / 应更新未更新: past the window.</summary>
    Stale,

    /// <summary>空白栏目: the list was read and proved to hold nothing.</summary>
    Empty,

    /// <summary>Items are listed but none shows a date, which the inspection counts as not updated (未注明信息发布时间的视为不更新).</summary>
    Undated,

    /// <summary>A column that is one document, and the document is there.</summary>
    Document,

    /// <summary>A parent column; its children are judged.</summary>
    Container,

    /// <summary>The host could not be reached, or answered with an error of its own.</summary>
    Unreachable,

    /// <summary>The site refuses the auditor: a challenge page, a login, robots.txt, 403.</summary>
    Blocked,

    /// <summary>The address leads to a page that is gone: 404, soft 404, a stub.</summary>
    Broken,

    /// <summary>The page was read but cannot be judged: rows drawn by scripts, no list found, a list only partly read.</summary>
    Undetermined,
}

/// <summary>What a verdict means for the people who must act on it.</summary>
public static class Verdicts
{
    /// <summary>Whether nothing could be seen of the column, so that neither good nor bad may be said of it.</summary>
    public static bool IsBlind(this Verdict verdict) =>
        verdict is Verdict.Unreachable or Verdict.Blocked or Verdict.Broken or Verdict.Undetermined;

    /// <summary>Whether somebody has to do something about a column with this verdict.</summary>
    public static bool NeedsAction(this Verdict verdict) =>
        verdict is Verdict.DueSoon or Verdict.Stale or Verdict.Empty or Verdict.Undated || verdict.IsBlind();

    /// <summary>The order in which people should act, most urgent first.</summary>
    public static int Urgency(this Verdict verdict) => verdict switch
    {
        Verdict.Stale => 0,
        Verdict.Empty => 1,
        Verdict.DueSoon => 2,
        Verdict.Undated => 3,
        Verdict.Unreachable => 4,
        Verdict.Blocked => 5,
        Verdict.Broken => 6,
        Verdict.Undetermined => 7,
        Verdict.Fresh => 8,
        Verdict.Document => 9,
        _ => 10,
    };
}
