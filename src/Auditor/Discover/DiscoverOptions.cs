namespace Disclosure.Auditor.Discover;

/// <summary>How far a discovery goes, and which section it looks for.</summary>
public sealed record DiscoverOptions
{
    /// <summary>The section's name, when the start is the county's home page and not the section's own.</summary>
    public string? SectionName { get; init; }

    /// <summary>Pages asked at most; what remains is reported as not looked at.</summary>
    public int MaxPages { get; init; } = 400;

    /// <summary>Links followed from the start at most.</summary>
    public int MaxDepth { get; init; } = 8;

    /// <summary>What a section of this kind should have; the five statutory parts unless a file says more.</summary>
    public ColumnCatalogue Catalogue { get; init; } = ColumnCatalogue.Statutory;
}
