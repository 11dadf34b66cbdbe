using System.Text.RegularExpressions;
using System.Xml;
using Disclosure.Auditor.Fetch;
using Disclosure.Tables;
using DocumentFormat.OpenXml.Packaging;

namespace Disclosure.Auditor.Reports;

/// <summary>Reads a published annual report out of the bytes of a file: html, docx, xlsx or our own json.</summary>
/// <remarks>
/// The tables are found by the form's labels, never by their place. Every cell that is given a number stood under that number's heading and
/// beside its label; what could not be proved so is a problem that names the cells, and they hold no number.
/// </remarks>
public static partial class ReportReader
{
    public static ReportReading Read(ReadOnlyMemory<byte> bytes) => Read(bytes, text: null);

    /// <param name="text">The bytes as text, where somebody decoded them already.</param>
    internal static ReportReading Read(ReadOnlyMemory<byte> bytes, string? text)
    {
        var (kind, fault, detail) = FileKinds.Of(bytes);
        return kind switch
        {
            FileKind.Word => OfOffice(bytes, WordReport.Read),
            FileKind.Excel => OfOffice(bytes, ExcelReport.Read),
            FileKind.Text => OfText(text ?? TextDecoding.Decode(bytes.Span, null, truncated: false).Text),
            _ => new ReportReading.Unreadable(fault, detail),
        };
    }

    private static ReportReading OfOffice(ReadOnlyMemory<byte> bytes, Func<Stream, RawReport> read)
    {
        try
        {
            using var file = new MemoryStream(bytes.ToArray(), writable: false);
            return OfParts(read(file), []);
        }
        catch (Exception damaged) when (damaged is OpenXmlPackageException or InvalidDataException or XmlException or FileFormatException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException or UriFormatException)
        {
            return new ReportReading.Unreadable(ReportFault.Damaged, damaged.Message);
        }
    }

    private static ReportReading OfText(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.IsEmpty)
            return new ReportReading.Unreadable(ReportFault.Empty, "only white space");
        if (start[0] is '{' or '[')
            return JsonReport.Read(text);
        if (!Element().IsMatch(text))
            return new ReportReading.Unreadable(ReportFault.PlainText, "no markup");
        return HtmlReport.Read(text, out var fault) is var (report, links)
            ? OfParts(report, links)
            : new ReportReading.Unreadable(ReportFault.Damaged, fault ?? "");
    }

    /// <summary>What the parts of a file say, when one of the three tables is among them.</summary>
    internal static ReportReading OfParts(RawReport raw, IReadOnlyList<string> links)
    {
        var grids = raw.Grids.ToList();
        var (two, three, four) = (ProactiveTableReader.Read(grids), RequestTableReader.Read(grids), RemedyTableReader.Read(grids));
        if (two is null && three is null && four is null)
            return new ReportReading.Unreadable(ReportFault.NoTables, $"{grids.Count} tables, none of the form", links);

        var problems = new List<ReadingProblem>();
        var tables = new List<FormTableKind>();
        Take(FormTableKind.Proactive, "表二", two?.Problems);
        Take(FormTableKind.Requests, "表三", three?.Problems);
        Take(FormTableKind.Remedies, "表四", four?.Problems);

        var narrative = NarrativeReader.Read(raw);
        if (narrative.Year is null)
            problems.Add(new(ReadingProblemKind.YearMissing, narrative.Title));
        if (narrative.Agency.Length == 0)
            problems.Add(new(ReadingProblemKind.AgencyMissing, narrative.Title));
        var figures = new ReportFigures(two?.Figures ?? ProactiveFigures.Of(_ => None), three?.Figures ?? new((_, _) => None), four?.Figures ?? new((_, _) => None));
        return new ReportReading.Read(new(narrative.Title, narrative.Agency, narrative.Year, figures, tables, narrative.Introduction, narrative.Sections, problems));

        void Take(FormTableKind kind, string name, IReadOnlyList<ReadingProblem>? met)
        {
            if (met is not null)
                tables.Add(kind);
            problems.AddRange(met ?? [new(ReadingProblemKind.TableMissing, name) { Unread = [.. ReportCells.Places.Where(place => place.StartsWith(name, StringComparison.Ordinal))] }]);
        }
    }

    private static Figure None => Figure.NotANumber("");

    [GeneratedRegex(@"<(table|tr|td|p|div|html|body|br|span|!doctype)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Element();
}
