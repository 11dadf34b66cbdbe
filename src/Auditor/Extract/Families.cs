using System.Diagnostics.CodeAnalysis;
using Disclosure.Columns;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

internal static class Families
{
    [SuppressMessage("Style", "IDE0060", Justification = "The families come with their own file.")]
    public static Extraction? TryRead(PageText page, HtmlDocument? tree, Column column, DateOnly today) => null;
}
