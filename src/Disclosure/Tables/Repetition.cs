using System.Globalization;

namespace Disclosure.Tables;

/// <summary>REPEAT: how much of a narrative section is last year's; a report copied from the year before has been held up in public.</summary>
internal static class Repetition
{
    private const int Piece = 6;
    private const double TooMuch = 0.9;
    private const int ShortestSection = 60;

    public static void Check(ReportProse prose, ReportProse? previous, List<TieOutFinding> findings)
    {
        if (previous is null)
            return;
        foreach (var section in prose.Sections)
        {
            var before = previous.Sections.FirstOrDefault(one => one.Heading == section.Heading);
            if (before is null || section.Text.Length < ShortestSection || Share(section.Text, before.Text) is not (>= TooMuch and var share))
                continue;
            findings.Add(new("REPEAT", FindingSeverity.Info, section.Heading, Percent(share), Percent(TooMuch), []));
        }
    }

    /// <summary>The share of the pieces of a text that the other has too; numbers and years set aside, for they are what is always renewed.</summary>
    private static double Share(string text, string other)
    {
        var pieces = Pieces(text);
        var known = Pieces(other).ToHashSet(StringComparer.Ordinal);
        return pieces.Count == 0 ? 0 : (double)pieces.Count(known.Contains) / pieces.Count;
    }

    private static List<string> Pieces(string text)
    {
        var letters = new string([.. text.Where(c => char.IsLetter(c) || c is '，' or '。')]);
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - Piece + 1)).Select(at => letters.Substring(at, Piece))];
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{(int)(share * 100)}%");
}
