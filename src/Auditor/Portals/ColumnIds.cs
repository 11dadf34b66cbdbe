using System.Security.Cryptography;
using System.Text;
using Disclosure.Columns;

namespace Disclosure.Auditor.Portals;

/// <summary>Gives a column without an id of its own a readable one, made from its address alone.</summary>
/// <remarks>The neighbours never enter it, unless two addresses give the same words, so that adding a column does not rename another and part it from its history.</remarks>
public static class ColumnIds
{
    private const int Readable = ColumnId.MaxLength - 10;

    public static ColumnId FromAddress(Uri portal, Uri address, IReadOnlySet<ColumnId> taken)
    {
        var words = Words(portal, address);
        if (words.Length <= ColumnId.MaxLength && ColumnId.TryParse(words, out var id) && !taken.Contains(id))
            return id;

        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..8];
        return ColumnId.Parse($"{(words.Length <= Readable ? words : words[^Readable..].TrimStart('-'))}-{mark}");
    }

    private static string Words(Uri portal, Uri address)
    {
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        var folder = Uri.UnescapeDataString(portal.AbsolutePath);
        folder = folder[..(folder.LastIndexOf('/') + 1)];
        if (folder.Length > 1 && path.StartsWith(folder, StringComparison.Ordinal) && path.Length > folder.Length)
            path = path[folder.Length..];

        var file = path[(path.LastIndexOf('/') + 1)..];
        var stem = file.Split('.')[0];
        if (stem is "index" or "default" or "list")
            stem = "";
        var text = path[..^file.Length] + stem + Uri.UnescapeDataString(address.Query + address.Fragment);
        var words = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '_')
                words.Append(c);
            else if (words.Length > 0 && words[^1] != '-')
                words.Append('-');
        }

        var joined = words.ToString().TrimEnd('-');
        return joined.Length == 0 ? "home" : joined;
    }
}
