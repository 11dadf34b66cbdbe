using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Disclosure.Bot.Sample;
using Disclosure.Tests.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Bot.Tests.Sample;

public sealed partial class SamplePortalTests : IAsyncLifetime
{
    private static readonly Uri AnyPort = new("http://127.0.0.1:0/");
    private static readonly string Seeds = Repository.PathTo("seeds", "portal");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero));
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private SamplePortal _portal = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _portal = await SamplePortal.StartAsync(AnyPort, Seeds, _clock, Stop);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Dates_are_counted_from_the_offices_today()
    {
        var before = await TextAsync("xzjd/huyangdu/zydt/");
        _clock.Advance(TimeSpan.FromHours(13));
        var after = await TextAsync("xzjd/huyangdu/zydt/");

        Assert.Contains("<span>2026-11-20</span>", before, StringComparison.Ordinal);
        Assert.Contains("<span>2026-11-21</span>", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<span>2026-11-20</span>", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere_but_the_columns_that_are_broken_on_purpose()
    {
        var dead = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var queue = new Queue<string>(seen);
        while (queue.TryDequeue(out var path))
        {
            using var answer = await _client.GetAsync(new Uri(_portal.Root, path), Stop);
            if (answer.StatusCode is not HttpStatusCode.OK)
                dead.Add($"{(int)answer.StatusCode} {path}");
            foreach (var next in Links(await answer.Content.ReadAsStringAsync(Stop), path).Where(seen.Add))
                queue.Enqueue(next);
        }

        Assert.Equal(["404 /xzjd/huyangdu/zdly/ywjy/", "503 /xzjd/huyangdu/zdly/aqsc/", "521 /xzjd/huyangdu/zdly/sthj/"], dead);
        Assert.InRange(seen.Count, 200, 1000);
    }

    [Theory]
    [InlineData("xzjd/huyangdu/zydt/index_1.html", "2026-")]
    [InlineData("xzjd/huyangdu/fdzdgknr/zcwj/qtwj/common_list_2.shtml", "胡杨渡镇发文（")]
    [InlineData("xzjd/huyangdu/fdzdgknr/rsxx/1.htm", "胡杨渡镇招录公示（1）")]
    [InlineData("module/web/jpage/dataproxy.jsp?page=2&columnid=4101&unitid=384101", "<totalrecord>30</totalrecord>")]
    [InlineData("module/web/jpage/dataproxy.jsp?page=1&columnid=4102", "<totalrecord>0</totalrecord>")]
    [InlineData("xzjd/huyangdu/gkmlpt/api/all/4301?page=1&sid=4300", "\"display_publish_time\":\"2026-09-14\"")]
    [InlineData("xzjd/huyangdu/gkmlpt/api/all/4302?page=1&sid=4300", "\"post_count\":0")]
    [InlineData("xzjd/huyangdu/fdzdgknr/yjgl/xxgk_list.html", "2026年10月10日")]
    [InlineData("robots.txt", "Disallow: /search/")]
    public async Task Further_pages_and_data_addresses_answer(string address, string expected) =>
        Assert.Contains(expected, await TextAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task The_gbk_page_says_its_charset_only_inside()
    {
        using var answer = await _client.GetAsync(new Uri(_portal.Root, "xzjd/huyangdu/zdly/hmhn/"), Stop);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);

        Assert.Null(answer.Content.Headers.ContentType?.CharSet);
        Assert.Contains("惠民惠农资金", CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetString(bytes), StringComparison.Ordinal);
        Assert.Contains("charset=gb2312", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_page_is_not_sent_again()
    {
        using var first = await _client.GetAsync(new Uri(_portal.Root, "xzjd/huyangdu/zydt/"), Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, first.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _client.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.NotNull(first.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_sample_portal_that_already_answers_is_recognised()
    {
        await using var other = await CannedPortal.StartAsync();

        Assert.True(await SamplePortal.AnswersAtAsync(_portal.Root, Stop));
        Assert.False(await SamplePortal.AnswersAtAsync(other.Root, Stop));
        Assert.False(await SamplePortal.AnswersAtAsync(new Uri("http://127.0.0.1:9/"), Stop));
    }

    [Fact]
    public async Task A_port_in_use_is_said_with_what_to_do()
    {
        var fault = await Assert.ThrowsAsync<SamplePortalException>(() => SamplePortal.StartAsync(_portal.Root, Seeds, _clock, Stop));

        Assert.Contains($"cannot listen on {_portal.Root}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Sample:Listen", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0/")]
    [InlineData("http://192.168.1.5:5180/")]
    [InlineData("http://portal.example/")]
    [InlineData("https://127.0.0.1:5180/")]
    public async Task It_listens_on_loopback_only(string listen)
    {
        var fault = await Assert.ThrowsAsync<SamplePortalException>(() => SamplePortal.StartAsync(new Uri(listen), Seeds, _clock, Stop));

        Assert.Contains("loopback only", fault.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Links(string html, string page)
    {
        var root = new Uri("http://sample" + page);
        return HrefOrFrame().Matches(html)
            .Select(match => new Uri(root, WebUtility.HtmlDecode(match.Groups[1].Value)))
            .Where(address => address.Host == "sample" && !address.AbsolutePath.StartsWith("/static/", StringComparison.Ordinal) && !address.AbsolutePath.StartsWith("/search/", StringComparison.Ordinal))
            .Select(address => address.PathAndQuery);
    }

    private async Task<string> TextAsync(string address) => await _client.GetStringAsync(new Uri(_portal.Root, address), Stop);

    [GeneratedRegex("(?:href|<iframe src)=[\"']([^\"'{]+)[\"']")]
    private static partial Regex HrefOrFrame();
}
