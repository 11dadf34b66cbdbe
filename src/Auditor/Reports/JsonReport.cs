using System.Text.Json;

namespace Disclosure.Auditor.Reports;

/// <summary>Reads a report that this program exported as json: its tables are grids of labelled cells and are read like any other's.</summary>
internal static class JsonReport
{
    private const string Format = "disclosure-annual-report";

    public static ReportReading Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return OfRoot(document.RootElement);
        }
        catch (JsonException damaged)
        {
            return new ReportReading.Unreadable(ReportFault.Damaged, damaged.Message);
        }
        catch (Exception otherShape) when (otherShape is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return new ReportReading.Unreadable(ReportFault.OtherJson, otherShape.Message);
        }
    }

    private static ReportReading OfRoot(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.GetString() != Format)
            return new ReportReading.Unreadable(ReportFault.OtherJson, "no " + Format);

        List<RawPart> parts = [.. Texts(root.GetProperty("introduction"))];
        foreach (var section in root.GetProperty("sections").EnumerateArray())
        {
            parts.Add(new RawPart.Paragraph(section.GetProperty("heading").GetString()!));
            parts.AddRange(Texts(section.GetProperty("blocks")));
        }

        parts.AddRange(root.GetProperty("tables").EnumerateArray().Select(table => new RawPart.Table(GridOf(table))));
        var (agency, year) = (root.GetProperty("agency").GetString()!, root.GetProperty("year").GetInt32());
        return ReportReader.OfParts(new(parts, []), []) is ReportReading.Read { Report: var report }
            ? new ReportReading.Read(report with
            {
                Title = root.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "",
                Agency = agency,
                Year = year,
                Introduction = [.. Texts(root.GetProperty("introduction")).Select(paragraph => paragraph.Text)],
                Problems = [.. report.Problems.Where(problem => problem.Kind is not ReadingProblemKind.YearMissing and not ReadingProblemKind.AgencyMissing)],
            })
            : new ReportReading.Unreadable(ReportFault.NoTables, "no table of the form");
    }

    /// <summary>The lines that say something: what is still to be written says nothing.</summary>
    private static IEnumerable<RawPart.Paragraph> Texts(JsonElement blocks) =>
        from block in blocks.EnumerateArray()
        let text = block.TryGetProperty("texts", out var texts)
            ? string.Concat(texts.EnumerateArray().Where(piece => !piece.TryGetProperty("toWrite", out _)).Select(piece => piece.GetProperty("text").GetString()))
            : block.TryGetProperty("text", out var one) ? one.GetString()! : ""
        where text.Length > 0
        select new RawPart.Paragraph(text);

    private static ReportGrid GridOf(JsonElement table)
    {
        var grid = new ReportGrid();
        foreach (var cell in table.GetProperty("cells").EnumerateArray())
        {
            var text = cell.TryGetProperty("figure", out var figure) ? figure.ValueKind is JsonValueKind.Number ? figure.GetRawText() : figure.GetString()! : cell.GetProperty("label").GetString()!;
            grid.Put(new(cell.GetProperty("row").GetInt32(), cell.GetProperty("column").GetInt32(), Span(cell, "rowSpan"), Span(cell, "columnSpan"), text));
        }

        return grid;
    }

    private static int Span(JsonElement cell, string name) => cell.TryGetProperty(name, out var span) ? Math.Clamp(span.GetInt32(), 1, ReportGrid.MostColumns) : 1;
}
