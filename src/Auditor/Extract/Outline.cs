using System.Text;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>What a place in the outline is; elements nobody asks about by name are <see cref="Other"/>.</summary>
internal enum Tag : byte
{
    Other,
    Text,
    Comment,
    A,
    Li,
    Ul,
    Ol,
    Dl,
    Dt,
    Dd,
    Table,
    Tbody,
    Tr,
    Td,
    Th,
    Div,
    P,
    Span,
    Section,
    Heading,
    Img,
    Script,
    Style,
    Textarea,
    Template,
    Hidden,
    Iframe,
    Frame,
    Form,
    Input,
    Object,
    Body,
    Html,
    Title,
    Meta,
    Base,
    Link,
    Nav,
    Br,
}

/// <summary>One element, text or comment of a page.</summary>
internal struct Spot
{
    public HtmlNode Node;
    public Tag Tag;
    public int Parent;

    /// <summary>The first place after this one's inside.</summary>
    public int End;

    /// <summary>Links inside, itself included.</summary>
    public int Links;

    /// <summary>Characters of text inside that are not white space, and how many of them belong to links.</summary>
    public int TextLength;
    public int LinkText;
}

/// <summary>
/// A page as one flat list in document order, made by a single walk over the tree: the inside of a place is the range up to its end,
/// so everything after the walk is a loop over an array.
/// </summary>
/// <remarks>Text inside scripts, styles, templates, text areas and selections does not count as text: nobody sees it.</remarks>
internal sealed class Outline
{
    private readonly string _source;
    private Spot[] _spots;
    private int _link;

    public Outline(HtmlDocument document)
    {
        _source = document.Text;
        _spots = new Spot[Math.Max(256, _source.Length / 24)];
        Add(document.DocumentNode, Tag.Html, -1);
        Walk(document.DocumentNode, 0);
        _spots[0].End = Count;
    }

    public int Count { get; private set; }

    /// <summary>The places of the scripts.</summary>
    public List<int> Scripts { get; } = [];

    public ref readonly Spot this[int at] => ref _spots[at];

    /// <summary>The text of a text place, as written (entities and all).</summary>
    public ReadOnlySpan<char> TextOf(int at)
    {
        var node = _spots[at].Node;
        return _source.AsSpan(node.OuterStartIndex, node.OuterLength);
    }

    /// <summary>What stands between an element's tags, as written: a script, a text area, a template.</summary>
    public ReadOnlySpan<char> InnerOf(int at)
    {
        var node = _spots[at].Node;
        return _source.AsSpan(node.InnerStartIndex, node.InnerLength);
    }

    /// <summary>An attribute's value with its entities decoded, or null when it is absent or blank.</summary>
    public string? Attribute(int at, string name)
    {
        var node = _spots[at].Node;
        if (!node.HasAttributes || node.Attributes[name] is not { } attribute)
            return null;
        var value = Decoded(attribute.Value).Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>The text inside a place, entities decoded and white space folded, up to a length.</summary>
    public string Text(int at, int most = int.MaxValue) => Text(at, _spots[at].End, most);

    /// <inheritdoc cref="Text(int, int)"/>
    public string Text(int from, int to, int most)
    {
        var text = new StringBuilder();
        var gap = false;
        for (var i = from; i < to && text.Length < most; i++)
        {
            if (_spots[i].Tag is not Tag.Text)
            {
                gap |= _spots[i].Tag is not (Tag.Span or Tag.Other or Tag.A or Tag.Comment);
                continue;
            }

            foreach (var letter in Decoded(TextOf(i)))
            {
                if (char.IsWhiteSpace(letter) || letter is '\u200b' or '\ufeff')
                {
                    gap = true;
                    continue;
                }

                if (gap && text.Length > 0)
                    text.Append(' ');
                gap = false;
                text.Append(letter);
            }
        }

        if (text.Length > most)
            text.Length = most;
        return text.ToString();
    }

    /// <summary>The first element child of a place, or its <see cref="Spot.End"/> when it has none.</summary>
    public int FirstChild(int at) => SkipToElement(at + 1, _spots[at].End);

    /// <summary>The next element after a place inside the same parent, or the parent's end.</summary>
    public int NextSibling(int at) => SkipToElement(_spots[at].End, _spots[_spots[at].Parent].End);

    public bool Holds(int outer, int inner) => inner >= outer && inner < _spots[outer].End;

    /// <summary>A short name of an element for the evidence: <c>ul.list</c>, <c>div#main</c>.</summary>
    public string NameOf(int at)
    {
        var node = _spots[at].Node;
        if (Attribute(at, "id") is { Length: < 40 } id)
            return $"{node.Name}#{id}";
        return Attribute(at, "class") is { Length: < 60 } style ? $"{node.Name}.{style.Split(' ')[0]}" : node.Name;
    }

    public static string Decoded(ReadOnlySpan<char> text) => text.Contains('&') ? HtmlEntity.DeEntitize(text.ToString()) ?? "" : text.ToString();

    private int SkipToElement(int at, int end)
    {
        while (at < end && _spots[at].Tag is Tag.Text or Tag.Comment)
            at++;
        return Math.Min(at, end);
    }

    private void Walk(HtmlNode node, int parent)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            switch (child.NodeType)
            {
                case HtmlNodeType.Text:
                    AddText(child, parent);
                    break;
                case HtmlNodeType.Comment:
                    _spots[Add(child, Tag.Comment, parent)].End = Count;
                    break;
                case HtmlNodeType.Element:
                    AddElement(child, parent);
                    break;
            }
        }
    }

    private void AddElement(HtmlNode node, int parent)
    {
        var tag = TagOf(node);
        var at = Add(node, tag, parent);
        if (tag == Tag.Script)
            Scripts.Add(at);
        if (tag is not (Tag.Script or Tag.Style or Tag.Textarea or Tag.Template or Tag.Hidden))
        {
            var outer = _link;
            if (tag == Tag.A)
            {
                _link++;
                _spots[at].Links = 1;
            }

            Walk(node, at);
            _link = outer;
        }

        _spots[at].End = Count;
        ref var mine = ref _spots[at];
        ref var above = ref _spots[parent];
        above.Links += mine.Links;
        above.TextLength += mine.TextLength;
        above.LinkText += mine.LinkText;
    }

    private void AddText(HtmlNode node, int parent)
    {
        var length = 0;
        var text = _source.AsSpan(node.OuterStartIndex, node.OuterLength);
        foreach (var letter in text.Contains('&') && text.Length < 2_000 ? Decoded(text) : text)
        {
            if (!char.IsWhiteSpace(letter))
                length++;
        }

        if (length == 0)
            return;
        var at = Add(node, Tag.Text, parent);
        _spots[at].End = Count;
        _spots[at].TextLength = length;
        ref var above = ref _spots[parent];
        if (above.Tag == Tag.Title)
            return;
        above.TextLength += length;
        if (_link > 0)
            above.LinkText += length;
    }

    private int Add(HtmlNode node, Tag tag, int parent)
    {
        if (Count == _spots.Length)
            Array.Resize(ref _spots, Count * 2);
        _spots[Count] = new() { Node = node, Tag = tag, Parent = parent };
        return Count++;
    }

    private static Tag TagOf(HtmlNode node) => node.Name switch
    {
        "a" => Tag.A,
        "li" => Tag.Li,
        "ul" => Tag.Ul,
        "ol" => Tag.Ol,
        "dl" => Tag.Dl,
        "dt" => Tag.Dt,
        "dd" => Tag.Dd,
        "table" => Tag.Table,
        "tbody" or "thead" or "tfoot" => Tag.Tbody,
        "tr" => Tag.Tr,
        "td" => Tag.Td,
        "th" => Tag.Th,
        "div" => Tag.Div,
        "p" => Tag.P,
        "span" or "font" or "b" or "i" or "em" or "strong" or "u" or "small" or "time" or "label" => Tag.Span,
        "section" or "article" or "main" => Tag.Section,
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Tag.Heading,
        "img" => Tag.Img,
        "script" => Tag.Script,
        "style" => Tag.Style,
        "textarea" => Tag.Textarea,
        "template" => Tag.Template,
        "select" or "noscript" or "svg" => Tag.Hidden,
        "iframe" => Tag.Iframe,
        "frame" => Tag.Frame,
        "form" => Tag.Form,
        "input" or "button" => Tag.Input,
        "object" or "embed" or "video" => Tag.Object,
        "body" => Tag.Body,
        "html" => Tag.Html,
        "title" => Tag.Title,
        "meta" => Tag.Meta,
        "base" => Tag.Base,
        "link" => Tag.Link,
        "nav" or "header" or "footer" or "aside" => Tag.Nav,
        "br" => Tag.Br,
        _ => Tag.Other,
    };
}
