using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Extract;

/// <summary>The page number inside a data request, wherever it stands: query, form, or JSON in either (<c>paramJson={"pageNo":1}</c>).</summary>
internal static partial class PageParameters
{
    /// <summary>The same request for the page after it; null when nothing in it is a page number.</summary>
    public static PageRequest? Next(PageRequest asked) => Number(asked) is { } number ? WithNumber(asked, number + 1) : null;

    public static int? Number(PageRequest request)
    {
        foreach (var text in Parts(request))
        {
            if (InText().Match(text) is { Success: true } match)
                return int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return null;
    }

    public static PageRequest WithNumber(PageRequest request, int number) => request with
    {
        Address = new UriBuilder(request.Address) { Query = Written(request.Address.Query.TrimStart('?'), number) }.Uri,
        Form = request.Form is null ? null : [.. request.Form.Select(field => FieldName().IsMatch(field.Key) && int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new KeyValuePair<string, string>(field.Key, number.ToString(CultureInfo.InvariantCulture))
            : new(field.Key, Written(field.Value, number)))],
        Json = request.Json is null ? null : Written(request.Json, number),
        ETag = null,
        LastModified = null,
        KnownSha256 = null,
    };

    /// <summary>The rows a request asks for at a time, when it says so.</summary>
    public static int? Size(PageRequest request)
    {
        foreach (var text in Parts(request))
        {
            if (SizeInText().Match(text) is { Success: true } match)
                return int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static IEnumerable<string> Parts(PageRequest request)
    {
        yield return request.Address.Query.TrimStart('?');
        if (request.Form is not null)
            yield return request.Form.Aggregate(new StringBuilder(), (text, field) => text.Append('&').Append(field.Key).Append('=').Append(field.Value)).ToString();
        if (request.Json is not null)
            yield return request.Json;
    }

    private static string Written(string text, int number) =>
        InText().Replace(text, match => match.Value[..^match.Groups["number"].Length] + number.ToString(CultureInfo.InvariantCulture));

    private const string Names = "page|pageNo|pageNum|pageNumber|pageIndex|currPage|currentPage|current|curPage|cur_page|page_no|page_num|Paging|PAGENUM";

    /// <summary><c>name=1</c> as a field of a query, or <c>"name":1</c> in JSON, plain or percent-encoded.</summary>
    [GeneratedRegex($"""(?:(?:^|&)(?:{Names})=|(?:"|%22)(?:{Names})(?:"|%22)(?::|%3A)\s*(?:"|%22)?)(?<number>\d{"{1,6}"})(?!\d)""", RegexOptions.IgnoreCase)]
    private static partial Regex InText();

    [GeneratedRegex($"^(?:{Names})$", RegexOptions.IgnoreCase)]
    private static partial Regex FieldName();

    [GeneratedRegex("""(?:(?:^|&)_?(?:pageSize|perPage|page_size|limit|rows|size)=|(?:"|%22)(?:pageSize|perPage|limit|size)(?:"|%22)(?::|%3A)\s*(?:"|%22)?)(?<number>[1-9]\d{0,3})(?!\d)""", RegexOptions.IgnoreCase)]
    private static partial Regex SizeInText();
}
