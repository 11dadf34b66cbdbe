using System.Globalization;
using System.Text.Json;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Tables;

/// <summary>The sentences of the report as shipped, read from where people edit them.</summary>
internal static class ChineseSentences
{
    private static readonly Dictionary<string, string> Texts = Directory.EnumerateFiles(Repository.PathTo("src", "Bot", "Texts", "zh"), "*.json")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
        .ToDictionary(StringComparer.Ordinal);

    public static string Say(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = Texts[key];
        foreach (var (name, value) in values)
            text = text.Replace($"{{{name}}}", Convert.ToString(value, CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"Nothing fills {key}: {text}") : text;
    }
}
