using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.Tests;

/// <summary>Real processes, really killed. <c>KILLS=100</c> makes it a night's run.</summary>
public sealed class KillTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_process_loses_nothing_that_it_acknowledged()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "10", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var folder = new TempFolder();
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 0; kill < kills; kill++)
        {
            using (var child = await ChildProcess.StartAsync(folder.Path, "write", Token))
                acknowledged.UnionWith(await child.KillAfterAsync(1 + random.Next(random.Next(2) == 0 ? 5 : 150), Token));

            await using (var records = await OfflineRecords.OpenAsync(new() { DataFolder = folder.Path }, TimeProvider.System, NullLoggerFactory.Instance))
            {
                var kept = (await records.Archive.PublicationsAsync(AgencyCode.Parse("town"), 2025, Token)).Select(one => one.Address).ToHashSet();
                Assert.True(acknowledged.IsSubsetOf(kept), $"kill {kill}, seed {seed}: {acknowledged.Except(kept).Count()} lost");
            }

            Assert.Empty(Verification.Run(folder.Path, Token).Findings);
        }

        AssertEvidenceIsThere(folder.Path, acknowledged);
    }

    [Fact]
    public async Task A_second_process_is_told_which_folder_is_in_use_and_by_whom()
    {
        using var folder = new TempFolder();
        using var child = await ChildProcess.StartAsync(folder.Path, "hold", Token);

        var refusal = Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(folder.Path));

        Assert.Equal($"The data folder {folder.Path} is in use by process {child.Id}. Stop that process, or give this one another folder.", refusal.Message);
    }

    [Fact]
    public async Task A_folder_in_use_can_be_verified_and_backed_up_by_another_process()
    {
        using var folder = new TempFolder();
        using var child = await ChildProcess.StartAsync(folder.Path, "write", Token);
        using var elsewhere = new TempFolder();

        Assert.True(Verification.Run(folder.Path, Token).IsSound);
        var backup = Backup.Write(folder.Path, elsewhere.File("b.zip"), TimeProvider.System, Token);

        Assert.Equal(["audit"], backup.Journals.Select(journal => journal.Name));
    }

    private static void AssertEvidenceIsThere(string folder, HashSet<string> acknowledged)
    {
        var records = WarcReader.Read(Path.Combine(folder, "evidence", "town", "2025-03-04-crash.warc.gz"), tornTailAllowed: true);
        Assert.Superset(acknowledged, records.Where(record => record.Type == "response").Select(record => record.Fields["WARC-Target-URI"]).ToHashSet());
    }
}
