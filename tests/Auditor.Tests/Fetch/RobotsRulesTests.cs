using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Tests.Fetch;

public class RobotsRulesTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/zwgk/", false)]
    [InlineData("User-agent: *\nDisallow:", "/zwgk/", true)]
    [InlineData("", "/zwgk/", true)]
    [InlineData("<html><body>404</body></html>", "/zwgk/", true)]
    [InlineData("Disallow: /", "/zwgk/", true)]
    [InlineData("User-agent: Baiduspider\nDisallow: /", "/zwgk/", true)]
    [InlineData("User-agent: Baiduspider\nUser-agent: disclosuredesk\nDisallow: /zwgk", "/zwgk/", false)]
    [InlineData("User-agent: DisclosureDesk/2.0\nDisallow: /zwgk", "/zwgk/", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: DisclosureDesk\nAllow: /", "/zwgk/", true)]
    [InlineData("User-agent: DisclosureDesk\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: DisclosureDesk\nDisallow: /b", "/b/1", false)]
    [InlineData("User-agent: *\nDisallow: /zwgk\nAllow: /zwgk/fdzdgk", "/zwgk/fdzdgk/1.html", true)]
    [InlineData("User-agent: *\nDisallow: /zwgk\nAllow: /zwgk/fdzdgk", "/zwgk/ysq/", false)]
    [InlineData("User-agent: *\nDisallow: /zwgk\nAllow: /zwgk", "/zwgk/", true)]
    [InlineData("User-agent: *\nDisallow: /*.jsp$", "/module/search.jsp", false)]
    [InlineData("User-agent: *\nDisallow: /*.jsp$", "/module/search.jsp?a=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?", "/col/1.html?uid=2", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyy", true)]
    [InlineData("User-agent: *\nDisallow: /公开", "/%E5%85%AC%E5%BC%80/1", false)]
    [InlineData("User-agent: *\nDisallow: /%e5%85%ac%e5%bc%80", "/公开/1", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ea", "/~a/1", false)]
    [InlineData("User-agent: * # all\nDisallow: /zwgk # closed", "/zwgk/", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /zwgk\r\n", "/zwgk/", false)]
    [InlineData("USER-AGENT:*\nDISALLOW:/zwgk", "/zwgk/", false)]
    [InlineData("User-agent: *\nSitemap: http://x/\nUser-agent: x\nDisallow: /zwgk", "/zwgk/", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    public void A_path_is_open_or_closed_by_the_longest_rule_for_us(string file, string path, bool open)
    {
        var rules = RobotsRules.Parse(file, "DisclosureDesk");

        Assert.Equal(open, rules.Closes(new Uri(new Uri("http://portal.gov.cn/"), path)) is null);
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 5\nDisallow: /x", 5.0)]
    [InlineData("User-agent: *\nDisallow: /x\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 5\n\nUser-agent: DisclosureDesk\nDisallow: /x", null)]
    [InlineData("User-agent: x\nCrawl-delay: 5", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -3", null)]
    public void The_delay_is_the_one_of_our_group(string file, double? seconds) =>
        Assert.Equal(seconds, RobotsRules.Parse(file, "DisclosureDesk").CrawlDelay?.TotalSeconds);

    [Fact]
    public void A_rule_made_to_be_slow_is_not()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "b", "DisclosureDesk");

        Assert.Null(rules.Closes(new Uri("http://portal.gov.cn/" + new string('a', 4000))));
    }
}
