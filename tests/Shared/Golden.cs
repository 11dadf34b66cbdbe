using System.Runtime.CompilerServices;
using System.Text;

namespace Disclosure.Tests.Shared;

/// <summary>
/// Compares what a person will read with a committed file: <c>golden/&lt;test file&gt;.&lt;test&gt;.txt</c> beside the test.
/// <c>GOLDEN=accept</c> writes it; a missing file fails.
/// </summary>
public static class Golden
{
    public static void Matches(string actual, string extension = "txt", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(file)!, "golden", $"{Path.GetFileNameWithoutExtension(file)}.{test}.{extension}");
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "accept")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, new UTF8Encoding(false));
            return;
        }

        if (!File.Exists(path))
            throw new InvalidOperationException($"No golden file {path}. Look at the text below, then run once with GOLDEN=accept.\n{text}");
        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (expected != text)
            throw new InvalidOperationException($"Differs from {path} (GOLDEN=accept accepts it):\n{FirstDifference(expected, text)}\n--- whole text ---\n{text}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var was = expected.Split('\n');
        var now = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length)).First(i => was.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"line {line + 1}\n  expected: {was.ElementAtOrDefault(line) ?? "(end)"}\n  actual:   {now.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
