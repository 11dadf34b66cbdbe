using Disclosure.Columns;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of a run in the read model: <see cref="RunSummary"/>.</summary>
internal sealed class StoredRun
{
    public required string Run { get; init; }
    public required string Today { get; init; }
    public required string StartedAt { get; init; }
    public string? FinishedAt { get; init; }

    public RunSummary ToValue() => new(Run, StoredText.Day(Today), StoredText.Instant(StartedAt), FinishedAt is null ? null : StoredText.Instant(FinishedAt));
}

/// <summary>Stored shape of <see cref="ColumnState"/>, with what else is known of the column.</summary>
internal sealed class StoredState
{
    public required string Column { get; init; }
    public required string Name { get; init; }
    public required string LookedAt { get; init; }
    public required StoredJudgement Judgement { get; init; }
    public StoredJudgement? LastSeen { get; init; }
    public required int FailuresInRow { get; init; }
    public StoredCount? Count { get; init; }
    public StoredEvidence? Evidence { get; init; }

    /// <param name="before">The column's state until now.</param>
    public static StoredState From(StoredColumnLooked looked, StoredState? before) => new()
    {
        Column = looked.Column,
        Name = looked.Name,
        LookedAt = looked.At,
        Judgement = looked.Judgement,
        LastSeen = IsOfSomethingSeen(StoredText.Name<Verdict>(looked.Judgement.Verdict)) ? looked.Judgement : before?.LastSeen,
        FailuresInRow = looked.FailuresInRow,
        Count = looked.Count,
        Evidence = looked.Evidence,
    };

    public ColumnState ToValue() => new(
        ColumnId.Parse(Column),
        Name,
        StoredText.Instant(LookedAt),
        Judgement.ToValue(),
        LastSeen?.ToValue(),
        FailuresInRow,
        Count?.ToValue(),
        Evidence?.ToValue());

    private static bool IsOfSomethingSeen(Verdict verdict) => verdict is not (Verdict.Unreachable or Verdict.Blocked or Verdict.Broken or Verdict.Undetermined);
}

/// <summary>Everything shown at one address, in whichever columns.</summary>
internal sealed class StoredPublication
{
    public required string Address { get; init; }
    public required List<StoredAppearance> Columns { get; init; }
}

/// <summary>One column's showing of a publication, as it is shown now, and since when.</summary>
internal sealed class StoredAppearance
{
    public required string Column { get; init; }
    public required string Title { get; init; }
    public string? Day { get; init; }
    public required string FirstSeen { get; init; }
}
