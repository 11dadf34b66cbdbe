using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Disclosure.Auditor.Portals;

/// <summary>Opens a JSON file that people edit, and says in their terms why it cannot be read.</summary>
public static class ConfigFile
{
    /// <returns>The root object, or null when a problem was added.</returns>
    public static ConfigObject? Read(string file, IReadOnlyList<string> allowedKeys, ICollection<ConfigProblem> problems) =>
        Parse(file, problems) is { } root ? ConfigObject.Of(root, file, "", allowedKeys, problems) : null;

    /// <summary>A file that is a list of objects; those with problems of shape are left out.</summary>
    /// <param name="whenEmpty">What an empty list is.</param>
    /// <returns>The objects, or null when the file is no such list.</returns>
    public static IReadOnlyList<ConfigObject>? ReadList(string file, IReadOnlyList<string> allowedKeys, ProblemKind whenEmpty, ICollection<ConfigProblem> problems)
    {
        if (Parse(file, problems) is not { } root)
            return null;
        if (root.ValueKind is not JsonValueKind.Array)
        {
            problems.Add(new(file, "", ProblemKind.WrongType, "[ { … } ]", root.ValueKind is JsonValueKind.Object ? "{ … }" : root.ToString()));
            return null;
        }

        if (root.GetArrayLength() == 0)
            problems.Add(new(file, "", whenEmpty));
        return [.. root.EnumerateArray().Index().Select(entry => ConfigObject.Of(entry.Item, file, string.Create(CultureInfo.InvariantCulture, $"[{entry.Index}]"), allowedKeys, problems)).OfType<ConfigObject>()];
    }

    /// <summary>Whether the file is JSON at all; its keys are somebody else's business.</summary>
    public static bool Parses(string file, ICollection<ConfigProblem> problems) => Parse(file, problems) is not null;

    private static JsonElement? Parse(string file, ICollection<ConfigProblem> problems)
    {
        if (Bytes(file, problems) is not { } bytes)
            return null;

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            problems.Add(new(file, "", ProblemKind.NotJson, Place(bytes, broken), Particulars(broken)));
            return null;
        }
    }

    private static ReadOnlyMemory<byte>? Bytes(string file, ICollection<ConfigProblem> problems)
    {
        try
        {
            ReadOnlyMemory<byte> bytes = File.ReadAllBytes(file);
            if (bytes.Span.StartsWith(Encoding.UTF8.Preamble))
                bytes = bytes[Encoding.UTF8.Preamble.Length..];
            // A file saved as GBK by an editor still parses where its Chinese stands inside quotes, and gives wrong names.
            if (Utf8.IsValid(bytes.Span))
                return bytes;
            problems.Add(new(file, "", ProblemKind.NotUtf8));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(new(file, "", ProblemKind.FileMissing));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file, "", ProblemKind.FileUnreadable, refused.Message));
        }

        return null;
    }

    /// <summary>Line and character, counted from 1; the parser counts bytes from 0.</summary>
    private static string Place(ReadOnlyMemory<byte> bytes, JsonException broken)
    {
        var line = (int)(broken.LineNumber ?? 0);
        var start = 0;
        for (var i = 0; i < line; i++)
            start += bytes.Span[start..].IndexOf((byte)'\n') + 1;
        var length = Math.Min((int)(broken.BytePositionInLine ?? 0), bytes.Length - start);
        var character = Encoding.UTF8.GetCharCount(bytes.Span.Slice(start, length)) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{line + 1}:{character}");
    }

    private static string Particulars(JsonException broken)
    {
        var end = broken.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? broken.Message : broken.Message[..end];
    }
}
