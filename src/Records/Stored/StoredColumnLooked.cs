using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="ColumnLooked"/>.</summary>
internal sealed class StoredColumnLooked
{
    public required string Agency { get; init; }
    public required string At { get; init; }
    public required string Run { get; init; }
    public required string Column { get; init; }
    public required string Name { get; init; }
    public required bool KeyArea { get; init; }
    public required StoredJudgement Judgement { get; init; }
    public StoredCount? Count { get; init; }
    public StoredEvidence? Evidence { get; init; }
    public required int FailuresInRow { get; init; }
    public required List<StoredItem> NewItems { get; init; }
    public required List<StoredNote> Notes { get; init; }

    public static StoredColumnLooked From(ColumnLooked entry) => new()
    {
        Agency = entry.Agency.Value,
        At = StoredText.Of(entry.At),
        Run = entry.RunId,
        Column = entry.Column.Value,
        Name = entry.Name,
        KeyArea = entry.KeyArea,
        Judgement = StoredJudgement.From(entry.Judgement),
        Count = StoredCount.From(entry.Count),
        Evidence = StoredEvidence.From(entry.Evidence),
        FailuresInRow = entry.FailuresInRow,
        NewItems = [.. entry.NewItems.Select(StoredItem.From)],
        Notes = [.. entry.Notes.Select(StoredNote.From)],
    };

    public ColumnLooked ToEntry() => new(
        AgencyCode.Parse(Agency),
        StoredText.Instant(At),
        Run,
        ColumnId.Parse(Column),
        Name,
        KeyArea,
        Judgement.ToValue(),
        Count?.ToValue(),
        Evidence?.ToValue(),
        FailuresInRow,
        [.. NewItems.Select(item => item.ToValue())],
        [.. Notes.Select(note => note.ToValue())]);
}

/// <summary>Stored shape of <see cref="Columns.Judgement"/>.</summary>
internal sealed class StoredJudgement
{
    public required string Verdict { get; init; }
    public required string Reason { get; init; }
    public string? Newest { get; init; }
    public string? StaleOn { get; init; }
    public int? DaysLeft { get; init; }
    public required string Detail { get; init; }

    public static StoredJudgement From(Judgement judgement) => new()
    {
        Verdict = StoredText.Of(judgement.Verdict),
        Reason = StoredText.Of(judgement.Reason),
        Newest = StoredText.Of(judgement.Newest),
        StaleOn = StoredText.Of(judgement.StaleOn),
        DaysLeft = judgement.DaysLeft,
        Detail = judgement.Detail,
    };

    public Judgement ToValue() => new(
        StoredText.Name<Verdict>(Verdict),
        StoredText.Name<Reason>(Reason),
        StoredText.DayOrNone(Newest),
        StoredText.DayOrNone(StaleOn),
        DaysLeft,
        Detail);
}

/// <summary>Stored shape of <see cref="ItemCount"/>.</summary>
internal sealed class StoredCount
{
    public required int Number { get; init; }
    public required bool Exact { get; init; }

    public static StoredCount? From(ItemCount? count) => count is { } value ? new() { Number = value.Number, Exact = value.Exact } : null;

    public ItemCount ToValue() => new(Number, Exact);
}

/// <summary>Stored shape of <see cref="Records.Evidence"/>.</summary>
internal sealed class StoredEvidence
{
    public required string Url { get; init; }
    public required string FinalUrl { get; init; }
    public required string FetchedAt { get; init; }
    public required int Status { get; init; }
    public required string Sha256 { get; init; }
    public required string Rung { get; init; }
    public required string Text { get; init; }
    public string? Record { get; init; }

    public static StoredEvidence? From(Evidence? evidence) => evidence is null ? null : new()
    {
        Url = evidence.Url,
        FinalUrl = evidence.FinalUrl,
        FetchedAt = StoredText.Of(evidence.FetchedAt),
        Status = evidence.Status,
        Sha256 = evidence.Sha256,
        Rung = evidence.Rung,
        Text = evidence.Text,
        Record = evidence.Record,
    };

    public Evidence ToValue() => new(Url, FinalUrl, StoredText.Instant(FetchedAt), Status, Sha256, Rung, Text, Record);
}

/// <summary>Stored shape of <see cref="SightedItem"/>.</summary>
internal sealed class StoredItem
{
    public required string Title { get; init; }
    public required string Address { get; init; }
    public string? Day { get; init; }
    public required string DateOrigin { get; init; }
    public string? AddressDay { get; init; }

    public static StoredItem From(SightedItem item) => new()
    {
        Title = item.Title,
        Address = item.Address,
        Day = StoredText.Of(item.PublishedOn),
        DateOrigin = StoredText.Of(item.DateOrigin),
        AddressDay = StoredText.Of(item.AddressDate),
    };

    public SightedItem ToValue() => new(Title, Address, StoredText.DayOrNone(Day), StoredText.Name<DateOrigin>(DateOrigin), StoredText.DayOrNone(AddressDay));
}

/// <summary>Stored shape of <see cref="Note"/>.</summary>
internal sealed class StoredNote
{
    public required string Kind { get; init; }
    public required string Address { get; init; }
    public required string Detail { get; init; }

    public static StoredNote From(Note note) => new() { Kind = StoredText.Of(note.Kind), Address = note.Address, Detail = note.Detail };

    public Note ToValue() => new(StoredText.Name<NoteKind>(Kind), Address, Detail);
}
