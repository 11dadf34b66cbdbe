using System.Text.Json;
using Disclosure.Bot.Commands;
using Disclosure.Tests.Shared;

namespace Disclosure.Bot.Tests.EndToEnd;

/// <summary>What goes wrong outside: one bad column never stops the others, and each message says where to look.</summary>
public sealed class BadInputTests : IAsyncLifetime
{
    private const string GoodPage = """
        <html><head><title>通知公告</title><meta name="ColumnName" content="通知公告"></head><body><ul class="list">
        <li><a href="202611/t20261120_1.html">关于冬季防火的通知</a><span>2026-11-20</span></li>
        <li><a href="202611/t20261102_2.html">关于渠道检修的公告</a><span>2026-11-02</span></li></ul></body></html>
        """;

    private readonly SampleDesk _desk = new();
    private CannedPortal _portal = null!;

    public async ValueTask InitializeAsync() => _portal = await CannedPortal.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _desk.Dispose();
    }

    [Fact]
    public async Task Every_kind_of_bad_column_is_told_apart_and_the_good_ones_are_judged()
    {
        _portal.Page("/good/", GoodPage).Page("/last/", GoodPage)
            .Page("/login/", "<html><body><form action='/login.do'><input name='u'><input type='password' name='p'></form></body></html>")
            .Page("/json/", "{ \"code\": 200, \"rows\": [ " + string.Concat(Enumerable.Range(0, 30).Select(n => $"{{ \"title\": \"关于某事的公告之{n}\", ")), "application/json")
            .Page("/picture/", "GIF89a", "image/gif");
        var columns = new[]
        {
            ("good", _portal.At("good/").AbsoluteUri, "Fresh WithinWindow"),
            ("refused", "http://127.0.0.1:1/tzgg/", "Unreachable ConnectionFailed"),
            ("nowhere", "http://no-such-host.invalid/tzgg/", "Unreachable HostNotFound"),
            ("tls", _portal.At("tls/").AbsoluteUri.Replace("http:", "https:", StringComparison.Ordinal), "Unreachable TlsFailed"),
            ("login", _portal.At("login/").AbsoluteUri, "Blocked LoginRequired"),
            ("json", _portal.At("json/").AbsoluteUri, "Undetermined WrongFormat"),
            ("picture", _portal.At("picture/").AbsoluteUri, "Undetermined WrongFormat"),
            ("gone", _portal.At("gone/").AbsoluteUri, "Broken PageNotFound"),
            ("last", _portal.At("last/").AbsoluteUri, "Fresh WithinWindow"),
        };

        var said = await AuditAsync(JsonSerializer.Serialize(new { portal = _portal.Root, columns = columns.Select(one => new { id = one.Item1, name = "通知公告", url = one.Item2 }) }), "--json", "-");

        Assert.Equal(Exit.Findings, said.Exit);
        using var report = JsonDocument.Parse(said.Out);
        Assert.Equal(
            columns.Select(one => $"{one.Item1} {one.Item3}"),
            report.RootElement.GetProperty("columns").EnumerateArray().Select(column => $"{column.GetProperty("id").GetString()} {column.GetProperty("verdict").GetString()} {column.GetProperty("reason").GetString()!.Split(':')[0]}"));
    }

    public static TheoryData<string, string[]> Unusable => new()
    {
        { """{"columns":[{"name":"甲","url":"http://a.cn/1/"},]}""", ["here/bad.json", "1:"] },
        { """{"columns":[{"id":"x","name":"甲","url":"http://a.cn/1/"},{"id":"x","name":"乙","url":"http://a.cn/2/"}]}""", ["here/bad.json", "columns[1]", "\"x\"", "columns[0]"] },
        { """{"columns":[{"name":"甲","url":"http://a.cn/1/"},{"name":"乙","url":"http://a.cn/1/"}]}""", ["here/bad.json", "columns[1]", "http://a.cn/1/"] },
        { """{"columns":[{"name":"甲","url":"http://a.cn/1/","widnow":"P6M"}]}""", ["here/bad.json", "columns[0]", "widnow", "window"] },
        { """{"columns":[{"name":"甲","url":"1/"}]}""", ["here/bad.json", "columns[0]", "1/", "portal"] },
        { """{"portal":"http://old.cn/","columns":[{"name":"甲","url":"http://new.cn/1/"}]}""", ["here/bad.json", "portal", "old.cn", "new.cn"] },
        { """{"colums":[]}""", ["here/bad.json", "colums", "columns"] },
        { """[]""", ["here/bad.json"] },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task A_column_file_that_cannot_be_used_is_refused_with_file_place_and_key(string file, string[] words)
    {
        var said = await AuditAsync(file, "--lang", "en");

        Assert.Equal((Exit.CouldNotRun, ""), (said.Exit, said.Out));
        Assert.All(words, word => Assert.Contains(word, said.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://no-such-host.invalid/")]
    public async Task A_discovery_that_cannot_begin_names_the_address(string address)
    {
        var said = await _desk.RunAsync("discover", address, "--lang", "en");

        Assert.Equal((Exit.CouldNotRun, ""), (said.Exit, said.Out));
        Assert.Contains(address, said.Error, StringComparison.Ordinal);
    }

    private Task<Said> AuditAsync(string columnFile, params string[] more)
    {
        var file = _desk.At("bad.json");
        File.WriteAllText(file, columnFile);
        return _desk.RunAsync(["audit", "--columns", file, .. more]);
    }
}
