using Disclosure.Agencies;

namespace Disclosure.Columns;

/// <summary>
/// One column (栏目) of an agency's section on a disclosure portal, as the column file describes it: what it is called,
/// where it stands, and how long it may go without a new item.
/// </summary>
/// <param name="Id">Unique in its portal and stable.</param>
/// <param name="Name">The column's own name, as printed on the portal.</param>
/// <param name="Path">The names of the columns above it, outermost first, without its own.</param>
/// <param name="Url">Absolute http(s) address of its first page.</param>
/// <param name="Kind">What it is inspected as.</param>
/// <param name="Window">How long it may go without a new item.</param>
/// <param name="KeyArea">Whether its items count as 重点领域 in the annual report.</param>
/// <param name="Exempt">Why the column is not held to a window (for example 已归档专题), or null when it is.</param>
public sealed record Column(
    ColumnId Id,
    string Name,
    IReadOnlyList<string> Path,
    Uri Url,
    ColumnKind Kind,
    UpdateWindow Window,
    bool KeyArea,
    string? Exempt)
{
    /// <summary>Whether this column stands directly in the section, which is where the notice and policy rule looks (一级栏目).</summary>
    public bool IsFirstLevel => Path.Count <= 1;

    /// <summary>The path and the name as one text, for tables and messages.</summary>
    public string FullName => string.Join(" › ", [.. Path, Name]);
}

/// <summary>An agency's section on one portal: the whole of a column file.</summary>
/// <param name="Agency">Whose section it is.</param>
/// <param name="Portal">The section's (or the portal's) home page: where availability is probed and discovery starts.</param>
/// <param name="Columns">Every column, in file order; ids are unique.</param>
public sealed record PortalSection(AgencyCode Agency, Uri Portal, IReadOnlyList<Column> Columns)
{
    /// <summary>The columns somewhere below a parent column.</summary>
    public IEnumerable<Column> ChildrenOf(Column parent)
    {
        IReadOnlyList<string> prefix = [.. parent.Path, parent.Name];
        return Columns.Where(column => column.Path.Take(prefix.Count).SequenceEqual(prefix));
    }
}
