using System.Globalization;
using System.Text;

namespace Disclosure.Auditor.Fetch;

/// <summary>What one robots.txt says to us (RFC 9309): which paths are closed, and how long to wait between requests.</summary>
/// <remarks>The longest matching rule decides, Allow before Disallow on a tie; <c>*</c> and a closing <c>$</c> are understood.</remarks>
internal sealed class RobotsRules
{
    /// <summary>What RFC 9309 asks a crawler to read at least; more is ignored.</summary>
    public const int Cap = 500 * 1024;

    /// <summary>No file, no rules.</summary>
    public static readonly RobotsRules Open = new([], null);

    private readonly List<Rule> _rules;

    private RobotsRules(List<Rule> rules, TimeSpan? crawlDelay)
    {
        _rules = rules;
        CrawlDelay = crawlDelay;
    }

    public TimeSpan? CrawlDelay { get; }

    /// <param name="product">Our product token; a group that names it replaces the group for everybody.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var ours = new Group();
        var everybodys = new Group();
        var named = false;
        List<Group> current = [];
        var inRules = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!TrySplit(line, out var field, out var value))
                continue;
            if (field.Equals("user-agent", StringComparison.OrdinalIgnoreCase))
            {
                if (inRules)
                    current = [];
                inRules = false;
                if (value is "*")
                    current.Add(everybodys);
                else if (ProductOf(value).Equals(product, StringComparison.OrdinalIgnoreCase))
                {
                    named = true;
                    current.Add(ours);
                }
            }
            else if (field.Equals("allow", StringComparison.OrdinalIgnoreCase) || field.Equals("disallow", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                if (value.Length > 0)
                    current.ForEach(group => group.Rules.Add(new(Normalise(value), field.Length == 5)));
            }
            else if (field.Equals("crawl-delay", StringComparison.OrdinalIgnoreCase))
            {
                inRules = true;
                if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 1e7)
                    current.ForEach(group => group.CrawlDelay = TimeSpan.FromSeconds(seconds));
            }
        }

        var chosen = named ? ours : everybodys;
        return new(chosen.Rules, chosen.CrawlDelay);
    }

    /// <summary>The rule that closes an address, as written; null when it is open.</summary>
    public string? Closes(Uri address)
    {
        if (_rules.Count == 0 || address.AbsolutePath == "/robots.txt")
            return null;
        var path = Normalise(address.PathAndQuery);
        Rule? best = null;
        foreach (var rule in _rules)
        {
            var longer = best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.Allows);
            if (longer && Matches(rule.Pattern, path))
                best = rule;
        }

        return best is { Allows: false } ? best.Pattern : null;
    }

    private static bool TrySplit(ReadOnlySpan<char> line, out string field, out string value)
    {
        var comment = line.IndexOf('#');
        if (comment >= 0)
            line = line[..comment];
        var colon = line.IndexOf(':');
        field = colon > 0 ? line[..colon].Trim().Trim('\uFEFF').ToString() : "";
        value = colon > 0 ? line[(colon + 1)..].Trim().ToString() : "";
        return colon > 0;
    }

    private static string ProductOf(string agent) => agent.Split('/', ' ')[0];

    /// <summary>One spelling for paths and rules: UTF-8 percent-encoded, hexadecimal digits in capitals, nothing encoded that need not be.</summary>
    private static string Normalise(string path)
    {
        if (Ascii.IsValid(path) && !path.Contains('%', StringComparison.Ordinal))
            return path;
        var bytes = Encoding.UTF8.GetBytes(path);
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var value = bytes[i];
            var encoded = value == '%' && i + 2 < bytes.Length && Ascii.IsValid(bytes.AsSpan(i + 1, 2))
                && byte.TryParse(Encoding.ASCII.GetString(bytes, i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
            if (encoded)
                i += 2;
            var plain = char.IsAsciiLetterOrDigit((char)value) || (encoded ? value is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~' : value < 0x80);
            if (plain)
                text.Append((char)value);
            else
                text.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
        }

        return text.ToString();
    }

    /// <summary>Matches from the path's beginning; goes back only to the last <c>*</c>, so that no pattern costs more than its length times the path's.</summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var length = anchored ? pattern.Length - 1 : pattern.Length;
        var (at, in_, star, mark) = (0, 0, -1, 0);
        while (true)
        {
            if (at == length && (!anchored || in_ == path.Length))
                return true;
            if (at < length && pattern[at] == '*')
            {
                star = ++at;
                mark = in_;
            }
            else if (at < length && in_ < path.Length && pattern[at] == path[in_])
            {
                at++;
                in_++;
            }
            else if (star >= 0 && mark < path.Length)
            {
                at = star;
                in_ = ++mark;
            }
            else
            {
                return false;
            }
        }
    }

    private sealed class Group
    {
        public List<Rule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; set; }
    }

    private sealed record Rule(string Pattern, bool Allows);
}
