using Disclosure.Auditor.Fetch;

namespace Disclosure.Auditor.Tests.Fetch;

public class SiteScopeTests
{
    [Theory]
    [InlineData("http://www.luopu.gov.cn/a", "https://luopu.gov.cn/b", true)]
    [InlineData("http://www.luopu.gov.cn/", "http://zwgk.luopu.gov.cn/", true)]
    [InlineData("http://www.luopu.gov.cn./", "http://www.luopu.gov.cn/", true)]
    [InlineData("http://www.luopu.gov.cn/", "http://www.other.gov.cn/", false)]
    [InlineData("http://www.x.xj.cn/", "http://www.y.xj.cn/", false)]
    [InlineData("http://www.x.com.cn/", "http://www.y.com.cn/", false)]
    [InlineData("http://a.example.com/", "http://b.example.com/", true)]
    [InlineData("http://a.example.com/", "http://example.org/", false)]
    [InlineData("http://127.0.0.1:1/", "http://127.0.0.1:2/", true)]
    [InlineData("http://10.0.0.1/", "http://10.0.0.2/", false)]
    [InlineData("http://localhost/", "http://127.0.0.1/", false)]
    [InlineData("http://www.a.gov.cn/", "http://api.a.gov.cn/x", true)]
    [InlineData("http://www.a.gov.cn/", "http://www.b.gov.cn/", false)]
    [InlineData("http://www.a.com/", "http://a.com/", true)]
    [InlineData("http://a.gov.cn.evil.com/", "http://a.gov.cn/", false)]
    [InlineData("http://127.0.0.1:80/", "http://127.0.0.1:81/", true)]
    [InlineData("http://127.0.0.1/", "http://127.0.0.2/", false)]
    [InlineData("http://www.gov.cn/", "http://www.xj.gov.cn/", false)]
    public void Two_addresses_are_one_site_when_one_office_registered_both(string one, string other, bool same) =>
        Assert.Equal(same, SiteScope.IsSame(new(one), new(other)));

    [Theory]
    [InlineData("http://x.gov.cn", true)]
    [InlineData("http://x.gov.cn/", true)]
    [InlineData("http://x.gov.cn/index.html", true)]
    [InlineData("http://x.gov.cn/Default.aspx", true)]
    [InlineData("http://x.gov.cn/zwgk/", false)]
    [InlineData("http://x.gov.cn/zwgk/index.html", false)]
    [InlineData("http://x.gov.cn/?id=3", false)]
    [InlineData("http://x.gov.cn/list.html", false)]
    public void The_front_door_is_told_from_a_column(string address, bool root) => Assert.Equal(root, SiteScope.IsRoot(new(address)));

    [Theory]
    [InlineData("http://www.x.gov.cn/col/1/", "https://x.gov.cn/", true)]
    [InlineData("http://zwgk.x.gov.cn/col/1/", "http://zwgk.x.gov.cn/index.html", true)]
    [InlineData("http://old.x.gov.cn/col/1/", "http://www.x.gov.cn/", true)]
    [InlineData("http://www.x.gov.cn/zwgk/", "http://zwgk.x.gov.cn/", false)]
    [InlineData("http://www.x.gov.cn/", "https://www.x.gov.cn/index.html", false)]
    [InlineData("http://www.x.gov.cn/col/1/", "http://www.x.gov.cn/col/2/", false)]
    public void A_column_sent_to_its_sites_front_door_is_told_from_a_section_that_moved(string asked, string reached, bool home) =>
        Assert.Equal(home, SiteScope.IsSentHome(new(asked), new(reached)));
}
