using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Bot.Export;

/// <summary>One sheet while it is filled, cell by cell, left to right and downwards.</summary>
/// <param name="name">On its tab.</param>
/// <param name="widths">Of its columns, in characters.</param>
internal sealed class XlsxSheet(string name, IReadOnlyList<double> widths)
{
    private readonly SheetData _data = new();
    private readonly List<string> _merges = [];
    private Row? _row;

    public string Name => name;

    public int Columns => widths.Count;

    /// <summary>The last row of the headings of a list: it stays in sight, is repeated in print and carries the filter. 0 for a form.</summary>
    public int HeadingRow { get; init; }

    /// <summary>The row being filled, from 1.</summary>
    public int CurrentRow { get; private set; }

    public bool Landscape { get; init; }

    /// <param name="height">In points.</param>
    public void StartRow(double height)
    {
        CurrentRow++;
        _row = new Row { RowIndex = (uint)CurrentRow, Height = height, CustomHeight = true };
        _data.Append(_row);
    }

    /// <summary>A row of texts, one per column, as high as the longest needs.</summary>
    public void StartRow(IReadOnlyList<string> texts) => StartRow(HeightOf(texts.Select((text, column) => (text, widths[column]))));

    /// <summary>The height in which wrapped texts show whole; programs do not fit rows by themselves where cells are merged, and some never do.</summary>
    /// <param name="cells">Each text with the width it has, in characters.</param>
    public static double HeightOf(IEnumerable<(string Text, double Width)> cells)
    {
        const double line = 15;
        var lines = cells.Select(cell => Math.Ceiling(WidthOf(cell.Text) / (cell.Width - 1))).Append(1).Max();
        return (lines * line) + 5;
    }

    public void Text(int column, string text, uint style)
    {
        var cell = Cell(column, style);
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(Printable.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <param name="formula">What computes the number, without "="; null for a number that was entered.</param>
    public void Number(int column, decimal number, uint style, string? formula = null)
    {
        var cell = Cell(column, style);
        if (formula is not null)
            cell.CellFormula = new CellFormula(formula);
        cell.CellValue = new CellValue(number.ToString("0.############", CultureInfo.InvariantCulture));
    }

    public void Day(int column, DateOnly day) =>
        Cell(column, XlsxStyles.Day).CellValue = new CellValue((day.DayNumber - DayZero).ToString(CultureInfo.InvariantCulture));

    /// <summary>A cell that holds nothing but has a border.</summary>
    public void Blank(int column, uint style) => Cell(column, style);

    /// <summary>One cell over several, from the row and column named on.</summary>
    public void Merge(int row, int column, int rows, int columns) => _merges.Add($"{Address(row, column)}:{Address(row + rows - 1, column + columns - 1)}");

    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public static string Address(int row, int column)
    {
        var letters = column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    public Worksheet ToWorksheet(bool isFirst, string footer)
    {
        var sheet = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(View(isFirst)),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new DocumentFormat.OpenXml.Spreadsheet.Columns(widths.Select((width, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = width, CustomWidth = true })),
            _data);
        if (HeadingRow > 0)
            sheet.Append(new AutoFilter { Reference = $"{Address(HeadingRow, 0)}:{Address(Math.Max(CurrentRow, HeadingRow), Columns - 1)}" });
        if (_merges.Count > 0)
            sheet.Append(new MergeCells(_merges.Select(merge => new MergeCell { Reference = merge })) { Count = (uint)_merges.Count });
        sheet.Append(
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.6, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.3, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = Landscape ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = HeadingRow > 0 ? 0u : 1u },
            new HeaderFooter(new OddFooter(footer)));
        return sheet;
    }

    /// <summary>A Chinese character is two wide.</summary>
    private static double WidthOf(string text) => text.Sum(character => character < '\u2E80' ? 1 : 2);

    /// <summary>The day a spreadsheet counts from.</summary>
    private static int DayZero => new DateOnly(1899, 12, 30).DayNumber;

    private SheetView View(bool isFirst)
    {
        var view = new SheetView { ShowGridLines = false, TabSelected = isFirst, WorkbookViewId = 0 };
        if (HeadingRow > 0)
            view.Append(new Pane { VerticalSplit = HeadingRow, TopLeftCell = Address(HeadingRow + 1, 0), ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        return view;
    }

    private Cell Cell(int column, uint style)
    {
        var cell = new Cell { CellReference = Address(CurrentRow, column), StyleIndex = style };
        (_row ?? throw new InvalidOperationException("A cell needs a row to stand in.")).Append(cell);
        return cell;
    }
}
