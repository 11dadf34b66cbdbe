using System.Text.RegularExpressions;

namespace Disclosure.Tables;

/// <summary>A way of saying a number of the tables in words.</summary>
/// <param name="Pattern">Over <see cref="ProseSentence.Words"/>; its group <c>n</c> is the number, or <c>none</c> words that say there is none.</param>
/// <param name="Lawful">The numbers that may be meant; null when the words turn out to say something else.</param>
internal sealed partial record ClaimRule(string Id, Regex Pattern, Func<Claim, IReadOnlyList<Side>?> Lawful)
{
    /// <param name="read">The numbers of the sentence that an earlier rule has understood.</param>
    /// <param name="findings">With the number's place in the sentence.</param>
    public void Check(ProseSentence sentence, ReportFigures figures, HashSet<int> read, List<(int At, TieOutFinding Finding)> findings)
    {
        foreach (Match match in Pattern.Matches(sentence.Words))
        {
            var number = match.Groups["n"];
            var at = number.Success ? sentence.Words.AsSpan(0, number.Index).Count('#') : -1;
            var said = at < 0 ? new Quantity(0, 1, "", Rough: false) : sentence.Quantities[at];
            if (read.Contains(at) || said.Rough)
                continue;
            var claim = Claim.Of(sentence, match, said, figures);
            if (Comparison().IsMatch(claim.Clause) || PartOfTheYear().IsMatch(claim.Before) || Lawful(claim) is not { } lawful)
                continue;
            if (at >= 0)
                read.Add(at);
            if (!lawful.Any(side => side.IsKnown && said.Means(side.Known)))
                findings.Add((at, Finding(said, lawful, sentence)));
        }
    }

    /// <summary>What a blank cell leaves open is not held against the text.</summary>
    private TieOutFinding Finding(Quantity said, IReadOnlyList<Side> lawful, ProseSentence sentence) => new(
        Id, FindingSeverity.Warning, sentence.Printed, said.ToString(), string.Join('/', lawful.Select(side => side.ToString()).Distinct()), [],
        Unchecked: lawful.Any(side => !side.IsKnown));

    [GeneratedRegex("较|同比|环比|相比|增加|减少|增长|下降|上升|降低|持平", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    [GeneratedRegex("上半年|下半年|季度", RegexOptions.CultureInvariant)]
    private static partial Regex PartOfTheYear();
}

/// <summary>A place in a sentence where a number of the tables may be meant.</summary>
/// <param name="Clause">The words between commas around the number.</param>
/// <param name="Before">The whole sentence up to the number.</param>
internal readonly record struct Claim(Match Match, Quantity Said, ReportFigures Figures, string Clause, string Before, string Sentence)
{
    private static readonly char[] ClauseEnds = ['，', ',', '：', ':'];

    public static Claim Of(ProseSentence sentence, Match match, Quantity said, ReportFigures figures)
    {
        var words = sentence.Words;
        var start = words.LastIndexOfAny(ClauseEnds, match.Index) + 1;
        var end = words.IndexOfAny(ClauseEnds, match.Index + match.Length - 1);
        return new(match, said, figures, words[start..(end < 0 ? words.Length : Math.Max(start, end))], words[..(match.Index + match.Length)], words);
    }
}
