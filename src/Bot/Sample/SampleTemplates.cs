namespace Disclosure.Bot.Sample;

/// <summary>The templates of a folder, each parsed once.</summary>
internal sealed class SampleTemplates(string folder)
{
    private readonly Dictionary<string, SampleTemplate?> _parsed = new(StringComparer.Ordinal);

    public string Render(string name, SampleValues values, DateOnly today) => Get(name).Render(values, today);

    private SampleTemplate Get(string name)
    {
        if (_parsed.TryGetValue(name, out var known))
            return known ?? throw new SamplePortalException($"{name} includes itself.");
        var file = Path.Combine(folder, name);
        if (!File.Exists(file))
            throw new SamplePortalException($"The sample portal has no template {file}.");

        _parsed[name] = null;
        var template = SampleTemplate.Parse(file, File.ReadAllText(file), Get);
        _parsed[name] = template;
        return template;
    }
}
