using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Bot.Export;

/// <summary>Type of an official paper: 小标宋 2号 for the title, 黑体, 楷体 and 仿宋 3号 below it (GB/T 9704-2012, 7.3), 5号 in tables.</summary>
/// <remarks>
/// The fonts are named, not embedded: offices have them, and where one is missing the font table names the nearest that every system has.
/// </remarks>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Heading = "Heading1";
    public const string SubHeading = "Heading2";
    public const string Body = "BodyText";
    public const string TableNumber = "TableNumber";
    public const string TableLabel = "TableLabel";
    public const string AfterTable = "AfterTable";
    public const string DraftMark = "DraftMark";
    public const string DraftHeader = "DraftHeader";
    public const string OddFooter = "OddFooter";
    public const string EvenFooter = "EvenFooter";

    /// <summary>5号, in half-points.</summary>
    public const int TableSize = 21;

    private const string Normal = "Normal";
    private const string Western = "Times New Roman";
    private const string FangSong = "仿宋_GB2312";
    private const string KaiTi = "楷体_GB2312";
    private const string HeiTi = "黑体";
    private const string SongTi = "宋体";
    private const string BiaoSong = "方正小标宋简体";
    private const string Red = "C00000";
    private const int Third = 32;

    /// <summary>What to take where a font is missing.</summary>
    private static readonly (string Name, string Instead, FontFamilyValues Family)[] Fonts =
    [
        (FangSong, "仿宋,FangSong,FangSong_GB2312", FontFamilyValues.Modern),
        (KaiTi, "楷体,KaiTi,KaiTi_GB2312", FontFamilyValues.Modern),
        (HeiTi, "SimHei", FontFamilyValues.Modern),
        (SongTi, "SimSun", FontFamilyValues.Auto),
        (BiaoSong, "FZXiaoBiaoSong-B05S,宋体,SimSun", FontFamilyValues.Auto),
    ];

    public static void AddTo(MainDocumentPart main)
    {
        var styles = main.AddNewPart<StyleDefinitionsPart>("rId2");
        styles.Styles = new Styles([Defaults(), .. All()]);
        var fonts = main.AddNewPart<FontTablePart>("rId3");
        fonts.Fonts = new Fonts(Fonts.Select(FontOf));
        var settings = main.AddNewPart<DocumentSettingsPart>("rId4");
        settings.Settings = new DocumentFormat.OpenXml.Wordprocessing.Settings(
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
    }

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Western, HighAnsi = Western, EastAsia = FangSong, ComplexScript = Western },
            new FontSize { Val = Half(Third) },
            new FontSizeComplexScript { Val = Half(Third) },
            new Languages { Val = "en-US", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault());

    private static IEnumerable<Style> All()
    {
        yield return new Style(
            new StyleName { Val = "Normal" },
            new PrimaryStyle(),
            new StyleParagraphProperties(new WidowControl { Val = false }, Exactly(DocxPage.LinePitch), new Justification { Val = JustificationValues.Both }))
        {
            Type = StyleValues.Paragraph,
            StyleId = Normal,
            Default = true,
        };
        yield return Based(Title, "Title", [OffGrid(), Exactly(700), Centred()], Type(BiaoSong, 44));
        yield return Based(Heading, "heading 1", [new KeepNext(), FirstLine(), new OutlineLevel { Val = 0 }], Type(HeiTi, Third));
        yield return Based(SubHeading, "heading 2", [new KeepNext(), FirstLine(), new OutlineLevel { Val = 1 }], Type(KaiTi, Third));
        yield return Based(Body, "Body Text", [FirstLine()]);
        yield return Based(TableNumber, "Table Number", [OffGrid(), Exactly(280), Centred()], Type(SongTi, TableSize));
        yield return Based(TableLabel, "Table Label", [OffGrid(), Exactly(280), new Indentation { Left = "40" }, new Justification { Val = JustificationValues.Left }], Type(SongTi, TableSize));
        yield return Based(AfterTable, "After Table", [OffGrid(), Exactly(240)]);
        yield return Based(DraftMark, "Draft Mark", [Centred()], Type(HeiTi, Third, Red));
        yield return Based(
            DraftHeader,
            "Draft Header",
            [new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Color = Red, Size = 6, Space = 1 }), OffGrid(), Exactly(400), Centred()],
            Type(HeiTi, 28, Red));
        yield return Based(OddFooter, "Odd Footer", [OffGrid(), Exactly(320), new Indentation { Right = "280", RightChars = 100 }, new Justification { Val = JustificationValues.Right }], Type(SongTi, 28));
        yield return Based(EvenFooter, "Even Footer", [OffGrid(), Exactly(320), new Indentation { Left = "280", LeftChars = 100 }, new Justification { Val = JustificationValues.Left }], Type(SongTi, 28));
    }

    private static Style Based(string id, string name, IEnumerable<OpenXmlElement> paragraph, StyleRunProperties? type = null)
    {
        List<OpenXmlElement> parts = [new StyleName { Val = name }, new BasedOn { Val = Normal }, new PrimaryStyle(), new StyleParagraphProperties(paragraph)];
        if (type is not null)
            parts.Add(type);
        return new Style(parts) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = id is Title or Heading or SubHeading or Body ? null : true };
    }

    private static StyleRunProperties Type(string font, int size, string? color = null)
    {
        List<OpenXmlElement> parts = [new RunFonts { EastAsia = font }];
        if (color is not null)
            parts.Add(new Color { Val = color });
        return new([.. parts, new FontSize { Val = Half(size) }, new FontSizeComplexScript { Val = Half(size) }]);
    }

    private static Font FontOf((string Name, string Instead, FontFamilyValues Family) font) => new(
        new AltName { Val = font.Instead },
        new FontCharSet { Val = "86" },
        new FontFamily { Val = font.Family },
        new Pitch { Val = FontPitchValues.Default })
    {
        Name = font.Name,
    };

    private static SpacingBetweenLines Exactly(int line) => new() { Before = "0", After = "0", Line = Half(line), LineRule = LineSpacingRuleValues.Exact };

    /// <summary>What is set closer or wider than the page's lines would be pulled onto them.</summary>
    private static SnapToGrid OffGrid() => new() { Val = false };

    private static Indentation FirstLine() => new() { FirstLine = "640", FirstLineChars = 200 };

    private static Justification Centred() => new() { Val = JustificationValues.Center };

    private static string Half(int number) => number.ToString(CultureInfo.InvariantCulture);
}
