using CsCheck;
using Disclosure.Auditor.Extract;

namespace Disclosure.Auditor.Tests.Extract;

public class AddressesTests
{
    private static readonly Uri Page = new("http://www.a.gov.cn/zwgk/tzgg/index.html?p=1");

    [Theory]
    [InlineData("./202405/t1.html", "http://www.a.gov.cn/zwgk/tzgg/202405/t1.html")]
    [InlineData("202405/t1.html", "http://www.a.gov.cn/zwgk/tzgg/202405/t1.html")]
    [InlineData("../x/", "http://www.a.gov.cn/zwgk/x/")]
    [InlineData("../../../../x/", "http://www.a.gov.cn/x/")]
    [InlineData("/x/y.html", "http://www.a.gov.cn/x/y.html")]
    [InlineData("//b.gov.cn/x.html", "http://b.gov.cn/x.html")]
    [InlineData("https://b.gov.cn/x.html", "https://b.gov.cn/x.html")]
    [InlineData("http://B.gov.cn:80/x.html", "http://b.gov.cn/x.html")]
    [InlineData("http://b.gov.cn./x.html", "http://b.gov.cn/x.html")]
    [InlineData("http://b.gov.cn", "http://b.gov.cn/")]
    [InlineData("?page=2", "http://www.a.gov.cn/zwgk/tzgg/index.html?page=2")]
    [InlineData(" \n./x.html ", "http://www.a.gov.cn/zwgk/tzgg/x.html")]
    [InlineData("./", "http://www.a.gov.cn/zwgk/tzgg/")]
    [InlineData("a/./b/../c.html", "http://www.a.gov.cn/zwgk/tzgg/a/c.html")]
    [InlineData("附件 1.doc", "http://www.a.gov.cn/zwgk/tzgg/%E9%99%84%E4%BB%B6%201.doc")]
    [InlineData("x\\y.html", "http://www.a.gov.cn/zwgk/tzgg/x/y.html")]
    public void A_link_is_resolved_against_its_page(string href, string address) => Assert.Equal(address, Addresses.Resolve(Page, href));

    [Theory]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("#top")]
    [InlineData("javascript:void(0)")]
    [InlineData("mailto:a@b.cn")]
    [InlineData("tel:0903")]
    [InlineData("data:text/html,x")]
    [InlineData("http://")]
    [InlineData("ftp://a.gov.cn/x")]
    public void A_link_that_leads_to_no_page_has_no_address(string href) => Assert.Null(Addresses.Resolve(Page, href));

    [Theory]
    [InlineData("http://a.gov.cn/x", true)]
    [InlineData("https://www.a.gov.cn/x", true)]
    [InlineData("http://b.gov.cn/x", false)]
    [InlineData("http://www.a.gov.cn.evil.example/x", false)]
    public void Hosts_are_compared_with_and_without_www(string address, bool same) => Assert.Equal(same, Addresses.SameHost(Page, address));

    [Fact]
    public void Joining_as_text_gives_what_Uri_gives() =>
        Gen.String[Gen.Char["abz09._-~/?=&;,+!*@$:#%\\ 中.."], 1, 24].Sample(href =>
        {
            var link = href.Trim();
            if (link.StartsWith('#') || !Uri.TryCreate(Page, link, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0 || uri.Host.EndsWith('.'))
                return;

            Assert.Equal(link.Length == 0 ? null : uri.AbsoluteUri, Addresses.Resolve(Page, href));
        }, iter: 50_000);
}
