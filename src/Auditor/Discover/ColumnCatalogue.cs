using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Auditor.Discover;

/// <summary>What a township's section should hold: the five statutory parts (国办公开办函〔2019〕61号) and the columns that Arts. 20 and 21 lead to.</summary>
/// <param name="Source">Where the list comes from.</param>
public sealed record ColumnCatalogue(string Source, IReadOnlyList<CatalogueEntry> Columns)
{
    private const string Platform = "国办公开办函〔2019〕61号";

    /// <summary>The five parts every disclosure platform has.</summary>
    public static readonly ColumnCatalogue Statutory = new(Platform,
    [
        Part("政府信息公开指南", "信息公开指南", "公开指南"),
        Part("政府信息公开制度", "信息公开制度", "公开制度"),
        Part("法定主动公开内容", "法定主动公开"),
        Part("政府信息公开年报", "政府信息公开年度报告", "政府信息公开工作年度报告", "信息公开年报", "信息公开年度报告"),
        Part("依申请公开"),
    ]);

    /// <exception cref="FormatException">The text is not a catalogue; the message names the file and what is wrong.</exception>
    public static ColumnCatalogue Parse(string file, string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, CatalogueJson.Default.ColumnCatalogue) ?? throw new FormatException($"{file}: the catalogue is null.");
        }
        catch (JsonException problem)
        {
            throw new FormatException($"{file}({problem.LineNumber + 1}): {problem.Message}", problem);
        }
    }

    /// <summary>The entries that none of the names matches, by the entry's own name or one of its other names.</summary>
    public IReadOnlyList<CatalogueEntry> MissingFrom(IReadOnlyCollection<string> names) => [.. Columns.Where(entry => !names.Any(entry.Matches))];

    private static CatalogueEntry Part(string name, params string[] aliases) => new(name, Platform, Statutory: true, Aliases: aliases);
}

/// <summary>One column a section should have.</summary>
/// <param name="LegalBasis">The provision, as printed (第二十条第（八）项).</param>
/// <param name="Kind">As in a column file.</param>
/// <param name="Statutory">One of the five parts whose absence is a defect of the platform itself.</param>
/// <param name="Path">The names above it.</param>
/// <param name="Aliases">Other names it goes by.</param>
public sealed record CatalogueEntry(
    string Name,
    string LegalBasis,
    string Kind = "general",
    bool KeyArea = false,
    bool Statutory = false,
    IReadOnlyList<string>? Path = null,
    IReadOnlyList<string>? Aliases = null)
{
    public bool Matches(string column) => (Aliases ?? []).Prepend(Name).Any(name => column.Contains(name, StringComparison.Ordinal));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ColumnCatalogue))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
