using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Tests.Requests;

/// <summary>The register's words as people read them, from the texts as shipped.</summary>
internal static partial class Words
{
    private static readonly Dictionary<string, string> Texts =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Repository.PathTo("src", "Bot", "Texts", "zh", "case.json")))!;

    public static string Of(CaseState state) => Texts[$"CaseState.{state}"];

    public static string Of(MoveKind move) => Texts[$"CaseMove.{move}"];

    public static string Of(Roles roles) => string.Join('、', Enum.GetValues<Roles>().Where(role => role is not Roles.None && roles.HasFlag(role)).Select(role => Texts[$"Role.{role}"]));

    /// <summary>A blank that the refusal does not fill throws.</summary>
    public static string Of(Refusal refusal) => Blank().Replace(
        Texts[$"Refusal.{refusal.Kind}"],
        match => refusal.With.Single(one => one.Name == match.Groups[1].Value) switch
        {
            (_, DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (_, CaseState state) => Of(state),
            (_, MoveKind move) => Of(move),
            (_, Roles roles) => Of(roles),
            (_, Outcome outcome) => FormLabels.Of(RequestRows.Of(outcome)),
            ("fact", var fact) => Texts[$"CaseFact.{fact}"],
            var (_, other) => Convert.ToString(other, CultureInfo.InvariantCulture)!,
        });

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Blank();
}
