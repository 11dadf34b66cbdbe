using Disclosure.Auditor.Portals;

namespace Disclosure.Bot.Register.Import;

/// <summary>How an existing register's headings and words are ours: <c>--mapping FILE</c>.</summary>
/// <param name="Headings">Their heading to ours; an empty one says that the column is left out on purpose.</param>
/// <param name="Values">Our heading to their word to ours.</param>
/// <param name="Defaults">What is taken where a cell is empty, by our heading: a statement by whoever writes the file.</param>
internal sealed record ImportMapping(
    IReadOnlyDictionary<string, string> Headings,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values,
    IReadOnlyDictionary<string, string> Defaults)
{
    public static ImportMapping None { get; } =
        new(new Dictionary<string, string>(), new Dictionary<string, IReadOnlyDictionary<string, string>>(), new Dictionary<string, string>());

    /// <summary>The keys the file may have.</summary>
    public static readonly IReadOnlyList<string> Keys = ["headings", "values", "defaults"];

    /// <returns>Null when a problem was added.</returns>
    public static ImportMapping? Read(string file, ICollection<ConfigProblem> problems)
    {
        var found = new List<ConfigProblem>();
        if (ConfigFile.Read(file, Keys, found) is { } root)
        {
            var mapping = new ImportMapping(root.TextMap("headings"), root.Map("values"), root.TextMap("defaults"));
            if (found.Count == 0)
                return mapping;
        }

        foreach (var problem in found)
            problems.Add(problem);
        return null;
    }
}
