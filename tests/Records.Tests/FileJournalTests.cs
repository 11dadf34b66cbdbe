using System.Text;
using Disclosure.Records.Journals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.Tests;

/// <summary>The embedded journal: the contract, and what a file can suffer.</summary>
public sealed class FileJournalTests : JournalContract
{
    private string File => Folder.File("audit.jsonl");

    private protected override IJournal Open() => OpenWith(Journal.OpenStream);

    [Fact]
    public async Task A_line_s_hash_can_be_repeated_with_head_and_sha256sum()
    {
        await WriteAsync(1);

        var line = (await System.IO.File.ReadAllTextAsync(File, Token)).TrimEnd('\n');
        var hashed = line[..line.IndexOf(",\"hash\":", StringComparison.Ordinal)];

        Assert.EndsWith($",\"hash\":\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(hashed)))}\"}}", line);
    }

    [Fact]
    public async Task Any_changed_byte_is_found_on_its_line_and_the_journal_is_not_opened()
    {
        var whole = await WriteAsync(3);
        for (var at = 0; at < whole.Length; at++)
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x01;
            await System.IO.File.WriteAllBytesAsync(File, changed, Token);

            var report = Journal.Verify(File, Token);

            Assert.False(report.IsSound, $"byte {at}");
            Assert.Equal((File, 1 + whole.AsSpan(0, at).Count((byte)'\n')), (report.File, report.Finding!.Line));
            var refusal = Assert.Throws<JournalDamagedException>(() => Open());
            Assert.Contains($"{File} is damaged at line {report.Finding.Line}", refusal.Message);
            Assert.Equal(changed, await System.IO.File.ReadAllBytesAsync(File, Token));
        }
    }

    [Fact]
    public async Task A_line_taken_out_or_put_twice_is_found()
    {
        await WriteAsync(4);
        var lines = await System.IO.File.ReadAllLinesAsync(File, Token);

        foreach (var kept in new string[][] { [lines[0], lines[2], lines[3]], [lines[0], lines[0], lines[1]], [lines[1]] })
        {
            await System.IO.File.WriteAllTextAsync(File, string.Join('\n', kept) + "\n", Token);
            Assert.False(Journal.Verify(File, Token).IsSound);
        }
    }

    [Fact]
    public async Task A_last_line_torn_at_any_byte_is_cut_and_the_next_record_follows_the_last_whole_one()
    {
        var whole = await WriteAsync(3);
        var lastLine = whole.AsSpan(0, whole.Length - 1).LastIndexOf((byte)'\n') + 1;
        for (var length = lastLine; length < whole.Length; length++)
        {
            await System.IO.File.WriteAllBytesAsync(File, whole[..length], Token);
            var lacksOnlyTheEnd = length == whole.Length - 1;
            Assert.True(Journal.Verify(File, Token).IsSound, $"length {length}");

            await using (var journal = Open())
            {
                Assert.Equal(lacksOnlyTheEnd ? 3 : 2, journal.Head.Seq);
                await journal.AppendAsync(Draft("after"), Token);
            }

            var report = Journal.Verify(File, Token);
            Assert.Null(report.Finding);
            Assert.Equal(lacksOnlyTheEnd ? 4 : 3, report.Head.Seq);
        }
    }

    [Fact]
    public async Task Zeros_that_a_power_cut_left_after_the_last_line_are_cut()
    {
        var whole = await WriteAsync(2);
        await System.IO.File.WriteAllBytesAsync(File, [.. whole, .. new byte[5000]], Token);

        await using (var journal = Open())
            Assert.Equal(2, journal.Head.Seq);

        Assert.Equal(whole, await System.IO.File.ReadAllBytesAsync(File, Token));
    }

    [Fact]
    public async Task Appends_that_wait_together_share_one_flush()
    {
        using var first = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        FaultyFile? disk = null;
        await using var journal = OpenWith(file => disk = new FaultyFile(file) { OnFlush = () => { first.Set(); release.Wait(Token); } });

        var leader = journal.AppendAsync(Draft("case"), Token);
        first.Wait(Token);
        var followers = Enumerable.Range(0, 200).Select(_ => journal.AppendAsync(Draft("case"), Token)).ToList();
        release.Set();
        await Task.WhenAll([leader, .. followers]);

        Assert.Equal(2, disk!.Flushes);
        Assert.Equal(201, journal.Head.Seq);
    }

    [Fact]
    public async Task An_append_is_not_acknowledged_before_the_flush_returned()
    {
        using var flushing = new ManualResetEventSlim();
        using var release = new ManualResetEventSlim();
        await using var journal = OpenWith(file => new FaultyFile(file) { OnFlush = () => { flushing.Set(); release.Wait(Token); } });

        var append = journal.AppendAsync(Draft("case"), Token);
        flushing.Wait(Token);

        Assert.False(append.IsCompleted);
        Assert.Equal(0, journal.Head.Seq);
        release.Set();
        await append;
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(40, false)]
    [InlineData(100_000, true)]
    public async Task A_disk_that_refuses_faults_the_append_and_leaves_the_journal_as_it_was(int room, bool failsOnFlush)
    {
        await WriteAsync(2);
        FaultyFile? disk = null;
        await using var journal = OpenWith(file => disk = new FaultyFile(file));
        disk!.Fill(room, failsOnFlush);

        var refused = await Assert.ThrowsAsync<JournalWriteException>(() => journal.AppendAsync(Draft("case"), Token));
        disk.Free();

        Assert.Contains($"could not be written to {File} and nothing of it was kept (No space left on device", refused.Message);
        Assert.Equal(2, journal.Head.Seq);
        Assert.Equal(3, (await journal.AppendAsync(Draft("case"), Token)).Seq);
        Assert.Null(Journal.Verify(File, Token).Finding);
    }

    [Fact]
    public async Task A_real_full_disk_refuses_and_takes_records_again_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount(256 * 1024);
        if (disk is null)
            Assert.Skip("A file system of a limited size cannot be mounted here (it takes root on Linux).");
        var file = Path.Combine(disk.Path, "audit.jsonl");
        var ballast = Path.Combine(disk.Path, "ballast");
        await System.IO.File.WriteAllBytesAsync(ballast, new byte[128 * 1024], Token);
        await using var journal = Journal.Open(file, TimeProvider.System, NullLogger.Instance, Journal.OpenStream);
        var body = $$"""{"text":"{{new string('x', 9000)}}"}""";

        var kept = 0;
        await Assert.ThrowsAsync<JournalWriteException>(async () =>
        {
            while (kept < 100)
            {
                await journal.AppendAsync(Draft("case", body), Token);
                kept++;
            }
        });
        Assert.InRange(kept, 1, 99);
        Assert.Equal((kept, null), ((int)Journal.Verify(file, Token).Head.Seq, Journal.Verify(file, Token).Finding));

        System.IO.File.Delete(ballast);
        Assert.Equal(kept + 1, (await journal.AppendAsync(Draft("case", body), Token)).Seq);
    }

    [Fact]
    public async Task A_journal_can_be_verified_while_it_is_written()
    {
        await using var journal = Open();
        var writing = Task.WhenAll(Enumerable.Range(0, 500).Select(_ => journal.AppendAsync(Draft("case"), Token)));

        while (!writing.IsCompleted)
            Assert.True(Journal.Verify(File, Token).IsSound);

        await writing;
        Assert.Equal(500, Journal.Verify(File, Token).Head.Seq);
    }

    private Journal OpenWith(Func<string, FileStream> open) => Journal.Open(File, TimeProvider.System, NullLogger.Instance, open);

    private async Task<byte[]> WriteAsync(int records)
    {
        await using (var journal = Open())
        {
            for (var number = 0; number < records; number++)
                await journal.AppendAsync(Draft("case", $$"""{"n":{{number}},"字":"值"}"""), Token);
        }

        return await System.IO.File.ReadAllBytesAsync(File, Token);
    }
}
