using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Disclosure.Records.Stored;

/// <summary>The stored shapes' JSON: the same bytes in every engine, Chinese readable, absent instead of null.</summary>
[JsonSerializable(typeof(StoredRunStarted))]
[JsonSerializable(typeof(StoredRunFinished))]
[JsonSerializable(typeof(StoredColumnLooked))]
[JsonSerializable(typeof(StoredHomeProbed))]
[JsonSerializable(typeof(StoredAlertRaised))]
[JsonSerializable(typeof(StoredRun))]
[JsonSerializable(typeof(StoredState))]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class StoredJson : JsonSerializerContext
{
    /// <summary>The one way stored text is written and read.</summary>
    public static readonly StoredJson Text = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
    });

    /// <exception cref="JsonException">The text is not of that shape.</exception>
    public static T Read<T>(string json, JsonTypeInfo<T> shape)
        where T : class => JsonSerializer.Deserialize(json, shape) ?? throw new JsonException($"null is not a {typeof(T).Name}.");
}
