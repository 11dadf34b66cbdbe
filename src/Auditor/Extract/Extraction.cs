using Disclosure.Auditor.Fetch;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// What one page (or one data answer) says, before any further page is asked: rows, proof of emptiness, a document, child columns,
/// another address that holds the answer, or nothing readable.
/// </summary>
public abstract record Extraction
{
    private Extraction()
    {
    }

    /// <summary>Rows were found.</summary>
    /// <param name="Items">In page order.</param>
    /// <param name="Total">The column's declared size, when the page declares one.</param>
    /// <param name="Next">The request for the next page towards older items; null on the last or only page.</param>
    /// <param name="Container">A short name of the container the rows were read from, for the evidence.</param>
    /// <param name="Text">The container's text, shortened, for the evidence.</param>
    public sealed record Rows(IReadOnlyList<SightedItem> Items, ItemCount? Total, PageRequest? Next, string Rung, string Container, string Text) : Extraction;

    /// <summary>The list was found and is proved empty.</summary>
    public sealed record Nothing(EmptyProof Proof, string Rung) : Extraction;

    /// <summary>The page is one document.</summary>
    public sealed record Document(string Title, DateOnly? PublishedOn, DateOrigin Origin, int TextLength, string Rung, string Text) : Extraction;

    /// <summary>The page only leads to child columns.</summary>
    public sealed record Children(IReadOnlyList<string> Addresses, string Rung) : Extraction;

    /// <summary>The rows are elsewhere and this page itself says where: an iframe, a data proxy, a unit API. Tried in order; the first that answers with rows or proof wins.</summary>
    /// <param name="Otherwise">What to say when none of the addresses answers.</param>
    public sealed record Elsewhere(IReadOnlyList<PageRequest> Requests, string Rung, Unreadable Otherwise) : Extraction;

    /// <summary>The page cannot be read.</summary>
    public sealed record Unreadable(Reason Reason, string Detail) : Extraction;
}
