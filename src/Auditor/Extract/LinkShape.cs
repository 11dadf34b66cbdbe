namespace Disclosure.Auditor.Extract;

/// <summary>Tells links to items from links to columns by their addresses, for lists that print no days.</summary>
internal static class LinkShape
{
    /// <summary>Characters from which a link's text is a title and not a column's name.</summary>
    private const int SentenceLength = 8;

    private static readonly string[] Attachments = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".wps", ".zip", ".rar", ".ofd", ".ppt", ".pptx"];
    private static readonly string[] Pages = [".htm", ".html", ".shtml", ".jhtml", ".thtml", ".aspx", ".jsp", ".php", ".do"];

    /// <summary>Whether at least half of a group's links lead to articles or files.</summary>
    public static bool AreArticles(Sheet sheet, RowGroup group)
    {
        var (links, articles) = (0, 0);
        foreach (var row in group.Rows.Take(12))
        {
            for (var at = row.From; at < row.To; at++)
            {
                if (sheet.Outline[at].Tag != Tag.A)
                    continue;
                links++;
                if (sheet.Outline[at].TextLength > 1 && RowReader.AddressOf(sheet, at) is { } address && IsArticle(address, sheet.Outline[at].TextLength, sheet.Today))
                    articles++;
                break;
            }
        }

        return articles > 0 && articles * 2 >= links;
    }

    /// <summary>As <see cref="IsArticle(string, DateOnly)"/>; under a title as long as a sentence a page with any figure in its name (<c>1.html</c>) is one too.</summary>
    public static bool IsArticle(string address, int titleLength, DateOnly today)
    {
        if (IsArticle(address, today))
            return true;
        if (titleLength < SentenceLength)
            return false;
        var path = address.AsSpan();
        if (path.IndexOfAny('?', '#') is >= 0 and var query)
            path = path[..query];
        var name = path[(path.LastIndexOf('/') + 1)..];
        return !IsListName(name) && IsPage(name) && Figures(name) > 0;
    }

    /// <summary>An address that holds a day, a file, or a page named by a number.</summary>
    public static bool IsArticle(string address, DateOnly today)
    {
        var path = address.AsSpan();
        if (path.IndexOfAny('?', '#') is >= 0 and var query)
            path = path[..query];
        var name = path[(path.LastIndexOf('/') + 1)..];
        foreach (var extension in Attachments)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        if (IsListName(name))
            return DateReader.FromAddress(address, today) is not null;
        return DateReader.FromAddress(address, today) is not null || (IsPage(name) && Figures(name) >= 3) || path.Contains("/content", StringComparison.OrdinalIgnoreCase) && IsPage(name) && Figures(name) > 0;
    }

    private static bool IsPage(ReadOnlySpan<char> name)
    {
        foreach (var extension in Pages)
        {
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsListName(ReadOnlySpan<char> name) =>
        name.IsEmpty || name.StartsWith("index", StringComparison.OrdinalIgnoreCase) || name.Contains("list", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("col", StringComparison.OrdinalIgnoreCase) || name.StartsWith("node", StringComparison.OrdinalIgnoreCase);

    private static int Figures(ReadOnlySpan<char> name)
    {
        var figures = 0;
        foreach (var letter in name)
            figures += char.IsAsciiDigit(letter) ? 1 : 0;
        return figures;
    }
}
