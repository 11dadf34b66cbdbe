using Disclosure.Agencies;
using Disclosure.Records.Journals;
using Disclosure.Requests;
using Disclosure.Tables;
using Disclosure.Tests.Shared;

namespace Disclosure.Records.Tests;

/// <summary>What every engine's register keeps to. A second engine inherits this and is held to the same.</summary>
public abstract class RegisterContract : IDisposable
{
    protected TempFolder Folder { get; } = new();

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens the register kept in <see cref="Folder"/>, with its key.</summary>
    private protected abstract Task<IRegister> OpenAsync();

    [Fact]
    public async Task A_case_is_read_as_it_was_appended_also_after_reopening()
    {
        var first = SomeCase.New(SomeCase.Id(1));
        LedgerEntry[] more = [SomeCase.Entry(SomeCase.Confirm(1)), SomeCase.Entry(new CaseMove.BeginReview("clerk-2")) with { Reason = PersonalText.Of("补记：张三来过") }];
        await using (var register = await OpenAsync())
        {
            await register.AppendAsync(SomeCase.Draft(first), Token);
            await register.AppendAsync(SomeCase.Draft(new CaseDraft(first.Id, 1, more)), Token);
            await AssertIsThereAsync(register);
        }

        await using var again = await OpenAsync();
        await AssertIsThereAsync(again);
        Assert.Null(await again.ReadAsync(SomeCase.Id(2), Token));

        async Task AssertIsThereAsync(IRegister register)
        {
            var history = await register.ReadAsync(first.Id, Token);
            Assert.Equal((first.Id, Some.Town, 3L, null), (history!.Id, history.Agency, history.Version, history.Erasure));
            Assert.Equal(AnyValue.Describe(first.Entries.Concat(more)), AnyValue.Describe(history.Entries));
            Assert.Equal(first.Id, await register.FindAsync(Some.Town, new(2025, 1), Token));
        }
    }

    [Fact]
    public async Task What_was_decided_on_an_older_version_is_refused_whole()
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
        await register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.BeginReview("clerk-1")), Token);

        var conflict = await Assert.ThrowsAsync<JournalConflictException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.BeginReview("clerk-2")), Token));

        Assert.Equal(("case-0001", 1, 2), (conflict.Stream, conflict.Expected, conflict.Actual));
        Assert.Equal(2, (await register.ReadAsync(SomeCase.Id(1), Token))!.Version);
        await Assert.ThrowsAsync<JournalConflictException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Id(2), 1, new CaseMove.BeginReview("clerk-2")), Token));
    }

    [Fact]
    public async Task A_split_is_one_record_of_parent_and_children()
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);

        await register.AppendAsync(SomeCase.Split(SomeCase.Id(1), 1, (SomeCase.Id(2), 2), (SomeCase.Id(3), 3)), Token);

        Assert.Equal(2, (await register.ReadAsync(SomeCase.Id(1), Token))!.Version);
        foreach (var (child, serial) in new[] { (SomeCase.Id(2), 2), (SomeCase.Id(3), 3) })
        {
            var born = Assert.IsType<CaseMove.BornOfSplit>(Assert.Single((await register.ReadAsync(child, Token))!.Entries).Move);
            Assert.Equal(("其中一项", "张三"), (born.Part.Wanted.Reveal(), born.Application.Name.Reveal()));
            Assert.Equal(child, await register.FindAsync(Some.Town, new(2025, serial), Token));
        }
    }

    public static TheoryData<string> Spoilers => ["the parent moved on", "a child is there already", "a child's number is taken", "two children with one number"];

    [Theory]
    [MemberData(nameof(Spoilers))]
    public async Task Of_a_split_that_cannot_be_kept_whole_nothing_is_kept(string spoiler)
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
        if (spoiler == "the parent moved on")
            await register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.BeginReview("clerk-1")), Token);
        if (spoiler == "a child is there already")
            await register.AppendAsync(SomeCase.Draft(SomeCase.New(SomeCase.Id(3))), Token);
        if (spoiler == "a child's number is taken")
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(9), 3)), Token);
        var before = await DescribeAsync(register);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => register.AppendAsync(SomeCase.Split(SomeCase.Id(1), 1, (SomeCase.Id(2), 2), (SomeCase.Id(3), spoiler.StartsWith("two", StringComparison.Ordinal) ? 2 : 3)), Token));

        Assert.Equal(spoiler.Contains("number", StringComparison.Ordinal), refusal is NumberTakenException);
        Assert.True(refusal is NumberTakenException or JournalConflictException, refusal.ToString());
        Assert.Equal(before, await DescribeAsync(register));
        Assert.Null(await register.ReadAsync(SomeCase.Id(2), Token));
    }

    [Fact]
    public async Task A_taken_number_is_refused_by_name_and_stays_with_its_case()
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
        await register.AppendAsync(SomeCase.Draft(SomeCase.New(SomeCase.Id(2))), Token);

        var taken = await Assert.ThrowsAsync<NumberTakenException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Id(2), 1, SomeCase.Confirm(1)), Token));

        Assert.Equal((Some.Town, new RequestNumber(2025, 1), SomeCase.Id(1)), (taken.Agency, taken.Number, taken.Holder));
        Assert.Equal(1, (await register.ReadAsync(SomeCase.Id(2), Token))!.Version);
        Assert.Equal(SomeCase.Id(1), await register.FindAsync(Some.Town, new(2025, 1), Token));
        Assert.Null(await register.FindAsync(AgencyCode.Parse("tow"), new(2025, 1), Token));
    }

    [Fact]
    public async Task The_next_number_follows_the_highest_of_the_agency_and_year()
    {
        await using var register = await OpenAsync();
        Assert.Equal(new(2025, 1), await register.NextNumberAsync(Some.Town, 2025, Token));
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 7)), Token);

        Assert.Equal(new(2025, 8), await register.NextNumberAsync(Some.Town, 2025, Token));
        Assert.Equal(new(2026, 1), await register.NextNumberAsync(Some.Town, 2026, Token));
        Assert.Equal(new(2025, 1), await register.NextNumberAsync(AgencyCode.Parse("other"), 2025, Token));
    }

    [Fact]
    public async Task Clerks_who_register_at_once_get_every_number_once_and_leave_no_gap()
    {
        const int clerks = 40;
        await using var register = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(1, clerks).Select(clerk => RegisterAsync(register, SomeCase.Id(clerk))));

        var numbers = new List<int>();
        await foreach (var history in register.ReadAllAsync(Some.Town, Token))
            numbers.Add(((CaseMove.RegisterOnBehalf)history.Entries[0].Move).Number.Serial);
        Assert.Equal(Enumerable.Range(1, clerks), numbers.Order());
    }

    /// <summary>With more attempts than the helper makes: forty clerks at one counter are more than any office has.</summary>
    private static async Task RegisterAsync(IRegister register, CaseId id)
    {
        for (var done = false; !done;)
        {
            try
            {
                await register.AppendAsync(async token => SomeCase.Draft(SomeCase.Registered(id, (await register.NextNumberAsync(Some.Town, 2025, token)).Serial)), Token);
                done = true;
            }
            catch (NumberTakenException)
            {
                done = false;
            }
        }
    }

    [Fact]
    public async Task Of_two_who_move_one_case_at_once_exactly_one_is_told_that_the_other_was_faster()
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);

        var moves = Enumerable.Range(0, 8).Select(clerk => register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.BeginReview($"clerk-{clerk}")), Token)).ToList();
        await Task.WhenAll(moves).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, moves.Count(move => move.IsCompletedSuccessfully));
        Assert.All(moves.Where(move => move.IsFaulted), move => Assert.IsType<JournalConflictException>(move.Exception!.InnerException));
        Assert.Equal(2, (await register.ReadAsync(SomeCase.Id(1), Token))!.Version);
    }

    [Fact]
    public async Task Deciding_again_reads_again_and_gives_up_when_somebody_is_always_faster()
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
        var versions = new Queue<long>([7, 1, 1]);

        var kept = await register.AppendAsync(_ => Task.FromResult<RegisterDraft?>(SomeCase.Draft(SomeCase.Id(1), versions.Dequeue(), new CaseMove.BeginReview("clerk-1"))), Token);
        var nothing = await register.AppendAsync(_ => Task.FromResult<RegisterDraft?>(null), Token);

        Assert.Equal((1, null), (versions.Count, nothing));
        Assert.Equal(1, kept!.Cases[0].ExpectedVersion);
        await Assert.ThrowsAsync<JournalConflictException>(() => register.AppendAsync(_ => Task.FromResult<RegisterDraft?>(SomeCase.Draft(SomeCase.Id(1), 99, new CaseMove.BeginReview("clerk-1"))), Token));
    }

    [Fact]
    public async Task Every_case_of_an_agency_comes_in_the_order_of_its_first_entry()
    {
        await using var register = await OpenAsync();
        foreach (var number in new[] { 3, 1, 2 })
            await register.AppendAsync(SomeCase.Draft(SomeCase.New(SomeCase.Id(number))), Token);
        await register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, SomeCase.Confirm(1)), Token);

        var all = new List<CaseHistory>();
        await foreach (var history in register.ReadAllAsync(Some.Town, Token))
            all.Add(history);
        var closed = new List<CaseHistory>();
        await foreach (var history in register.ReadAllClosedAsync(Some.Town, Token))
            closed.Add(history);

        Assert.Equal([(SomeCase.Id(3), 1L), (SomeCase.Id(1), 2L), (SomeCase.Id(2), 1L)], all.Select(history => (history.Id, history.Version)));
        Assert.All(closed, history => Assert.True(((CaseMove.Submit)history.Entries[0].Move).Application.Name.IsClosed));
        Assert.Empty(await register.BoardAsync(AgencyCode.Parse("tow"), null, Token));
    }

    [Fact]
    public async Task The_board_shows_every_acknowledged_case_where_it_stands_without_anything_personal()
    {
        await using var register = await OpenAsync();
        await register.AppendAsync(SomeCase.Draft(SomeCase.New(SomeCase.Id(2))), Token);
        await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
        await register.AppendAsync(SomeCase.Draft(new CaseDraft(SomeCase.Id(1), 1, [SomeCase.Entry(new CaseMove.BeginReview("clerk-2"), on: SomeCase.Day.AddDays(2))])), Token);

        var board = await register.BoardAsync(Some.Town, null, Token);

        Assert.Equal(
            [
                new CaseCard(SomeCase.Id(2), Some.Town, CaseState.Submitted, null, null, "", SomeCase.Day, SomeCase.Day, false, false, 1),
                new CaseCard(SomeCase.Id(1), Some.Town, CaseState.UnderReview, new(2025, 1), SomeCase.Day, "clerk-2", SomeCase.Day, SomeCase.Day.AddDays(2), false, false, 2),
            ],
            board);
        Assert.Equal([SomeCase.Id(1)], (await register.BoardAsync(Some.Town, [CaseState.UnderReview, CaseState.Closed], Token)).Select(card => card.Id));
    }

    [Fact]
    public async Task An_erased_case_keeps_its_facts_and_loses_its_texts_for_good()
    {
        var erasure = new Erasure(SomeCase.Id(1), new("admin", Roles.Admin), Some.Morning, "归档期满");
        await using (var register = await OpenAsync())
        {
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(2), 2, "李四")), Token);
            await register.EraseAsync(erasure, Token);
            await register.EraseAsync(erasure, Token);
            await AssertIsErasedAsync(register);

            await Assert.ThrowsAsync<CaseErasedException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.ReceiveCorrection(PersonalText.Of("又来"))), Token));
            await register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.BeginReview("clerk-1")), Token);
            await Assert.ThrowsAsync<KeyNotFoundException>(() => register.EraseAsync(erasure with { Case = SomeCase.Id(3) }, Token));
        }

        await using var again = await OpenAsync();
        await AssertIsErasedAsync(again);
        Assert.Equal([true, false], (await again.BoardAsync(Some.Town, null, Token)).Select(card => card.Erased));

        async Task AssertIsErasedAsync(IRegister register)
        {
            var erased = await register.ReadAsync(SomeCase.Id(1), Token);
            var move = Assert.IsType<CaseMove.RegisterOnBehalf>(erased!.Entries[0].Move);
            Assert.True(move.Application.Name.IsErased && move.Application.ProofNumber!.Value.IsErased);
            Assert.Equal((new RequestNumber(2025, 1), erasure), (move.Number, erased.Erasure));
            var other = (CaseMove.RegisterOnBehalf)(await register.ReadAsync(SomeCase.Id(2), Token))!.Entries[0].Move;
            Assert.Equal("李四", other.Application.Name.Reveal());
        }
    }

    [Fact]
    public async Task A_year_s_own_entries_are_kept_beside_the_cases()
    {
        YearEntry[] entries = [
            new(new YearMove.EnterText("overview.management", "全年…"), SomeCase.Clerk, new(2026, 1, 5), Some.Morning),
            new(new YearMove.ReviewChannel(Channel.Post, 0), SomeCase.Clerk, new(2026, 1, 6), Some.Morning),
        ];
        await using (var register = await OpenAsync())
        {
            Assert.Equal((0L, 0), await VersionAsync(register, 2025));
            await register.AppendYearAsync(Some.Town, 2025, 0, entries[0], Token);
            await register.AppendYearAsync(Some.Town, 2025, 1, entries[1], Token);
            var conflict = await Assert.ThrowsAsync<JournalConflictException>(() => register.AppendYearAsync(Some.Town, 2025, 1, entries[0], Token));
            Assert.Equal(("town 2025", 2L), (conflict.Stream, conflict.Actual));
        }

        await using var again = await OpenAsync();
        Assert.Equal(entries, (await again.ReadYearAsync(Some.Town, 2025, Token)).Entries);
        Assert.Equal((0L, 0), await VersionAsync(again, 2024));

        static async Task<(long, int)> VersionAsync(IRegister register, int year)
        {
            var history = await register.ReadYearAsync(Some.Town, year, Token);
            return (history.Version, history.Entries.Count);
        }
    }

    [Fact]
    public async Task A_draft_that_no_command_can_cause_is_a_fault()
    {
        await using var register = await OpenAsync();
        var submitted = SomeCase.New(SomeCase.Id(1));

        foreach (var draft in new RegisterDraft[]
        {
            SomeCase.Draft(),
            SomeCase.Draft(submitted, submitted),
            SomeCase.Draft(submitted with { Entries = [] }),
            SomeCase.Draft(submitted with { Entries = [.. submitted.Entries, .. submitted.Entries] }),
            SomeCase.Draft(SomeCase.Id(1), 0, new CaseMove.BeginReview("clerk-1")),
            new(AgencyCode.Parse("other"), [submitted]),
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => register.AppendAsync(draft, Token));
        }

        await register.AppendAsync(SomeCase.Draft(submitted), Token);
        await Assert.ThrowsAsync<ArgumentException>(() => register.AppendAsync(new(AgencyCode.Parse("other"), [new(SomeCase.Id(1), 1, [SomeCase.Entry(new CaseMove.BeginReview("clerk-1"))])]), Token));
    }

    public void Dispose()
    {
        Release();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the engine holds besides the register.</summary>
    protected virtual void Release()
    {
    }

    private protected static async Task<string> DescribeAsync(IRegister register)
    {
        var lines = new List<string>();
        await foreach (var history in register.ReadAllAsync(Some.Town, Token))
            lines.Add(AnyValue.Describe(history));
        lines.AddRange((await register.BoardAsync(Some.Town, null, Token)).Select(card => card.ToString()));
        return string.Join('\n', lines);
    }
}
