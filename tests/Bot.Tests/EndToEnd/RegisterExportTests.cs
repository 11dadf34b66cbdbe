using Disclosure.Agencies;
using Disclosure.Bot.Commands;
using Disclosure.Records;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Bot.Tests.EndToEnd;

public class RegisterExportTests
{
    private const string Name = "阿不都热合曼";

    /// <summary>Nothing personal is in any file, though the register it is made from holds it.</summary>
    [Fact]
    public async Task What_was_registered_is_exported_without_anything_personal()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("config"));
        await File.WriteAllTextAsync(folder.File("config/agencies.json"), """{ "agencies": [{ "code": "town", "name": "某镇人民政府" }] }""", token);
        await File.WriteAllTextAsync(folder.File("config/appsettings.json"), $$"""{ "Records": { "KeyFile": "{{folder.File("master.key")}}" } }""", token);
        await RegisterAsync(new RecordsOptions { DataFolder = folder.File("data"), KeyFile = folder.File("master.key") });
        using var said = new StringWriter();

        var exit = await new CommandLine(Some.Terminal(said, said)).RunAsync(["export", "--year", "2025", "--out", folder.File("out"), "--config", folder.File("config"), "--data", folder.File("data")], token);

        Assert.True(exit == 0, said.ToString());
        Assert.Contains($"\"figure\":1,\"place\":\"{FormLabels.Place(RequestRow.CarriedOut, RequestHeading.NaturalPerson)}\"", await File.ReadAllTextAsync(folder.File("out/2025-town.json"), token), StringComparison.Ordinal);
        Assert.All(Directory.GetFiles(folder.File("out"), "*.*").SelectMany(Parts), part => Assert.DoesNotContain(Name, part, StringComparison.Ordinal));
    }

    private static async Task RegisterAsync(RecordsOptions options)
    {
        var token = TestContext.Current.CancellationToken;
        var (town, clerk, on) = (AgencyCode.Parse("town"), new Actor("clerk-1", Roles.Clerk), new DateOnly(2025, 12, 20));
        var application = new Application(
            ApplicantKind.NaturalPerson, PersonalText.Of(Name), IdentityProof.ShownAtCounter, null, PersonalText.Of("0998-1234567"), PersonalText.Of("灌溉工程预算"), InformationForm.Paper, ObtainingRoute.Collect);
        var none = Figure.Of(0);
        await using var records = await OfflineRecords.OpenAsync(options, new FakeTimeProvider(Some.Morning), NullLoggerFactory.Instance);
        var register = await records.OpenRegisterAsync(token);
        var entry = new LedgerEntry(new CaseMove.RegisterOnBehalf(town, new(2025, 1), application, Channel.Post, on, on), clerk, on, Some.Morning);
        await register.AppendAsync(new(town, [new(CaseId.Parse("case-0001"), 0, [entry])]), token);
        await register.AppendYearAsync(town, 2025, 0, new(new YearMove.EnterProactive(ProactiveFigures.Of(_ => none), "各业务办公室报送"), clerk, new(2026, 1, 5), Some.Morning), token);
    }

    private static IEnumerable<string> Parts(string file)
    {
        if (Path.GetExtension(file) is ".html" or ".json")
            return [File.ReadAllText(file)];
        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        return zip.Entries.Select(entry =>
        {
            using var text = new StreamReader(entry.Open());
            return text.ReadToEnd();
        }).ToList();
    }
}
