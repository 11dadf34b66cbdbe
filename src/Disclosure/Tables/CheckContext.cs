using Disclosure.Agencies;

namespace Disclosure.Tables;

/// <summary>What a report's figures are held against besides themselves. What is not given is not checked.</summary>
/// <param name="Level">Decides what the organ may have at all: a township makes no 规章.</param>
public sealed record CheckContext(AgencyLevel Level)
{
    /// <summary>Ours, where an unfilled cell stops the report, or one that others published, where it is pointed out.</summary>
    public ReportOrigin Origin { get; init; }

    /// <summary>The year before as it was published.</summary>
    public ReportFigures? Previous { get; init; }

    /// <summary>Our own register for the year: its count of 上年结转 is held against the printed one.</summary>
    public RequestTable? Register { get; init; }

    /// <summary>The reports this one adds up.</summary>
    public RollUp? Children { get; init; }

    /// <summary>What the report says in words.</summary>
    public ReportProse? Prose { get; init; }

    /// <summary>What the report of the year before said in words.</summary>
    public ReportProse? PreviousProse { get; init; }

    /// <summary>What the auditor counted as published in the year, key areas apart.</summary>
    public Columns.PublicationCount? Published { get; init; }
}

public enum ReportOrigin
{
    /// <summary>Made from our register.</summary>
    Own,

    /// <summary>Read from a page or file that someone published.</summary>
    Published,
}
