using System.Diagnostics;
using System.Globalization;
using Disclosure.Agencies;
using Disclosure.Records;
using Disclosure.Records.Journals;
using Disclosure.Records.Ledger;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Benchmarks;

/// <summary>
/// The register beside SQLite in the same run: commands per second that are on the disk when they are acknowledged, by 1, 8 and 64 writers;
/// then how long a register of 1,000,000 entries takes to open, to give its board and to be read.
/// </summary>
internal static class RegisterSpeed
{
    private const int Entries = 1_000_000;
    private const int EntriesPerCase = 10;
    private const int Rounds = 3;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(2);
    private static readonly AgencyCode Agency = AgencyCode.Parse("town");
    private static readonly Actor Clerk = new("clerk-1", Roles.Clerk);

    public static async Task<int> MeasureAsync()
    {
        Console.WriteLine("Commands per second, each flushed to the disk before it is acknowledged; medians of three interleaved rounds of two seconds.");
        Console.WriteLine("'step' adds an entry to a case; 'new case' makes its key too, which is a second flush. SQLite: WAL, synchronous=FULL, the same encrypted body and the same checks of version and number.");
        Console.WriteLine($"{"",-10}{"writers",8}{"register/s",12}{"SQLite/s",10}{"× SQLite",10}");
        foreach (var isNew in new[] { false, true })
        {
            foreach (var writers in new[] { 1, 8, 64 })
                await CompareAsync(isNew, writers);
        }

        await ReplayAsync();
        return 0;
    }

    private static async Task CompareAsync(bool isNew, int writers)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await InFolderAsync(folder => RegisterAsync(folder, isNew, writers)));
            theirs.Add(await InFolderAsync(folder => Task.FromResult(SqliteYardstick.Measure(Path.Combine(folder, "yardstick.db"), isNew, writers, Window, Body(isNew)))));
        }

        var (register, sqlite) = (Median(ours), Median(theirs));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(isNew ? "new case" : "step"),-10}{writers,8}{register,12:F0}{sqlite,10:F0}{register / sqlite,10:F1}"));
    }

    private static async Task<double> RegisterAsync(string folder, bool isNew, int writers)
    {
        using var data = DataFolder.Open(folder);
        await using var register = await EmbeddedRegister.OpenAsync(data, Place(folder), TimeProvider.System, NullLoggerFactory.Instance);
        for (var writer = 0; writer < writers; writer++)
            await register.AppendAsync(new(Agency, [New(CaseOf(writer, 0), writer + 1)]), CancellationToken.None);

        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            var done = 0;
            for (; clock.Elapsed < Window; done++)
            {
                var draft = isNew
                    ? New(CaseOf(writer, done + 1), serial: null)
                    : new CaseDraft(CaseOf(writer, 0), done + 1, [Entry(new CaseMove.RecordUnreachable(PersonalText.Of("电话三次无人接听")))]);
                await register.AppendAsync(new(Agency, [draft]), CancellationToken.None);
            }

            return done;
        }));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>What SQLite stores for the same command: the body our journal would hold.</summary>
    private static string Body(bool isNew)
    {
        var id = CaseOf(0, 0);
        using var seal = new CaseSeal(id, new byte[MasterKey.Length]);
        var draft = isNew ? New(id, serial: null) : new CaseDraft(id, 1, [Entry(new CaseMove.RecordUnreachable(PersonalText.Of("电话三次无人接听")))]);
        return RegisterShapes.Draft(StoredCaseEntries.From(new(Agency, [draft]), _ => seal)).Body;
    }

    private static async Task ReplayAsync()
    {
        Console.WriteLine();
        await InFolderAsync(async folder =>
        {
            await GrowAsync(folder);
            var size = new FileInfo(DataFolder.JournalIn(folder, "register")).Length;
            using var data = DataFolder.Open(folder);
            var clock = Stopwatch.StartNew();
            var journal = Journal.Open(data, "register", TimeProvider.System, NullLogger<Journal>.Instance);
            var chain = clock.Elapsed;
            await journal.DisposeAsync();

            clock.Restart();
            await using var register = await EmbeddedRegister.OpenAsync(data, Place(folder), TimeProvider.System, NullLoggerFactory.Instance);
            var opened = clock.Elapsed;
            clock.Restart();
            var cards = await register.BoardAsync(Agency, null, CancellationToken.None);
            var board = clock.Elapsed;
            clock.Restart();
            var entries = 0L;
            await foreach (var history in register.ReadAllClosedAsync(Agency, CancellationToken.None))
                entries += history.Version;
            var closed = clock.Elapsed;
            clock.Restart();
            await foreach (var history in register.ReadAllAsync(Agency, CancellationToken.None))
                entries += history.Version;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Entries:N0} entries, {cards.Count:N0} cases, {size / 1e6:F0} MB: chain alone {chain.TotalSeconds:F1} s; opened with its board made anew {opened.TotalSeconds:F1} s ({opened / chain:F1} × the chain), the board {board.TotalSeconds:F1} s, every case read closed {closed.TotalSeconds:F1} s, with every text opened {clock.Elapsed.TotalSeconds:F1} s"));
            return entries;
        });
    }

    /// <summary>A thousand cases at once, so that making the register needs few flushes; each entry is a record of its own, as in life.</summary>
    private static async Task GrowAsync(string folder)
    {
        using var data = DataFolder.Open(folder);
        await using var register = await EmbeddedRegister.OpenAsync(data, Place(folder), TimeProvider.System, NullLoggerFactory.Instance);
        var all = Enumerable.Range(0, Entries / EntriesPerCase).ToList();
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = 1024 }, async (number, token) =>
        {
            var id = CaseOf(0, number);
            await register.AppendAsync(new(Agency, [New(id, serial: null)]), token);
            for (var version = 1; version < EntriesPerCase; version++)
                await register.AppendAsync(new(Agency, [new(id, version, [Entry(new CaseMove.RecordUnreachable(PersonalText.Of("电话三次无人接听")))])]), token);
        });
    }

    private static CaseDraft New(CaseId id, int? serial)
    {
        var application = new Application(ApplicantKind.NaturalPerson, PersonalText.Of("买买提"), IdentityProof.Copy, PersonalText.Of("653101198812310017"), PersonalText.Of("13899887766"), PersonalText.Of("关于2024年征地补偿安置方案的批复及附图"), InformationForm.Paper, ObtainingRoute.Post);
        return new(id, 0, [Entry(serial is { } number
            ? new CaseMove.RegisterOnBehalf(Agency, new(2025, number), application, Channel.InPerson, new(2025, 3, 4), new(2025, 3, 4))
            : new CaseMove.Submit(Agency, application, Channel.Online))]);
    }

    private static LedgerEntry Entry(CaseMove move) => new(move, Clerk, new(2025, 3, 4), DateTimeOffset.UnixEpoch);

    private static CaseId CaseOf(int writer, int number) => CaseId.Parse(string.Create(CultureInfo.InvariantCulture, $"case-{writer}-{number}"));

    private static MasterKeyPlace Place(string folder) => new(folder, null, Convert.ToBase64String(new byte[MasterKey.Length]), null);

    private static double Median(List<double> rounds) => rounds.Order().ElementAt(rounds.Count / 2);

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> work)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-bench-").FullName;
        try
        {
            return await work(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
