namespace Disclosure.Tables;

/// <summary>What a report says in words, ours or read from a published one: headings with the text under each.</summary>
/// <param name="Year">The report year, as its title names it.</param>
/// <param name="Sections">In the report's own order. The text before the first heading has the heading "".</param>
public sealed record ReportProse(int Year, IReadOnlyList<ProseSection> Sections)
{
    /// <summary>The words of a report of ours; a place that someone still has to write says nothing yet.</summary>
    public static ReportProse Of(AnnualReport report) => new(
        report.Year,
        [new("", TextOf(report.Introduction)), .. report.Sections.Select(section => new ProseSection(section.Heading, TextOf(section.Blocks)))]);

    private static string TextOf(IEnumerable<ReportBlock> blocks) => string.Join('\n', blocks.Select(block => block switch
    {
        ReportBlock.SubHeading heading => heading.Text,
        ReportBlock.Paragraph paragraph => string.Concat(paragraph.Texts.Where(text => !text.ToWrite).Select(text => text.Text)),
        _ => "",
    }).Where(text => text.Length > 0));
}

/// <param name="Heading">As printed (一、总体情况).</param>
/// <param name="Text">Paragraphs and sub-headings parted by line breaks; tables left out.</param>
public sealed record ProseSection(string Heading, string Text);
