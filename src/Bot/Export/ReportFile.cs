using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>Everything an export of one agency and year is written from.</summary>
/// <param name="Register">The year's requests behind the tables; for a roll-up those of every agency in it.</param>
/// <param name="IsBegun">Whether the register or staff have anything of the year at all.</param>
internal sealed record ReportFile(AnnualReport Report, IReadOnlyList<RegisterRow> Register, bool IsBegun);

/// <summary>What an export can be written as; the names are the file endings.</summary>
internal enum ExportFormat
{
    Docx,
    Xlsx,
    Html,
    Json,
}

internal static class ExportFormats
{
    /// <summary>One file's bytes. The report is a Chinese document whatever language the program speaks.</summary>
    public static byte[] Write(this ExportFormat format, ReportFile file)
    {
        var texts = Phrases.In(Language.Zh);
        return format switch
        {
            ExportFormat.Docx => DocxWriter.Write(file.Report, texts),
            ExportFormat.Xlsx => XlsxWriter.Write(file.Report, file.Register, texts),
            ExportFormat.Html => HtmlWriter.Write(file.Report, texts),
            ExportFormat.Json => JsonWriter.Write(file.Report, texts),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
