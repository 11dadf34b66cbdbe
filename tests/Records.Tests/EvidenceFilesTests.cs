using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Records.Warc;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Records.Tests;

public sealed class EvidenceFilesTests : IDisposable
{
    private readonly TempFolder _temporary = new();
    private readonly DataFolder _folder;
    private readonly EvidenceFiles _evidence;

    public EvidenceFilesTests()
    {
        _folder = DataFolder.Open(_temporary.Path);
        _evidence = new(_folder, new FakeTimeProvider(Some.Morning), NullLogger<EvidenceFiles>.Instance);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_answer_is_read_back_by_the_standard_s_rules()
    {
        var body = Encoding.UTF8.GetBytes("<html>正文</html>");
        string id, path;
        await using (var file = await OpenAsync())
        {
            path = file.Path;
            id = await file.KeepAsync(new(new("http://p/列表"), Some.Morning, IPAddress.Loopback, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\ncontent-encoding: gzip\r\nTransfer-Encoding: chunked\r\nContent-Length: 7\r\n\r\n", body, true), Token);
        }

        var records = WarcReader.Read(path);

        Assert.EndsWith("/evidence/town/2025-03-04-run-1.warc.gz", path);
        Assert.Equal(["warcinfo", "response"], records.Select(record => record.Type));
        var fields = records[1].Fields;
        Assert.Equal((id, "http://p/%E5%88%97%E8%A1%A8", "2025-03-04T01:00:00.000000Z", "127.0.0.1", "length"), (fields["WARC-Record-ID"], fields["WARC-Target-URI"], fields["WARC-Date"], fields["WARC-IP-Address"], fields["WARC-Truncated"]));
        Assert.Equal(records[0].Fields["WARC-Record-ID"], fields["WARC-Warcinfo-ID"]);
        Assert.Equal("application/http;msgtype=response", fields["Content-Type"]);
        Assert.Equal($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Archive-Orig-content-encoding: gzip\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\nX-Archive-Orig-Content-Length: 7\r\nContent-Length: {body.Length}\r\n\r\n<html>正文</html>", Encoding.UTF8.GetString(records[1].Block));
        Assert.Equal("sha256:" + WarcRecord.Base32(SHA256.HashData(body)), fields["WARC-Payload-Digest"]);
        Assert.Equal("sha256:" + WarcRecord.Base32(SHA256.HashData(records[1].Block)), fields["WARC-Block-Digest"]);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY======")]
    [InlineData("fo", "MZXQ====")]
    [InlineData("foo", "MZXW6===")]
    [InlineData("foob", "MZXW6YQ=")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI======")]
    public void Base32_is_that_of_RFC_4648(string text, string encoded) => Assert.Equal(encoded, WarcRecord.Base32(Encoding.ASCII.GetBytes(text)));

    [Fact]
    public async Task A_file_torn_at_any_byte_of_its_last_record_keeps_the_earlier_ones_and_goes_on_after_them()
    {
        string path;
        long before;
        await using (var file = await OpenAsync())
        {
            path = file.Path;
            await file.KeepAsync(Answer("http://p/1"), Token);
            before = new FileInfo(path).Length;
            await file.KeepAsync(Answer("http://p/2"), Token);
        }

        var whole = await File.ReadAllBytesAsync(path, Token);
        for (var length = (int)before; length < whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(path, whole[..length], Token);
            await using (var file = await OpenAsync())
                await file.KeepAsync(Answer("http://p/3"), Token);

            Assert.Equal(["http://p/1", "http://p/3"], Addresses(path));
        }
    }

    [Fact]
    public async Task A_last_record_whose_bytes_a_power_cut_lost_is_cut()
    {
        string path;
        await using (var file = await OpenAsync())
        {
            path = file.Path;
            await file.KeepAsync(Answer("http://p/1"), Token);
            await file.KeepAsync(Answer("http://p/2"), Token);
        }

        var bytes = await File.ReadAllBytesAsync(path, Token);
        bytes.AsSpan(bytes.Length - 60).Clear();
        await File.WriteAllBytesAsync(path, bytes, Token);
        await (await OpenAsync()).DisposeAsync();

        Assert.Equal(["http://p/1"], Addresses(path));
    }

    [Fact]
    public async Task Gzip_itself_finds_the_file_in_order()
    {
        if (!File.Exists("/usr/bin/gzip") && !File.Exists("/bin/gzip"))
            Assert.Skip("There is no gzip here.");
        await using var file = await OpenAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => file.KeepAsync(Answer($"http://p/{n}"), Token)));
        await file.FlushAsync(Token);

        using var gzip = Process.Start(new ProcessStartInfo("gzip", ["-t", file.Path]) { RedirectStandardError = true })!;
        var said = await gzip.StandardError.ReadToEndAsync(Token);
        await gzip.WaitForExitAsync(Token);

        Assert.Equal((0, ""), (gzip.ExitCode, said));
        Assert.Equal(50, Addresses(file.Path).Distinct().Count());
    }

    [Fact]
    public async Task A_file_of_another_program_is_not_written_into()
    {
        var path = Path.Combine(_temporary.Path, "evidence", "town", "2025-03-04-run-1.warc.gz");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "something else that is longer than a header", Token);

        await Assert.ThrowsAsync<InvalidDataException>(OpenAsync);

        Assert.Equal("something else that is longer than a header", await File.ReadAllTextAsync(path, Token));
    }

    [Fact]
    public async Task A_records_id_tells_when_its_answer_was_kept()
    {
        await using var file = await OpenAsync();

        var id = await file.KeepAsync(Answer("http://www.town.gov.cn/"), Token);

        Assert.Equal(Some.Morning, EvidenceFile.KeptAt(id));
    }

    [Theory]
    [InlineData("<urn:uuid:7d4b8f6e-3f0c-4a53-9a0e-2f8a4f0f9d11>")]
    [InlineData("<urn:uuid:ffffffff-ffff-7a53-9a0e-2f8a4f0f9d11>")]
    [InlineData("<urn:uuid:>")]
    [InlineData("<urn:uuid:")]
    [InlineData("")]
    public void An_id_without_a_time_tells_none(string id) => Assert.Null(EvidenceFile.KeptAt(id));

    [Fact]
    public async Task Files_of_runs_before_the_retention_are_removed_and_nothing_else()
    {
        foreach (var day in new[] { "2024-01-28", "2024-01-29", "2025-03-04" })
            await (await _evidence.OpenRunAsync(Some.Town, "a/b", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Token)).DisposeAsync();
        var folder = Path.Combine(_temporary.Path, "evidence", "town");
        await File.WriteAllTextAsync(Path.Combine(folder, "kept-by-hand.warc.gz"), "", Token);

        Assert.Equal(1, _evidence.PurgeOlderThan(new RecordsOptions().EvidenceRetention));

        Assert.Equal(["2024-01-29-a_b.warc.gz", "2025-03-04-a_b.warc.gz", "kept-by-hand.warc.gz"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    public void Dispose()
    {
        _folder.Dispose();
        _temporary.Dispose();
    }

    private Task<EvidenceFile> OpenAsync() => _evidence.OpenRunAsync(Some.Town, "run-1", new(2025, 3, 4), Token);

    private static CapturedResponse Answer(string address) => new(new(address), Some.Morning, null, "HTTP/1.1 200 OK\n", Encoding.UTF8.GetBytes(address + " 正文"), false);

    private static IEnumerable<string> Addresses(string path) => WarcReader.Read(path).Where(record => record.Type == "response").Select(record => record.Fields["WARC-Target-URI"]);
}
