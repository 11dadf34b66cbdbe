using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Agencies;

namespace Disclosure.Tables;

/// <summary>A report's figures as one fixed sequence of bytes, so that a locked year can be proved unchanged.</summary>
/// <remarks>Only what identifies the figures goes in: agency, year, and every cell with its place in the form's order.</remarks>
public static class CanonicalFigures
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 JSON without blanks.</summary>
    public static byte[] Of(AgencyCode agency, int year, ReportFigures figures)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("agency", agency.Value);
            json.WriteNumber("year", year);
            json.WriteStartObject("figures");
            foreach (var (at, figure) in ReportCells.Of(figures).Index())
                json.WriteString(ReportCells.Places[at], figure.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>SHA-256, lower-case hex.</summary>
    public static string HashOf(AgencyCode agency, int year, ReportFigures figures) => Convert.ToHexStringLower(SHA256.HashData(Of(agency, year, figures)));
}
