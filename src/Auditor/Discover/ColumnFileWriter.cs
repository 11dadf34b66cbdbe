using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Columns;

namespace Disclosure.Auditor.Discover;

/// <summary>Writes a section as a column file (<c>config/columns/*.json</c>) for a person to look over.</summary>
/// <remarks>Every key is written, defaults too: the proposal is to be read and corrected, and a value that is not there cannot be doubted.</remarks>
public static class ColumnFileWriter
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The file's text, ending in a line feed.</returns>
    public static string Write(PortalSection section)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Format))
        {
            json.WriteStartObject();
            json.WriteString("agency", section.Agency.Value);
            json.WriteString("portal", section.Portal.AbsoluteUri);
            json.WriteStartArray("columns");
            foreach (var column in section.Columns)
                Write(json, column);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("id", column.Id.Value);
        json.WriteString("name", column.Name);
        json.WriteStartArray("path");
        foreach (var name in column.Path)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteString("url", column.Url.AbsoluteUri);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(column.Kind.ToString()));
        json.WriteString("window", column.Window.ToString());
        json.WriteBoolean("keyArea", column.KeyArea);
        json.WriteString("exempt", column.Exempt);
        json.WriteEndObject();
    }
}
