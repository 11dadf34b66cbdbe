using Disclosure.Agencies;
using Disclosure.Columns;

namespace Disclosure.Auditor.Discover;

/// <summary>What a discovery found of a section, and what it could not look at.</summary>
/// <param name="Start">The section's page the walk began at, after redirects and after looking for the section by name.</param>
/// <param name="SectionName">The section's name as its page says it; empty when it says none.</param>
/// <param name="Columns">The section's columns in the order of its navigation, parents before children.</param>
/// <param name="NotLookedAt">Pages that may hold columns but could not be looked at; a walk with any of these is not complete.</param>
/// <param name="LeftOut">Pages that were looked at and not taken, with the reason.</param>
/// <param name="Missing">Parts of the catalogue that no column matches; among pages not looked at they may still exist.</param>
public sealed record DiscoveryReport(
    DiscoveryOutcome Outcome,
    Uri Start,
    string SectionName,
    IReadOnlyList<DiscoveredColumn> Columns,
    IReadOnlyList<UnseenPage> NotLookedAt,
    IReadOnlyList<LeftOutPage> LeftOut,
    IReadOnlyList<CatalogueEntry> Missing,
    int PagesAsked)
{
    /// <summary>Whether every page that could hold a column was read.</summary>
    public bool IsComplete => Outcome is DiscoveryOutcome.Walked && NotLookedAt.Count == 0;

    /// <summary>The section as a column file holds it.</summary>
    public PortalSection ToSection(AgencyCode agency) => new(agency, Start, [.. Columns.Select(column => column.ToColumn())]);
}

/// <summary>How a discovery ended.</summary>
public abstract record DiscoveryOutcome
{
    private DiscoveryOutcome()
    {
    }

    /// <summary>The section was found and walked.</summary>
    public sealed record Walked : DiscoveryOutcome;

    /// <summary>The first page could not be read.</summary>
    public sealed record StartNotRead(Reason Reason, string Detail) : DiscoveryOutcome;

    /// <summary>The start was read but leads to no section of that name, as far as its directories could be looked at.</summary>
    /// <param name="Similar">Link texts that come close.</param>
    public sealed record SectionNotFound(string Name, IReadOnlyList<string> Similar) : DiscoveryOutcome;

    /// <summary>The section's page was read but its navigation leads to no column of the section.</summary>
    public sealed record NoNavigation(string Detail) : DiscoveryOutcome;
}

/// <summary>A proposed column.</summary>
/// <param name="Path">The names above it within the section.</param>
/// <param name="Family">The platform its page is built with, for the report.</param>
/// <param name="Doubt">Why a person should look at this one before taking it over; null when nothing speaks against it.</param>
public sealed record DiscoveredColumn(ColumnId Id, string Name, IReadOnlyList<string> Path, Uri Url, ColumnKind Kind, string Family, Doubt? Doubt)
{
    public Column ToColumn() => new(Id, Name, Path, Url, Kind, UpdateWindow.For(Kind), ColumnNames.IsKeyArea(Name, Path), null);
}

/// <summary>A page that could not be looked at.</summary>
/// <param name="Name">The text of the link that leads to it.</param>
public sealed record UnseenPage(Uri Address, string Name, Reason Reason, string Detail);

/// <summary>A page that is not a column of the section.</summary>
public sealed record LeftOutPage(Uri Address, string Name, string Why);

/// <summary>Why a proposed column should be looked at by a person first.</summary>
public enum Doubt
{
    /// <summary>Its page could not be looked at; name and place are from the navigation alone.</summary>
    PageNotSeen,

    /// <summary>It opens straight on one article.</summary>
    OpensOnOneArticle,

    /// <summary>Taken for a document because its page lists nothing.</summary>
    TakenForDocument,
}
