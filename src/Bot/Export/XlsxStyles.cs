using DocumentFormat.OpenXml.Spreadsheet;

namespace Disclosure.Bot.Export;

/// <summary>The cell formats of the workbook; a cell names its format by its place in the list.</summary>
internal static class XlsxStyles
{
    public const uint Title = 1;
    public const uint Note = 2;
    public const uint Label = 3;
    public const uint RowLabel = 4;
    public const uint Number = 5;

    /// <summary>A total that is not the sum of its parts, or a cell without a number where one belongs.</summary>
    public const uint Doubtful = 6;

    public const uint Heading = 7;
    public const uint Text = 8;
    public const uint Day = 9;

    private const uint DayFormat = 164;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" }),
        new Fonts(Font(11), Font(14, "黑体"), Font(11, color: "FFC00000")),
        new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), Solid("FFFFC7CE"), Solid("FFEDEDED")),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(
            new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0, FormatId = 0 },
            Format(HorizontalAlignmentValues.Left, font: 1, border: 0),
            Format(HorizontalAlignmentValues.Left, font: 2, border: 0),
            Format(HorizontalAlignmentValues.Center),
            Format(HorizontalAlignmentValues.Left),
            Format(HorizontalAlignmentValues.Center),
            Format(HorizontalAlignmentValues.Center, fill: 2),
            Format(HorizontalAlignmentValues.Center, fill: 3),
            Format(HorizontalAlignmentValues.Left),
            Format(HorizontalAlignmentValues.Center, number: DayFormat)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static CellFormat Format(HorizontalAlignmentValues horizontal, uint font = 0, uint fill = 0, uint border = 1, uint number = 0) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = number != 0,
        ApplyFont = font != 0,
        ApplyFill = fill != 0,
        ApplyBorder = border != 0,
        ApplyAlignment = true,
        Alignment = new Alignment { Horizontal = horizontal, Vertical = VerticalAlignmentValues.Center, WrapText = border != 0 },
    };

    private static Font Font(double size, string name = "宋体", string? color = null)
    {
        var font = new Font(new FontSize { Val = size });
        if (color is not null)
            font.Append(new Color { Rgb = color });
        font.Append(new FontName { Val = name }, new FontCharSet { Val = 134 });
        return font;
    }

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Fill Solid(string color) => new(new PatternFill(new ForegroundColor { Rgb = color }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin },
        new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin },
        new BottomBorder { Style = BorderStyleValues.Thin },
        new DiagonalBorder());
}
