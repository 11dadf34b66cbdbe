using Disclosure.Tables;

namespace Disclosure.Auditor.Reports;

/// <summary>A published annual report (政府信息公开工作年度报告, Art. 50) as it was read, whatever file it came in.</summary>
/// <param name="Title">As printed; empty when none was found.</param>
/// <param name="Agency">Whose report it is, by its title; empty when the title does not say.</param>
/// <param name="Year">The report year by the title, or by the period the text gives; null when neither says.</param>
/// <param name="Figures">What stands in the cells. A cell that was not found holds no number and stands in <paramref name="Problems"/>.</param>
/// <param name="Tables">The tables that were found.</param>
/// <param name="Introduction">The paragraphs before the first section.</param>
/// <param name="Sections">The sections by their headings, in the order printed.</param>
/// <param name="Problems">What could not be read as the form says.</param>
public sealed record PublishedReport(
    string Title,
    string Agency,
    int? Year,
    ReportFigures Figures,
    IReadOnlyList<FormTableKind> Tables,
    IReadOnlyList<string> Introduction,
    IReadOnlyList<PublishedSection> Sections,
    IReadOnlyList<ReadingProblem> Problems);

/// <summary>A section of a published report.</summary>
/// <param name="Heading">As printed.</param>
/// <param name="Paragraphs">Its text, without the tables.</param>
public sealed record PublishedSection(string Heading, IReadOnlyList<string> Paragraphs);

/// <summary>Something in the layout that keeps a report from being read as the form says (STRUCT, or the INT rule of the table for single cells).</summary>
/// <param name="Where">The place in the words of the form.</param>
/// <param name="Left">What stands there.</param>
/// <param name="Right">What the form has there.</param>
public sealed record ReadingProblem(ReadingProblemKind Kind, string Where, string? Left = null, string? Right = null)
{
    /// <summary>The form's cells that hold no number because of it, as <see cref="FormCell.Place"/> names them.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];
}

public enum ReadingProblemKind
{
    /// <summary>One of the three tables is not in the report.</summary>
    TableMissing,

    /// <summary>A table has the headings of the form of 2019 (国办公开办函〔2019〕60号), which is no longer in force.</summary>
    TableSuperseded,

    /// <summary>A row of the form is not in the table.</summary>
    RowMissing,

    /// <summary>A row is there, but which cell belongs under which heading cannot be told.</summary>
    RowNotAligned,

    /// <summary>A row is there twice with different numbers.</summary>
    RowTwice,

    /// <summary>A row with numbers that the form does not have.</summary>
    RowUnknown,

    /// <summary>The rows stand in another order than in the form.</summary>
    RowsOutOfOrder,

    /// <summary>A row's label cannot be read; it was taken for the one missing between its neighbours.</summary>
    RowByOrder,

    /// <summary>A label is worded, numbered or cut otherwise than in the form.</summary>
    LabelDiffers,

    /// <summary>The headings of a table's number columns are missing, incomplete or in another order; the numbers were taken in the form's order.</summary>
    HeadingsMissing,

    /// <summary>The title does not say which year the report is for.</summary>
    YearMissing,

    /// <summary>The title does not say whose report it is.</summary>
    AgencyMissing,

    /// <summary>The report given as the one of the year before is another organ's.</summary>
    PreviousOfAnother,
}
