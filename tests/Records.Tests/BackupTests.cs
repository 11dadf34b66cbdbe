using System.IO.Compression;
using Disclosure.Records.Journals;
using Disclosure.Records.Sealing;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Disclosure.Records.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly TempFolder _elsewhere = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Zip => _elsewhere.File("backup.zip");

    private string Target => _elsewhere.File("restored");

    [Fact]
    public async Task What_is_backed_up_while_records_are_written_is_restored_as_a_whole_beginning()
    {
        BackupManifest manifest;
        await using (var records = await OpenAsync(_data.Path))
        {
            await AppendAsync(records, 0, 100);
            var writing = AppendAsync(records, 100, 300);
            manifest = Backup.Write(_data.Path, Zip, TimeProvider.System, Token);
            await writing;
        }

        Backup.Restore(Zip, Target, Token);

        Assert.InRange(manifest.Journals.Single().Records, 100, 400);
        await using var restored = await OpenAsync(Target);
        var addresses = (await restored.Archive.KnownDatesAsync(Some.Town, Columns.ColumnId.Parse("a"), Token)).Keys.Order(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(0, (int)manifest.Journals.Single().Records).Select(n => $"http://p/{n:D4}"), addresses);
    }

    [Fact]
    public async Task Both_journals_are_backed_up()
    {
        await FillAsync();
        using (var folder = DataFolder.Open(_data.Path))
        {
            await using var register = Journal.Open(folder, "register", TimeProvider.System, NullLogger<Journal>.Instance);
            await register.AppendAsync(new("case-1", "received", "{}"), Token);
        }

        Backup.Write(_data.Path, Zip, TimeProvider.System, Token);
        Backup.Restore(Zip, Target, Token);

        foreach (var name in new[] { "audit.jsonl", "register.jsonl" })
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(_data.Path, "journal", name), Token), await File.ReadAllBytesAsync(Path.Combine(Target, "journal", name), Token));
    }

    [Fact]
    public async Task The_register_is_backed_up_with_its_wrapped_keys_and_opens_with_the_master_key_that_is_not_in_it()
    {
        MasterKeyPlace place = new(_data.Path, null, Convert.ToBase64String(new byte[32]), null);
        BackupManifest manifest;
        await using (var records = await OfflineRecords.OpenAsync(new() { DataFolder = _data.Path }, place, TimeProvider.System, NullLoggerFactory.Instance))
        {
            var register = await records.OpenRegisterAsync(Token);
            await register.AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1), SomeCase.Registered(SomeCase.Id(2), 2)), Token);
            await register.EraseAsync(new(SomeCase.Id(2), SomeCase.Clerk, Some.Morning, "归档期满"), Token);
            manifest = Backup.Write(_data.Path, Zip, TimeProvider.System, Token);
        }

        Backup.Restore(Zip, Target, Token);

        Assert.Equal((2, 2), (manifest.Format, manifest.Keys!.Cases));
        Assert.Equal(MasterKey.Parse(Convert.ToBase64String(new byte[32]), "").Id, Assert.Single(manifest.Keys.MasterKeys));
        Assert.Equal(new RegisterTally(2, 2, 1, 1, 0), Verification.Run(Target, place, Token).Register);
        await using var restored = await OfflineRecords.OpenAsync(new() { DataFolder = Target }, place, TimeProvider.System, NullLoggerFactory.Instance);
        var again = await restored.OpenRegisterAsync(Token);
        Assert.Equal("张三", ((Requests.CaseMove.RegisterOnBehalf)(await again.ReadAsync(SomeCase.Id(1), Token))!.Entries[0].Move).Application.Name.Reveal());
    }

    [Fact]
    public async Task A_backup_is_not_put_beside_the_master_key()
    {
        await FillAsync();

        var refusal = Assert.Throws<IOException>(() => Backup.Write(_data.Path, Zip, _elsewhere.File("master.key"), TimeProvider.System, Token));

        Assert.Contains("lies in the same folder as the backup would", refusal.Message);
        Assert.Empty(Directory.GetFiles(_elsewhere.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public async Task Keys_that_are_not_those_backed_up_are_refused_and_leave_the_place_empty(string? content)
    {
        MasterKeyPlace place = new(_data.Path, null, Convert.ToBase64String(new byte[32]), null);
        await using (var records = await OfflineRecords.OpenAsync(new() { DataFolder = _data.Path }, place, TimeProvider.System, NullLoggerFactory.Instance))
            await (await records.OpenRegisterAsync(Token)).AppendAsync(SomeCase.Draft(SomeCase.Registered(SomeCase.Id(1), 1)), Token);
        Backup.Write(_data.Path, Zip, TimeProvider.System, Token);
        Replace("register.keys", content);

        Assert.Throws<InvalidDataException>(() => Backup.Restore(Zip, Target, Token));

        Assert.True(DataFolder.IsEmpty(Target));
    }

    [Fact]
    public async Task A_damaged_journal_is_not_backed_up()
    {
        await FillAsync();
        var journal = Path.Combine(_data.Path, "journal", "audit.jsonl");
        await File.WriteAllTextAsync(journal, (await File.ReadAllTextAsync(journal, Token)).Replace("公告", "公示", StringComparison.Ordinal), Token);

        Assert.Throws<JournalDamagedException>(() => Backup.Write(_data.Path, Zip, TimeProvider.System, Token));

        Assert.Empty(Directory.GetFiles(_elsewhere.Path));
        var finding = Assert.Single(Verification.Run(_data.Path, Token).Findings);
        Assert.Equal((VerificationSeverity.Damage, journal, "line 1 (byte 0): its hash does not match its bytes"), (finding.Severity, finding.Place, finding.What));
    }

    [Fact]
    public async Task A_backup_replaces_no_other_and_is_restored_into_no_place_that_holds_something()
    {
        await FillAsync();
        Backup.Write(_data.Path, Zip, TimeProvider.System, Token);

        Assert.Contains("never replaces another", Assert.Throws<IOException>(() => Backup.Write(_data.Path, Zip, TimeProvider.System, Token)).Message);
        Assert.Contains("is not empty", Assert.Throws<IOException>(() => Backup.Restore(Zip, _data.Path, Token)).Message);
    }

    [Theory]
    [InlineData("manifest.json", null)]
    [InlineData("audit.jsonl", null)]
    [InlineData("manifest.json", "{}")]
    [InlineData("audit.jsonl", "{}\n")]
    [InlineData("audit.jsonl", "")]
    public async Task A_backup_that_is_not_whole_is_refused_and_leaves_the_place_empty(string entry, string? content)
    {
        await FillAsync();
        Backup.Write(_data.Path, Zip, TimeProvider.System, Token);
        Replace(entry, content);

        Assert.Throws<InvalidDataException>(() => Backup.Restore(Zip, Target, Token));

        Assert.True(DataFolder.IsEmpty(Target));
    }

    [Fact]
    public async Task A_record_that_is_in_order_but_cannot_be_read_is_found_by_verify()
    {
        using (var folder = DataFolder.Open(_data.Path))
        {
            await using var audit = Journal.Open(folder, "audit", TimeProvider.System, NullLogger<Journal>.Instance);
            await audit.AppendAsync(new("town", "run-finished", """{"agency":"town"}"""), Token);
        }

        var report = Verification.Run(_data.Path, Token);

        Assert.False(report.IsSound);
        Assert.StartsWith("line 1: Record 1 (run-finished) cannot be read", Assert.Single(report.Findings).What);
    }

    [Fact]
    public async Task The_container_gives_one_archive_and_gives_the_folder_back()
    {
        await using (var provider = Services(("Records:DataFolder", _data.Path)).BuildServiceProvider())
        {
            var archive = provider.GetRequiredService<IAuditArchive>();
            Assert.Same(archive, provider.GetRequiredService<OfflineRecords>().Archive);
            Assert.Throws<DataFolderInUseException>(() => DataFolder.Open(_data.Path));
        }

        DataFolder.Open(_data.Path).Dispose();
    }

    [Theory]
    [InlineData("Records:DataFolder", "", "Records:DataFolder must name a folder, for example \"data\".")]
    [InlineData("Records:EvidenceRetention", "00:00:00", "Records:EvidenceRetention must be between 1 and 36500 days, for example \"400.00:00:00\".")]
    public void A_setting_out_of_order_is_named_with_what_is_allowed(string key, string value, string message)
    {
        using var provider = Services((key, value)).BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<RecordsOptions>>().Value);

        Assert.Contains(message, failure.Message);
    }

    public void Dispose()
    {
        _data.Dispose();
        _elsewhere.Dispose();
    }

    private static IServiceCollection Services((string Key, string Value) setting) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new(setting.Key, setting.Value)]).Build())
        .AddRecords();

    private static Task<OfflineRecords> OpenAsync(string folder) => OfflineRecords.OpenAsync(new() { DataFolder = folder }, TimeProvider.System, NullLoggerFactory.Instance);

    private void Replace(string entry, string? content)
    {
        using var zip = ZipFile.Open(Zip, ZipArchiveMode.Update);
        zip.GetEntry(entry)!.Delete();
        if (content is null)
            return;
        using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
        writer.Write(content);
    }

    private async Task FillAsync()
    {
        await using var records = await OpenAsync(_data.Path);
        await AppendAsync(records, 0, 3);
    }

    private static async Task AppendAsync(OfflineRecords records, int from, int count)
    {
        for (var n = from; n < from + count; n++)
            await records.Archive.AppendAsync(Some.Looked("a", Some.Item($"http://p/{n:D4}")), Token);
    }
}
