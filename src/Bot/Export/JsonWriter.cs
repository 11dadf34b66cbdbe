using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Disclosure.Tables;

namespace Disclosure.Bot.Export;

/// <summary>The annual report as programs read it, <c>check-report</c> among them. Its shape is frozen: keys are added on purpose and never renamed.</summary>
/// <remarks>
/// <c>{format, version, agency, year, standing: draft|final, title, tables, findings, introduction, sections}</c>. A table is its grid:
/// <c>{name, columns, rows, cells}</c>, each cell <c>{row, column, rowSpan?, columnSpan?}</c> with <c>label</c>, or with <c>figure</c> and
/// <c>place</c>. A figure that is a number is a JSON number; anything else is the text that stands there, so that a blank is never read as 0.
/// A block is <c>{kind: heading, text}</c>, <c>{kind: paragraph, texts: [{text, toWrite?}]}</c> or <c>{kind: table, name}</c>.
/// </remarks>
internal static class JsonWriter
{
    public const string Format = "disclosure-annual-report";

    private const int Version = 1;

    private static readonly JsonWriterOptions Indented = Options(indented: true);
    private static readonly JsonWriterOptions OnOneLine = Options(indented: false);

    public static byte[] Write(AnnualReport report, Phrases texts)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written, Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", Version);
            json.WriteString("agency", report.Agency);
            json.WriteNumber("year", report.Year);
            json.WriteString("standing", report.Standing is ReportStanding.Draft ? "draft" : "final");
            json.WriteString("title", report.Agency + FormLabels.Title(report.Year));
            Array(json, "tables", [ReportForm.Of(report.Figures.Proactive), ReportForm.Of(report.Figures.Requests), ReportForm.Of(report.Figures.Remedies)], Table);
            Array(json, "findings", report.Findings, (to, finding) => Finding(to, finding, texts));
            Array(json, "introduction", report.Introduction, Block);
            Array(json, "sections", report.Sections, Section);
            json.WriteEndObject();
        }

        written.Write("\n"u8);
        return written.WrittenSpan.ToArray();
    }

    private static void Table(Utf8JsonWriter json, FormTable table)
    {
        json.WriteStartObject();
        json.WriteString("name", FormLabels.Of(table.Kind));
        json.WriteNumber("columns", table.Columns);
        json.WriteNumber("rows", table.Rows);
        Array(json, "cells", table.Cells, (to, cell) => to.WriteRawValue(OneLine(cell)));
        json.WriteEndObject();
    }

    /// <summary>A table of 200 cells is read by people too when something is wrong with it.</summary>
    private static ReadOnlySpan<byte> OneLine(FormCell cell)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, OnOneLine))
        {
            json.WriteStartObject();
            json.WriteNumber("row", cell.Row);
            json.WriteNumber("column", cell.Column);
            if (cell.RowSpan > 1)
                json.WriteNumber("rowSpan", cell.RowSpan);
            if (cell.ColumnSpan > 1)
                json.WriteNumber("columnSpan", cell.ColumnSpan);
            if (cell.Figure is { } figure)
                Figure(json, figure, cell.Place);
            else
                json.WriteString("label", cell.Label);
            json.WriteEndObject();
        }

        return line.WrittenSpan;
    }

    private static void Figure(Utf8JsonWriter json, Figure figure, string place)
    {
        json.WritePropertyName("figure");
        if (figure.IsNumber)
            json.WriteRawValue(figure.Text);
        else
            json.WriteStringValue(figure.Text);
        json.WriteString("place", place);
    }

    private static void Finding(Utf8JsonWriter json, TieOutFinding finding, Phrases texts)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("where", finding.Where);
        json.WriteString("left", finding.Left);
        json.WriteString("right", finding.Right);
        json.WriteString("message", texts.Equation(finding));
        Array(json, "cases", finding.Cases, (to, one) => to.WriteStringValue(one));
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, ReportSection section)
    {
        json.WriteStartObject();
        json.WriteString("heading", section.Heading);
        Array(json, "blocks", section.Blocks, Block);
        json.WriteEndObject();
    }

    private static void Block(Utf8JsonWriter json, ReportBlock block)
    {
        json.WriteStartObject();
        switch (block)
        {
            case ReportBlock.SubHeading heading:
                json.WriteString("kind", "heading");
                json.WriteString("text", heading.Text);
                break;
            case ReportBlock.Paragraph paragraph:
                json.WriteString("kind", "paragraph");
                Array(json, "texts", paragraph.Texts, Text);
                break;
            case ReportBlock.Table table:
                json.WriteString("kind", "table");
                json.WriteString("name", FormLabels.Of(table.Form.Kind));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, ReportText piece)
    {
        json.WriteStartObject();
        json.WriteString("text", Printable.Clean(piece.Text));
        if (piece.ToWrite)
            json.WriteBoolean("toWrite", true);
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static JsonWriterOptions Options(bool indented) => new()
    {
        Indented = indented,
        NewLine = "\n",
        // Chinese stays readable; the file is never put into a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
