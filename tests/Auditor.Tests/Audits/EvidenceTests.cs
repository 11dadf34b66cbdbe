using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Auditor.Tests.Audits;

public sealed class EvidenceTests : AuditFixture
{
    [Fact]
    public async Task The_page_behind_a_finding_is_kept_under_the_id_that_its_verdict_names()
    {
        Put("stale", "2026-05-01");
        Put("blank");
        Put("fresh", "2026-11-20");

        await AuditAsync(Column("stale"), Column("blank"), Column("fresh"), Column("gone"));

        var looked = (await LookedAsync()).ToDictionary(one => one.Column.Value);
        Assert.Contains("/stale/202605/", RecordNamed(looked["stale"].Evidence!.Record), StringComparison.Ordinal);
        Assert.Contains("暂无信息", RecordNamed(looked["blank"].Evidence!.Record), StringComparison.Ordinal);
        Assert.Null(looked["fresh"].Evidence!.Record);
    }

    [Fact]
    public async Task A_run_without_findings_leaves_no_file()
    {
        Put("fresh", "2026-11-20");

        await AuditAsync(Column("fresh"));

        Assert.Empty(EvidenceFiles);
    }

    public static TheoryData<string, bool> Servers => new() { { "with validators", true }, { "without validators", false } };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_unchanged_page_is_not_read_again_and_its_evidence_stays_that_of_the_first_run(string server, bool validators)
    {
        Assert.NotEmpty(server);
        PutWith(validators, "2026-05-01");
        await AuditAsync(Column("tz"));
        var first = Assert.Single(await LookedAsync()).Evidence!;
        var files = EvidenceFiles;
        Clock.Advance(TimeSpan.FromDays(1));
        var asked = Portal.Log.Count;

        var report = await AuditAsync(Column("tz"));

        Assert.Equal("tz:Stale", VerdictsOf(report));
        var second = Assert.Single(await LookedAsync()).Evidence!;
        Assert.Equal((first.Sha256, first.Record, first.Text), (second.Sha256, second.Record, second.Text));
        Assert.Equal(validators ? 304 : 200, second.Status);
        Assert.Equal(["/tz/"], AskedSince(asked));
        Assert.Equal(files, EvidenceFiles);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_column_that_turns_stale_by_standing_still_has_its_page_kept_that_day(string server, bool validators)
    {
        Assert.NotEmpty(server);
        PutWith(validators, "2026-05-25");
        Clock.AdjustTime(Clock.GetUtcNow().AddDays(-60));
        Assert.Equal("tz:Fresh", VerdictsOf(await AuditAsync(Column("tz"))));
        Assert.Empty(EvidenceFiles);
        Clock.Advance(TimeSpan.FromDays(63));

        Assert.Equal("tz:Stale", VerdictsOf(await AuditAsync(Column("tz"))));

        var evidence = Assert.Single(await LookedAsync()).Evidence!;
        Assert.Contains("2026-05-25", RecordNamed(evidence.Record), StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(PageWith("2026-05-25"))), evidence.Sha256);
    }

    [Fact]
    public async Task Evidence_older_than_it_must_be_kept_is_removed_after_an_audit()
    {
        Put("tz", "2026-05-01");
        Retention = new() { EvidenceRetention = TimeSpan.FromDays(10) };
        await AuditAsync(Column("tz"));
        var first = Assert.Single(EvidenceFiles);
        Clock.Advance(TimeSpan.FromDays(10));
        Put("tz", "2026-05-01", "2026-04-01");
        await AuditAsync(Column("tz"));
        Assert.Contains(first, EvidenceFiles);
        Clock.Advance(TimeSpan.FromDays(1));
        Put("tz", "2026-05-01", "2026-04-01", "2026-03-01");

        await AuditAsync(Column("tz"));

        Assert.DoesNotContain(first, EvidenceFiles);
        Assert.Equal(2, EvidenceFiles.Length);
    }

    [Fact]
    public async Task The_page_behind_a_finding_that_lasts_is_still_there_when_older_evidence_has_gone()
    {
        PutWith(validators: true, "2026-05-01");
        Retention = new() { EvidenceRetention = TimeSpan.FromDays(10) };
        for (var day = 0; day < 25; day++)
        {
            await AuditAsync(Column("tz"));
            Clock.Advance(TimeSpan.FromDays(1));
        }

        var evidence = Assert.Single(await LookedAsync()).Evidence!;
        Assert.InRange(EvidenceFiles.Length, 2, 8);
        Assert.Contains("2026-05-01", RecordNamed(evidence.Record), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_kept_this_morning_is_not_kept_again_this_morning_even_when_its_turn_is_every_day()
    {
        PutWith(validators: true, "2026-05-01");
        Retention = new() { EvidenceRetention = TimeSpan.FromDays(4) };
        await AuditAsync(Column("tz"));
        var kept = Assert.Single(await LookedAsync()).Evidence!.Record;
        Clock.Advance(TimeSpan.FromHours(1));

        await AuditAsync(Column("tz"));
        Assert.Equal(kept, (await LookedAsync())[^1].Evidence!.Record);

        Clock.Advance(TimeSpan.FromHours(12));
        await AuditAsync(Column("tz"));
        Assert.NotEqual(kept, (await LookedAsync())[^1].Evidence!.Record);
    }

    private string[] EvidenceFiles
    {
        get
        {
            var folder = Path.Combine(Data, "evidence");
            return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
        }
    }

    /// <summary>The kept record of an id, as any unpacking tool shows it.</summary>
    private string RecordNamed(string? id)
    {
        Assert.NotNull(id);
        using var gzip = new GZipStream(File.OpenRead(EvidenceFiles[^1]), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        return Assert.Single(reader.ReadToEnd().Split("WARC/1.1"), record => record.Contains($"WARC-Record-ID: {id}", StringComparison.Ordinal));
    }

    private static byte[] PageWith(string day) => Encoding.UTF8.GetBytes(PageOf("tz", day));

    private void PutWith(bool validators, string day) => Portal.Answer("/tz/", async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (validators)
        {
            context.Response.Headers.ETag = "\"v1\"";
            if (context.Request.Headers.IfNoneMatch == "\"v1\"")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        await context.Response.Body.WriteAsync(PageWith(day), context.RequestAborted);
    });
}
