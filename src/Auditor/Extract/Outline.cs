using System.Text;
using HtmlAgilityPack;

namespace Disclosure.Auditor.Extract;

/// <summary>One element, text or comment of a page.</summary>
internal struct Spot
{
    /// <summary>The element's start tag; for a text or a comment all of it.</summary>
    public Markup Node;
    public Tag Tag;
    public int Parent;

    /// <summary>The first place after this one's inside.</summary>
    public int End;

    /// <summary>Links inside, itself included.</summary>
    public int Links;

    /// <summary>Characters of text inside that are not white space, and how many of them belong to links.</summary>
    public int TextLength;
    public int LinkText;

    /// <summary>Where in the page's text the inside ends; an element's begins at the end of <see cref="Node"/>.</summary>
    public int InnerEnd;
}

/// <summary>
/// A page as one flat list in document order, made by a single walk over its markup: the inside of a place is the range up to its end,
/// so everything after the walk is a loop over an array.
/// </summary>
/// <remarks>Text inside scripts, styles, templates, text areas and selections does not count as text: nobody sees it.</remarks>
internal sealed class Outline
{
    private readonly string _source;
    private readonly Spot[] _spots;

    internal Outline(string source, Spot[] spots, int count, List<int> scripts) => (_source, _spots, Count, Scripts) = (source, spots, count, scripts);

    public int Count { get; }

    /// <summary>The places of the scripts.</summary>
    public List<int> Scripts { get; }

    public ref readonly Spot this[int at] => ref _spots[at];

    /// <summary>The text of a text place, as written (entities and all).</summary>
    public ReadOnlySpan<char> TextOf(int at) => _spots[at].Node.Text;

    /// <summary>What stands between an element's tags, as written: a script, a text area, a template.</summary>
    public ReadOnlySpan<char> InnerOf(int at) => _source.AsSpan(_spots[at].Node.End.._spots[at].InnerEnd);

    /// <summary>An attribute's value with its entities decoded, or null when it is absent or blank.</summary>
    public string? Attribute(int at, string name)
    {
        if (_spots[at].Node.ValueOf(name) is not { Length: > 0 } written)
            return null;
        var value = (written.Contains('&') ? Decoded(written) : written).Trim();
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
}
