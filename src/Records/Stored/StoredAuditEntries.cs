using Disclosure.Agencies;

namespace Disclosure.Records.Stored;

/// <summary>Stored shape of <see cref="RunStarted"/>.</summary>
internal sealed class StoredRunStarted
{
    public required string Agency { get; init; }
    public required string At { get; init; }
    public required string Run { get; init; }
    public required string Today { get; init; }
    public required int Columns { get; init; }

    public static StoredRunStarted From(RunStarted entry) => new()
    {
        Agency = entry.Agency.Value,
        At = StoredText.Of(entry.At),
        Run = entry.RunId,
        Today = StoredText.Of(entry.Today),
        Columns = entry.Columns,
    };

    public RunStarted ToEntry() => new(AgencyCode.Parse(Agency), StoredText.Instant(At), Run, StoredText.Day(Today), Columns);
}

/// <summary>Stored shape of <see cref="RunFinished"/>.</summary>
internal sealed class StoredRunFinished
{
    public required string Agency { get; init; }
    public required string At { get; init; }
    public required string Run { get; init; }

    public static StoredRunFinished From(RunFinished entry) => new() { Agency = entry.Agency.Value, At = StoredText.Of(entry.At), Run = entry.RunId };

    public RunFinished ToEntry() => new(AgencyCode.Parse(Agency), StoredText.Instant(At), Run);
}

/// <summary>Stored shape of <see cref="HomeProbed"/>.</summary>
internal sealed class StoredHomeProbed
{
    public required string Agency { get; init; }
    public required string At { get; init; }
    public required string Address { get; init; }
    public required bool Opened { get; init; }
    public required string Took { get; init; }
    public required string Detail { get; init; }
    public string? Newest { get; init; }

    public static StoredHomeProbed From(HomeProbed entry) => new()
    {
        Agency = entry.Agency.Value,
        At = StoredText.Of(entry.At),
        Address = entry.Address,
        Opened = entry.Opened,
        Took = StoredText.Of(entry.Took),
        Detail = entry.Detail,
        Newest = StoredText.Of(entry.Newest),
    };

    public HomeProbed ToEntry() => new(AgencyCode.Parse(Agency), StoredText.Instant(At), Address, Opened, StoredText.Span(Took), Detail, StoredText.DayOrNone(Newest));
}

/// <summary>Stored shape of <see cref="AlertRaised"/>.</summary>
internal sealed class StoredAlertRaised
{
    public required string Agency { get; init; }
    public required string At { get; init; }
    public required string Key { get; init; }
    public required string Kind { get; init; }
    public required string Text { get; init; }

    public static StoredAlertRaised From(AlertRaised entry) => new()
    {
        Agency = entry.Agency.Value,
        At = StoredText.Of(entry.At),
        Key = entry.Key,
        Kind = entry.Kind,
        Text = entry.Text,
    };

    public AlertRaised ToEntry() => new(AgencyCode.Parse(Agency), StoredText.Instant(At), Key, Kind, Text);
}
