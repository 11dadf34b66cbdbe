namespace Disclosure.Bot.Register;

/// <summary>Reads <c>FIELD=VALUE</c> from a command line; a value of <c>@FILE</c> or <c>-</c> keeps personal text out of the shell's history.</summary>
internal static class TypedFields
{
    private const string FromInput = "-";

    /// <param name="input">Standard input.</param>
    public static async Task<(IReadOnlyList<TypedField> Fields, IReadOnlyList<string> Problems)> ReadAsync(IReadOnlyList<string> arguments, TextReader input, Phrases phrases, CancellationToken cancellationToken)
    {
        var fields = new List<TypedField>();
        var problems = new List<string>();
        var inputs = 0;
        foreach (var argument in arguments)
        {
            var at = argument.IndexOfAny(['=', '＝']);
            if (at <= 0)
            {
                problems.Add(phrases.Of("Register.Form.NotAField", ("text", argument)));
                continue;
            }

            var (key, text) = (argument[..at].Trim(), argument[(at + 1)..]);
            if (text == FromInput && inputs++ > 0)
                problems.Add(phrases.Of("Register.Form.InputTwice"));
            else if (text == FromInput)
                fields.Add(new(key, (await input.ReadToEndAsync(cancellationToken)).Trim()));
            else
                // A field whose file is missing was given all the same: it is not told a second time as missing.
                fields.Add(new(key, await ValueAsync(key, text, phrases, problems, cancellationToken) ?? text));
        }

        return (fields, problems);
    }

    /// <summary>A value that may name a file.</summary>
    /// <returns>Null when a problem was added.</returns>
    public static async Task<string?> ValueAsync(string key, string text, Phrases phrases, ICollection<string> problems, CancellationToken cancellationToken)
    {
        if (text.StartsWith("@@", StringComparison.Ordinal))
            return text[1..];
        if (!text.StartsWith('@'))
            return text;
        try
        {
            return (await File.ReadAllTextAsync(text[1..], cancellationToken)).Trim();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(phrases.Of(refused is FileNotFoundException or DirectoryNotFoundException ? "Register.Form.NoFile" : "Register.Form.FileRefused", ("key", key), ("file", text[1..]), ("message", refused.Message)));
            return null;
        }
    }
}
