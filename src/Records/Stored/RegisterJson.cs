using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Records.Stored;

/// <summary>The register's JSON. Stricter than the audit's: a field or a kind that is not known stops the reading, because leaving it out could change a case.</summary>
[JsonSerializable(typeof(StoredCaseEntries))]
[JsonSerializable(typeof(StoredCaseErased))]
[JsonSerializable(typeof(StoredYearEntry))]
[JsonSerializable(typeof(StoredKeySlot))]
internal sealed partial class RegisterJson : JsonSerializerContext
{
    public static readonly RegisterJson Text = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    });
}
