using System.Text.Json;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Sample;

/// <summary>The sample portal's hand-checked column file, with the defaults that a name and a kind give.</summary>
internal static class SampleColumnFile
{
    public static List<Column> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("config", "columns", "sample.json")));
        return [.. file.RootElement.GetProperty("columns").EnumerateArray().Select(ColumnOf)];
    }

    private static Column ColumnOf(JsonElement json)
    {
        var name = json.GetProperty("name").GetString()!;
        string[] path = json.TryGetProperty("path", out var above) ? [.. above.EnumerateArray().Select(part => part.GetString()!)] : [];
        var kind = json.TryGetProperty("kind", out var written) ? Enum.Parse<ColumnKind>(written.GetString()!, ignoreCase: true) : ColumnNames.KindOf(name, path);
        var window = json.TryGetProperty("window", out var period) ? UpdateWindow.Parse(period.GetString()!) : UpdateWindow.For(kind);
        var keyArea = json.TryGetProperty("keyArea", out var key) ? key.GetBoolean() : ColumnNames.IsKeyArea(name, path);
        var exempt = json.TryGetProperty("exempt", out var reason) ? reason.GetString() : null;
        return new(ColumnId.Parse(json.GetProperty("id").GetString()!), name, path, new Uri(json.GetProperty("url").GetString()!), kind, window, keyArea, exempt);
    }
}
