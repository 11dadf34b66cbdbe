using System.Text;

namespace Disclosure.Bot.Register;

/// <summary>Names of the code as people type them: <c>RequestCorrection</c> is <c>request-correction</c>.</summary>
internal static class Kebab
{
    public static string Of(string name)
    {
        var made = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && made.Length > 0)
                made.Append('-');
            made.Append(char.ToLowerInvariant(letter));
        }

        return made.ToString();
    }
}
