using System.Text.Json;

namespace Disclosure.Auditor.Reports;

/// <summary>Reads a report that this program exported as json.</summary>
internal static class JsonReport
{
    public static ReportReading Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new ReportReading.Unreadable(ReportFault.OtherJson);
        }
        catch (JsonException damaged)
        {
            return new ReportReading.Unreadable(ReportFault.Damaged, damaged.Message);
        }
    }
}
