using System.Buffers;
using System.Text;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Reads the tags of a page once, from left to right, and hands on markup in which every element is closed and none is
/// deeper than <see cref="MaxDepth"/>, so that the tree builder behind it has nothing left to guess.
/// </summary>
/// <remarks>
/// HtmlAgilityPack searches backwards for what an unclosed tag belongs to: 20,000 unclosed <c>&lt;li&gt;&lt;a&gt;</c> cost it seconds,
/// <c>&lt;b&gt;&lt;p&gt;</c> minutes or the process. Closing what HTML closes by implication (li, p, td, tr, option, dt, a) is linear here. Inline
/// marks nested without end are dropped, since they carry no meaning; blocks nested without end are refused, since guessing there
/// could move rows between containers.
/// </remarks>
internal sealed class MarkupRepair
{
    /// <summary>Open elements allowed at one place; a real page stays under 60.</summary>
    public const int MaxDepth = 200;

    /// <summary>Tags allowed in one page; the largest list page seen has some 6,000.</summary>
    public const int MaxTags = 120_000;

    private static readonly SearchValues<char> BetweenValues = SearchValues.Create(" \t\r\n\"'");

    private readonly string _text;
    private readonly (int Key, TagRule Rule, int Start, int Length)[] _open = new (int, TagRule, int, int)[MaxDepth];
    private StringBuilder? _repaired;
    private int _depth;
    private int _copied;

    private MarkupRepair(string text) => _text = text;

    /// <returns>The page itself when nothing was wrong with it, repaired markup, or null with the <paramref name="fault"/>.</returns>
    public static string? Repair(string text, out string? fault)
    {
        var repair = new MarkupRepair(text);
        fault = repair.Read();
        return fault is null ? repair._repaired?.ToString() ?? text : null;
    }

    private string? Read()
    {
        var at = 0;
        var tags = 0;
        while (at < _text.Length && _text.AsSpan(at).IndexOf('<') is >= 0 and var skip)
        {
            var start = at + skip;
            var next = start + 1 < _text.Length ? _text[start + 1] : ' ';
            if (next == '!' || next == '?')
            {
                at = Declaration(start);
                continue;
            }

            var isEnd = next == '/';
            var nameAt = isEnd ? start + 2 : start + 1;
            if (nameAt >= _text.Length || !char.IsAsciiLetter(_text[nameAt]))
            {
                at = start + 1;
                Replace(start, at, "&lt;");
                continue;
            }

            if (++tags > MaxTags)
                return $"more than {MaxTags} tags";
            var nameEnd = NameEnd(nameAt);
            var close = TagEnd(nameEnd);
            if (close < 0)
            {
                Replace(start, _text.Length, "");
                break;
            }

            at = close + 1;
            var key = TagRules.KeyOf(_text.AsSpan(nameAt, nameEnd - nameAt));
            var rule = TagRules.Of(key);
            if (rule.Has(TagTraits.Untracked))
                continue;
            if (isEnd)
                End(key, rule, start, at);
            else if (rule.Has(TagTraits.Raw))
                at = SkipRaw(nameAt, nameEnd, at);
            else if (rule.Has(TagTraits.Void) || ClosesItself(nameEnd, close))
                continue;
            else if (!Start(key, rule, start, at, nameAt, nameEnd))
                return $"elements nested deeper than {MaxDepth}";
        }

        if (_depth > 0)
            CloseDownTo(0, _text.Length);
        if (_repaired is not null)
            _repaired.Append(_text, _copied, _text.Length - _copied);
        return null;
    }

    private bool Start(int key, TagRule rule, int start, int end, int nameAt, int nameEnd)
    {
        for (var i = _depth - 1; i >= 0 && rule.Closes != 0; i--)
        {
            if ((_open[i].Rule.Group & rule.Closes) != 0)
            {
                CloseDownTo(i, start);
                if (!rule.Has(TagTraits.ClosesAll))
                    break;
            }
            else if ((_open[i].Rule.Group & rule.StopsAt) != 0)
            {
                break;
            }
        }

        if (_depth == MaxDepth || (rule.Has(TagTraits.Inline) && _depth >= MaxDepth - 40))
        {
            Replace(start, end, "");
            return rule.Has(TagTraits.Inline);
        }

        _open[_depth++] = (key, rule, nameAt, nameEnd - nameAt);
        return true;
    }

    private void End(int key, TagRule rule, int start, int end)
    {
        if (!rule.Has(TagTraits.Void))
        {
            for (var i = _depth - 1; i >= 0; i--)
            {
                if (_open[i].Key == key)
                {
                    CloseDownTo(i + 1, start);
                    _depth = i;
                    return;
                }

                if ((_open[i].Rule.Group & rule.EndStopsAt) != 0)
                    break;
            }
        }

        Replace(start, end, "");
    }

    private void CloseDownTo(int depth, int at)
    {
        if (_depth <= depth)
            return;
        CopyUpTo(at);
        while (_depth > depth)
        {
            var (_, _, start, length) = _open[--_depth];
            _repaired!.Append("</").Append(_text, start, length).Append('>');
        }
    }

    private int Declaration(int start)
    {
        var rest = _text.AsSpan(start);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            if (rest[4..].StartsWith(">", StringComparison.Ordinal) || rest[4..].StartsWith("->", StringComparison.Ordinal))
            {
                var empty = start + rest.IndexOf('>') + 1;
                Replace(start, empty, "");
                return empty;
            }

            if (rest[4..].IndexOf("-->", StringComparison.Ordinal) is >= 0 and var length)
                return start + 4 + length + 3;
            Replace(_text.Length, _text.Length, "-->");
            return _text.Length;
        }

        var end = rest.IndexOf('>') is >= 0 and var at ? start + at + 1 : _text.Length;
        if (!rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) || end == _text.Length)
            Replace(start, end, "");
        return end;
    }

    /// <summary>Past the end tag of an element whose inside is not markup; it is closed at the end of the page when it has none.</summary>
    private int SkipRaw(int nameAt, int nameEnd, int at)
    {
        var name = _text.AsSpan(nameAt, nameEnd - nameAt);
        var from = at;
        while (_text.AsSpan(from).IndexOf("</", StringComparison.Ordinal) is >= 0 and var skip)
        {
            from += skip + 2;
            var after = from + name.Length;
            if (after <= _text.Length && _text.AsSpan(from, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
                && (after == _text.Length || !char.IsAsciiLetterOrDigit(_text[after])))
            {
                if (_text.AsSpan(after).IndexOf('>') is >= 0 and var end)
                    return after + end + 1;
                Replace(from - 2, _text.Length, $"</{name}>");
                return _text.Length;
            }
        }

        Replace(_text.Length, _text.Length, $"</{name}>");
        return _text.Length;
    }

    private int NameEnd(int at)
    {
        while (at < _text.Length && !(char.IsWhiteSpace(_text[at]) || _text[at] is '>' or '/' or '<'))
            at++;
        return at;
    }

    /// <summary>The position of the tag's <c>&gt;</c>, quoted attribute values skipped; -1 when the page ends before it.</summary>
    private int TagEnd(int at)
    {
        while (at < _text.Length)
        {
            var skip = _text.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (skip < 0)
                return -1;
            at += skip;
            var mark = _text[at];
            if (mark == '>')
                return at;
            if (!OpensValue(at))
            {
                at++;
                continue;
            }

            var closing = _text.AsSpan(at + 1).IndexOf(mark);
            if (closing < 0)
                return _text.AsSpan(at).IndexOf('>') is >= 0 and var end ? at + end : -1;
            at += closing + 2;
        }

        return -1;
    }

    /// <summary>Whether a tag ends with a slash that is not the end of an address without quotes (<c>&lt;a href=/x/&gt;</c>).</summary>
    private bool ClosesItself(int nameEnd, int close)
    {
        if (_text[close - 1] != '/')
            return false;
        var last = _text.AsSpan(nameEnd, close - 1 - nameEnd);
        var word = last[(last.LastIndexOfAny(BetweenValues) + 1)..];
        return !word.Contains('=');
    }

    private bool OpensValue(int quoteAt)
    {
        var before = quoteAt - 1;
        while (before > 0 && char.IsWhiteSpace(_text[before]))
            before--;
        return _text[before] == '=';
    }

    private void Replace(int from, int to, string with)
    {
        CopyUpTo(from);
        _repaired!.Append(with);
        _copied = to;
    }

    private void CopyUpTo(int at)
    {
        _repaired ??= new StringBuilder(_text.Length + 256);
        _repaired.Append(_text, _copied, at - _copied);
        _copied = at;
    }
}
