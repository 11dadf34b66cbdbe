using System.Globalization;
using Disclosure.Records.Sealing;
using Disclosure.Requests;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.Tests;

/// <summary>Real processes that write the register, really killed. <c>KILLS=100</c> makes it a night's run.</summary>
public sealed class RegisterKillTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_process_loses_no_entry_and_no_erasure_that_it_acknowledged_also_while_the_master_key_changes()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "6", CultureInfo.InvariantCulture);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var folder = new TempFolder();
        var (versions, erased) = (new Dictionary<CaseId, int>(), new HashSet<CaseId>());
        for (var kill = 0; kill < kills; kill++)
        {
            var (key, previous) = (Key(kill / 3), kill % 3 == 0 && kill > 0 ? Key((kill / 3) - 1) : null);
            using (var child = await ChildProcess.StartAsync(folder.Path, "register", Token, (MasterKeyPlace.Variable, key), (MasterKeyPlace.PreviousVariable, previous)))
                Take(await child.KillAfterAsync(1 + random.Next(random.Next(2) == 0 ? 8 : 200), Token), versions, erased);

            MasterKeyPlace place = new(folder.Path, null, key, null);
            await AssertKeptAsync(folder.Path, place, versions, erased, $"kill {kill}, seed {seed}");
            var report = Verification.Run(folder.Path, place, Token);
            Assert.DoesNotContain(report.Findings, finding => finding.Place != folder.Path);
            Assert.Equal(0, report.Register!.Closed);
        }
    }

    private static async Task AssertKeptAsync(string folder, MasterKeyPlace place, Dictionary<CaseId, int> versions, HashSet<CaseId> erased, string when)
    {
        await using var records = await OfflineRecords.OpenAsync(new() { DataFolder = folder }, place, TimeProvider.System, NullLoggerFactory.Instance);
        var register = await records.OpenRegisterAsync(Token);
        foreach (var (id, version) in versions)
        {
            var history = await register.ReadAsync(id, Token);
            Assert.True(history?.Version >= version, $"{when}: {id} was acknowledged at {version} and is at {history?.Version}");
            var name = history!.Entries[0].Move switch
            {
                CaseMove.Submit submit => submit.Application.Name,
                CaseMove.BornOfSplit born => born.Application.Name,
                _ => throw new InvalidOperationException("No case begins otherwise here."),
            };
            Assert.True(history.Erasure is not null || name.Reveal()!.StartsWith("申请人", StringComparison.Ordinal), when);
            Assert.True(name.IsErased == history.Erasure is not null && (!erased.Contains(id) || name.IsErased), $"{when}: {id}");
        }

        var cards = await register.BoardAsync(Some.Town, null, Token);
        Assert.Superset(versions.Keys.ToHashSet(), cards.Select(card => card.Id).ToHashSet());
        var serials = cards.Where(card => card.Number is not null).Select(card => card.Number!.Value.Serial).Order().ToList();
        Assert.Equal(Enumerable.Range(1, serials.Count), serials);
    }

    private static void Take(IReadOnlyList<string> acknowledged, Dictionary<CaseId, int> versions, HashSet<CaseId> erased)
    {
        foreach (var part in acknowledged.Select(line => line.Split(' ')))
        {
            versions[CaseId.Parse(part[1])] = int.Parse(part[2], CultureInfo.InvariantCulture);
            if (part[0] == "erased")
                erased.Add(CaseId.Parse(part[1]));
        }
    }

    private static string Key(int number) => Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(at => (byte)(at + number))]);
}
