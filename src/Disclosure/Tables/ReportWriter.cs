namespace Disclosure.Tables;

/// <summary>Paragraphs of a report: sentences of the program, texts people entered, and marked places where one is still missing.</summary>
internal sealed class ReportWriter(IReadOnlyDictionary<string, string> entered, ReportSentence say)
{
    public static ReportBlock.Paragraph Paragraph(params IEnumerable<string> sentences) => new([new(string.Concat(sentences))]);

    /// <summary>What a person wrote for a place; else the place, marked with a hint of what belongs there.</summary>
    public IReadOnlyList<ReportBlock> Required(string place) => Written(place) ?? [Marked(place, say($"Report.ToWrite.{place}"))];

    /// <summary>What a person wrote for a place; nothing where nobody did.</summary>
    public IReadOnlyList<ReportBlock> Optional(string place) => Written(place) ?? [];

    public IReadOnlyList<ReportBlock>? Written(string place, params IEnumerable<string> unlessItSays) =>
        entered.TryGetValue(place, out var text) && !unlessItSays.Any(words => text.Contains(words, StringComparison.Ordinal))
            ? [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Paragraph(line))]
            : null;

    public static ReportBlock.Paragraph Marked(string place, string hint) => new([new(hint, ToWrite: true, place)]);
}
