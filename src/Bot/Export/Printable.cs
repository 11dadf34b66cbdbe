using System.Text;
using System.Xml;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>Text that people typed or pasted, made fit for any file: whatever a document cannot hold is shown as missing, not lost silently.</summary>
internal static class Printable
{
    private const char Missing = '\uFFFD';

    /// <summary>The same text with what XML cannot carry (control characters, halves of a pair) replaced by a visible sign.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : Missing);
        }

        return clean.ToString();
    }

    /// <summary>A paragraph as it is set: one per line that was typed, because people enter several paragraphs into one place. Never empty ones.</summary>
    public static IEnumerable<IReadOnlyList<ReportText>> Paragraphs(ReportBlock.Paragraph paragraph)
    {
        List<ReportText> open = [];
        foreach (var piece in paragraph.Texts)
        {
            var lines = Clean(piece.Text).ReplaceLineEndings("\n").Split('\n');
            foreach (var (index, line) in lines.Index())
            {
                if (index > 0 && open.Count > 0)
                {
                    yield return open;
                    open = [];
                }

                // What a person typed as an indent would stand beside the one every paragraph gets.
                var text = open.Count == 0 ? line.TrimStart(' ', '\t', '\u3000') : line;
                if (text.Length > 0)
                    open.Add(piece with { Text = text });
            }
        }

        if (open.Count > 0)
            yield return open;
    }

    /// <summary>A place somebody still has to write in, in brackets.</summary>
    public static string Shown(ReportText piece) => piece.ToWrite && !piece.Text.StartsWith('【') ? $"【{piece.Text}】" : piece.Text;

    private static bool IsClean(string text)
    {
        try
        {
            XmlConvert.VerifyXmlChars(text);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
