using DocumentFormat.OpenXml.Packaging;

namespace Disclosure.Auditor.Reports;

/// <summary>How files of strangers are opened: read only, and never more of a part than a report can have.</summary>
internal static class OpenXmlFiles
{
    /// <summary>Characters of one part after unpacking. A table of a report takes some hundred thousand; a packed bomb, billions.</summary>
    public const long MostCharactersInPart = 40_000_000;

    public static OpenSettings Settings => new() { AutoSave = false, MaxCharactersInPart = MostCharactersInPart };
}
