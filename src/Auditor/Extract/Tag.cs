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

internal static class Tags
{
    private const int LongestKnown = 10;

    /// <summary>What an element of a name is, whatever the case the name is written in.</summary>
    public static Tag Of(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestKnown)
            return Tag.Other;
        Span<char> lower = stackalloc char[LongestKnown];
        for (var i = 0; i < name.Length; i++)
            lower[i] = char.ToLowerInvariant(name[i]);
        return ((ReadOnlySpan<char>)lower[..name.Length]) switch
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
}
