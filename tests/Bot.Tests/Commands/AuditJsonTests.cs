using System.Text.Json;
using Disclosure.Bot.Commands;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.Commands;

public class AuditJsonTests
{
    [Fact]
    public void The_shape_is_frozen() => Golden.Matches(AuditJson.Write([Some.OneOfEach()]) + "\n", "json");

    [Fact]
    public void Several_agencies_are_an_array_and_one_is_an_object()
    {
        var one = Some.Report(Some.Result(Some.Column("a", "甲"), Some.Fine));

        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(AuditJson.Write([one])).RootElement.ValueKind);
        Assert.Equal(2, JsonDocument.Parse(AuditJson.Write([one, one])).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task A_file_is_replaced_whole()
    {
        using var folder = new TempFolder();
        var file = folder.File("report.json");
        File.WriteAllText(file, new string('x', 100_000));

        Assert.Null(await AuditJson.TrySaveAsync(file, [Some.OneOfEach()], TestContext.Current.CancellationToken));

        Assert.Equal("town", JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("agency").GetString());
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said_and_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("report.json"));

        Assert.NotNull(await AuditJson.TrySaveAsync(folder.File("report.json"), [Some.OneOfEach()], TestContext.Current.CancellationToken));

        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
