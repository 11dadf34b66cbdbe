namespace Disclosure.Tables;

/// <summary>
/// A year's disclosure report as a document (政府信息公开工作年度报告): six sections of paragraphs and tables, ready for any writer
/// (国办公开办函〔2021〕30号; Art. 49, 50).
/// </summary>
/// <param name="Agency">The organ's full name.</param>
/// <param name="Standing">Whether it may be published; anything but a locked or published report says so on its face.</param>
/// <param name="Introduction">The paragraphs before section one.</param>
public sealed record AnnualReport(
    string Agency,
    int Year,
    ReportStanding Standing,
    IReadOnlyList<ReportBlock> Introduction,
    IReadOnlyList<ReportSection> Sections,
    ReportFigures Figures,
    IReadOnlyList<TieOutFinding> Findings);

public enum ReportStanding
{
    /// <summary>草稿: figures may still change, or an equation does not hold.</summary>
    Draft,

    /// <summary>Approved, published or locked: as it goes out.</summary>
    Final,
}

/// <summary>One of the six sections.</summary>
/// <param name="Heading">As in <see cref="FormLabels.Sections"/>.</param>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportBlock> Blocks);

/// <summary>What stands in a section, from top to bottom.</summary>
public abstract record ReportBlock
{
    private ReportBlock()
    {
    }

    /// <summary>（一）…</summary>
    public sealed record SubHeading(string Text) : ReportBlock;

    public sealed record Paragraph(IReadOnlyList<ReportText> Texts) : ReportBlock;

    public sealed record Table(FormTable Form) : ReportBlock;
}

/// <summary>A piece of a paragraph.</summary>
/// <param name="ToWrite">A marked place where a person still has to write; it stands out in every format, and the text says what belongs there.</param>
/// <param name="Place">For a marked place, its name in <see cref="ReportPlaces"/>.</param>
public sealed record ReportText(string Text, bool ToWrite = false, string? Place = null);
