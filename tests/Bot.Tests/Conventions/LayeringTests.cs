using System.Text.RegularExpressions;
using System.Xml.Linq;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Conventions;

/// <summary>Disclosure decides, Records keeps, Auditor looks, Bot talks: which project may know which, and which folder may know which package.</summary>
public partial class LayeringTests
{
    private static readonly string[] Order = ["Disclosure", "Records", "Auditor", "Bot"];

    public static TheoryData<string> Projects => [.. Order];

    [Theory]
    [MemberData(nameof(Projects))]
    public void An_arrow_between_projects_never_points_back(string project)
    {
        var file = XDocument.Load(Repository.PathTo("src", project, project + ".csproj"));

        var references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.All(references, reference => Assert.True(Array.IndexOf(Order, reference) < Array.IndexOf(Order, project), $"{project} must not know {reference}"));
    }

    [Fact]
    public void Disclosure_has_no_package_and_no_project() =>
        Assert.DoesNotContain(XDocument.Load(Repository.PathTo("src", "Disclosure", "Disclosure.csproj")).Descendants(), e => e.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference");

    [Theory]
    [InlineData("DocumentFormat.OpenXml", "src/Bot/Export/", "src/Auditor/Reports/")]
    [InlineData("HtmlAgilityPack", "src/Auditor/Extract/", "src/Auditor/Discover/", "src/Auditor/Reports/")]
    [InlineData("LiteDB", "src/Records/LiteDb/")]
    [InlineData("Quartz", "src/Auditor/Schedule/")]
    [InlineData("Microsoft.Playwright", "src/Auditor/Fetch/")]
    [InlineData("System.CommandLine", "src/Bot/Commands/")]
    [InlineData("Spectre.Console", "src/Bot/Commands/", "src/Bot/Terminal.cs")]
    [InlineData("MiniExcelLibs", "src/Bot/Register/Import/")]
    [InlineData("Microsoft.AspNetCore", "src/Bot/")]
    [InlineData("Microsoft.Extensions.Configuration", "src/Bot/")]
    public void A_package_stays_in_its_room(string package, params string[] rooms) =>
        Assert.Empty(Sources("src")
            .Where(source => Usings().Matches(source.Text).Any(match => match.Groups[1].Value == package || match.Groups[1].Value.StartsWith(package + ".", StringComparison.Ordinal)))
            .Where(source => !rooms.Any(room => source.Path.StartsWith(room, StringComparison.Ordinal)))
            .Select(source => source.Path));

    [Theory]
    [InlineData(@"\bSystem\.(IO|Net|Threading)\b")]
    [InlineData(@"\basync\b|\bawait\b|\bTask\b")]
    [InlineData(@"\bTimeProvider\b|\bFile\.|\bDirectory\.|\bConsole\.|\bEnvironment\.")]
    public void Disclosure_only_thinks(string forbidden) =>
        Assert.Empty(Sources("src/Disclosure").Where(source => Regex.IsMatch(WithoutComments(source.Text), forbidden)).Select(source => source.Path));

    [Theory]
    [InlineData(@"\.Wait\(\)")]
    [InlineData(@"\basync void\b")]
    [InlineData(@"\bTask\.Run\(")]
    [InlineData(@"//\s*TODO|NotImplementedException")]
    public void No_source_has_what_the_house_rules_forbid(string forbidden) =>
        Assert.Empty(Sources("src").Where(source => Regex.IsMatch(source.Text, forbidden)).Select(source => source.Path));

    [Fact]
    public void No_file_grows_past_four_hundred_lines() =>
        Assert.Empty(Sources("src").Where(source => source.Text.Count(c => c == '\n') > 400).Select(source => source.Path));

    [Fact]
    public void No_folder_is_named_for_a_layer() =>
        Assert.Empty(Directory.GetDirectories(Repository.PathTo("src"), "*", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Intersect(["Services", "Models", "Interfaces", "Helpers", "Utils", "Common", "Managers", "Dtos"]));

    internal static IEnumerable<(string Path, string Text)> Sources(string folder) =>
        Directory.GetFiles(Repository.PathTo(folder.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Select(path => (path, File.ReadAllText(Repository.PathTo(path.Split('/')))));

    private static string WithoutComments(string text) => Comments().Replace(text, "");

    [GeneratedRegex(@"^using (?:static )?([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex Usings();

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
