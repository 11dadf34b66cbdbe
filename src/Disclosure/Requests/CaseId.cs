using System.Text.RegularExpressions;

namespace Disclosure.Requests;

/// <summary>Names a case from its submission on, before it has a <see cref="RequestNumber"/> and after; says nothing about anyone.</summary>
public readonly partial record struct CaseId
{
    private readonly string? _value;

    private CaseId(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("A case id must be parsed, not defaulted.");

    /// <exception cref="FormatException">Not 4 to 40 lower-case letters, digits or '-'.</exception>
    public static CaseId Parse(string text) => text is not null && Shape().IsMatch(text)
        ? new(text)
        : throw new FormatException($"'{text}' is not a case id: 4 to 40 lower-case letters, digits or '-'.");

    public override string ToString() => _value ?? "";

    [GeneratedRegex("^[a-z0-9-]{4,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
