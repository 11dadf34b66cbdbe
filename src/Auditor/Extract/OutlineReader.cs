namespace Disclosure.Auditor.Extract;

/// <summary>
/// Reads repaired markup from left to right into the places of an outline, without a tree in between.
/// </summary>
/// <remarks>
/// <see cref="MarkupRepair"/> has closed every element, so one stack of open elements says all that a tree would; building one with
/// HtmlAgilityPack cost ten times the download of the page. A test holds both to the same places.
/// </remarks>
internal sealed class OutlineReader
{
    /// <summary>A place nobody sees: inside a selection, a template, a drawing.</summary>
    private const int Unseen = -1;

    private readonly string _text;
    private readonly (int Key, int At, Tag Tag)[] _open = new (int, int, Tag)[HtmlTree.MaxDepth];
    private Spot[] _spots;
    private int _count;
    private int _depth;
    private int _links;
    private int _blind;
    private string _lastClass = "";

    private OutlineReader(string text)
    {
        _text = text;
        _spots = new Spot[Math.Max(256, text.Length / 24)];
    }

    private List<int> Scripts { get; } = [];

    /// <returns>The outline, or null with <paramref name="fault"/> saying why the page is too broken to read.</returns>
    public static Outline? Read(string text, out string? fault)
    {
        if (MarkupRepair.Repair(text, out fault) is not { } markup)
            return null;
        var reader = new OutlineReader(markup);
        fault = reader.Read();
        return fault is null ? new(markup, reader._spots, reader._count, reader.Scripts) : null;
    }

    private string? Read()
    {
        Add(new(_text, 0, 0, 0, HasAttributes: false, "", ""), Tag.Html);
        for (var at = 0; at < _text.Length;)
        {
            var start = NextTag(at);
            if (start > at)
                AddText(at, start);
            if (start == _text.Length)
                break;
            at = _text[start + 1] switch
            {
                '!' => Comment(start),
                '/' => EndTag(start),
                _ => StartTag(start),
            };
            if (at < 0)
                return $"elements nested deeper than {HtmlTree.MaxDepth}";
        }

        CloseDownTo(0, _text.Length);
        _spots[0].End = _count;
        _spots[0].InnerEnd = _text.Length;
        return null;
    }

    private int NextTag(int from)
    {
        for (var at = from; _text.AsSpan(at).IndexOf('<') is >= 0 and var skip; at += skip + 1)
        {
            var next = at + skip + 1;
            if (next < _text.Length && (char.IsAsciiLetter(_text[next]) || _text[next] is '!' or '/'))
                return next - 1;
        }

        return _text.Length;
    }

    private int StartTag(int start)
    {
        var nameEnd = start + 1;
        while (nameEnd < _text.Length && !(char.IsWhiteSpace(_text[nameEnd]) || _text[nameEnd] is '>' or '/' or '<'))
            nameEnd++;
        var name = _text.AsSpan(start + 1, nameEnd - start - 1);
        var key = TagRules.KeyOf(name);
        var rule = TagRules.Of(key);
        var tag = Tags.Of(name);
        var markup = Attributes(start, nameEnd, out var end, out var isClosed);

        if (_depth > 0 && IsEndedBy(_open[_depth - 1].Tag, tag, rule, name))
            CloseDownTo(_depth - 1, start);
        var at = _blind > 0 ? Unseen : Add(markup, tag);
        if (at >= 0 && tag == Tag.Script)
            Scripts.Add(at);
        if (rule.Has(TagTraits.Raw))
            return Raw(at, tag, name, end);
        if (!isClosed && !rule.Has(TagTraits.Void))
            return Push(key, at, tag) ? end : -1;
        if (at >= 0)
            Finish(at, tag, end);
        return end;
    }

    private Markup Attributes(int start, int nameEnd, out int end, out bool isClosed)
    {
        var (style, id, any) = ("", "", false);
        var scan = new AttributeScan(_text, nameEnd);
        while (scan.Next())
        {
            any = true;
            if (scan.Name.Equals("class", StringComparison.OrdinalIgnoreCase))
                style = scan.Value.SequenceEqual(_lastClass) ? _lastClass : _lastClass = scan.Value.ToString();
            else if (scan.Name.Equals("id", StringComparison.OrdinalIgnoreCase))
                id = scan.Value.ToString();
        }

        (end, isClosed) = (scan.End, scan.IsClosed);
        return new(_text, start, end, nameEnd - start - 1, any, style, id);
    }

    /// <summary>
    /// What repair leaves open, because there it may be meant: a paragraph at a box that closes itself, at a rule across the page or
    /// at a loose list item, a table at the next one outside its cells.
    /// </summary>
    private static bool IsEndedBy(Tag open, Tag tag, TagRule rule, ReadOnlySpan<char> name) => open switch
    {
        Tag.P => (rule.Closes & TagGroup.Paragraph) != 0 || tag is Tag.Li || name.Equals("hr", StringComparison.OrdinalIgnoreCase),
        Tag.Table => tag is Tag.Table,
        _ => false,
    };

    /// <summary>An element whose inside is not markup.</summary>
    private int Raw(int at, Tag tag, ReadOnlySpan<char> name, int from)
    {
        var (inner, end) = (_text.Length, _text.Length);
        for (var look = from; _text.AsSpan(look).IndexOf("</", StringComparison.Ordinal) is >= 0 and var skip; look += skip + 2)
        {
            var after = look + skip + 2 + name.Length;
            if (after < _text.Length && _text.AsSpan(look + skip + 2, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase) && (_text[after] == '>' || char.IsWhiteSpace(_text[after])))
            {
                inner = look + skip;
                end = _text.IndexOf('>', after) is >= 0 and var close ? close + 1 : _text.Length;
                break;
            }
        }

        if (at >= 0)
        {
            if (tag == Tag.Title)
                AddText(from, inner, at);
            Finish(at, tag, inner);
        }

        return end;
    }

    private int EndTag(int start)
    {
        var nameEnd = start + 2;
        while (nameEnd < _text.Length && !(char.IsWhiteSpace(_text[nameEnd]) || _text[nameEnd] is '>' or '/' or '<'))
            nameEnd++;
        var key = TagRules.KeyOf(_text.AsSpan(start + 2, nameEnd - start - 2));
        for (var i = _depth - 1; i >= 0; i--)
        {
            if (_open[i].Key == key)
            {
                CloseDownTo(i, start);
                break;
            }
        }

        var scan = new AttributeScan(_text, nameEnd);
        while (scan.Next())
        {
            // An end tag's attributes mean nothing; only where it ends does.
        }

        return scan.End;
    }

    private int Comment(int start)
    {
        var rest = _text.AsSpan(start);
        var length = rest.StartsWith("<!--", StringComparison.Ordinal) ? rest[4..].IndexOf("-->", StringComparison.Ordinal) + 4 + 3 : rest.IndexOf('>') + 1;
        var end = length <= 0 || (length == 6 && rest.StartsWith("<!--", StringComparison.Ordinal)) ? _text.Length : start + length;
        if (_blind == 0)
        {
            var at = Add(new(_text, start, end, 0, HasAttributes: false, "", ""), Tag.Comment);
            _spots[at].End = _count;
            _spots[at].InnerEnd = end;
        }

        return end;
    }

    private bool Push(int key, int at, Tag tag)
    {
        if (_depth == _open.Length)
            return false;
        if (tag is Tag.Template or Tag.Hidden)
            _blind++;
        else if (tag == Tag.A && at >= 0)
            _links++;
        _open[_depth++] = (key, at, tag);
        return true;
    }

    private void CloseDownTo(int depth, int inner)
    {
        while (_depth > depth)
        {
            var (_, at, tag) = _open[--_depth];
            if (tag is Tag.Template or Tag.Hidden)
                _blind--;
            if (at < 0)
                continue;
            if (tag == Tag.A)
                _links--;
            Finish(at, tag, inner);
        }
    }

    /// <summary>An element's inside is known: it counts towards the element around it.</summary>
    private void Finish(int at, Tag tag, int inner)
    {
        ref var mine = ref _spots[at];
        mine.End = _count;
        mine.InnerEnd = inner;
        if (tag == Tag.A)
            mine.Links++;
        ref var above = ref _spots[mine.Parent];
        above.Links += mine.Links;
        above.TextLength += mine.TextLength;
        above.LinkText += mine.LinkText;
    }

    private void AddText(int from, int to) => AddText(from, to, Unseen);

    private void AddText(int from, int to, int title)
    {
        if (_blind > 0)
            return;
        var length = 0;
        var text = _text.AsSpan(from, to - from);
        foreach (var letter in text.Contains('&') && text.Length < 2_000 ? Outline.Decoded(text) : text)
        {
            if (!char.IsWhiteSpace(letter))
                length++;
        }

        if (length == 0)
            return;
        var at = Add(new(_text, from, to, 0, HasAttributes: false, "", ""), Tag.Text);
        ref var mine = ref _spots[at];
        (mine.End, mine.InnerEnd, mine.TextLength) = (_count, to, length);
        if (title >= 0)
        {
            mine.Parent = title;
            return;
        }

        ref var above = ref _spots[mine.Parent];
        above.TextLength += length;
        if (_links > 0)
            above.LinkText += length;
    }

    private int Add(Markup markup, Tag tag)
    {
        if (_count == _spots.Length)
            Array.Resize(ref _spots, _count * 2);
        _spots[_count] = new() { Node = markup, Tag = tag, Parent = _count == 0 ? -1 : _depth == 0 ? 0 : _open[_depth - 1].At };
        return _count++;
    }
}
