using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Disclosure.Auditor.Extract;

/// <summary>
/// Reads an object or array literal out of a page's script without running it: unquoted keys, single quotes, comments and
/// trailing commas are made JSON; a value that is an expression becomes null.
/// </summary>
internal static partial class JsLiteral
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Literals of one name looked at in a page: a page of unclosed brackets costs a full scan for each.</summary>
    private const int MostNamed = 8;

    /// <summary>The literal that starts at or right after <paramref name="start"/>; null when none does, or it does not close within <paramref name="limit"/> characters.</summary>
    public static JsonElement? TryParse(string text, int start, int limit = int.MaxValue)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start >= text.Length || text[start] is not ('{' or '['))
            return null;
        var end = text.Length - start <= limit ? text.Length : start + limit;
        return new Scanner(text[start..end]).ToJson() is { } json ? TryParseJson(json) : null;
    }

    /// <summary>Strict JSON but for trailing commas; null when it is not.</summary>
    public static JsonElement? TryParseJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Every literal assigned to a name, as a variable or as a member (<c>name = […]</c>, <c>name: […]</c>, <c>"name": […]</c>).</summary>
    public static IEnumerable<JsonElement> Named(string text, string name)
    {
        var looked = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0 && looked < MostNamed; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            var after = at + name.Length;
            if (at > 0 && IsWord(text[at - 1]))
                continue;
            while (after < text.Length && (char.IsWhiteSpace(text[after]) || text[after] is '"' or '\''))
                after++;
            if (after >= text.Length || text[after] is not ('=' or ':'))
                continue;
            looked++;
            if (TryParse(text, after + 1) is { } literal)
                yield return literal;
        }
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$';

    /// <summary>One pass from the opening bracket to its partner, writing JSON as it goes.</summary>
    private sealed class Scanner(string text)
    {
        private readonly StringBuilder _json = new();
        private readonly Stack<char> _open = new();
        private int _at;
        private bool _keyNext;

        public string? ToJson()
        {
            while (_at < text.Length)
            {
                var c = text[_at];
                if (char.IsWhiteSpace(c) || c is ')' or ';')
                    _at++;
                else if (c == '/' && SkipComment())
                    continue;
                else if (c is '{' or '[')
                    Open(c);
                else if (c is '}' or ']')
                {
                    if (!Close(c))
                        return null;
                    if (_open.Count == 0)
                        return _json.ToString();
                }
                else if (c is ',' or ':')
                    Separate(c);
                else if (c is '"' or '\'' or '`')
                    Text(c);
                else
                    Word();
            }

            return null;
        }

        private void Open(char bracket)
        {
            _open.Push(bracket);
            _keyNext = bracket == '{';
            _json.Append(bracket);
            _at++;
        }

        private bool Close(char bracket)
        {
            if (_open.Count == 0 || _open.Pop() != (bracket == '}' ? '{' : '['))
                return false;
            _keyNext = false;
            _json.Append(bracket);
            _at++;
            return true;
        }

        private void Separate(char mark)
        {
            _keyNext = mark == ',' && _open.Count > 0 && _open.Peek() == '{';
            _json.Append(mark);
            _at++;
        }

        private bool SkipComment()
        {
            var end = text.AsSpan(_at) switch
            {
                ['/', '/', ..] => text.IndexOf('\n', _at),
                ['/', '*', ..] => text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 1 : -1,
                _ => -2,
            };
            if (end == -2)
                return false;
            _at = end < 0 ? text.Length : end + 1;
            return true;
        }

        private void Text(char quote)
        {
            var value = new StringBuilder();
            for (_at++; _at < text.Length && text[_at] != quote; _at++)
            {
                if (text[_at] == '\\' && _at + 1 < text.Length)
                    Escape(value);
                else
                    value.Append(text[_at]);
            }

            _at++;
            var written = _json.Length;
            _json.Append('"').Append(JsonEncodedText.Encode(value.ToString())).Append('"');
            if (!_keyNext && SkipExpressionRest())
            {
                _json.Length = written;
                _json.Append("null");
            }
        }

        private void Escape(StringBuilder value)
        {
            _at++;
            var digits = text[_at] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && _at + digits < text.Length && ushort.TryParse(text.AsSpan(_at + 1, digits), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                value.Append((char)code);
                _at += digits;
                return;
            }

            value.Append(text[_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', var other => other });
        }

        /// <summary>A number, a keyword, a bare key, or an expression.</summary>
        private void Word()
        {
            var from = _at;
            while (_at < text.Length && (IsWord(text[_at]) || text[_at] is '.' or '-' or '+'))
                _at++;
            var word = text[from.._at];
            if (_keyNext)
            {
                if (word.Length == 0)
                    _at++;
                _json.Append('"').Append(JsonEncodedText.Encode(word)).Append('"');
                return;
            }

            if (word == "JSON.stringify" && _at < text.Length && text[_at] == '(')
            {
                _at++;
                return;
            }

            var plain = word is "true" or "false" or "null" || Number().IsMatch(word);
            var written = _json.Length;
            _json.Append(plain ? word : "null");
            if (SkipExpressionRest() && plain)
            {
                _json.Length = written;
                _json.Append("null");
            }
        }

        /// <summary>Passes over what follows a value until the next separator of this level: calls, concatenations, functions.</summary>
        private bool SkipExpressionRest()
        {
            var depth = 0;
            var skipped = false;
            for (; _at < text.Length; _at++)
            {
                var c = text[_at];
                if (depth == 0 && (c is ',' or '}' or ']'))
                    return skipped;
                if (c is '(' or '{' or '[')
                    depth++;
                else if (c is ')' or '}' or ']')
                    depth--;
                else if (c is '"' or '\'' or '`')
                    SkipText(c);
                else if (c == '/' && _at + 1 < text.Length && text[_at + 1] is '/' or '*' && SkipComment())
                {
                    _at--;
                    continue;
                }

                skipped |= !char.IsWhiteSpace(c);
            }

            return skipped;
        }

        private void SkipText(char quote)
        {
            for (_at++; _at < text.Length && text[_at] != quote; _at++)
            {
                if (text[_at] == '\\')
                    _at++;
            }
        }
    }

    [GeneratedRegex(@"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
