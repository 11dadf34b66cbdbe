using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Tests.Fetch;

public class ChallengeTests
{
    private const string RuishuHead = "<html><head><meta content=\"x9\" r=\"m\"><script>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=1;$_ts.cd=\"qq\"</script><script src=\"/k3/f.js\"></script></head>";

    [Theory]
    [InlineData(521, "<script>document.cookie=('_')+('_j')+('s')</script>", "Jiasule (加速乐)")]
    [InlineData(200, "<script>document.cookie='__jsl_clearance_s=1|0|x'</script>", "Jiasule (加速乐)")]
    [InlineData(412, RuishuHead + "<body></body></html>", "Ruishu (瑞数)")]
    [InlineData(202, RuishuHead + "<body></body></html>", "Ruishu (瑞数)")]
    [InlineData(400, "<meta content='x' r='m'>", "Ruishu (瑞数)")]
    [InlineData(200, "<script>var n='C3VK=';document.cookie=n+'a1'</script>", "C3VK")]
    [InlineData(200, "<script>var arg1='E4';setCookie('acw_sc__v2',x)</script>", "Aliyun WAF (acw_sc__v2)")]
    [InlineData(403, "<script src='/WZWSREL/x.js'></script>", "Wangsu (WZWS)")]
    [InlineData(200, "<script>document.cookie='EO_Bot_Ssid=1'</script>", "EdgeOne")]
    [InlineData(403, "<title>网站安全狗</title><p>您的请求带有不合法参数</p>", "SafeDog (安全狗)")]
    [InlineData(200, "<script>self.location='/?security_session_verify=1'</script>", "Yunsuo (云锁)")]
    [InlineData(503, "<div class='cf-chl-widget'></div>", "Cloudflare")]
    [InlineData(200, "<p>请完成安全验证后继续</p>", "a safety check")]
    [InlineData(403, "<p>Forbidden</p>", null)]
    [InlineData(500, "<p>error</p>", null)]
    [InlineData(200, "<p>安全生产工作</p>", null)]
    public void A_protection_is_known_by_its_signs(int status, string text, string? name) => Assert.Equal(name, Challenge.Find(status, text));

    [Fact]
    public void A_protection_left_in_the_head_of_a_good_page_is_no_challenge()
    {
        var rows = string.Concat(Enumerable.Range(1, 6).Select(day => $"<li><a href=\"/c/{day}.html\">公告{day}</a><span>2024-05-0{day}</span></li>"));

        Assert.Null(Challenge.Find(200, $"{RuishuHead}<body><ul>{rows}</ul></body></html>"));
    }

    [Fact]
    public void Rows_kept_in_a_comment_are_rows()
    {
        var rows = string.Concat(Enumerable.Repeat("<li>公告</li>", 4));

        Assert.Null(Challenge.Find(200, $"{RuishuHead}<body><ul><!-- {rows} --></ul></body></html>"));
    }
}
