using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>All platform profiles: those shipped with the program, overridden file by file by those of the configuration folder.</summary>
internal sealed partial class PlatformProfiles
{
    private static readonly Lazy<PlatformProfiles> Embedded = new(() => Parse(ReadEmbedded()));
    private static PlatformProfiles? Chosen;

    private PlatformProfiles(IReadOnlyList<PlatformProfile> all)
    {
        All = all;
        Fields = all.Aggregate(FieldNames.None, (names, profile) => names.And(profile.Fields));
    }

    /// <summary>In file name order.</summary>
    public IReadOnlyList<PlatformProfile> All { get; }

    /// <summary>The field names of every profile together: a data answer does not say which platform it is of.</summary>
    public FieldNames Fields { get; }

    public static PlatformProfiles Shipped => Embedded.Value;

    /// <summary>The profiles that pages are read with: the shipped ones until <see cref="Use"/>.</summary>
    /// <remarks>
    /// Process-wide, because a page is read by pure functions from many places and the profiles are fixed for the life of the
    /// process; set once at start, before the first page.
    /// </remarks>
    public static PlatformProfiles Current => Volatile.Read(ref Chosen) ?? Shipped;

    public static void Use(PlatformProfiles profiles) => Volatile.Write(ref Chosen, profiles);

    /// <summary>The shipped profiles with those of a folder over them: a file of the same name replaces, any other adds. A folder that is not there overrides nothing.</summary>
    /// <exception cref="FormatException">Something in a file is wrong; the message has one line for each fault, with file and key.</exception>
    public static PlatformProfiles Load(string folder)
    {
        var files = ReadEmbedded();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
            files[Path.GetFileName(path)] = File.ReadAllText(path, Encoding.UTF8);
        return Parse(files);
    }

    /// <param name="files">File name → JSON.</param>
    /// <exception cref="FormatException">As <see cref="Load"/>.</exception>
    public static PlatformProfiles Parse(IReadOnlyDictionary<string, string> files)
    {
        var faults = new List<string>();
        var profiles = new List<PlatformProfile>();
        foreach (var (file, json) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (ReadFile(file, json, faults) is { } stored)
                profiles.Add(new Checker(file, faults).ToProfile(stored));
        }

        return faults.Count == 0 ? new(profiles) : throw new FormatException(string.Join('\n', faults));
    }

    private static StoredProfile? ReadFile(string file, string json, List<string> faults)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredProfileJson.Default.StoredProfile);
        }
        catch (JsonException problem)
        {
            faults.Add($"{file}: {problem.Path ?? "$"}: {problem.Message}");
            return null;
        }
    }

    private static SortedDictionary<string, string> ReadEmbedded()
    {
        const string prefix = "profiles/";
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(PlatformProfiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            files[name[prefix.Length..]] = reader.ReadToEnd();
        }

        return files;
    }

    /// <summary>Turns a stored profile into one to read with, and says what is wrong with it, key by key.</summary>
    private sealed partial class Checker(string file, List<string> faults)
    {
        public PlatformProfile ToProfile(StoredProfile stored)
        {
            if (stored.Family.Length == 0)
                Fault("family", "a name is required");
            return new(
                stored.Family,
                stored.Markers,
                stored.Rows is { } rows ? Rows(rows) : null,
                stored.Inline is { } inline ? new(inline.Lists, inline.Self, inline.Total, inline.Children) : null,
                stored.Catalogue,
                Numbering(stored.PageNumbers),
                [.. stored.Apis.Select(Api)],
                new(stored.Fields.Title, stored.Fields.Link, stored.Fields.Date, stored.Fields.Total));
        }

        private void Fault(string key, string message) => faults.Add($"{file}: {key}: {message}");

        private bool Numbering(string text)
        {
            if (text is not ("zero" or "one"))
                Fault("pageNumbers", $"'{text}' is not allowed; write zero (page 2 is name_1) or one (page 2 is name_2)");
            return text == "one";
        }

        private RowsRule Rows(StoredRows rows)
        {
            if (rows.Containers.Count == 0)
                Fault("rows.containers", "at least one selector is required");
            return new([.. rows.Containers.Select(text => Select(text, "rows.containers")).OfType<Selector>()], Select(rows.Row, "rows.row"), Select(rows.Date, "rows.date"), rows.DateAttribute, rows.TitleAttribute);
        }

        private Selector? Select(string? text, string key)
        {
            if (text is null)
                return null;
            if (!Selector.TryParse(text, out var selector))
                Fault(key, $"'{text}' is not a selector; allowed are tag, #id, .class, joined or nested by a space");
            return selector;
        }

        private ApiRule Api(StoredApi api, int index)
        {
            var key = $"apis[{index}]";
            var captures = api.Captures.ToDictionary(capture => capture.Key, capture => Expression(capture.Value, $"{key}.captures.{capture.Key}", 1) ?? Nothing(), StringComparer.Ordinal);
            if (api.Needs.Count == 0)
                Fault($"{key}.needs", "at least one text is required, or every page would be asked");
            if (api.Address.Length == 0)
                Fault($"{key}.address", "an address is required");
            foreach (var text in (api.Form?.Values ?? Enumerable.Empty<string>()).Prepend(api.Address))
            {
                foreach (Match piece in Piece().Matches(text))
                {
                    if (!captures.ContainsKey(piece.Groups[1].Value))
                        Fault($"{key}.address", $"{piece.Value} has no capture of that name");
                }
            }

            return new(api.Name, api.Needs, Expression(api.Block, $"{key}.block", 0), captures, api.Address, api.Form, api.Prefer);
        }

        /// <summary>Linear in the page's length by construction, so that no file can make a page hang.</summary>
        private Regex? Expression(string? text, string key, int groups)
        {
            if (text is null)
                return null;
            try
            {
                var expression = new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
                if (expression.GetGroupNumbers().Length <= groups)
                    Fault(key, "the expression needs a group around the piece it takes");
                return expression;
            }
            catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
            {
                Fault(key, problem.Message);
                return null;
            }
        }

        [GeneratedRegex(@"\b\B")]
        private static partial Regex Nothing();
    }

    /// <summary>A piece in a template, but not the braces of JSON inside an address.</summary>
    [GeneratedRegex(@"\{\+?([A-Za-z][A-Za-z0-9]*)\}")]
    internal static partial Regex Piece();
}
