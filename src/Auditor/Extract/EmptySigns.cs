using System.Buffers;
using System.Text.RegularExpressions;
using Disclosure.Columns;

namespace Disclosure.Auditor.Extract;

/// <summary>Looks for what proves a list empty, and for what could still fill it.</summary>
/// <remarks>
/// Saying a column is empty is an accusation, and a list drawn by a script looks just like an empty one. So the sign must stand in the list's own
/// container, in sight, and nothing on the page may be able to put rows there.
/// </remarks>
internal static partial class EmptySigns
{
    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        ["暂无", "没有相关信息", "没有符合条件的记录", "没有记录", "无相关信息", "没有找到", "栏目建设中", "正在建设", "建设中", "敬请期待", "内容为空", "无数据", "没有数据", "共0条"], StringComparison.Ordinal);

    /// <summary>Scripts asked whether they write to an element; pages have some thirty.</summary>
    private const int MostScripts = 100;

    private static readonly string[] Fetching =
        ["$.ajax", "$.get(", "$.post(", ".getJSON(", "XMLHttpRequest", "fetch(", "axios", ".load(", "new Vue", "Vue.createApp", "loadPageData", "loadData", "laytpl", "dataproxy", "queryList", "jQuery.ajax", "template("];

    private static readonly string[] Counting = ["visit", "count", "click", "login", "weather", "tianqi", "stat", "hits"];
    private static readonly SearchValues<string> Bundles = SearchValues.Create(
        ["vue", "react", "angular", "axios", "chunk", "app.", "bundle", "webpack", "umi.", "runtime", "vendor", "template", "handlebars", "mustache", "juicer", "datacall", "jpage", "list", "data", "load", "ajax", "main."], StringComparison.OrdinalIgnoreCase);

    /// <summary>The words in a container that say it holds nothing, as text or as a picture's; null when it says no such thing or is not shown.</summary>
    public static string? Phrase(Outline outline, int container)
    {
        if (outline[container].TextLength == 0)
        {
            for (var at = container + 1; at < outline[container].End; at++)
            {
                if (outline[at].Tag == Tag.Img && outline.Attribute(at, "alt") is { } alt && IsPhrase(alt))
                    return alt;
            }

            return null;
        }

        if (outline[container].TextLength > 60)
            return null;
        for (var at = container + 1; at < outline[container].End; at++)
        {
            if (outline[at].Tag != Tag.Text)
                continue;
            if (IsPhrase(outline.TextOf(at)) && IsShown(outline, at))
                return outline.Text(container, 60);
        }

        return null;
    }

    /// <summary>The proof that a container without rows is empty, or null.</summary>
    public static EmptyProof? Proof(Outline outline, int container)
    {
        if (!IsShown(outline, container))
            return null;
        var name = outline.NameOf(container);
        if (Phrase(outline, container) is { } words)
            return new(EmptySign.EmptyText, name, words);
        for (var at = container + 1; at < outline.Count; at++)
        {
            if (outline[at].Tag == Tag.Script && ZeroPager().Match(outline.InnerOf(at).ToString()) is { Success: true } pager && !outline.InnerOf(at).Contains("function createPage", StringComparison.Ordinal))
                return new(EmptySign.PagerZero, name, pager.Value);
            if (outline[at].Tag is Tag.Div or Tag.P or Tag.Span or Tag.Text && outline[at].TextLength is > 2 and < 60 && outline[at].Links < 8 && ZeroTotal().Match(outline.Text(at, 60)) is { Success: true } total)
                return new(EmptySign.TotalZero, name, total.Value);
        }

        return null;
    }

    /// <summary>What on the page could still put rows into a container: a data call, a bundle, a template, a frame; null when nothing could.</summary>
    public static string? Filler(Outline outline, int container)
    {
        for (var at = 1; at < outline.Count; at++)
        {
            ref readonly var spot = ref outline[at];
            if (spot.Tag == Tag.Script && ScriptFiller(outline, at) is { } script)
                return script;
            if (spot.Tag == Tag.Template)
                return "template";
            if (spot.Tag == Tag.Text && spot.TextLength > 4 && outline.TextOf(at) is var text && text.Contains("{{", StringComparison.Ordinal) && text.Contains("}}", StringComparison.Ordinal))
                return $"placeholder {outline.Text(at, at + 1, 60)}";
        }

        if (Frames.In(outline).Count > 0)
            return "iframe";
        for (var at = container; at >= 0 && at < outline[container].End; at++)
        {
            var scan = outline[at].Node.Attributes;
            while (scan.Next())
            {
                if (IsBinding(scan.Name))
                    return $"{outline.NameOf(at)}[{scan.Name.ToString().ToLowerInvariant()}]";
            }
        }

        return null;
    }

    /// <summary>An attribute by which a script's framework fills an element.</summary>
    private static bool IsBinding(ReadOnlySpan<char> name) =>
        name.StartsWith("v-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ng-", StringComparison.OrdinalIgnoreCase) || name[0] is ':' or '@'
        || name.Equals("data-url", StringComparison.OrdinalIgnoreCase) || name.Equals("data-api", StringComparison.OrdinalIgnoreCase) || name.Equals("data-src", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a script written into the page names an element as the place to write to.</summary>
    public static bool IsScriptTarget(Outline outline, string id)
    {
        foreach (var at in outline.Scripts.Take(MostScripts))
        {
            if (outline.InnerOf(at).IndexOf(id, StringComparison.Ordinal) is > 0 and var found && outline.InnerOf(at)[found - 1] is '#' or '\'' or '"')
                return true;
        }

        return false;
    }

    private static string? ScriptFiller(Outline outline, int at)
    {
        if (outline.Attribute(at, "src") is { } source)
        {
            var path = source.Split('?')[0];
            var name = path[(path.LastIndexOf('/') + 1)..];
            return name.AsSpan().ContainsAny(Bundles) ? $"script {name}" : null;
        }

        if (outline.Attribute(at, "type") is { } type && (type.Contains("template", StringComparison.OrdinalIgnoreCase) || type.Contains("html", StringComparison.OrdinalIgnoreCase)))
            return $"script {type}";
        var script = outline.InnerOf(at);
        foreach (var call in Fetching)
        {
            if (script.IndexOf(call, StringComparison.Ordinal) is not (>= 0 and var found))
                continue;
            var around = script.Slice(found, Math.Min(200, script.Length - found)).ToString();
            if (!Array.Exists(Counting, word => around.Contains(word, StringComparison.OrdinalIgnoreCase)) || around.Contains("list", StringComparison.OrdinalIgnoreCase))
                return $"inline script with {call}";
        }

        return null;
    }

    internal static bool IsPhrase(ReadOnlySpan<char> text) => text.Length <= 200 && text.ContainsAny(Phrases);

    private static bool IsShown(Outline outline, int at)
    {
        for (; at > 0; at = outline[at].Parent)
        {
            var node = outline[at].Node;
            if (!node.HasAttributes)
                continue;
            if (node.Has("hidden"))
                return false;
            var style = node.GetAttributeValue("style", "");
            if (style.Contains("none", StringComparison.OrdinalIgnoreCase) && style.Contains("display", StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    [GeneratedRegex(@"createPage\w*\(\s*(?:'[^']*'|""[^""]*"")?\s*,?\s*0\s*,[^)]*\)|\b(?:countPage|totalrecord|totalRecords?|recordCount)\s*=\s*[""']?0\b", RegexOptions.CultureInvariant)]
    private static partial Regex ZeroPager();

    [GeneratedRegex(@"共有?\s*0\s*(?:条|页|篇)|总计\s*0\s*条|共\s*0\s*条", RegexOptions.CultureInvariant)]
    private static partial Regex ZeroTotal();
}
