using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Bot.Tests.Export;

/// <summary>An Office file taken apart for a test.</summary>
internal static class OfficePackage
{
    /// <summary>A part as indented text, so that a golden file can be read and compared line by line.</summary>
    public static string Part(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var part = (zip.GetEntry(name) ?? throw new InvalidOperationException($"No part {name} among {string.Join(", ", zip.Entries)}.")).Open();
        using var text = new StringWriter();
        using (var writer = XmlWriter.Create(text, new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
            XDocument.Load(part).Save(writer);
        return text + "\n";
    }

    /// <summary>What Office would object to.</summary>
    public static IReadOnlyList<string> Faults(OpenXmlPackage package) =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
}
