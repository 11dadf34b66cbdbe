using System.Text.RegularExpressions;

namespace Disclosure.Agencies;

/// <summary>
/// Names the administrative organ everything belongs to: a township has one, a county office watches many.
/// Written as people script it: letters, digits, '-' and '_', at most 40 (for example <c>qiaerbage</c> or a division code).
/// </summary>
public readonly partial record struct AgencyCode
{
    private readonly string? _value;

    private AgencyCode(string value) => _value = value;

    /// <summary>The code as written in the configuration.</summary>
    public string Value => _value ?? throw new InvalidOperationException("An agency code must be parsed, not defaulted.");

    /// <exception cref="FormatException">The text is empty, too long, or has other characters; the message says which are allowed.</exception>
    public static AgencyCode Parse(string text) => TryParse(text, out var code)
        ? code
        : throw new FormatException($"'{text}' is not an agency code: 1 to 40 letters, digits, '-' or '_'.");

    public static bool TryParse(string? text, out AgencyCode code)
    {
        var valid = text is not null && Shape().IsMatch(text);
        code = valid ? new AgencyCode(text!) : default;
        return valid;
    }

    public override string ToString() => _value ?? "";

    [GeneratedRegex("^[A-Za-z0-9_-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
