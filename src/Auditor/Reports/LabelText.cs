using System.Globalization;
using System.Text;

namespace Disclosure.Auditor.Reports;

/// <summary>
/// A label of the form as it can be compared: full-width forms, brackets, quotation marks, white space and punctuation do not count,
/// and the number before it is kept apart, because people number wrongly and Word numbers outside the text.
/// </summary>
/// <param name="Mark">The number before it: <c>一</c> for 一、, <c>(一)</c> for （一）, <c>1</c> for 1.; empty without one.</param>
/// <param name="Core">The words.</param>
internal readonly record struct LabelText(string Mark, string Core)
{
    private const string Numerals = "一二三四五六七八九十";

    public bool IsEmpty => Core.Length == 0;

    public static LabelText Of(string text)
    {
        var plain = Plain(text);
        var (mark, rest) = SplitMark(plain);
        return new(mark, Words(rest));
    }

    /// <summary>Without white space, in half-width forms.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control)
                continue;
            plain.Append(c switch
            {
                >= '！' and <= '～' => (char)(c - 0xFEE0),
                '〔' or '【' or '﹙' => '(',
                '〕' or '】' or '﹚' => ')',
                _ => c,
            });
        }

        return plain.ToString();
    }

    private static (string Mark, string Words) SplitMark(string plain)
    {
        var at = 0;
        var bracketed = plain.StartsWith('(');
        if (bracketed)
            at++;
        var start = at;
        while (at < plain.Length && (char.IsAsciiDigit(plain[at]) || Numerals.Contains(plain[at], StringComparison.Ordinal)))
            at++;
        if (at == start || at - start > 2)
            return ("", plain);
        var number = plain[start..at];
        if (bracketed)
            return at < plain.Length && plain[at] == ')' ? ($"({number})", plain[(at + 1)..]) : ("", plain);
        // 一 alone may begin a word; a number is one only with its stop.
        return at < plain.Length && plain[at] is '、' or '.' or ',' or '．' or ')' or ':' or '。' ? (number, plain[(at + 1)..]) : char.IsAsciiDigit(number[0]) && at < plain.Length ? (number, plain[at..]) : ("", plain);
    }

    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                words.Append(c);
        }

        return words.ToString();
    }
}
