using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Auditor.Extract;

/// <summary>A profile as its file holds it.</summary>
/// <remarks>Settable, because generated deserialisation gives an init-only property that a file leaves out null instead of its default.</remarks>
internal sealed class StoredProfile
{
    public string Family { get; set; } = "";

    public List<string> Markers { get; set; } = [];

    public StoredRows? Rows { get; set; }

    public StoredInline? Inline { get; set; }

    /// <summary>A page whose category tree is in <c>window._CONFIG</c> and whose rows come from the catalogue's own API.</summary>
    public bool Catalogue { get; set; }

    public string PageNumbers { get; set; } = "zero";

    public List<StoredApi> Apis { get; set; } = [];

    public StoredFields Fields { get; set; } = new();
}

internal sealed class StoredRows
{
    public List<string> Containers { get; set; } = [];

    public string? Row { get; set; }

    public string? Date { get; set; }

    public string? DateAttribute { get; set; }

    public string? TitleAttribute { get; set; }
}

internal sealed class StoredInline
{
    public List<string> Lists { get; set; } = [];

    public string? Self { get; set; }

    public string? Total { get; set; }

    public string? Children { get; set; }
}

internal sealed class StoredApi
{
    public string Name { get; set; } = "";

    public List<string> Needs { get; set; } = [];

    public string? Block { get; set; }

    public Dictionary<string, string> Captures { get; set; } = [];

    public string Address { get; set; } = "";

    public Dictionary<string, string>? Form { get; set; }

    public List<string> Prefer { get; set; } = [];
}

internal sealed class StoredFields
{
    public List<string> Title { get; set; } = [];

    public List<string> Link { get; set; } = [];

    public List<string> Date { get; set; } = [];

    public List<string> Total { get; set; } = [];
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true)]
[JsonSerializable(typeof(StoredProfile))]
internal sealed partial class StoredProfileJson : JsonSerializerContext;
