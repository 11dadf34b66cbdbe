using Disclosure.Columns;
using Disclosure.Records.LiteDb;
using LiteDB;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Records.Tests;

/// <summary>The embedded archive: the contract, and a read model that can go missing at any time.</summary>
public sealed class LiteDbAuditArchiveTests : AuditArchiveContract
{
    private DataFolder? _folder;

    private string Model => Path.Combine(Folder.Path, "read-model", "audit.db");

    private protected override async Task<IAuditArchive> OpenAsync()
    {
        _folder?.Dispose();
        _folder = DataFolder.Open(Folder.Path);
        var archive = await LiteDbAuditArchive.OpenAsync(_folder, TimeProvider.System, NullLoggerFactory.Instance);
        return archive;
    }

    public static TheoryData<string> Misfortunes => ["deleted", "overwritten", "truncated", "emptied", "of another journal", "not closed before the machine went down", "of an older layout", "behind"];

    [Theory]
    [MemberData(nameof(Misfortunes))]
    public async Task A_read_model_that_cannot_be_believed_is_built_again_the_same(string misfortune)
    {
        var before = await FillAsync();
        await SufferAsync(misfortune);

        var after = await DescribeAsync();

        Assert.Equal(before, after);
        Assert.Empty(Verify().Findings);
    }

    [Fact]
    public async Task A_read_model_changed_behind_the_program_s_back_is_found_by_verify()
    {
        await FillAsync();
        using (var file = LiteFile.Open(Model))
            file.Database.GetCollection(AuditProjection.Years).DeleteAll();

        var finding = Assert.Single(Verify().Findings);

        Assert.Equal((VerificationSeverity.Damage, Model), (finding.Severity, finding.Place));
        Assert.StartsWith("differs from the journal in 'years'", finding.What);
    }

    [Fact]
    public async Task Records_removed_from_the_journal_s_end_are_found_by_verify()
    {
        await FillAsync();
        var journal = Path.Combine(Folder.Path, "journal", "audit.jsonl");
        var lines = await File.ReadAllLinesAsync(journal, Token);
        await File.WriteAllTextAsync(journal, string.Join('\n', lines[..^1]) + "\n", Token);

        var finding = Assert.Single(Verify().Findings);

        Assert.Contains("records were removed from the journal's end", finding.What);
    }

    [Fact]
    public async Task A_read_model_of_thousands_of_items_is_built_again_in_large_steps()
    {
        await using (var archive = await OpenAsync())
        {
            for (var column = 0; column < 4; column++)
                await archive.AppendAsync(Some.Looked("c" + column, [.. Enumerable.Range(0, 1500).Select(n => Some.Item($"http://p/{column}/{n}", $"标题{column}-{n}"))]), Token);
        }

        await SufferAsync("deleted");

        await using var again = await OpenAsync();
        Assert.Equal(6000, (await again.PublicationsAsync(Some.Town, 2025, Token)).Count);
    }

    public static TheoryData<string, Func<byte[], byte[]>> Damages => new()
    {
        { "gone but for its beginning", bytes => bytes[..20] },
        { "cut", bytes => bytes[..^1] },
        { "longer", bytes => [.. bytes, 0] },
        { "one bit changed", bytes => [.. bytes[..^3], (byte)(bytes[^3] ^ 1), .. bytes[^2..]] },
        { "zeros, as a power cut leaves them", bytes => new byte[bytes.Length] },
        { "emptied", _ => [] },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Pages_remembered_in_a_file_that_is_damaged_count_as_never_remembered(string why, Func<byte[], byte[]> damage)
    {
        var column = ColumnId.Parse("a");
        await using var archive = await OpenAsync();
        await archive.RememberAsync(Some.Town, column, [new("http://p/1", null, null, "00", "{\"rows\":[]}")], Token);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(Folder.Path, "read-model", "pages"), "*", SearchOption.AllDirectories));
        await File.WriteAllBytesAsync(file, damage(await File.ReadAllBytesAsync(file, Token)), Token);

        Assert.True((await archive.RecallAsync(Some.Town, column, Token)).Count == 0, why);

        await archive.RememberAsync(Some.Town, column, [new("http://p/1", null, null, "11", "{}")], Token);
        Assert.Equal("11", (await archive.RecallAsync(Some.Town, column, Token))["http://p/1"].Sha256);
    }

    [Fact]
    public async Task A_column_with_more_to_remember_than_is_sensible_is_read_in_full()
    {
        await using var archive = await OpenAsync();

        await archive.RememberAsync(Some.Town, ColumnId.Parse("a"), [new("http://p/1", null, null, "00", new string('长', 6_000_000))], Token);

        Assert.Empty(await archive.RecallAsync(Some.Town, ColumnId.Parse("a"), Token));
    }

    private VerificationReport Verify()
    {
        _folder?.Dispose();
        return Verification.Run(Folder.Path, Token);
    }

    private async Task<string> FillAsync()
    {
        await using (var archive = await OpenAsync())
        {
            await archive.AppendAsync(new RunStarted(Some.Town, Some.Morning, "run-1", new(2025, 3, 4), 3), Token);
            for (var n = 0; n < 40; n++)
                await archive.AppendAsync(Some.Looked("c" + (n % 3), Some.Item($"http://p/{n}", $"标题{n}"), Some.Item($"http://p/{n % 4}", "共有")), Token);
            await archive.AppendAsync(new HomeProbed(Some.Town, Some.Morning, "http://p/", true, TimeSpan.FromSeconds(1), "", null), Token);
        }

        return await DescribeAsync();
    }

    private async Task<string> DescribeAsync()
    {
        await using var archive = await OpenAsync();
        return string.Join('\n', [
            .. (await archive.PublicationsAsync(Some.Town, 2025, Token)).Select(one => $"{one.Address} {one.Title} {string.Join(',', one.Columns)}"),
            .. (await archive.StatesAsync(Some.Town, Token)).Values.Select(state => state.ToString()),
            .. (await archive.ItemsByYearAsync(Some.Town, Token)).Select(column => $"{column.Key} {string.Join(',', column.Value)}"),
            .. (await archive.ProbesAsync(Some.Town, Some.Morning, Token)).Select(probe => probe.ToString()),
            $"{await archive.LastRunAsync(Some.Town, Token)}",
        ]);
    }

    private async Task SufferAsync(string misfortune)
    {
        switch (misfortune)
        {
            case "deleted":
                Directory.Delete(Path.GetDirectoryName(Model)!, recursive: true);
                break;
            case "overwritten":
                var bytes = File.ReadAllBytes(Model);
                bytes.AsSpan(100).Fill(0x5a);
                File.WriteAllBytes(Model, bytes);
                break;
            case "truncated":
                File.WriteAllBytes(Model, File.ReadAllBytes(Model)[..20_000]);
                break;
            case "emptied":
                File.WriteAllBytes(Model, []);
                break;
            case "not closed before the machine went down":
                Change(database => database.DropCollection(AuditProjection.Items));
                File.WriteAllText(Model + ".mark", "another boot");
                break;
            case "of another journal":
                Change(database => Position(database, "hash", new string('f', 64)));
                break;
            case "of an older layout":
                Change(database => Position(database, "layout", 0));
                break;
            case "behind":
                var model = File.ReadAllBytes(Model);
                await using (var archive = await OpenAsync())
                    await archive.AppendAsync(new RunFinished(Some.Town, Some.Morning, "unknown"), Token);
                File.WriteAllBytes(Model, model);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(misfortune));
        }
    }

    private void Change(Action<LiteDatabase> change)
    {
        using var file = LiteFile.Open(Model);
        change(file.Database);
    }

    private static void Position(LiteDatabase database, string field, BsonValue value)
    {
        var meta = database.GetCollection(AuditProjection.Meta);
        var position = meta.FindById("position");
        position[field] = value;
        meta.Update(position);
    }
}
