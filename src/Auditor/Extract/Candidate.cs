namespace Disclosure.Auditor.Extract;

/// <summary>A container that may be the column's own: a group of rows, or a list that stands empty.</summary>
internal sealed class Candidate(int container, int from, RowGroup? group)
{
    public int Container { get; } = container;

    /// <summary>Where its rows begin.</summary>
    public int From { get; } = from;

    /// <summary>Null for a list without rows.</summary>
    public RowGroup? Group { get; } = group;

    public int Score { get; set; }

    /// <summary>The heading over it names something else.</summary>
    public bool IsForeign { get; set; }

    public (string Text, int At) Heading { get; set; } = ("", -1);

    public bool IsDated => Group is { Dated: > 0 };
}
