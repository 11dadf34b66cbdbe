using Disclosure.Records.Journals;
using Disclosure.Tests.Shared;

namespace Disclosure.Records.Tests;

/// <summary>What every engine's journal keeps to. A second engine inherits this and is held to the same.</summary>
public abstract class JournalContract : IDisposable
{
    protected TempFolder Folder { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens the journal kept in <see cref="Folder"/>.</summary>
    private protected abstract IJournal Open();

    [Fact]
    public async Task What_was_appended_is_read_back_as_it_was_acknowledged_also_after_reopening()
    {
        var acknowledged = new List<JournalRecord>();
        await using (var journal = Open())
        {
            foreach (var number in Enumerable.Range(1, 1200))
                acknowledged.Add(await journal.AppendAsync(Draft($"case-{number % 7}", $$"""{"title":"关于“{{number}}”的 <公告>"}"""), Token));
        }

        await using var again = Open();

        Assert.Equal(acknowledged, await again.ReadAsync(0, 5000, Token));
        Assert.Equal(acknowledged[1023..1033], await again.ReadAsync(1023, 10, Token));
        Assert.Empty(await again.ReadAsync(1200, 10, Token));
        Assert.Equal(new JournalHead(1200, acknowledged[^1].Hash), again.Head);
    }

    [Fact]
    public async Task Records_are_numbered_without_gaps_in_the_journal_and_in_their_stream()
    {
        await using var journal = Open();

        foreach (var stream in new[] { "a", "b", "a" })
            await journal.AppendAsync(Draft(stream), Token);

        Assert.Equal([(1, "a", 1), (2, "b", 1), (3, "a", 2)], (await journal.ReadAsync(0, 9, Token)).Select(record => (record.Seq, record.Stream, record.Version)));
        Assert.Equal(2, await journal.VersionAsync("a", Token));
        Assert.Equal(0, await journal.VersionAsync("never", Token));
    }

    [Fact]
    public async Task Every_record_carries_the_hash_of_the_one_before_it()
    {
        await using var journal = Open();

        foreach (var stream in new[] { "a", "b", "c" })
            await journal.AppendAsync(Draft(stream), Token);

        var records = await journal.ReadAsync(0, 9, Token);
        Assert.Equal([JournalHead.Empty.Hash, records[0].Hash, records[1].Hash], records.Select(record => record.Previous));
        Assert.True((await journal.VerifyAsync(Token)).IsSound);
    }

    [Fact]
    public async Task A_decision_made_on_an_old_version_is_refused_naming_both_and_writes_nothing()
    {
        await using var journal = Open();
        await journal.AppendAsync(Draft("case", expected: 0), Token);
        await journal.AppendAsync(Draft("case", expected: 1), Token);

        var conflict = await Assert.ThrowsAsync<JournalConflictException>(() => journal.AppendAsync(Draft("case", expected: 1), Token));

        Assert.Equal(("case", 1, 2), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(2, journal.Head.Seq);
    }

    [Fact]
    public async Task Of_many_decisions_made_on_one_version_exactly_one_is_written()
    {
        await using var journal = Open();

        var appends = Enumerable.Range(0, 50).Select(_ => journal.AppendAsync(Draft("case", expected: 0), Token)).ToList();
        await Assert.ThrowsAsync<JournalConflictException>(() => Task.WhenAll(appends));

        Assert.Equal(1, appends.Count(append => append.IsCompletedSuccessfully));
        Assert.Equal(1, journal.Head.Seq);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":\n1}")]
    public async Task A_body_that_cannot_stand_in_a_line_is_refused_and_writes_nothing(string body)
    {
        await using var journal = Open();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => journal.AppendAsync(Draft("case", body), Token));

        Assert.Equal(0, journal.Head.Seq);
    }

    [Fact]
    public async Task Text_that_has_no_UTF8_is_refused_instead_of_being_changed()
    {
        await using var journal = Open();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => journal.AppendAsync(Draft("case", "{\"a\":\"\ud800\"}"), Token));
    }

    [Fact]
    public async Task A_closed_journal_says_so_instead_of_taking_a_record()
    {
        var journal = Open();
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Draft("case"), Token));
    }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected static JournalDraft Draft(string stream, string body = "{}", long? expected = null) => new(stream, "told", body, expected);
}
