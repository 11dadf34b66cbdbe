using System.Collections.Frozen;

namespace Disclosure.Auditor.Extract;

[Flags]
internal enum TagTraits : byte
{
    None = 0,

    /// <summary>Has no inside and no end tag.</summary>
    Void = 1,

    /// <summary>Its inside is text whatever it looks like.</summary>
    Raw = 2,

    /// <summary>A mark on running text; dropping it loses nothing that is read here.</summary>
    Inline = 4,

    /// <summary>Left to the tree builder: html, head, body, which pages open twice or close early.</summary>
    Untracked = 8,

    /// <summary>Its start ends every open element of the groups it closes, up to where it stops.</summary>
    ClosesAll = 16,
}

/// <summary>Elements that end, or shelter, one another.</summary>
[Flags]
internal enum TagGroup : ushort
{
    None = 0,
    Item = 1,
    List = 2,
    Cell = 4,
    Row = 8,
    Section = 16,
    Table = 32,
    Paragraph = 64,
    Anchor = 128,
    Option = 256,
    Term = 512,
    Definition = 1024,
    Heading = 2048,
}

/// <summary>What a start or end tag does to the elements that are open (the part of the HTML standard's tree construction that lists depend on).</summary>
/// <param name="Group">What it is to others.</param>
/// <param name="Closes">Open elements its start ends.</param>
/// <param name="StopsAt">Open elements beyond which its start ends nothing.</param>
/// <param name="EndStopsAt">Open elements its end tag does not reach across.</param>
internal sealed record TagRule(TagTraits Traits, TagGroup Group = TagGroup.None, TagGroup Closes = TagGroup.None, TagGroup StopsAt = TagGroup.None, TagGroup EndStopsAt = TagGroup.Cell | TagGroup.Table)
{
    public bool Has(TagTraits trait) => (Traits & trait) != 0;
}

internal static class TagRules
{
    private const TagGroup Boundary = TagGroup.Cell | TagGroup.Table;
    private const TagGroup Boxes = Boundary | TagGroup.Row | TagGroup.Item | TagGroup.List | TagGroup.Definition;

    private static readonly TagRule Other = new(TagTraits.None);
    private static readonly FrozenDictionary<int, TagRule> Rules = Table().ToFrozenDictionary(pair => KeyOf(pair.Name), pair => pair.Rule);

    public static TagRule Of(int key) => Rules.GetValueOrDefault(key, Other);

    /// <summary>A case-blind hash of a tag's name; two unknown names that collide are at worst taken for one another.</summary>
    public static int KeyOf(ReadOnlySpan<char> name)
    {
        var hash = 2166136261u;
        foreach (var letter in name)
            hash = unchecked((hash ^ (uint)(letter is >= 'A' and <= 'Z' ? letter | 0x20 : letter)) * 16777619u);
        return unchecked((int)hash);
    }

    private static IEnumerable<(string Name, TagRule Rule)> Table()
    {
        foreach (var name in (string[])["area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "keygen", "link", "meta", "param", "source", "spacer", "track", "wbr"])
            yield return (name, new(TagTraits.Void));
        foreach (var name in (string[])["script", "style", "textarea", "title", "noxhtml"])
            yield return (name, new(TagTraits.Raw));
        foreach (var name in (string[])["html", "head", "body"])
            yield return (name, new(TagTraits.Untracked));
        foreach (var name in (string[])["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u", "nobr", "span", "o:p", "center", "label", "sub", "sup"])
            yield return (name, new(TagTraits.Inline, EndStopsAt: Boxes));
        foreach (var name in (string[])["div", "section", "article", "address", "aside", "blockquote", "footer", "header", "nav", "main", "form", "fieldset", "pre"])
            yield return (name, new(TagTraits.None, Closes: TagGroup.Paragraph, StopsAt: Boxes, EndStopsAt: Boundary));
        foreach (var name in (string[])["h1", "h2", "h3", "h4", "h5", "h6"])
            yield return (name, new(TagTraits.None, TagGroup.Heading, TagGroup.Paragraph, Boxes, Boxes));
        foreach (var name in (string[])["ul", "ol", "menu", "dir", "dl"])
            yield return (name, new(TagTraits.None, TagGroup.List, TagGroup.Paragraph, Boxes, Boundary));
        foreach (var name in (string[])["thead", "tbody", "tfoot"])
            yield return (name, new(TagTraits.ClosesAll, TagGroup.Section, TagGroup.Section | TagGroup.Row | TagGroup.Cell, TagGroup.Table, TagGroup.Table));
        foreach (var name in (string[])["td", "th"])
            yield return (name, new(TagTraits.None, TagGroup.Cell, TagGroup.Cell, TagGroup.Row | TagGroup.Table, TagGroup.Table));
        foreach (var name in (string[])["dt", "dd"])
            yield return (name, new(TagTraits.None, TagGroup.Definition, TagGroup.Definition, TagGroup.List | Boundary, TagGroup.List | Boundary));
        yield return ("li", new(TagTraits.None, TagGroup.Item, TagGroup.Item, TagGroup.List | Boundary, TagGroup.List | Boundary));
        yield return ("tr", new(TagTraits.ClosesAll, TagGroup.Row, TagGroup.Row | TagGroup.Cell, TagGroup.Table, TagGroup.Table));
        yield return ("table", new(TagTraits.None, TagGroup.Table, TagGroup.Paragraph, Boxes, TagGroup.None));
        yield return ("p", new(TagTraits.None, TagGroup.Paragraph, TagGroup.Paragraph, Boxes, Boxes));
        yield return ("a", new(TagTraits.Inline, TagGroup.Anchor, TagGroup.Anchor, Boxes, Boxes));
        yield return ("option", new(TagTraits.None, TagGroup.Option, TagGroup.Option, Boxes, Boxes));
        yield return ("optgroup", new(TagTraits.None, TagGroup.None, TagGroup.Option, Boxes, Boxes));
    }
}
