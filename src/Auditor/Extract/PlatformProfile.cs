using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// What is known of one platform (or of one prefecture's templates on it), as an entry of <c>config/profiles</c>: how it is
/// recognised, where its rows stand, how its pager counts, and which data address its pages name.
/// </summary>
/// <remarks>A prefecture buys one platform for all its counties, so a new platform must be an entry in a file, not a release.</remarks>
/// <param name="Family">The name that the evidence shows.</param>
/// <param name="Markers">Texts of which one must stand in the page; none means every page.</param>
internal sealed record PlatformProfile(
    string Family,
    IReadOnlyList<string> Markers,
    RowsRule? Rows,
    InlineRule? Inline,
    bool Catalogue,
    bool CountsFromOne,
    IReadOnlyList<ApiRule> Apis,
    FieldNames Fields)
{
    /// <summary>Whether it reads rows from the page itself, and does not only name data addresses or field names.</summary>
    public bool ReadsPages => Rows is not null || Inline is not null || Catalogue;

    public bool Matches(PageText page) =>
        Markers.Count == 0 || Markers.Any(marker => page.Text.Contains(marker, StringComparison.Ordinal) || page.Address.AbsoluteUri.Contains(marker, StringComparison.Ordinal));
}

/// <summary>Rows by selector, for a template the generic reading does not understand.</summary>
/// <param name="Row">Row elements inside a container; null reads the container as a fragment.</param>
/// <param name="Date">The element with the day inside a row; null takes the row's whole text.</param>
/// <param name="DateAttribute">The attribute of <paramref name="Date"/> that holds the day; null takes its text.</param>
/// <param name="TitleAttribute">The link's attribute that holds the title; null takes its text.</param>
internal sealed record RowsRule(IReadOnlyList<Selector> Containers, Selector? Row, Selector? Date, string? DateAttribute, string? TitleAttribute);

/// <summary>Rows the server wrote into a script as an array.</summary>
/// <param name="Lists">Names such an array is assigned to.</param>
/// <param name="Self">The name of the object that describes the column.</param>
/// <param name="Total">Its member with the column's size.</param>
/// <param name="Children">Its member with the number of child columns.</param>
internal sealed record InlineRule(IReadOnlyList<string> Lists, string? Self, string? Total, string? Children);

/// <summary>A data address that the page names in pieces.</summary>
/// <param name="Needs">Texts that must all stand in the page.</param>
/// <param name="Block">Where the pieces stand together, when a page can hold several such calls; null is the whole page.</param>
/// <param name="Captures">Name of a piece → the expression whose first group is it. The page's address precedes the page's text.</param>
/// <param name="Address">Template: <c>{piece}</c> is escaped, <c>{+piece}</c> is taken as it stands.</param>
/// <param name="Form">Fields of a POST; null asks with GET.</param>
/// <param name="Prefer">When several calls match, the one whose pieces contain one of these or the column's name.</param>
internal sealed record ApiRule(
    string Name,
    IReadOnlyList<string> Needs,
    Regex? Block,
    IReadOnlyDictionary<string, Regex> Captures,
    string Address,
    IReadOnlyDictionary<string, string>? Form,
    IReadOnlyList<string> Prefer);
