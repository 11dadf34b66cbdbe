using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// The small selector that profiles are written in: <c>tag</c>, <c>#id</c>, <c>.class</c>, joined (<c>ul.list</c>) and nested
/// by a space (<c>div#right ul.list</c>). Anything more is refused with a message, never ignored.
/// </summary>
internal sealed class Selector
{
    private readonly Step[] _steps;

    private Selector(string text, Step[] steps) => (Text, _steps) = (text, steps);

    public string Text { get; }

    public static bool TryParse(string text, out Selector? selector)
    {
        selector = null;
        var steps = new List<Step>();
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Step.Parse(part) is not { } step)
                return false;
            steps.Add(step);
        }

        if (steps.Count == 0)
            return false;
        selector = new(text, [.. steps]);
        return true;
    }

    /// <summary>Matching elements in document order, without those inside another match.</summary>
    public IEnumerable<HtmlNode> Find(HtmlNode root)
    {
        for (var node = root.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node.NodeType is not HtmlNodeType.Element)
                continue;
            if (Matches(node))
            {
                yield return node;
                continue;
            }

            foreach (var inner in Find(node))
                yield return inner;
        }
    }

    private bool Matches(HtmlNode node)
    {
        if (!_steps[^1].Matches(node))
            return false;
        var step = _steps.Length - 2;
        for (var above = node.ParentNode; step >= 0 && above is not null; above = above.ParentNode)
        {
            if (_steps[step].Matches(above))
                step--;
        }

        return step < 0;
    }

    private sealed record Step(string Tag, string Id, string[] Classes)
    {
        public static Step? Parse(string text)
        {
            string tag = "", id = "";
            var classes = new List<string>();
            for (var at = 0; at < text.Length;)
            {
                var mark = text[at] is '#' or '.' ? text[at++] : ' ';
                var end = at;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '_'))
                    end++;
                if (end == at)
                    return null;
                var name = text[at..end];
                if (mark == '#')
                    id = name;
                else if (mark == '.')
                    classes.Add(name);
                else if (tag.Length == 0 && at == 0)
                    tag = name.ToLowerInvariant();
                else
                    return null;
                at = end;
            }

            return new(tag, id, [.. classes]);
        }

        public bool Matches(HtmlNode node) =>
            (Tag.Length == 0 || node.Name == Tag)
            && (Id.Length == 0 || node.GetAttributeValue("id", "") == Id)
            && (Classes.Length == 0 || node.GetAttributeValue("class", "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is var has && Classes.All(has.Contains));
    }
}
