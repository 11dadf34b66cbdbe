using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// The call that draws a static pager, in the two dialects that share its name: TRS <c>createPageHTML(pages, current0, "index",
/// "html"[, records])</c> and Ucap <c>createPageHTML('page-div', pages, current1, 'list', 'shtml', records)</c>.
/// </summary>
/// <param name="Current">1-based number of the page the call stands on.</param>
/// <param name="Records">The declared number of records, when the call has one.</param>
/// <param name="CountsFromOne">Whether page 2 is <c>name_2</c> (Ucap) and not <c>name_1</c> (TRS).</param>
internal sealed partial record PagerCall(int Pages, int Current, string Name, string Extension, int? Records, bool CountsFromOne)
{
    private const string Function = "createPageHTML";
    private const int MostCalls = 40;

    /// <summary>The call that runs; else the one in a comment, with the page count from <c>countPage</c>. Null without either.</summary>
    public static PagerCall? Find(string text)
    {
        PagerCall? commented = null;
        var looked = 0;
        for (var at = text.IndexOf(Function, StringComparison.OrdinalIgnoreCase); at >= 0 && looked++ < MostCalls; at = text.IndexOf(Function, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (IsDefinition(text, at) || Arguments().Match(text, at) is not { Success: true } match || Parse(text, match.Groups[1].Value) is not { } call)
                continue;
            if (!IsCommented(text, at))
                return call;
            commented ??= call with { Pages = Variable(text, "countPage") ?? call.Pages };
        }

        return commented;
    }

    /// <summary>The file name of a page, 1-based.</summary>
    public string FileOf(int page, bool countsFromOne)
    {
        var number = countsFromOne ? page : page - 1;
        return page <= 1 ? $"{Name}.{Extension}" : string.Create(CultureInfo.InvariantCulture, $"{Name}_{number}.{Extension}");
    }

    private static PagerCall? Parse(string text, string list)
    {
        var arguments = list.Split(',', StringSplitOptions.TrimEntries);
        var fromOne = arguments.Length >= 5 && Unquoted(arguments[0]) is not null && Number(text, arguments[0]) is null;
        var first = fromOne ? 1 : 0;
        if (arguments.Length < first + 4
            || Number(text, arguments[first]) is not { } pages
            || Number(text, arguments[first + 1]) is not { } current
            || Unquoted(arguments[first + 2]) is not { Length: > 0 } name
            || Unquoted(arguments[first + 3]) is not { Length: > 0 } extension)
            return null;
        return new(pages, fromOne ? Math.Max(current, 1) : current + 1, name, extension.TrimStart('.'), arguments.Length > first + 4 ? Number(text, arguments[first + 4]) : null, fromOne);
    }

    private static int? Number(string text, string argument)
    {
        var bare = Unquoted(argument) ?? argument;
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return Identifier().IsMatch(argument) ? Variable(text, argument) : null;
    }

    private static int? Variable(string text, string name)
    {
        foreach (Match match in Assignment().Matches(text))
        {
            if (match.Groups["name"].ValueSpan.SequenceEqual(name) && int.TryParse(match.Groups["value"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                return value;
        }

        return null;
    }

    private static string? Unquoted(string argument) =>
        argument.Length >= 2 && argument[0] is '"' or '\'' && argument[^1] == argument[0] ? argument[1..^1] : null;

    private static bool IsDefinition(string text, int at) => text.AsSpan(0, at).TrimEnd().EndsWith("function");

    /// <summary>After <c>//</c> on its line (an address's <c>http://</c> aside), or inside <c>/* */</c>.</summary>
    private static bool IsCommented(string text, int at)
    {
        var line = text.AsSpan(text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1);
        line = line[..(at - (text.LastIndexOf('\n', Math.Max(at - 1, 0)) + 1))];
        var slashes = line.LastIndexOf("//");
        if (slashes >= 0 && (slashes == 0 || line[slashes - 1] != ':') && line[slashes..].IndexOf("</script") < 0)
            return true;
        var open = text.LastIndexOf("/*", at, StringComparison.Ordinal);
        return open >= 0 && text.LastIndexOf("*/", at, StringComparison.Ordinal) < open && text.LastIndexOf("</script", at, StringComparison.OrdinalIgnoreCase) < open;
    }

    [GeneratedRegex(@"\GcreatePageHTML\s*\(([^()]{3,300})\)", RegexOptions.IgnoreCase)]
    private static partial Regex Arguments();

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"\b(?<name>[A-Za-z_$][A-Za-z0-9_$]{0,40})\s*=\s*['""]?(?<value>\d{1,7})\b")]
    private static partial Regex Assignment();
}
