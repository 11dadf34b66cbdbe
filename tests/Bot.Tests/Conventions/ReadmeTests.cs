using System.Text.RegularExpressions;
using Disclosure.Bot.Commands;
using Disclosure.Bot.Settings;
using Disclosure.Columns;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Conventions;

/// <summary>What the README leaves out does not exist for the people who run the program.</summary>
public partial class ReadmeTests
{
    public static TheoryData<string> Readmes => ["README.md", "README.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_setting_is_documented(string readme)
    {
        var text = Text(readme);

        Assert.All(SettingsCheck.Keys(), setting => Assert.Contains($"`{setting.Key}`", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void No_setting_is_documented_that_does_not_exist(string readme)
    {
        var known = SettingsCheck.Keys().Select(setting => setting.Key).ToHashSet(StringComparer.Ordinal);

        Assert.All(Keys().Matches(Text(readme)).Select(match => match.Groups[1].Value).Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal)), key => Assert.Contains(key, known));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_verb_and_option_is_documented(string readme)
    {
        using var output = new StringWriter();
        var root = new CommandLine(Some.Terminal(output, output)).Root(Phrases.In(Language.En));
        var text = Text(readme);

        Assert.All(root.Subcommands, verb => Assert.Contains($"`{verb.Name}", text, StringComparison.Ordinal));
        Assert.All(root.Subcommands.Append(root).SelectMany(verb => verb.Options).Where(option => option.Name is not "--help" and not "--version"), option => Assert.Contains(option.Name, text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_verdict_is_explained(string readme) =>
        Assert.All(Enum.GetNames<Verdict>(), verdict => Assert.Contains($"`{verdict}`", Text(readme), StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Readmes))]
    public void Every_package_is_there_with_its_reason(string readme)
    {
        var packages = Directory.GetFiles(Repository.PathTo("src"), "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => Package().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct();

        Assert.All(packages, package => Assert.Contains(package, Text(readme), StringComparison.Ordinal));
    }

    private static string Text(string readme) => File.ReadAllText(Repository.PathTo(readme));

    [GeneratedRegex(@"`([A-Z][A-Za-z]+:[A-Za-z:]+)`")]
    private static partial Regex Keys();

    [GeneratedRegex(@"<PackageReference Include=""([^""]+)""")]
    private static partial Regex Package();
}
