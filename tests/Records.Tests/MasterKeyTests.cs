using Disclosure.Records.Journals;
using Disclosure.Records.Ledger;
using Disclosure.Records.Sealing;
using Disclosure.Requests;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.Tests;

/// <summary>The master key: where it may be, what happens when it is lost, wrong or changed.</summary>
public sealed class MasterKeyTests : IDisposable
{
    private static readonly string First = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(n => (byte)n)]);
    private static readonly string Second = Convert.ToBase64String([.. Enumerable.Range(100, 32).Select(n => (byte)n)]);

    private readonly TempFolder _data = new();
    private readonly TempFolder _elsewhere = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string KeyFile => _elsewhere.File("master.key");

    private string CaseKeysFile => Path.Combine(_data.Path, "keys", "register.keys");

    [Fact]
    public async Task Without_a_key_personal_data_are_refused_with_what_to_set_and_everything_else_works()
    {
        await FillAsync(new(_data.Path, null, First, null), 1);

        await WithAsync(new(_data.Path, null, null, null), async register =>
        {
            var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(2), 2)), Token));
            await register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, new CaseMove.BeginReview("clerk-1")), Token);
            var name = ((CaseMove.RegisterOnBehalf)(await register.ReadAsync(SomeCase.Id(1), Token))!.Entries[0].Move).Application.Name;

            Assert.Equal("No master key is set, so no personal data can be stored; nothing was written. Set the environment variable DISCLOSURE_MASTER_KEY to the output of `openssl rand -base64 32`, or Records:KeyFile to a file outside the data folder, and keep a copy of the key apart from the backups.", refusal.Message);
            Assert.True(name.IsClosed && !name.IsErased && name.Reveal() is null);
            Assert.Equal(2, Assert.Single(await register.BoardAsync(Some.Town, null, Token)).Version);
        });
        await WithAsync(new(_data.Path, null, First, null), async register => Assert.Equal("张三", await NameAsync(register, 1)));
    }

    [Fact]
    public async Task A_key_file_that_a_setting_names_is_made_for_its_owner_alone_when_the_first_text_needs_it()
    {
        MasterKeyPlace place = new(_data.Path, KeyFile, null, null);
        await WithAsync(place, register => register.AppendYearAsync(Some.Town, 2025, 0, new(new Tables.YearMove.Prepare(), SomeCase.Clerk, SomeCase.Day, Some.Morning), Token));
        Assert.False(File.Exists(KeyFile));

        await FillAsync(place, 1);

        Assert.Equal(32, Convert.FromBase64String(await File.ReadAllTextAsync(KeyFile, Token)).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        await WithAsync(place, async register => Assert.Equal("张三", await NameAsync(register, 1)));
    }

    [Theory]
    [InlineData("the key file")]
    [InlineData("the key file and the case keys")]
    public async Task A_lost_key_file_is_told_and_never_replaced(string lost)
    {
        MasterKeyPlace place = new(_data.Path, KeyFile, null, null);
        await FillAsync(place, 2);
        File.Delete(KeyFile);
        if (lost.EndsWith("case keys", StringComparison.Ordinal))
            File.Delete(CaseKeysFile);

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => WithAsync(place, _ => Task.CompletedTask));

        Assert.StartsWith($"The key file {KeyFile} is not there, and personal data are kept under master key ", refusal.Message);
        Assert.False(File.Exists(KeyFile));
    }

    [Fact]
    public async Task Lost_case_keys_are_damage_and_are_not_made_anew()
    {
        MasterKeyPlace place = new(_data.Path, null, First, null);
        await FillAsync(place, 1);
        File.Delete(CaseKeysFile);

        await WithAsync(place, async register =>
        {
            await Assert.ThrowsAsync<CaseKeyDamagedException>(() => register.ReadAsync(SomeCase.Id(1), Token));
            await Assert.ThrowsAsync<CaseKeyDamagedException>(() => register.AppendAsync(SomeCase.Draft(SomeCase.Id(1), 1, SomeCase.Confirm(5)), Token));
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(2), 2)), Token);
        });

        Assert.Contains(Verification.Run(_data.Path, place, Token).Findings, finding => finding.Severity is VerificationSeverity.Damage && finding.What.StartsWith("case case-0001 holds personal text and its key is missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_at_the_start_and_told_by_verify()
    {
        await FillAsync(new(_data.Path, null, First, null), 1);
        var before = await File.ReadAllBytesAsync(CaseKeysFile, Token);
        MasterKeyPlace wrong = new(_data.Path, null, Second, null);

        var refusal = await Assert.ThrowsAsync<MasterKeyException>(() => WithAsync(wrong, _ => Task.CompletedTask));

        Assert.Contains("but the one that is set is", refusal.Message);
        Assert.Equal(before, await File.ReadAllBytesAsync(CaseKeysFile, Token));
        Assert.False(Verification.Run(_data.Path, wrong, Token).IsSound);
    }

    [Fact]
    public async Task A_new_master_key_takes_over_when_the_one_before_is_named_and_the_old_one_opens_nothing_then()
    {
        await FillAsync(new(_data.Path, null, First, null), 5);
        await WithAsync(new(_data.Path, null, First, null), register => register.EraseAsync(new(SomeCase.Id(2), SomeCase.Clerk, Some.Morning, "归档期满"), Token));
        await File.WriteAllTextAsync(CaseKeysFile + ".new", "left behind by a start that was broken off", Token);

        await WithAsync(new(_data.Path, null, Second, First), async register => Assert.Equal("张三", await NameAsync(register, 5)));

        MasterKeyPlace second = new(_data.Path, null, Second, null);
        await WithAsync(second, async register =>
        {
            Assert.Equal(["张三", null, "张三"], [await NameAsync(register, 1), await NameAsync(register, 2), await NameAsync(register, 3)]);
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(6), 6)), Token);
        });
        await Assert.ThrowsAsync<MasterKeyException>(() => WithAsync(new(_data.Path, null, First, null), _ => Task.CompletedTask));
        Assert.Equal(new RegisterTally(6, 6, 5, 1, 0), Verification.Run(_data.Path, second, Token).Register);
    }

    [Fact]
    public async Task A_destroyed_key_is_gone_from_the_file_also_when_only_the_record_was_finished()
    {
        MasterKeyPlace place = new(_data.Path, null, First, null);
        await FillAsync(place, 2);
        var wrapped = Wrapped(1);
        using (var folder = DataFolder.Open(_data.Path))
        {
            await using var journal = Journal.Open(folder, "register", TimeProvider.System, NullLogger<Journal>.Instance);
            await journal.AppendAsync(Stored.RegisterShapes.Draft(Stored.StoredCaseErased.From(Some.Town, new(SomeCase.Id(1), SomeCase.Clerk, Some.Morning, "归档期满"))), Token);
        }

        Assert.Contains(Verification.Run(_data.Path, place, Token).Findings, finding => finding.What.StartsWith("the erasure of case case-0001 is recorded and its key is still there", StringComparison.Ordinal));
        await WithAsync(place, async register => Assert.Null(await NameAsync(register, 1)));

        Assert.DoesNotContain(wrapped, await File.ReadAllTextAsync(CaseKeysFile, Token));
        Assert.Equal(2 * KeySlot.Length, new FileInfo(CaseKeysFile).Length);
    }

    public static TheoryData<int, int> TornEnds => new() { { 1, 0 }, { 100, 0 }, { 255, 0 }, { 0, 256 }, { 100, 156 }, { 0, 1024 } };

    [Theory]
    [MemberData(nameof(TornEnds))]
    public async Task A_key_that_a_power_cut_left_unfinished_is_cut(int begun, int zeros)
    {
        MasterKeyPlace place = new(_data.Path, null, First, null);
        await FillAsync(place, 2);
        var whole = await File.ReadAllBytesAsync(CaseKeysFile, Token);
        await File.WriteAllBytesAsync(CaseKeysFile, [.. whole, .. whole[..begun], .. new byte[zeros]], Token);
        Assert.True(Verification.Run(_data.Path, place, Token).IsSound);

        await WithAsync(place, register => register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(3), 3)), Token));

        Assert.Equal(3, CaseKeyFile.Read(CaseKeysFile).Count);
    }

    public static TheoryData<string?, string?, string> Places => new()
    {
        { "DATA/master.key", null, "Records:KeyFile (DATA/master.key) lies in the data folder DATA" },
        { "DATA/keys/../keys/k", null, "lies in the data folder DATA" },
        { "LINK/master.key", null, "lies in the data folder DATA" },
        { "READABLE", null, "The key file READABLE can be read or changed by others on this machine. Run `chmod 600 READABLE`" },
        { "SHORT", null, "The key file SHORT does not hold a master key: 32 random bytes in base64" },
        { "SOUND", "FIRST", "Both DISCLOSURE_MASTER_KEY and Records:KeyFile are set." },
        { null, "secret", "DISCLOSURE_MASTER_KEY does not hold a master key: 32 random bytes in base64" },
        { null, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gICA=", "DISCLOSURE_MASTER_KEY does not hold a master key" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_where_a_key_must_not_be_is_named(string? file, string? value, string message)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Modes and links are of Unix.");
            return;
        }

        foreach (var (name, content, mode) in new[] { ("READABLE", First, 0b110_100_100), ("SHORT", "AAEC", 0b110_000_000), ("SOUND", First, 0b110_000_000) })
        {
            File.WriteAllText(_elsewhere.File(name), content);
            File.SetUnixFileMode(_elsewhere.File(name), (UnixFileMode)mode);
        }

        Directory.CreateSymbolicLink(_elsewhere.File("LINK"), _data.Path);

        var problem = new MasterKeyPlace(_data.Path, file is null ? null : Named(file), value == "FIRST" ? First : value, null).Problem();

        Assert.Contains(Named(message), problem);
        Assert.DoesNotContain("secret", problem);
    }

    public void Dispose()
    {
        _data.Dispose();
        _elsewhere.Dispose();
    }

    private string Named(string text)
    {
        text = text.Replace("DATA", _data.Path, StringComparison.Ordinal);
        foreach (var name in new[] { "READABLE", "SHORT", "SOUND", "LINK" })
            text = text.Replace(name, _elsewhere.File(name), StringComparison.Ordinal);
        return text;
    }

    private string Wrapped(int number) => Convert.ToBase64String(CaseKeyFile.Read(CaseKeysFile).Single(slot => slot.Case == SomeCase.Id(number).Value).Wrapped!);

    private Task FillAsync(MasterKeyPlace place, int cases) => WithAsync(place, async register =>
    {
        for (var number = 1; number <= cases; number++)
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(number), number)), Token);
    });

    private async Task WithAsync(MasterKeyPlace place, Func<IRegister, Task> work)
    {
        using var folder = DataFolder.Open(_data.Path);
        await using var register = await EmbeddedRegister.OpenAsync(folder, place, TimeProvider.System, NullLoggerFactory.Instance);
        await work(register);
    }

    private static async Task<string?> NameAsync(IRegister register, int number) =>
        ((CaseMove.RegisterOnBehalf)(await register.ReadAsync(SomeCase.Id(number), Token))!.Entries[0].Move).Application.Name.Reveal();
}
