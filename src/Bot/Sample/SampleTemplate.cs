using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Disclosure.Bot.Sample;

/// <summary>
/// One page template of the sample portal. What stands between double braces is replaced: <c>{{name}}</c> a value, HTML-encoded;
/// <c>{{json name}}</c> the same inside a JSON string; <c>{{day -12 yyyy年M月d日}}</c> a day counted from today; <c>{{date yyyy/MM/dd}}</c>
/// the day of the item in hand; <c>{{each items}}…{{end}}</c>, <c>{{if name}}…{{end}}</c>; <c>{{include file}}</c>; <c>{{literal x}}</c> braces that stay.
/// </summary>
/// <remarks>Anything else is an error with file and line: a page that silently shows <c>{{dya -3}}</c> would be audited as it stands.</remarks>
internal sealed class SampleTemplate
{
    private const string DefaultFormat = "yyyy-MM-dd";

    private readonly string _file;
    private readonly IReadOnlyList<Part> _parts;

    private SampleTemplate(string file, IReadOnlyList<Part> parts) => (_file, _parts) = (file, parts);

    /// <param name="file">Named in messages.</param>
    /// <param name="include">Finds another template by its name.</param>
    /// <exception cref="SamplePortalException">A placeholder is not one of those above; the message names file and line.</exception>
    public static SampleTemplate Parse(string file, string text, Func<string, SampleTemplate> include)
    {
        var reader = new Reader(file, text, include);
        return new(file, reader.ReadBlock(inside: null));
    }

    public string Render(SampleValues values, DateOnly today)
    {
        var output = new StringBuilder();
        Write(_file, _parts, new Frame(values, null), today, output);
        return output.ToString();
    }

    private static void Write(string file, IReadOnlyList<Part> parts, Frame frame, DateOnly today, StringBuilder output)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case Part.Text(var text):
                    output.Append(text);
                    break;
                case Part.Day(var offset, var format):
                    output.Append(today.AddDays(offset).ToString(format, CultureInfo.InvariantCulture));
                    break;
                case Part.ItemDate(var format, var line):
                    var date = frame.Date ?? throw Unknown(file, line, "date", "nothing here has a date");
                    output.Append(date.ToString(format, CultureInfo.InvariantCulture));
                    break;
                case Part.Value(var name, var asJson, var line):
                    var value = frame.Text(name) ?? throw Unknown(file, line, name, $"known here: {frame.KnownTexts}");
                    output.Append(asJson ? JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value : WebUtility.HtmlEncode(value));
                    break;
                case Part.Each(var name, var body, var line):
                    var list = frame.List(name) ?? throw Unknown(file, line, name, "no such list here");
                    for (var i = 0; i < list.Count; i++)
                        Write(file, body, new Frame(list[i], frame, i), today, output);
                    break;
                case Part.If(var name, var body, var line):
                    var condition = frame.Text(name) ?? throw Unknown(file, line, name, $"known here: {frame.KnownTexts}");
                    if (condition.Length > 0)
                        Write(file, body, frame, today, output);
                    break;
                case Part.Include(var template):
                    Write(template._file, template._parts, frame, today, output);
                    break;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private static SamplePortalException Unknown(string file, int line, string name, string hint) =>
        new($"{file}({line}): unknown placeholder '{{{{{name}}}}}'; {hint}.");

    private abstract record Part
    {
        public sealed record Text(string Content) : Part;

        public sealed record Day(int Offset, string Format) : Part;

        public sealed record ItemDate(string Format, int Line) : Part;

        public sealed record Value(string Name, bool AsJson, int Line) : Part;

        public sealed record Each(string Name, IReadOnlyList<Part> Body, int Line) : Part;

        public sealed record If(string Name, IReadOnlyList<Part> Body, int Line) : Part;

        public sealed record Include(SampleTemplate Template) : Part;
    }

    /// <summary>The values in reach: those of the item in hand first, then those around it.</summary>
    private sealed record Frame(SampleValues Values, Frame? Outer, int Index = -1)
    {
        public DateOnly? Date => Values.Date ?? Outer?.Date;

        public string KnownTexts => string.Join(", ", Values.Texts.Keys.Concat(Outer is null ? [] : [Outer.KnownTexts]));

        public string? Text(string name) => (name, Index) switch
        {
            ("index", >= 0) => Index.ToString(CultureInfo.InvariantCulture),
            ("number", >= 0) => (Index + 1).ToString(CultureInfo.InvariantCulture),
            ("notFirst", >= 0) => Index > 0 ? "yes" : "",
            _ => Values.Texts.TryGetValue(name, out var text) ? text : Outer?.Text(name),
        };

        public IReadOnlyList<SampleValues>? List(string name) =>
            Values.Lists.TryGetValue(name, out var list) ? list : Outer?.List(name);
    }

    private sealed class Reader(string file, string text, Func<string, SampleTemplate> include)
    {
        private int _at;

        public List<Part> ReadBlock(string? inside)
        {
            var parts = new List<Part>();
            while (true)
            {
                var open = text.IndexOf("{{", _at, StringComparison.Ordinal);
                if (open < 0)
                {
                    if (inside is not null)
                        throw Fault($"'{{{{{inside}}}}}' has no {{{{end}}}}");
                    parts.Add(new Part.Text(text[_at..]));
                    return parts;
                }

                parts.Add(new Part.Text(text[_at..open]));
                _at = open;
                var close = text.IndexOf("}}", open, StringComparison.Ordinal);
                if (close < 0)
                    throw Fault("'{{' without '}}'");
                var content = text[(open + 2)..close];
                var line = Line();
                _at = close + 2;
                if (content == "end" && inside is not null)
                    return parts;
                parts.Add(ReadPart(content, line));
            }
        }

        private Part ReadPart(string content, int line)
        {
            var words = content.Split(' ', 3);
            return (words[0], words.Length) switch
            {
                ("literal", > 1) => new Part.Text("{{" + content["literal ".Length..] + "}}"),
                ("include", 2) => new Part.Include(include(words[1])),
                ("each", 2) => new Part.Each(words[1], ReadBlock(content), line),
                ("if", 2) => new Part.If(words[1], ReadBlock(content), line),
                ("json", 2) => new Part.Value(words[1], AsJson: true, line),
                ("date", _) => new Part.ItemDate(words.Length > 1 ? Format(content["date ".Length..], line) : DefaultFormat, line),
                ("day", > 1) when int.TryParse(words[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
                    => new Part.Day(offset, words.Length > 2 ? Format(words[2], line) : DefaultFormat),
                (var name, 1) when name.Length > 0 && name != "end" && name.All(char.IsAsciiLetterOrDigit) => new Part.Value(name, AsJson: false, line),
                _ => throw Fault($"unknown placeholder '{{{{{content}}}}}'; write a value's name, json NAME, day OFFSET FORMAT, date FORMAT, each LIST, if NAME, end, include FILE or literal TEXT", line),
            };
        }

        private string Format(string format, int line)
        {
            var usable = format.Length == 1 ? "%" + format : format;
            try
            {
                _ = DateOnly.MinValue.ToString(usable, CultureInfo.InvariantCulture);
                return usable;
            }
            catch (FormatException problem)
            {
                throw Fault($"'{format}' is not a date format ({problem.Message})", line);
            }
        }

        private int Line() => text.AsSpan(0, _at).Count('\n') + 1;

        private SamplePortalException Fault(string what, int? line = null) => new($"{file}({line ?? Line()}): {what}.");
    }
}

/// <summary>What a template can name: texts, lists of further values, and the day of the item they describe.</summary>
internal sealed record SampleValues(
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<string, IReadOnlyList<SampleValues>> Lists,
    DateOnly? Date = null)
{
    public SampleValues(IReadOnlyDictionary<string, string> texts, DateOnly? date = null)
        : this(texts, new Dictionary<string, IReadOnlyList<SampleValues>>(), date)
    {
    }
}
