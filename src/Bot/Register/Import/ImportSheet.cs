namespace Disclosure.Bot.Register.Import;

/// <summary>A register as it was handed in: the first row that is a heading, and what stands below it.</summary>
/// <param name="HeadingRow">Its row in the file, from 1.</param>
internal sealed record ImportSheet(int HeadingRow, IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows);

/// <summary>One row of the file.</summary>
/// <param name="Number">Its row in the file, from 1, as a spreadsheet numbers it.</param>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <summary>The file cannot be read as a register at all.</summary>
/// <param name="why">A key of the texts.</param>
internal sealed class UnreadableSheetException(string why, string detail = "") : Exception(detail)
{
    public string Why => why;
}
