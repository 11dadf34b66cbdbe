namespace Disclosure.Auditor.Extract;

/// <summary>A start tag (or a text, or a comment) as it stands in the page's text; name and attributes are read from there when asked for.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">After its last character.</param>
/// <param name="NameLength">0 for what is no tag.</param>
/// <param name="Class">The class attribute as written, empty without one; every box is asked for it many times.</param>
/// <param name="Id">The id attribute as written, empty without one.</param>
internal readonly record struct Markup(string Source, int Start, int End, int NameLength, bool HasAttributes, string Class, string Id)
{
    /// <summary>In lower case; what is no tag is called by what it is in a tree.</summary>
    public string Name => NameLength == 0 ? "#document" : Source.AsSpan(Start + 1, NameLength).ToString().ToLowerInvariant();

    public ReadOnlySpan<char> Text => Source.AsSpan(Start, End - Start);

    public bool Has(string name) => ValueOf(name) is not null;

    public string GetAttributeValue(string name, string otherwise) => ValueOf(name) ?? otherwise;

    /// <summary>An attribute's value as written, empty without one; null when the tag has no such attribute. Of two the last counts.</summary>
    public string? ValueOf(string name)
    {
        if (!HasAttributes)
            return null;
        if (name == "class")
            return Class;
        if (name == "id")
            return Id;
        var found = default(string);
        var scan = Attributes;
        while (scan.Next())
        {
            if (scan.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = scan.Value.ToString();
        }

        return found;
    }

    public AttributeScan Attributes => new(Source, HasAttributes ? Start + 1 + NameLength : Source.Length);
}

/// <summary>Goes over the attributes of one start tag to its end, the way the tag is to be understood: a value runs to its quote, or to the next white space.</summary>
internal ref struct AttributeScan(string source, int at)
{
    private readonly ReadOnlySpan<char> _text = source;
    private int _nameAt;
    private int _nameEnd;
    private int _valueAt;
    private int _valueEnd;

    public readonly ReadOnlySpan<char> Name => _text[_nameAt.._nameEnd];

    public readonly ReadOnlySpan<char> Value => _text[_valueAt.._valueEnd];

    /// <summary>After the tag, once <see cref="Next"/> has said that there is no more.</summary>
    public int End { get; private set; } = at;

    /// <summary>The tag has no inside: it closes itself, or another tag begins before it ends.</summary>
    public bool IsClosed { get; private set; }

    public bool Next()
    {
        var i = End;
        var slash = false;
        while (i < _text.Length && (IsSpace(_text[i]) || _text[i] is '/' or '?'))
        {
            slash = !IsSpace(_text[i]);
            i++;
        }

        if (i >= _text.Length || _text[i] is '>' or '<')
        {
            IsClosed = i >= _text.Length || _text[i] == '<' || slash;
            End = i < _text.Length && _text[i] == '>' ? i + 1 : i;
            return false;
        }

        _nameAt = i;
        while (i < _text.Length && !IsSpace(_text[i]) && _text[i] is not ('=' or '>' or '<'))
            i++;
        _nameEnd = _valueAt = _valueEnd = i;
        var equals = SkipSpace(i);
        if (equals < _text.Length && _text[equals] == '=')
            i = ReadValue(SkipSpace(equals + 1));
        End = i;
        return true;
    }

    private int ReadValue(int i)
    {
        _valueAt = _valueEnd = i;
        if (i >= _text.Length || _text[i] is '>' or '<')
            return i;
        if (_text[i] is '"' or '\'')
        {
            _valueAt = i + 1;
            _valueEnd = _text[_valueAt..].IndexOf(_text[i]) is >= 0 and var length ? _valueAt + length : _text.Length;
            return Math.Min(_valueEnd + 1, _text.Length);
        }

        while (i < _text.Length && !IsSpace(_text[i]) && _text[i] is not ('>' or '<'))
            i++;
        _valueEnd = i;
        return i;
    }

    private readonly int SkipSpace(int i)
    {
        while (i < _text.Length && IsSpace(_text[i]))
            i++;
        return i;
    }

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\r' or '\n';
}
