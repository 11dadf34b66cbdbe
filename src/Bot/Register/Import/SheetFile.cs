using System.Globalization;
using System.Text;
using System.Text.Json;
using MiniExcelLibs;
using MiniExcelLibs.Csv;

namespace Disclosure.Bot.Register.Import;

/// <summary>Reads the rows of a register kept as .xlsx, .csv or .jsonl.</summary>
/// <remarks>
/// Every cell is handed on as text, because a register kept by hand mixes days, numbers and words in one column; what a cell means is read
/// where it is known what should stand there. A file that could only be read in part is refused.
/// </remarks>
internal static class SheetFile
{
    /// <summary>Beyond this, a spreadsheet keeps a number only approximately: an identity number typed as a number has lost its last digits.</summary>
    private const double LargestExact = 999_999_999_999_999;

    /// <summary>A register has some thousand rows; what is much larger is not one.</summary>
    private const long LargestFile = 64 * 1024 * 1024;

    /// <summary>Where the first row with content is looked for.</summary>
    private const int RowsAboveHeading = 20;

    /// <param name="isHeading">Whether a text is the heading of a column.</param>
    /// <exception cref="UnreadableSheetException">Says why.</exception>
    public static ImportSheet Read(string file, Func<string, bool> isHeading)
    {
        var rows = Path.GetExtension(file).ToUpperInvariant() switch
        {
            ".XLSX" => Workbook(Bytes(file)),
            ".CSV" => Separated(Bytes(file)),
            ".JSONL" => Objects(Bytes(file)),
            _ => throw new UnreadableSheetException("Import.Unreadable.Kind", Path.GetExtension(file)),
        };

        var filled = rows.Where(row => row.Cells.Any(cell => cell.Length > 0)).ToList();
        // Above the headings there is often a title and a line saying whose register it is.
        var heading = filled.Take(RowsAboveHeading).MaxBy(row => row.Cells.Count(isHeading));
        if (heading is null || !heading.Cells.Any(isHeading))
            throw new UnreadableSheetException("Import.Unreadable.NoHeading");
        return new(heading.Number, heading.Cells, [.. filled.Where(row => row.Number > heading.Number)]);
    }

    private static byte[] Bytes(string file)
    {
        try
        {
            return new FileInfo(file).Length > LargestFile ? throw new UnreadableSheetException("Import.Unreadable.TooLarge") : File.ReadAllBytes(file);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableSheetException("Import.Unreadable.File", refused.Message);
        }
    }

    private static List<SheetRow> Workbook(byte[] bytes)
    {
        try
        {
            return Rows(new MemoryStream(bytes), ExcelType.XLSX, configuration: null);
        }
        // The reader meets a damaged archive or damaged markup wherever it happens to be; each of these is "not a whole workbook".
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException or NullReferenceException or ArgumentException or KeyNotFoundException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw new UnreadableSheetException("Import.Unreadable.Workbook", broken.Message);
        }
    }

    private static List<SheetRow> Separated(byte[] bytes)
    {
        var text = Decoded(bytes);
        if (text.Count(letter => letter == '"') % 2 != 0)
            throw new UnreadableSheetException("Import.Unreadable.Quote");
        var configuration = new CsvConfiguration
        {
            Seperator = Separator(text),
            ReadLineBreaksWithinQuotes = true,
            StreamReaderFunc = stream => new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false),
        };
        return Rows(new MemoryStream(Encoding.UTF8.GetBytes(text)), ExcelType.CSV, configuration);
    }

    private static List<SheetRow> Rows(MemoryStream stream, ExcelType kind, CsvConfiguration? configuration)
    {
        using (stream)
        {
            return
            [
                .. stream.Query(useHeaderRow: false, excelType: kind, configuration: configuration)
                    .Cast<IDictionary<string, object?>>()
                    .Select((row, at) => new SheetRow(at + 1, [.. row.Values.Select(Text)])),
            ];
        }
    }

    private static List<SheetRow> Objects(byte[] bytes)
    {
        var headings = new List<string>();
        var rows = new List<SheetRow>();
        foreach (var (at, line) in Decoded(bytes).Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            try
            {
                var cells = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!;
                headings.AddRange(cells.Keys.Except(headings));
                rows.Add(new(at + 1, [.. headings.Select(heading => cells.TryGetValue(heading, out var cell) ? Text(cell) : "")]));
            }
            catch (JsonException broken)
            {
                throw new UnreadableSheetException("Import.Unreadable.Json", string.Create(CultureInfo.InvariantCulture, $"{at + 1}: {broken.Message}"));
            }
        }

        // A line is an object that names its own fields, so the headings stand above the first.
        return [new(0, headings), .. rows];
    }

    private static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => cell.GetString()!.Trim(),
        _ => cell.GetRawText(),
    };

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) > LargestExact => LostDigits,
        double number => number.ToString("0.############", CultureInfo.InvariantCulture),
        bool flag => flag ? "yes" : "no",
        _ => (Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "").Trim(),
    };

    /// <summary>What stands for a number that lost its last digits in the spreadsheet.</summary>
    public const string LostDigits = "######";

    /// <summary>As UTF-8, with a mark or without; else as GB18030, which is what an office's spreadsheet saves.</summary>
    private static string Decoded(byte[] bytes)
    {
        var body = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        if (System.Text.Unicode.Utf8.IsValid(body))
            return Encoding.UTF8.GetString(body);
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableSheetException("Import.Unreadable.Encoding");
        }
    }

    private static char Separator(string text)
    {
        var line = text.AsSpan();
        var end = line.IndexOf('\n');
        var first = end < 0 ? line : line[..end];
        var (tabs, semicolons, commas) = (first.Count('\t'), first.Count(';'), first.Count(','));
        return tabs > commas ? '\t' : semicolons > commas ? ';' : ',';
    }
}
