using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>Reads an XML answer by its shape: elements whose children (or attributes) are a title and an address or a day.</summary>
internal static partial class XmlRows
{
    private const string Rung = "data:xml";

    public static Extraction Read(string text, Uri address, FieldNames names, DateOnly today)
    {
        if (Parse(text) is not { } root)
            return new Extraction.Unreadable(Reason.WrongFormat, "not XML");
        SightedItem[] items = [.. root.DescendantsAndSelf().Where(element => element.HasElements || element.HasAttributes)
            .Select(element => RowFields.Read(name => Field(element, name), names, address, today)).OfType<SightedItem>()];
        var total = names.Total.Select(name => root.DescendantsAndSelf().Select(element => Field(element, name)).FirstOrDefault(value => value is not null))
            .Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null)
            .FirstOrDefault(number => number is not null);
        if (items.Length > 0)
            return new Extraction.Rows(items, total >= items.Length ? new(total.Value, true) : null, null, Rung, root.Name.LocalName, string.Join('\n', items.Select(item => $"{item.PublishedOn:yyyy-MM-dd} {item.Title}")));
        return total == 0
            ? new Extraction.Nothing(new(EmptySign.TotalZero, root.Name.LocalName, "total 0"), Rung)
            : new Extraction.Unreadable(Reason.EmptyNotProved, "XML without rows and without a total of 0");
    }

    private static string? Field(XElement row, string name) =>
        row.Elements().FirstOrDefault(child => !child.HasElements && Same(child.Name, name))?.Value ?? row.Attributes().FirstOrDefault(attribute => Same(attribute.Name, name))?.Value;

    private static bool Same(XName has, string name) => string.Equals(has.LocalName, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without entities of its own (a DTD is refused) and without the control characters that portals leave in.</summary>
    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(Controls().Replace(text, "")), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F]")]
    private static partial Regex Controls();
}
