namespace Disclosure.Auditor.Portals;

/// <summary>Finds what somebody probably meant to write.</summary>
public static class Nearest
{
    /// <summary>The allowed word closest to <paramref name="written"/>; null when none is close.</summary>
    public static string? Of(string written, IEnumerable<string> allowed)
    {
        var best = allowed
            .Select(word => (Word: word, Distance: Distance(written.ToUpperInvariant(), word.ToUpperInvariant())))
            .OrderBy(found => found.Distance)
            .ThenBy(found => Math.Abs(found.Word.Length - written.Length))
            .FirstOrDefault();
        return best.Word is not null && best.Distance <= Math.Max(2, best.Word.Length / 3) ? best.Word : null;
    }

    /// <summary>Levenshtein's edit distance, one row at a time.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
