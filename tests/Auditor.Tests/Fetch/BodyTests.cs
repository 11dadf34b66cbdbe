using System.IO.Compression;
using System.Text;
using Disclosure.Auditor.Fetch;
using Disclosure.Columns;
using Disclosure.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Auditor.Tests.Fetch;

public class BodyTests
{
    [Fact]
    public async Task A_page_comes_with_its_receipt()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", Encoding.UTF8.GetBytes(Fetching.List), "text/html; charset=utf-8", headers: [("ETag", "W/\"7\""), ("Last-Modified", "Mon, 06 May 2024 00:00:00 GMT")]);

        var page = Fetching.IsPage(await portal.FetchListAsync("/a"));

        Assert.Equal(Fetching.List, page.Text);
        Assert.Equal(Fetching.List, Encoding.UTF8.GetString(page.Receipt.Body.Span));
        Assert.Equal((200, "text/html", "utf-8 by header", "W/\"7\"", "Mon, 06 May 2024 00:00:00 GMT"), (page.Receipt.Status, page.Receipt.MediaType, page.Receipt.Charset, page.Receipt.ETag, page.Receipt.LastModified));
        Assert.Equal(64, page.Receipt.Sha256.Length);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", page.Receipt.Headers, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/html; charset=utf-8\r\n", page.Receipt.Headers, StringComparison.Ordinal);
        Assert.True(page.Receipt.Opened > TimeSpan.Zero);
    }

    [Fact]
    public async Task Validators_are_sent_back_as_they_came_and_304_is_unchanged()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 304);
        using var pages = Fetching.Over(portal);

        var outcome = await pages.FetchAsync(new(portal.At("/a"), PagePurpose.List, ETag: "W/\"odd one\"", LastModified: "Mon, 6 May 2024"), Fetching.Token);

        Assert.IsType<FetchOutcome.Unchanged>(outcome);
        var asked = Assert.Single(portal.Pages());
        Assert.Equal(("W/\"odd one\"", "Mon, 6 May 2024"), (asked.Headers["If-None-Match"], asked.Headers["If-Modified-Since"]));
    }

    [Fact]
    public async Task A_304_nobody_asked_for_is_not_unchanged()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [], status: 304);

        Fetching.IsFailure(Reason.ServerError, await portal.FetchListAsync("/a"));
    }

    [Fact]
    public async Task Equal_bytes_are_unchanged_also_from_a_server_without_validators()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/a", Fetching.List);
        using var pages = Fetching.Over(portal);
        var first = Fetching.IsPage(await pages.ListAsync(portal.At("/a")));

        var again = new PageRequest(portal.At("/a"), PagePurpose.List, KnownSha256: first.Receipt.Sha256);
        Assert.IsType<FetchOutcome.Unchanged>(await pages.FetchAsync(again, Fetching.Token));

        portal.Page("/a", Fetching.List.Replace("甲", "丙", StringComparison.Ordinal));
        Assert.IsType<FetchOutcome.Page>(await pages.FetchAsync(again, Fetching.Token));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_page_is_the_same_page(string coding)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", Compress(Encoding.UTF8.GetBytes(Fetching.List), coding), "text/html; charset=utf-8", headers: ("Content-Encoding", coding));

        Assert.Equal(Fetching.List, Fetching.IsPage(await portal.FetchListAsync("/a")).Text);
    }

    [Fact]
    public async Task A_page_that_unpacks_without_end_is_read_to_the_cap()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/bomb", Compress(new byte[64 * 1024 * 1024], "gzip"), headers: ("Content-Encoding", "gzip"));

        var page = Fetching.IsPage(await portal.FetchListAsync("/bomb", Fetching.Unhurried(pageCap: 100_000)));

        Assert.True(page.Truncated);
        Assert.Equal(100_000, page.Receipt.Body.Length);
    }

    [Fact]
    public async Task A_page_of_thirty_megabytes_is_not_downloaded()
    {
        long sent = 0;
        var stopped = new TaskCompletionSource();
        await using var server = new RawServer(async (stream, token) =>
        {
            var chunk = Encoding.ASCII.GetBytes(new string('a', 64 * 1024));
            try
            {
                await RawServer.SayAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 31457280\r\n\r\n", token);
                for (; sent < 30 * 1024 * 1024; sent += chunk.Length)
                    await stream.WriteAsync(chunk, token);
            }
            finally
            {
                stopped.SetResult();
            }
        });
        using var pages = Fetching.Over(server.Root, Fetching.Unhurried(pageCap: 256 * 1024));

        var page = Fetching.IsPage(await pages.ListAsync(server.Root));
        await stopped.Task.WaitAsync(Fetching.Token);

        Assert.True(page.Truncated);
        Assert.Equal(256 * 1024, page.Text.Length);
        Assert.InRange(sent, 256 * 1024, 20 * 1024 * 1024);
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    [InlineData("application/zip")]
    [InlineData("application/msword")]
    [InlineData("image/png")]
    [InlineData("text/html", "attachment; filename=a.doc")]
    public async Task An_attachment_is_refused_unread(string mediaType, string? disposition = null)
    {
        await using var portal = await CannedPortal.StartAsync();
        var stopped = new TaskCompletionSource<bool>();
        portal.Answer("/a", async context =>
        {
            context.Response.ContentType = mediaType;
            if (disposition is not null)
                context.Response.Headers.ContentDisposition = disposition;
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.RequestAborted.Register(() => stopped.TrySetResult(true));
            await stopped.Task;
        });

        var failed = Fetching.IsFailure(Reason.WrongFormat, await portal.FetchListAsync("/a"));

        Assert.True(await stopped.Task.WaitAsync(Fetching.Token));
        Assert.Contains(mediaType, failed.Detail, StringComparison.Ordinal);
        Assert.Equal(0, failed.Receipt.Body.Length);
    }

    [Fact]
    public async Task A_file_sent_as_a_page_is_still_a_file()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Bytes("/a", [.. "%PDF-1.7 "u8, .. new byte[3000]], "text/html");

        Fetching.IsFailure(Reason.WrongFormat, await portal.FetchListAsync("/a"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("application/xhtml+xml")]
    [InlineData("text/xml;charset=utf-8")]
    [InlineData("text/html;;charset=utf-8")]
    [InlineData("TEXT/HTML; charset=\"utf-8")]
    public async Task Text_is_read_under_any_of_its_names(string mediaType)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 200 OK\r\nContent-Type: {mediaType}\r\nConnection: close\r\n\r\n{Fetching.List}");
        using var pages = Fetching.Over(server.Root);

        Assert.Equal(Fetching.List, Fetching.IsPage(await pages.ListAsync(server.Root)).Text);
    }

    [Fact]
    public async Task A_drip_without_end_is_cut_at_the_deadline()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Answer("/drip", async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("<li>", context.RequestAborted);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, context.RequestAborted);
            }
        });

        var failed = Fetching.IsFailure(Reason.TimedOut, await portal.FetchListAsync("/drip", Fetching.Unhurried(attempt: 0.2)));

        Assert.Equal("no whole answer within 0.2 s", failed.Detail);
    }

    [Theory]
    [InlineData("Content-Length: 5000\r\n\r\n<html><ul><li>甲", Reason.AnswerCutShort)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n", Reason.AnswerCutShort)]
    [InlineData("Content-Encoding: gzip\r\n\r\nnot gzip at all", Reason.AnswerCutShort)]
    public async Task An_answer_cut_short_is_no_page(string rest, Reason reason)
    {
        await using var server = RawServer.Saying($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close\r\n{rest}");
        using var pages = Fetching.Over(server.Root, Fetching.Unhurried(retries: 1));

        Fetching.IsFailure(reason, await pages.ListAsync(server.Root));

        Assert.Equal(2, server.PagesAsked);
    }

    [Fact]
    public async Task A_wrong_length_does_not_spoil_a_page_that_is_all_there()
    {
        await using var server = RawServer.Saying($"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 50000\r\nConnection: close\r\n\r\n{Fetching.List}\r\n");
        using var pages = Fetching.Over(server.Root);

        var page = Fetching.IsPage(await pages.ListAsync(server.Root));

        Assert.False(page.Truncated);
        Assert.Contains("乙公告", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("ok", true)]
    [InlineData("<html><head><title>x</title></head><body></body></html>", true)]
    [InlineData("<html><body><div id=\"app\"></div><script src=\"/a.js\"></script></body></html>", false)]
    [InlineData("<html><body><ul class=\"list\"></ul></body></html>", false)]
    [InlineData("<html><frameset><frame src=\"/list.jsp\"></frameset></html>", false)]
    [InlineData("<html><body>本栏目信息正在整理，请过些日子再来查看，谢谢。</body></html>", false)]
    public async Task A_page_with_nothing_to_read_is_a_stub(string html, bool stub)
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/a", html);

        var outcome = await portal.FetchListAsync("/a");

        if (stub)
            Fetching.IsFailure(Reason.StubPage, outcome);
        else
            Fetching.IsPage(outcome);
    }

    [Fact]
    public async Task A_short_data_answer_is_an_answer_and_an_empty_one_is_not()
    {
        await using var portal = await CannedPortal.StartAsync();
        portal.Page("/data", "{\"total\":0}", "application/json").Page("/nothing", " ", "application/json");
        using var pages = Fetching.Over(portal);

        Fetching.IsPage(await pages.FetchAsync(new(portal.At("/data"), PagePurpose.Data, Json: "{\"page\":1}"), Fetching.Token));
        Fetching.IsFailure(Reason.StubPage, await pages.FetchAsync(new(portal.At("/nothing"), PagePurpose.Data), Fetching.Token));
    }

    private static byte[] Compress(byte[] bytes, string coding)
    {
        var packed = new MemoryStream();
        using (Stream stream = coding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            _ => new GZipStream(packed, CompressionLevel.Fastest),
        })
            stream.Write(bytes);
        return packed.ToArray();
    }
}
