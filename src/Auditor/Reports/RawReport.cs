namespace Disclosure.Auditor.Reports;

/// <summary>A report before anything in it is understood: its paragraphs and tables in the order they are read, whatever file they came in.</summary>
/// <param name="Titles">What the file calls itself outside its text (metas, title element), best first.</param>
internal sealed record RawReport(IReadOnlyList<RawPart> Parts, IReadOnlyList<string> Titles)
{
    public IEnumerable<ReportGrid> Grids => Parts.OfType<RawPart.Table>().Select(table => table.Grid);
}

internal abstract record RawPart
{
    private RawPart()
    {
    }

    public sealed record Paragraph(string Text) : RawPart;

    public sealed record Table(ReportGrid Grid) : RawPart;
}
