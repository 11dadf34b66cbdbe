using System.Text;
using Disclosure.Records.Journals;
using Disclosure.Records.Ledger;
using Disclosure.Records.LiteDb;
using Disclosure.Records.Sealing;
using Disclosure.Records.Stored;
using Disclosure.Requests;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.Tests;

/// <summary>The embedded register: the contract, and what files and disks can suffer.</summary>
public sealed class EmbeddedRegisterTests : RegisterContract
{
    private const string MasterKeyText = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly CollectingLogs _logs = new();
    private Func<string, FileStream>? _open;
    private DataFolder? _folder;

    private string JournalFile => Path.Combine(Folder.Path, "journal", "register.jsonl");

    private string KeyFile => Path.Combine(Folder.Path, "keys", "register.keys");

    private string Model => Path.Combine(Folder.Path, "read-model", "register.db");

    private MasterKeyPlace Place => new(Folder.Path, null, MasterKeyText, null);

    private protected override async Task<IRegister> OpenAsync()
    {
        _folder?.Dispose();
        _folder = DataFolder.Open(Folder.Path);
        return await EmbeddedRegister.OpenAsync(_folder, Place, TimeProvider.System, _logs, _open);
    }

    protected override void Release()
    {
        _folder?.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task No_name_number_or_word_of_an_applicant_lies_open_anywhere()
    {
        string[] planted = ["买买提·吐尔逊", "653101198812310017", "13899887766", "关于我家宅基地的那份批复", "来电人自称其妻阿依古丽"];
        using var elsewhere = new TempFolder();
        var zip = elsewhere.File("backup.zip");
        await using (var register = await OpenAsync())
        {
            for (var number = 1; number <= 60; number++)
                await PlantAsync(register, number, planted);
            await register.EraseAsync(new(SomeCase.Id(3), SomeCase.Clerk, Some.Morning, "归档期满"), Token);
            await register.BoardAsync(Some.Town, null, Token);
            Backup.Write(Folder.Path, zip, TimeProvider.System, Token);
            await Assert.ThrowsAsync<NumberTakenException>(() => PlantAsync(register, 61, planted, serial: 1));
            AssertNowhere(Folder.Path, planted);
        }

        Verification.Run(Folder.Path, Place, Token);
        Backup.Restore(zip, elsewhere.File("restored"), Token);

        AssertNowhere(Folder.Path, planted);
        AssertNowhere(elsewhere.Path, planted);
        var logged = _logs.ToString();
        Assert.All(planted.Append(MasterKeyText), secret => Assert.DoesNotContain(secret, logged, StringComparison.Ordinal));
    }

    public static TheoryData<string> Misfortunes => ["deleted", "overwritten", "truncated", "emptied", "of another journal", "of an older layout", "behind"];

    [Theory]
    [MemberData(nameof(Misfortunes))]
    public async Task A_board_that_cannot_be_believed_is_built_again_the_same(string misfortune)
    {
        var before = await FillAsync(30);
        var kept = await File.ReadAllBytesAsync(Model, Token);
        switch (misfortune)
        {
            case "deleted":
                Directory.Delete(Path.GetDirectoryName(Model)!, recursive: true);
                break;
            case "overwritten":
                await File.WriteAllBytesAsync(Model, [.. kept[..100], .. Enumerable.Repeat((byte)0x5a, kept.Length - 100)], Token);
                break;
            case "truncated":
                await File.WriteAllBytesAsync(Model, kept[..9000], Token);
                break;
            case "emptied":
                await File.WriteAllBytesAsync(Model, [], Token);
                break;
            case "of another journal":
                ChangePosition("hash", new string('f', 64));
                break;
            case "of an older layout":
                ChangePosition("layout", 0);
                break;
            case "behind":
                var mark = await File.ReadAllBytesAsync(Model + ".mark", Token);
                await using (var register = await OpenAsync())
                    await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(999), 999)), Token);
                before = await DescribeAsync();
                await File.WriteAllBytesAsync(Model, kept, Token);
                await File.WriteAllBytesAsync(Model + ".mark", mark, Token);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(misfortune));
        }

        Assert.Equal(before, await DescribeAsync());
        Assert.DoesNotContain(Verify().Findings, IsOfRegister);
    }

    [Fact]
    public async Task A_board_changed_behind_the_program_s_back_is_found_by_verify()
    {
        await FillAsync(3);
        using (var file = LiteFile.Open(Model))
            file.Database.GetCollection("board").DeleteMany("$.version > 0");

        var finding = Assert.Single(Verify().Findings, IsOfRegister);

        Assert.Equal((VerificationSeverity.Damage, Model), (finding.Severity, finding.Place));
        Assert.StartsWith("differs from the journal in 'board'", finding.What);
    }

    [Fact]
    public async Task A_flipped_byte_anywhere_is_named_by_verify()
    {
        await FillAsync(4);
        Assert.DoesNotContain(Verify().Findings, IsOfRegister);

        foreach (var (file, step) in new[] { (KeyFile, 3), (JournalFile, 97), (Model, 601) })
        {
            var whole = await File.ReadAllBytesAsync(file, Token);
            for (var at = 0; at < whole.Length; at += step)
            {
                var changed = whole.ToArray();
                changed[at] ^= 0x04;
                await File.WriteAllBytesAsync(file, changed, Token);
                Assert.Contains(Verify().Findings, finding => finding.Severity is VerificationSeverity.Damage && finding.Place == file);
            }

            await File.WriteAllBytesAsync(file, whole, Token);
        }
    }

    [Fact]
    public async Task A_register_closed_right_after_appending_closes_its_board_in_order()
    {
        await using (var register = await OpenAsync())
            await Task.WhenAll(Enumerable.Range(1, 300).Select(number => register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(number), number)), Token)));

        Assert.DoesNotContain("failed", _logs.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("closed ", await File.ReadAllTextAsync(Model + ".mark", Token), StringComparison.Ordinal);
        Assert.DoesNotContain(Verify().Findings, IsOfRegister);
    }

    [Fact]
    public async Task Verify_counts_what_it_opened_and_what_was_erased()
    {
        await FillAsync(4);

        var report = Verify();

        Assert.Equal(new RegisterTally(4, 8, 3, 1, 0), report.Register);
        Assert.Equal(new RegisterTally(4, 8, 0, 1, 3), Verification.Run(Folder.Path, new(Folder.Path, null, null, null), Token).Register);
    }

    [Theory]
    [InlineData("sung", "{}")]
    [InlineData("case-entries", """{"agency":"town","cases":[],"mood":"good"}""")]
    [InlineData("case-entries", """{"agency":"other","cases":[]}""")]
    [InlineData("case-erased", """{"agency":"town","case":"case-0777","by":{"id":"a","roles":[]},"recordedAt":"2025-03-04T09:00:00.0000000+08:00","basis":"x"}""")]
    [InlineData("year-entry", """{"agency":"town","year":2025,"after":5,"move":{"is":"prepare"},"by":{"id":"a","roles":[]},"on":"2025-03-04","recordedAt":"2025-03-04T09:00:00.0000000+08:00"}""")]
    public async Task A_register_with_a_record_that_cannot_be_followed_is_not_opened(string kind, string body)
    {
        await FillAsync(2);
        _folder!.Dispose();
        using (var folder = DataFolder.Open(Folder.Path))
        {
            await using var journal = Journal.Open(folder, "register", TimeProvider.System, NullLogger<Journal>.Instance);
            await journal.AppendAsync(new("town", kind, body), Token);
        }

        var refusal = await Assert.ThrowsAsync<StoredShapeException>(OpenAsync);

        Assert.StartsWith($"Record 4 ({kind}) cannot be read: ", refusal.Message);
        Assert.Contains(Verify().Findings, finding => finding.Place == JournalFile && finding.What.StartsWith(refusal.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("register.jsonl", 0)]
    [InlineData("register.jsonl", 700)]
    [InlineData("register.keys", 0)]
    [InlineData("register.keys", 100)]
    public async Task A_full_disk_refuses_the_command_whole_and_takes_it_when_there_is_room(string full, int room)
    {
        var disks = new Dictionary<string, FaultyFile>(StringComparer.Ordinal);
        _open = file => disks[Path.GetFileName(file)] = new FaultyFile(file);
        await using (var register = await OpenAsync())
        {
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
            var before = await DescribeAsync(register);
            disks[full].Fill(room, failsOnFlush: false);

            var refusal = await Assert.ThrowsAsync<JournalWriteException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(2), 2)), Token));

            Assert.Contains("Free space or mend the disk", refusal.Message);
            Assert.Equal(before, await DescribeAsync(register));
            disks[full].Free();
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(2), 2)), Token);
        }

        _open = null;
        Assert.DoesNotContain(Verify().Findings, IsOfRegister);
        await using var again = await OpenAsync();
        Assert.Equal("张三", ((CaseMove.RegisterOnBehalf)(await again.ReadAsync(SomeCase.Id(2), Token))!.Entries[0].Move).Application.Name.Reveal());
    }

    [Fact]
    public async Task Commands_that_wait_together_share_one_flush()
    {
        var disks = new Dictionary<string, FaultyFile>(StringComparer.Ordinal);
        using var flushing = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        _open = file => disks[Path.GetFileName(file)] = Path.GetFileName(file) == "register.jsonl"
            ? new FaultyFile(file) { OnFlush = () => { flushing.Set(); release.Wait(Token); } }
            : new FaultyFile(file);
        await using var register = await OpenAsync();
        var leader = register.AppendYearAsync(Some.Town, 2025, 0, new(new Tables.YearMove.Prepare(), SomeCase.Clerk, SomeCase.Day, Some.Morning), Token);
        flushing.Wait(Token);

        var followers = Enumerable.Range(1, 50).Select(number => register.AppendYearAsync(Some.Town, 2025 + number, 0, new(new Tables.YearMove.Prepare(), SomeCase.Clerk, SomeCase.Day, Some.Morning), Token)).ToList();
        release.Set();
        await Task.WhenAll([leader, .. followers]);

        Assert.Equal(2, disks["register.jsonl"].Flushes);
    }

    private bool IsOfRegister(VerificationFinding finding) => finding.Place != Folder.Path;

    private VerificationReport Verify()
    {
        _folder?.Dispose();
        return Verification.Run(Folder.Path, Place, Token);
    }

    private async Task<string> FillAsync(int cases)
    {
        await using (var register = await OpenAsync())
        {
            await register.AppendAsync(SomeCase.Draft([.. Enumerable.Range(1, cases).Select(number => SomeCase.Registered(SomeCase.Id(number), number, $"申请人{number}"))]), Token);
            await register.AppendAsync(SomeCase.Draft([.. Enumerable.Range(1, cases).Select(number => new CaseDraft(SomeCase.Id(number), 1, [SomeCase.Entry(new CaseMove.BeginReview("clerk-1"))]))]), Token);
            await register.EraseAsync(new(SomeCase.Id(2), SomeCase.Clerk, Some.Morning, "归档期满"), Token);
        }

        return await DescribeAsync();
    }

    private async Task<string> DescribeAsync()
    {
        await using var register = await OpenAsync();
        return await DescribeAsync(register);
    }

    private void ChangePosition(string field, LiteDB.BsonValue value)
    {
        using var file = LiteFile.Open(Model);
        var meta = file.Database.GetCollection("meta");
        var position = meta.FindById("position");
        position[field] = value;
        meta.Update(position);
    }

    private static async Task PlantAsync(IRegister register, int number, string[] planted, int? serial = null)
    {
        var application = SomeCase.Application(planted[0], planted[3]) with { ProofNumber = PersonalText.Of(planted[1]), Contact = PersonalText.Of(planted[2]) };
        await register.AppendAsync(SomeCase.Draft(new CaseDraft(SomeCase.Id(number), 0, [SomeCase.Entry(new CaseMove.Submit(Some.Town, application, Channel.Online), SomeCase.Applicant)])), Token);
        var entry = SomeCase.Entry(new CaseMove.ConfirmRegister(new(2025, serial ?? number), PersonalText.Of(planted[4]))) with { Reason = PersonalText.Of(planted[0]) };
        await register.AppendAsync(SomeCase.Draft(new CaseDraft(SomeCase.Id(number), 1, [entry])), Token);
    }

    private static void AssertNowhere(string folder, string[] planted)
    {
        var needles = planted.SelectMany(secret => new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Select(encoding => encoding.GetBytes(secret)))
            .Concat(planted.Select(secret => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret))[..^4])))
            .Append(Encoding.ASCII.GetBytes(MasterKeyText))
            .Append(Convert.FromBase64String(MasterKeyText))
            .ToList();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) == "desk.lock")
                continue;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Assert.All(needles, needle => Assert.True(bytes.AsSpan().IndexOf(needle) < 0, $"{file} holds a planted secret"));
        }
    }

    /// <summary>Everything logged, with exceptions, at every level.</summary>
    private sealed class CollectingLogs : ILoggerFactory, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public override string ToString() => string.Join('\n', _lines);

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new InvalidOperationException("One place collects all.");

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
